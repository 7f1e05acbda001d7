"""What a scorecard is for: the destination beside this year's targets, and what customers are offered."""

from __future__ import annotations

from bsc_site.model.concluded.overview import KpiCourse, Waypoint
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_text, value_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import noted, say, say_count, told

SHOWN = 8
"""How many KPIs stand beside the destination at once; the rest folds."""
_PARTS = (
    ("functionality", noted("Functionality")),
    ("relationship", noted("Relationship")),
    ("image", noted("Image")),
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """An objective that carries a part of the value proposition."""

    link: Link
    status: StatusMark


@dataclass(frozen=True, slots=True)
class Offer:
    """One part of the customer value proposition with the objectives that carry it."""

    name: str
    text: str
    objectives: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class DestinationRow:
    """A KPI on its way to the destination."""

    link: Link
    current: str
    status: StatusMark
    this_year: str
    destination: str


@dataclass(frozen=True, slots=True)
class DestinationView:
    """The destination in words, and the KPIs that have a target for its year."""

    text: str
    by: str
    this_year: str
    """The heading of this year's targets: `2026`."""
    then: str
    ways: tuple[DestinationRow, ...]
    more: str
    folded: tuple[DestinationRow, ...]
    """The rest, behind the line that says how many: `more`."""


def offers_of(here: Standpoint) -> tuple[Offer, ...]:
    """The parts of the value proposition that the scorecard declares; empty where it declares none."""
    declared = here.card.scorecard.value_proposition
    return tuple(
        Offer(told(name), text, _bearers(here, part)) for part, name in _PARTS if (text := str(getattr(declared, part)))
    )


def _bearers(here: Standpoint, part: str) -> tuple[Bearer, ...]:
    return tuple(
        Bearer(here.objective(id_), here.standing(found.standing).status)
        for id_, found in here.card.objectives.items()
        if part in found.objective.value_proposition
    )


def destination_of(here: Standpoint) -> DestinationView:
    """The destination of the scorecard; all texts empty where it declares none."""
    declared, course = here.card.scorecard.destination, here.assessment.overviews[here.id].course
    if declared is None or course is None:
        return DestinationView("", "", "", "", (), "", ())
    then = period_text(course.then)
    more = len(course.kpis) - SHOWN
    return DestinationView(
        text=declared.text,
        by=say("By {period}", period=period_text(declared.period)),
        this_year=period_text(course.this_year),
        then=then,
        ways=tuple(_way(here, each) for each in course.kpis[:SHOWN]),
        more=_more(more, then),
        folded=tuple(_way(here, each) for each in course.kpis[SHOWN:]),
    )


def _more(hidden: int, year: str) -> str:
    if hidden <= 0:
        return ""
    return say_count(
        "and {count} more KPI with a target for {year}",
        "and {count} more KPIs with a target for {year}",
        hidden,
        year=year,
    )


def _way(here: Standpoint, course: KpiCourse) -> DestinationRow:
    found = here.assessment.kpis[course.kpi]
    return DestinationRow(
        link=here.kpi(course.kpi),
        current=value_text(found.kpi, found.current.value if found.current else None),
        status=here.kpi_status(found),
        this_year=_text(found.kpi, course.this_year),
        destination=_text(found.kpi, course.then),
    )


def _text(kpi: Kpi, point: Waypoint | None) -> str:
    """`30 % by Dec 2026`; a total for a year needs no date beside it; `about` where no target is declared."""
    if point is None:
        return "—"
    figure = expected_text(kpi, point.expected)
    if point.period.frequency is Frequency.YEARLY:
        return figure if point.declared else say("about {figure}", figure=figure)
    period = period_text(point.period)
    if point.declared:
        return say("{figure} by {period}", figure=figure, period=period)
    return say("about {figure} by {period}", figure=figure, period=period)
