"""Changes: which KPIs have another status, or stand on the other side of their target, than a period before."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.assessment import KpiAssessment, Point
from bsc_site.model.figures import period_text
from bsc_site.model.words import Direction
from bsc_site.render.views.parts import Link, StatusMark
from bsc_site.render.views.sentences import distance, expected_text, value_text
from bsc_site.render.views.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class Change:
    """One KPI that changed: statuses before and after, and a sentence with the figures."""

    link: Link
    before: StatusMark
    after: StatusMark
    sentence: str


def changes_of(here: Standpoint) -> tuple[Change, ...]:
    """The KPIs of the scorecard that changed from their previous to their current period, the worst news first."""
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    moved = [(each, step) for each in found if (step := _step(each))]
    moved.sort(key=lambda pair: pair[1][0].status.rank - pair[1][1].status.rank)
    return tuple(_change(here, each, before, after) for each, (before, after) in moved)


def _step(found: KpiAssessment) -> tuple[Point, Point] | None:
    before, after = found.previous, found.current
    if before is None or after is None:
        return None
    flipped = before.status is not after.status and before.status.judged and after.status.judged
    return (before, after) if flipped or _crossing(found) else None


def _crossing(found: KpiAssessment) -> str:
    """`reached its target` or `fell short of its target`; empty when it stayed on its side."""
    if found.previous is None or found.current is None:
        return ""
    before, after = _met(found, found.previous), _met(found, found.current)
    if before is None or after is None or before == after:
        return ""
    return "reached its target" if after else "no longer meets its target"


def _met(found: KpiAssessment, point: Point) -> bool | None:
    gap, direction = distance(point), found.kpi.direction
    if gap is None or direction is Direction.NONE:
        return None
    if gap == 0:
        return True
    return direction is not Direction.BAND and (gap > 0) == (direction is Direction.HIGHER)


def _change(here: Standpoint, found: KpiAssessment, before: Point, after: Point) -> Change:
    figures = (
        f"{value_text(found.kpi, before.value)} in {period_text(before.period)}, "
        f"{value_text(found.kpi, after.value)} in {period_text(after.period)}"
    )
    expected = expected_text(found.kpi, after.expected)
    figures += "" if expected == "—" else f" against {expected}"
    crossing = _crossing(found)
    return Change(
        link=here.kpi(found.kpi.id),
        before=here.status(before.status, ""),
        after=here.status(after.status, ""),
        sentence=f"{figures}; {crossing}" if crossing else figures,
    )
