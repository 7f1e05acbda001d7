"""The pages of a site, made from its assessment, its problems and its drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.addresses import Addresses
from bsc_site.render.page import Page
from bsc_site.render.page_kinds import ElementPage, OverviewPage
from bsc_site.render.pages.frames import element_frame, neighbours, overview_frame
from bsc_site.render.pages.front_matter import with_facts
from bsc_site.render.pages.page_key import PageKey, shapes_in
from bsc_site.render.pages.page_terms import PageTerms
from bsc_site.render.pages.register import BY_NAME, ELEMENT_PAGES, OVERVIEW_PAGES
from bsc_site.render.pages.site_material import SiteMaterial
from bsc_site.render.pages.templates import Templates
from bsc_site.render.views.parts.standpoint import Standpoint

__all__ = ["SiteMaterial", "render_pages"]

_LABEL_ENDS = re.compile("</(?:dt|th|caption|summary)>(?=<)")
"""Where a space follows, or whoever reads the texts alone, such as the search, reads `StatusWatch`."""


def render_pages(material: SiteMaterial) -> tuple[Page, ...]:
    """Every page of the site, scorecard by scorecard, parents first. Raises TemplateProblem."""
    writer = _Writer(material, Templates(material.own_templates), Addresses(material.assessment.project))
    return tuple(page for card in material.assessment.scorecards.values() for page in writer.pages(card))


@dataclass(frozen=True)
class _Writer:
    material: SiteMaterial
    templates: Templates
    addresses: Addresses
    keys: dict[tuple[str, bool], str] = field(default_factory=dict)
    """The foot of pages by their scorecard, and whether it tells what is done: made once."""

    def pages(self, card: ScorecardAssessment) -> Iterator[Page]:
        home = self.addresses.home(card.scorecard.id)
        here = Standpoint(self.material.assessment, self.addresses, card, home, BY_NAME)
        for each in OVERVIEW_PAGES:
            if each.written(here):
                at = replace(here, address=here.overview_address(each.name))
                yield self._page(each, replace(at, around=overview_frame(at, each)))
        for kind in ELEMENT_PAGES:
            for row in neighbours(kind.elements(here)):
                at = replace(here, address=kind.address(here, row[1]))
                yield self._page(kind, replace(at, around=element_frame(at, kind, row)), row[1])

    def _page(self, page: OverviewPage | ElementPage, at: Standpoint, *element: object) -> Page:
        shown = page.view(at, *element, *page.given(self.material, at, *element))
        title = str(getattr(shown, "title"))  # noqa: B009  # every view has one
        placed = self.templates.place(page.template, shown, self._terms(at))
        text = _LABEL_ENDS.sub(r"\g<0> ", placed + self._key(placed, at))
        return Page(at.address, title, with_facts(text, at.around))

    def _key(self, placed: str, at: Standpoint) -> str:
        """The key of the statuses that the page shows, for its foot; nothing where it shows none or has one."""
        shown = shapes_in(placed)
        if not shown or 'class="bsc-legend"' in placed:
            return ""
        kind = (at.id, "done" in shown)
        if kind not in self.keys:
            done = (at.plan_status(InitiativeStatus.DONE, ""),) if kind[1] else ()
            self.keys[kind] = self.templates.place("_key.jinja", PageKey((*at.legend(), *done)), PageTerms())
        return self.keys[kind]

    def _terms(self, at: Standpoint) -> PageTerms:
        words = BY_NAME["definitions"]
        return PageTerms(at.href(at.overview_address(words.name)), words.template not in self.material.own_templates)
