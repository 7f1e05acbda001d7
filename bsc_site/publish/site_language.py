"""The language of a site among those in which it is published: its code, and the folder in which it stands."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """One of the languages in which a site is published; the first of all `codes` is that of the site at the top.

    A site in one language has no `codes`.
    """

    code: str = ""
    codes: tuple[str, ...] = ()

    @property
    def below(self) -> str:
        """The folder of this language in the whole site, with a slash at its end; empty at the top."""
        return f"{self.code}/" if self.code in self.codes[1:] else ""

    def named(self, name: str) -> str:
        """What the folder or file of this name in `build/` is called for this language: `docs`, `docs.fr`."""
        stem, dot, ending = name.partition(".")
        return f"{stem}.{self.code}{dot}{ending}" if self.below else name


ONLY = SiteLanguage()
"""That of a site in one language."""
