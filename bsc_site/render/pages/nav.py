"""The navigation: scorecards, perspectives and overview pages, never every KPI, so that pages stay small."""

from __future__ import annotations

from typing import TypeAlias

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import Addresses
from bsc_site.render.pages.register import BY_NAME, CASCADE, NAVIGATION, PERSPECTIVES, NavSection
from bsc_site.render.text import inert
from bsc_site.wording.language import told

Entry: TypeAlias = "dict[str, str | list[Entry]]"

IN_NAV = 12
"""How many scorecards below the root have an entry of their own."""


def navigation(assessment: Assessment) -> list[Entry]:
    """The entries of the engine's nav: title (HTML, inert) to a Markdown path or to further entries.

    The root scorecard with its perspectives and overview pages, and every scorecard below by its home page, from which
    its own pages are linked: every entry stands on every page of the site.
    """
    site = _Nav(assessment, Addresses(assessment.project))
    return [entry for section in NAVIGATION for entry in site.entries(section)]


@dataclass(frozen=True, slots=True)
class _Nav:
    assessment: Assessment
    addresses: Addresses

    @property
    def root(self) -> str:
        return self.assessment.project.root.id

    def entries(self, section: NavSection) -> list[Entry]:
        if section is CASCADE:
            return self._cascade()
        pages = self._perspectives() if section is PERSPECTIVES else [self._page(each) for each in section.pages]
        return _section(told(section.title), pages) if section.title else pages

    def _page(self, name: str) -> Entry:
        page = BY_NAME[name]
        return {told(page.in_nav): f"{self.addresses.overview(self.root, page.folder)}index.md"}

    def _perspectives(self) -> list[Entry]:
        return [
            {str(inert(row.perspective.name)): f"{self.addresses.perspective(self.root, each)}index.md"}
            for each, row in self.assessment.scorecards[self.root].perspectives.items()
        ]

    def _cascade(self) -> list[Entry]:
        """Alignment and the scorecards below; many of them share one entry, or each page would name all others."""
        if not self.assessment.project.cascade.children[self.root]:
            return []
        alignment, every = (self._page(each) for each in CASCADE.pages)
        many = len(self.assessment.scorecards) > IN_NAV + 1
        return [alignment, *([every] if many else _section(told(CASCADE.title), self._below()))]

    def _below(self) -> list[Entry]:
        return [
            {str(inert(card.scorecard.title)): f"{self.addresses.home(each)}index.md"}
            for each, card in self.assessment.scorecards.items()
            if each != self.root
        ]


def _section(title: str, entries: list[Entry]) -> list[Entry]:
    return [{title: entries}] if entries else []
