"""A page of the site, as Markdown that any engine can render."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `address` is its path in the site with a trailing slash (`kpis/nps/`), empty for the home page.

    `markdown` is the whole file, front matter included; `title` is plain text. `beside` are files that come with it,
    each with its path in the site and its text.
    """

    address: str
    title: str
    markdown: str
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def source_path(self) -> str:
        """Where its Markdown stands below the docs folder: `kpis/nps/index.md`."""
        return f"{self.address}index.md"
