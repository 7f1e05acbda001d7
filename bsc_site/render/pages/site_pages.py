"""The pages of a site, made from its assessment, its problems and its drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.addresses import EMBEDDED, Addresses
from bsc_site.render.matter.kpi_matter import KpiMatter, KpiMatters
from bsc_site.render.matter.looked_material import LookedMaterial
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.render.page import Page
from bsc_site.render.page_kinds import ElementPage, OverviewPage
from bsc_site.render.pages.frames import element_frame, neighbours, overview_frame
from bsc_site.render.pages.front_matter import with_facts
from bsc_site.render.pages.page_key import PageKey, shapes_in
from bsc_site.render.pages.page_terms import PageTerms
from bsc_site.render.pages.register import BY_NAME, ELEMENT_PAGES, OVERVIEW_PAGES
from bsc_site.render.pages.site_material import SiteMaterial
from bsc_site.render.pages.templates import Templates
from bsc_site.render.views.kpi_page.embed_view import EMBED, embed_view
from bsc_site.render.views.parts.standpoint import Standpoint

__all__ = ["PageOutline", "PageWriter", "SiteMaterial", "outlines_of", "pages_at", "render_pages"]

_LABEL_ENDS = ("</dt>", "</th>", "</caption>", "</summary>")
"""Where a space follows, or whoever reads the texts alone, such as the search, reads `StatusWatch`."""


@dataclass(frozen=True, slots=True)
class PageOutline:
    """A page before it is written: its kind, where it stands, and its element, where it is that of one."""

    kind: OverviewPage | ElementPage
    at: Standpoint
    element: tuple[str, ...] = ()
    matter: KpiMatter | None = None
    """What the page shows beside what is declared, where that is all; None for a page that may show anything."""
    looked: LookedMaterial | None = None
    """Stands for the material of the site while it is noted what the page looks at."""

    @property
    def watched(self) -> bool:
        """Whether all that the page looks at can be noted."""
        return self.kind.watched


def outlines_of(assessment: Assessment, part: SitePart | None = None) -> Iterator[PageOutline]:
    """Every page of the part, scorecard by scorecard, parents first."""
    addresses, matters = Addresses(assessment.project), KpiMatters(assessment)
    for card in cards_of(assessment, part):
        here = Standpoint(assessment, addresses, card, addresses.home(card.scorecard.id), BY_NAME)
        for each in OVERVIEW_PAGES:
            if each.written(here):
                at = replace(here, address=here.overview_address(each.name))
                yield PageOutline(each, replace(at, around=overview_frame(at, each)))
        for kind in ELEMENT_PAGES:
            for row in neighbours(kind.elements(here)):
                at = replace(here, address=kind.address(here, row[1]))
                outline = PageOutline(kind, replace(at, around=element_frame(at, kind, row)), (row[1],))
                yield _of_a_kpi(outline, matters, row[1]) if kind.of_a_kpi else outline


def _of_a_kpi(outline: PageOutline, matters: KpiMatters, kpi: str) -> PageOutline:
    """The same where nothing but the matter of the KPI can be seen."""
    matter, at = matters.of(kpi), outline.at
    told = matters.told(matter)
    return replace(outline, at=replace(at, assessment=told, card=told.scorecards[at.id]), matter=matter)


def render_pages(material: SiteMaterial, part: SitePart | None = None) -> tuple[Page, ...]:
    """Every page of the part, each as it was `kept` or written. Raises TemplateProblem."""
    writer = PageWriter(material)
    return tuple(material.kept(each, writer.page) for each in outlines_of(material.assessment, part))


def pages_at(material: SiteMaterial, addresses: Sequence[str]) -> Iterator[Page]:
    """The pages at these addresses alone, in this order, each written when it is asked for. Raises TemplateProblem."""
    writer, wanted = PageWriter(material), frozenset(addresses)
    found = {each.at.address: each for each in outlines_of(material.assessment) if each.at.address in wanted}
    return (writer.page(found[each]) for each in addresses if each in found)


@dataclass(frozen=True)
class PageWriter:
    """What writes the pages of a site, one at a time, in whatever order.

    `each_time` is called before a page is written, and may raise.
    """

    material: SiteMaterial
    each_time: Callable[[], None] = lambda: None
    keys: dict[tuple[str, bool], str] = field(default_factory=dict)
    """The foot of pages by their scorecard, and whether it tells what is done: made once."""

    @cached_property
    def templates(self) -> Templates:
        """The templates of all pages."""
        return Templates(self.material.own_templates, self.material.set_off)

    def page(self, outline: PageOutline) -> Page:
        """The page of an outline, written anew. Raises TemplateProblem."""
        self.each_time()
        page, at, element = outline.kind, self._standpoint(outline), outline.element
        shown = page.view(at, *element, *page.given(outline.looked or self.material, at, *element))
        title = str(getattr(shown, "title"))  # noqa: B009  # every view has one
        placed = self.templates.place(page.template, shown, self._terms(at))
        text = placed + self._key(placed, at)
        for end in _LABEL_ENDS:
            text = text.replace(f"{end}<", f"{end} <")
        beside = self._beside_a_kpi(at, element[0]) if isinstance(page, ElementPage) and page.of_a_kpi else ()
        return Page(at.address, title, with_facts(text, at.around), beside)

    def _standpoint(self, outline: PageOutline) -> Standpoint:
        return replace(outline.at, rows=self.material.rows, site_url=self.material.site_url)

    def _beside_a_kpi(self, at: Standpoint, kpi: str) -> tuple[tuple[str, str], ...]:
        """What brings its chart to life, and the chart for pages elsewhere, each with its path."""
        shown = embed_view(at, kpi, self.material.still(f"kpi/{kpi}"))
        embed = self.templates.place(EMBED, shown, PageTerms())
        return *self.material.live(f"kpi/{kpi}"), (f"{at.address}{EMBEDDED}index.html", embed)

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
