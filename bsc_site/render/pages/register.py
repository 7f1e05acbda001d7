"""The register of pages: every page of a site with its address, its title, its view and its condition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bsc_site.model.concluded.review_assessment import ReviewMeeting
from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import file_href
from bsc_site.render.page_kinds import ElementPage, OverviewPage, nothing
from bsc_site.render.pages.folder import packaged_tokens
from bsc_site.render.pages.site_material import SiteMaterial
from bsc_site.render.strategy_map import what_if_button
from bsc_site.render.views.initiative_views.initiative_view import initiative_view
from bsc_site.render.views.initiative_views.initiatives_view import initiatives_view
from bsc_site.render.views.initiative_views.risks_view import risks_view
from bsc_site.render.views.kpi_page.kpi_view import kpi_view
from bsc_site.render.views.kpi_views.benchmarks_view import benchmarks_view
from bsc_site.render.views.kpi_views.definitions_view import definitions_view
from bsc_site.render.views.kpi_views.heatmap_view import heatmap_view
from bsc_site.render.views.kpi_views.scorecard_view import WHAT_IF, scorecard_view
from bsc_site.render.views.overview.changes_view import changes_view
from bsc_site.render.views.overview.home_view import home_view
from bsc_site.render.views.overview.past_view import past_view
from bsc_site.render.views.overview.scorecards_view import scorecards_view
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.people_views.duty_view import duty_view
from bsc_site.render.views.people_views.person_view import person_view
from bsc_site.render.views.people_views.team_view import team_view
from bsc_site.render.views.quality_views.data_quality_view import quality_view
from bsc_site.render.views.quality_views.health_view import health_view
from bsc_site.render.views.quality_views.method_view import method_view
from bsc_site.render.views.quality_views.style_view import style_view
from bsc_site.render.views.review_views.review_view import review_view
from bsc_site.render.views.review_views.reviews_view import book_of, review_link, reviews_view
from bsc_site.render.views.strategy_views.alignment_view import alignment_view
from bsc_site.render.views.strategy_views.evidence_view import evidence_view
from bsc_site.render.views.strategy_views.map_view import map_view
from bsc_site.render.views.strategy_views.objective_view import objective_view
from bsc_site.render.views.strategy_views.perspective_view import perspective_view
from bsc_site.render.views.strategy_views.strategy_view import strategy_view
from bsc_site.render.views.what_if.what_if_content import are_tried
from bsc_site.wording.language import noted


def _map(material: SiteMaterial, at: Standpoint) -> tuple[object, ...]:
    return (material.map_from(at),)


def _map_to_try(material: SiteMaterial, at: Standpoint) -> tuple[object, ...]:
    """The map with the tool that tries out other values, where there are any to try."""
    kpis = [at.assessment.kpis[each] for each in at.seen(at.card.kpis)]
    content = file_href(at.address, at.overview_address("scorecard") + WHAT_IF)
    return (material.map_from(at, what_if_button(content, at.id) if are_tried(at, kpis) else ""),)


def _figures(material: SiteMaterial, _: Standpoint) -> tuple[object, ...]:
    return (material.figure,)


def _gantt_chart(material: SiteMaterial, at: Standpoint) -> tuple[object, ...]:
    return (material.figure(f"initiatives/{at.id}"),)


def _problems(material: SiteMaterial, _: Standpoint) -> tuple[object, ...]:
    return material.problems, material.translations


def _health(material: SiteMaterial, at: Standpoint) -> tuple[object, ...]:
    return (material.health_of(at.id),)


def _chart(material: SiteMaterial, _: Standpoint, kpi: str) -> tuple[object, ...]:
    return (material.figure(f"kpi/{kpi}"),)


def _map_then(material: SiteMaterial, at: Standpoint, meeting: ReviewMeeting) -> tuple[object, ...]:
    """The map as it stood at the meeting, and the charts of its KPIs."""
    kpis = {**at.assessment.kpis, **meeting.kpis}
    then = replace(at, assessment=replace(at.assessment, kpis=kpis), card=meeting.card)
    return material.map_from(then), lambda kpi: material.figure(f"kpi/{kpi}")


def _cascades(here: Standpoint) -> bool:
    return bool(here.children or here.above)


def _top(here: Standpoint) -> bool:
    return here.id == here.assessment.project.root.id


def _top_of_several(here: Standpoint) -> bool:
    return _top(here) and bool(here.children)


def _never(_: Standpoint) -> bool:
    return False


def _tokens(_: SiteMaterial, __: Standpoint) -> tuple[object, ...]:
    return (packaged_tokens(),)


OVERVIEW_PAGES = (
    OverviewPage("home", "", noted("Home"), home_view, _map, linked=_never),
    OverviewPage("map", "map", noted("Strategy map"), map_view, _map_to_try),
    OverviewPage("strategy", "strategy", noted("Strategy"), strategy_view, nav_title=noted("Mission and destination")),
    OverviewPage("scorecard", "scorecard", noted("Scorecard"), scorecard_view, nav_title=noted("Status table")),
    OverviewPage("heatmap", "heatmap", noted("Heat map"), heatmap_view),
    OverviewPage("changes", "changes", noted("What changed"), changes_view),
    OverviewPage("past", "scorecard/as-of", noted("As it stood"), past_view),
    OverviewPage("alignment", "alignment", noted("Alignment"), alignment_view, linked=_cascades),
    OverviewPage("evidence", "evidence", noted("Evidence"), evidence_view, _figures),
    OverviewPage("initiatives", "initiatives", noted("Initiatives"), initiatives_view, _gantt_chart),
    OverviewPage("reviews", "reviews", noted("Reviews"), reviews_view),
    OverviewPage("risks", "risks", noted("Risks"), risks_view),
    OverviewPage("benchmarks", "benchmarks", noted("Benchmarks"), benchmarks_view),
    OverviewPage("duty", "people", noted("Who is late"), duty_view),
    OverviewPage("data-quality", "data-quality", noted("Data quality"), quality_view, _problems),
    OverviewPage("health", "health", noted("Health"), health_view, _health, nav_title=noted("Health of the scorecard")),
    OverviewPage("definitions", "definitions", noted("Definitions"), definitions_view),
    OverviewPage("method", "method", noted("How it is scored"), method_view),
    OverviewPage(
        "scorecards", "scorecards", noted("All scorecards"), scorecards_view, written=_top_of_several, linked=_never
    ),
    OverviewPage("style", "style", noted("Style"), style_view, _tokens, written=_top, linked=_never),
)
"""The pages that a scorecard has once, in the order in which its other pages link to them."""
BY_NAME = {page.name: page for page in OVERVIEW_PAGES}


@dataclass(frozen=True, slots=True)
class NavSection:
    """Entries of the navigation: overview pages by name, below the `title`, or beside other sections without one."""

    title: str
    pages: tuple[str, ...] = ()


PERSPECTIVES, CASCADE = (
    NavSection(noted("Perspectives")),
    NavSection(noted("Scorecards below"), ("alignment", "scorecards")),
)
"""The sections whose entries depend on the scorecards."""
NAVIGATION = (
    NavSection("", ("home",)),
    NavSection(noted("Strategy"), ("map", "strategy", "evidence")),
    NavSection(noted("Scorecard"), ("scorecard", "heatmap", "changes", "past")),
    PERSPECTIVES,
    NavSection("", ("initiatives",)),
    NavSection(noted("Meetings"), ("reviews", "risks")),
    CASCADE,
    NavSection(noted("About the figures"), ("data-quality", "duty", "benchmarks", "health", "method", "definitions")),
)
"""The navigation of a site, in its order."""


def _own_kpis(here: Standpoint) -> Iterable[str]:
    """The KPIs that have their page with this scorecard, which declares them, as its table shows them."""
    listed = (kpi for each in _objectives(here) for kpi in here.card.objectives[each].kpis)
    seen = here.seen(tuple(dict.fromkeys((*listed, *here.card.kpis))))
    return (each for each in seen if here.assessment.kpis[each].scorecard == here.id)


def _objectives(here: Standpoint) -> Iterable[str]:
    """The objectives, perspective by perspective."""
    return (each for found in here.card.perspectives.values() for each in found.objectives)


def _above_objective(here: Standpoint, objective: str) -> tuple[Link, ...]:
    return (here.perspective(here.card.objectives[objective].perspective),)


def _above_kpi(here: Standpoint, kpi: str) -> tuple[Link, ...]:
    """Perspective and objective where an objective lists it; else the table that does."""
    listing = here.listings.of(here.card, kpi)
    if not listing:
        return (here.overview("scorecard"),)
    found = listing[0] if len(listing) == 1 else next(each for each in _objectives(here) if each in listing)
    return (*_above_objective(here, found), here.objective(found))


ELEMENT_PAGES = (
    ElementPage(
        "perspective",
        lambda here: here.card.perspectives,
        lambda here, each: here.addresses.perspective(here.id, each),
        perspective_view,
        lambda at, each: at.perspective(each),
        nothing,
    ),
    ElementPage(
        "objective",
        _objectives,
        lambda here, each: here.addresses.objective(here.id, each),
        objective_view,
        lambda at, each: at.objective(each),
        _above_objective,
    ),
    ElementPage(
        "kpi",
        _own_kpis,
        lambda here, each: here.addresses.kpi(each),
        kpi_view,
        lambda at, each: at.kpi(each),
        _above_kpi,
        given=_chart,
        of_a_kpi=True,
    ),
    ElementPage(
        "initiative",
        lambda here: here.card.initiatives,
        lambda here, each: here.addresses.initiative(here.id, each),
        initiative_view,
        lambda at, each: at.initiative(each),
        lambda at, _: (at.overview("initiatives"),),
        "initiatives",
    ),
    ElementPage(
        "person",
        lambda here: (each.id for each in here.card.scorecard.people),
        lambda here, each: here.addresses.person(each),
        person_view,
        lambda at, each: at.person(each),
        lambda at, _: (at.overview("duty"),),
        "duty",
    ),
    ElementPage(
        "review",
        lambda here: reversed(book_of(here).meetings),
        lambda here, each: here.addresses.review(here.id, each.period),
        review_view,
        review_link,
        lambda at, _: (at.overview("reviews"),),
        "reviews",
        given=_map_then,
        watched=False,
    ),
    ElementPage(
        "team",
        lambda here: here.addresses.teams if _top(here) else (),
        lambda here, each: here.addresses.team(each),
        team_view,
        lambda at, each: at.team(each),
        lambda at, _: (at.overview("duty"),),
        "duty",
    ),
)
"""The pages of single elements, each kind once."""
