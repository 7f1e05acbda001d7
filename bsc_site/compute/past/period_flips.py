"""Period flips: the KPIs whose status or side of the target was another at the end of an earlier period."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bsc_site.compute.comparison import flip_between
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.changes import Change
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.period import Frequency, Period, period_of

MOST = 5
"""So many periods before the newest news are told of."""
FEWEST, ALL = 2, 2400
"""Of at least so many it is told what was edited; of no more than for which so many KPIs are read again."""


def earlier_periods(assessment: Assessment) -> tuple[Period, ...]:
    """The running one and those before it, the newest first: months, or longer ones where nothing is as fine."""
    measured = [each for each in assessment.kpis.values() if any(point.complete for point in each.points)]
    if not measured:
        return ()
    finest = min((each.kpi.frequency for each in measured), key=lambda each: each.rank)
    frequency = max(finest, Frequency.MONTHLY, key=lambda each: each.rank)
    running = period_of(assessment.as_of, frequency, assessment.project.root.fiscal_year_starts)
    return tuple(running.shift(-back) for back in range(MOST + 2))


def told_of_edits(assessment: Assessment, periods: Sequence[Period]) -> frozenset[Period]:
    """Those of the periods for which it is worth reading how the project stood when they began and ended."""
    most = max(FEWEST, min(MOST, ALL // max(len(assessment.kpis), 1)))
    return frozenset(periods[: most + 1])


def flips_of(assessment: Assessment, periods: Sequence[Period]) -> dict[Period, tuple[Change, ...]]:
    """Period to what flipped in it by the figures and definitions of today, in the order of the KPIs.

    What the latest figure of a KPI did is not among them.
    """
    found: dict[Period, list[Change]] = {each: [] for each in periods}
    for each in assessment.kpis.values():
        scale = assessment.scorecards[each.scorecard].scorecard.scale
        for period, change in _flips(each, scale, periods):
            found[period].append(change)
    return {period: tuple(changes) for period, changes in found.items()}


def _flips(found: KpiAssessment, scale: StatusScale, periods: Sequence[Period]) -> Iterator[tuple[Period, Change]]:
    complete = [point for point in found.points if point.complete]
    days = [point.period.end for point in complete]
    for period in periods:
        now, before = bisect_right(days, period.end) - 1, bisect_right(days, period.shift(-1).end) - 1
        if before < 0 or now == before or complete[now] is found.current:
            continue
        change = flip_between(found, scale, complete[before], complete[now])
        if change is not None:
            yield period, change
