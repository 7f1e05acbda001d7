"""Flaws of a finished site as problems: each at the file that it comes from, or at the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import splitext

from bsc_site.load.settings.own_settings import FILE
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.tree import Sources
from bsc_site.publish.engine.messages import Sightings
from bsc_site.publish.link_check.flaws import Fault, Flaw

SHOWN = 20
"""So many flaws of the finished site are listed; a fault of one template shows on every page."""
_OWN_CODES = {
    Fault.MISSING: "BSC519",
    Fault.DEAD_LINK: "BSC513",
    Fault.DEAD_ANCHOR: "BSC514",
    Fault.OTHER_HOST: "BSC515",
}
_CODES = {
    Fault.MISSING: "BSC906",
    Fault.DEAD_LINK: "BSC907",
    Fault.DEAD_ANCHOR: "BSC907",
    Fault.OTHER_HOST: "BSC908",
}


@dataclass(frozen=True, slots=True)
class Origins:
    """What a site is made from: where its texts can be found again, and where its pages and files come from.

    `html` maps each HTML file in the site to the Markdown file that it was made from; `files` are the paths of the
    other generated files.
    """

    sightings: Sightings
    html: Mapping[str, str]
    files: frozenset[str] = frozenset()

    @property
    def own(self) -> Mapping[str, Path]:
        """The project's own files by their paths, and where they stand."""
        return self.sightings.own


def html_pages(sources: Sources) -> dict[str, str]:
    """HTML file in the site to the Markdown file that it was made from, of every page; own HTML stands for itself."""
    pages = {f"{page.address}index.html": page.source_path for page in sources.pages}
    for path in sources.own:
        stem, ending = splitext(path)
        if ending == ".md":
            folder, _, name = stem.rpartition("/")
            base = "index" if name == "README" else name
            pages[f"{folder}/{base}.html" if folder else f"{base}.html"] = path
        elif ending == ".html":
            pages[path] = path
    return pages


def flaw_problems(flaws: Sequence[Flaw], origins: Origins) -> Iterator[Problem]:
    """A problem for each of the first flaws; the last of them says how many more there are."""
    for number, flaw in enumerate(flaws[:SHOWN], 1):
        path = origins.html.get(flaw.path, flaw.path)
        codes = _OWN_CODES if path in origins.own else _CODES
        place, where = origins.sightings.place_of(path, flaw.reference), ""
        if path not in origins.own and path not in origins.files and flaw.path not in origins.html:
            place, where = Place(FILE), f"{flaw.path}: "  # made by the theme or a plugin, which are named there
        more = f"; and {len(flaws) - SHOWN:,} more" if number == SHOWN < len(flaws) else ""
        yield problem(codes[flaw.fault], place, f"{where}{flaw}{more}")
