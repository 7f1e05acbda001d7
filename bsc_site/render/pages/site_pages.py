"""The pages of a site, made from its assessment, its problems and its drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from markupsafe import Markup

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.health import Health
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import ReviewMeeting
from bsc_site.model.problem import Problem
from bsc_site.render.addresses import Addresses, page_href
from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.page import Page
from bsc_site.render.pages.templates import Templates
from bsc_site.render.strategy_map import figure_text, from_assessment
from bsc_site.render.text import own
from bsc_site.render.views.initiative_views.initiative_view import initiative_view
from bsc_site.render.views.initiative_views.initiatives_view import initiatives_view
from bsc_site.render.views.initiative_views.risks_view import risks_view
from bsc_site.render.views.kpi_views.benchmarks_view import benchmarks_view
from bsc_site.render.views.kpi_views.definitions_view import definitions_view
from bsc_site.render.views.kpi_views.heatmap_view import heatmap_view
from bsc_site.render.views.kpi_views.kpi_view import kpi_view
from bsc_site.render.views.kpi_views.scorecard_view import scorecard_view
from bsc_site.render.views.overview.changes_view import changes_view
from bsc_site.render.views.overview.home_view import home_view
from bsc_site.render.views.overview.scorecards_view import scorecards_view
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.people_views.duty_view import duty_view
from bsc_site.render.views.people_views.person_view import person_view
from bsc_site.render.views.people_views.team_view import team_view
from bsc_site.render.views.quality_views.data_quality_view import quality_view
from bsc_site.render.views.quality_views.health_view import health_view
from bsc_site.render.views.quality_views.method_view import method_view
from bsc_site.render.views.review_views.review_view import review_view
from bsc_site.render.views.review_views.reviews_view import book_of, reviews_view
from bsc_site.render.views.strategy_views.alignment_view import alignment_view
from bsc_site.render.views.strategy_views.evidence_view import evidence_view
from bsc_site.render.views.strategy_views.map_view import map_view
from bsc_site.render.views.strategy_views.objective_view import objective_view
from bsc_site.render.views.strategy_views.perspective_view import perspective_view


@dataclass(frozen=True)
class SiteMaterial:
    """Everything that the pages are made of.

    `charts` and `drawings` (their SVG) have the same keys, element addresses: `kpi/<id>`, `initiatives/<scorecard>`; a
    key may be missing. `own_templates` maps the names of the project's own templates to their texts.
    """

    assessment: Assessment
    problems: tuple[Problem, ...] | None = ()
    """None: not for these readers."""
    charts: Mapping[str, Chart] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)
    own_templates: Mapping[str, str] = field(default_factory=dict)
    health: Mapping[str, Health] = field(default_factory=dict)
    """Scorecard id to how well it is made; a scorecard may be missing, then nothing was checked."""


def render_pages(material: SiteMaterial) -> tuple[Page, ...]:
    """Every page of the site, scorecard by scorecard, parents first. Raises TemplateProblem."""
    writer = _Writer(material, Templates(material.own_templates), Addresses(material.assessment.project))
    return tuple(page for card in material.assessment.scorecards.values() for page in writer.pages(card))


@dataclass(frozen=True)
class _Writer:
    material: SiteMaterial
    templates: Templates
    addresses: Addresses

    def pages(self, card: ScorecardAssessment) -> Iterator[Page]:
        here = Standpoint(self.material.assessment, self.addresses, card, self.addresses.home(card.scorecard.id))
        yield from self._overviews(here)
        yield from self._elements(here)

    def _overviews(self, here: Standpoint) -> Iterator[Page]:
        yield self._page(here, "home", here.address, lambda at: home_view(at, self._map(at)))
        gantt = f"initiatives/{here.id}"
        views: dict[str, Callable[[Standpoint], object]] = {
            "map": lambda at: map_view(at, self._map(at)),
            "scorecard": scorecard_view,
            "heatmap": heatmap_view,
            "changes": changes_view,
            "alignment": alignment_view,
            "evidence": lambda at: evidence_view(at, self._figure),
            "initiatives": lambda at: initiatives_view(at, self._figure(gantt)),
            "reviews": reviews_view,
            "risks": risks_view,
            "benchmarks": benchmarks_view,
            "data-quality": lambda at: quality_view(at, self.material.problems),
            "health": lambda at: health_view(at, self.material.health.get(at.id, Health())),
            "method": method_view,
            "definitions": definitions_view,
        }
        if here.children and here.id == self.material.assessment.project.root.id:
            views["scorecards"] = scorecards_view
        for name, view in views.items():
            yield self._page(here, name, self.addresses.overview(here.id, name), view)
        yield self._page(here, "duty", self.addresses.overview(here.id, "people"), duty_view)

    def _elements(self, here: Standpoint) -> Iterator[Page]:
        card, addresses = here.card, self.addresses
        for each in card.perspectives:
            yield self._page(here, "perspective", addresses.perspective(here.id, each), perspective_view, each)
        for each in card.objectives:
            yield self._page(here, "objective", addresses.objective(here.id, each), objective_view, each)
        for each in here.seen(card.kpis):
            if self.material.assessment.kpis[each].scorecard == here.id:
                yield self._page(here, "kpi", addresses.kpi(each), self._kpi, each)
        for each in card.initiatives:
            yield self._page(here, "initiative", addresses.initiative(here.id, each), initiative_view, each)
        for person in card.scorecard.people:
            yield self._page(here, "person", addresses.person(person.id), person_view, person.id)
        for meeting in book_of(here).meetings:
            address = addresses.review(here.id, meeting.period)
            yield self._page(here, "review", address, partial(self._review, meeting=meeting))
        for team in addresses.teams if here.id == self.material.assessment.project.root.id else ():
            yield self._page(here, "team", addresses.team(team), team_view, team)

    def _review(self, at: Standpoint, meeting: ReviewMeeting) -> object:
        drawing = self._map(replace(at, card=meeting.card))
        return review_view(at, meeting, drawing, lambda kpi: self._figure(f"kpi/{kpi}"))

    def _kpi(self, at: Standpoint, kpi: str) -> object:
        return kpi_view(at, kpi, self._figure(f"kpi/{kpi}"))

    def _page(self, here: Standpoint, name: str, address: str, view: Callable[..., object], *element: str) -> Page:
        shown = view(replace(here, address=address), *element)
        title = str(getattr(shown, "title"))  # noqa: B009  # every view has one
        return Page(address, title, self.templates.place(f"{name}.md.jinja", shown))

    def _map(self, at: Standpoint) -> Markup:
        people = {id_: person.name for id_, person in self.material.assessment.project.people.items()}

        def href(objective: str) -> str:
            return page_href(at.address, self.addresses.objective(at.id, objective))

        grades = {(each.source, each.target): each.grade.value.replace("_", " ") for each in at.card.evidence}
        return own(figure_text(from_assessment(at.card, href, people, grades)))

    def _figure(self, key: str) -> Markup:
        chart = self.material.charts.get(key)
        return own(figure_html(chart, self.material.drawings.get(key, ""))) if chart else Markup()
