"""The head of a KPI's page: its value, how that stands to the target, and quietly whose it is and what is due."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Kind, TrendWord
from bsc_site.render.views.kpi_page.kpi_course import next_figure
from bsc_site.render.views.parts.freshness_marks import freshness_mark
from bsc_site.render.views.parts.page_parts import Fact, Link, StatusMark, TrendMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import (
    direction_in_list,
    distance_sentence,
    rating_source,
    value_text,
)
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.forecast_text import chance_statement
from bsc_site.wording.period_counts import frequency_word
from bsc_site.wording.point_text import so_far_text


@dataclass(frozen=True, slots=True)
class Head:
    """What one must know in ten seconds; `value`, `distance`, `trend` and `chance` are left out where there is none."""

    value: str
    period: str
    status: StatusMark
    distance: str
    """`0.8 points below 29.7 %`."""
    trend: TrendMark | None
    chance: str
    """`17 % likely to reach 30.0 % by Dec 2026`."""
    owner: Link
    role: str
    updater: Link
    due: Fact | None
    """The figure that is due next or missing, and until when."""
    updated: str
    freshness: StatusMark
    objectives: tuple[Link, ...]
    kind: str
    """`Leading KPI, monthly, higher is better`."""
    rating: tuple[Fact, ...]
    """The latest official rating, by whom and of when; empty without any."""


def kpi_head(here: Standpoint, found: KpiAssessment, objectives: tuple[Link, ...]) -> Head:
    """The head of the page; `objectives` are those that the KPI tells about."""
    kpi, now, fresh = found.kpi, found.current, found.freshness
    person = here.assessment.project.people.get(kpi.owner or "")
    chance = next(iter(found.forecast.chances), None)
    return Head(
        value=value_text(kpi, now.value) if now else "",
        period=so_far_text(now) if now else say("no value yet"),
        status=here.kpi_status(found),
        distance=_distance(found),
        trend=None if found.trend.word is TrendWord.TOO_SHORT else here.trend(found),
        chance=chance_statement(chance, kpi) if chance else "",
        owner=here.person(kpi.owner),
        role=person.role if person else "",
        updater=here.person(kpi.updater) if kpi.updater else Link(""),
        due=next_figure(found),
        updated=period_text(fresh.latest) if fresh.latest else say("no figure yet"),
        freshness=freshness_mark(fresh),
        objectives=objectives,
        kind=_kind(kpi),
        rating=_rating(found),
    )


def _distance(found: KpiAssessment) -> str:
    """The distance to the target; without any that there is none, unless nobody asks for one."""
    kpi, now = found.kpi, found.current
    if now and now.expected.given:
        return distance_sentence(kpi, now)
    asked = kpi.direction is not Direction.NONE and not found.status.judged
    return "" if kpi.targets or not asked else say("no target yet")


def _kind(kpi: Kpi) -> str:
    words = {"frequency": frequency_word(kpi.frequency), "direction": direction_in_list(kpi.direction)}
    if kpi.kind is Kind.LEADING:
        return say("Leading KPI, {frequency}, {direction}", **words)
    return say("Lagging KPI, {frequency}, {direction}", **words)


def _rating(found: KpiAssessment) -> tuple[Fact, ...]:
    if not found.ratings:
        return ()
    period, words = found.ratings[-1]
    return (Fact(say("Official rating"), words, rating_source(found.kpi, period_text(period))),)
