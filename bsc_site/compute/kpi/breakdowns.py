"""Breakdowns: the groups of a KPI, such as its regions, each beside the whole, and how far they lie apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from bsc_site.model.concluded.assessment import Breakdown, Expectation, GroupGap, GroupStanding, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.series import GroupSeries, Observation, Series
from bsc_site.model.vocabularies import Status

Judged = Callable[[Sequence[Observation]], tuple[Point, ...]]
"""Points against the KPI's own targets."""
_ROUNDED = 0.005
"""The share of the whole by which rounded parts may miss it."""
_FEWEST = 2


def breakdowns_of(kpi: Kpi, series: Series, judged: Judged) -> tuple[Breakdown, ...]:
    """One for each column that tells groups apart, in the order of the data; empty without any.

    Groups that add up to the KPI's own figure are parts of it: none is held against the target of the whole.
    """
    columns = dict.fromkeys(each.by for each in series.groups)
    return tuple(_breakdown(kpi, series, [each for each in series.groups if each.by == by], judged) for by in columns)


def _breakdown(kpi: Kpi, series: Series, groups: Sequence[GroupSeries], judged: Judged) -> Breakdown:
    parts = kpi.adds_up or _add_up(series.complete, groups)
    standings = tuple(_standing(each, judged, parts=parts) for each in groups)
    return Breakdown(groups[0].by, standings, gap_of(standings, kpi.frequency.a_year), parts)


def _standing(group: GroupSeries, judged: Judged, *, parts: bool) -> GroupStanding:
    """A part of the whole is judged only where its row has a target of its own."""
    points = judged(group.observations)
    if parts:
        pairs = zip(points, group.observations, strict=True)
        points = tuple(point if each.target is not None else _unjudged(point) for point, each in pairs)
    return GroupStanding(group.name, points, _latest(points))


def _unjudged(point: Point) -> Point:
    return point._replace(expected=Expectation(), status=Status.NOT_SCORED, score=None)


def _latest(points: Iterable[Point]) -> Point | None:
    return next((each for each in reversed(tuple(points)) if each.complete), None)


def _add_up(whole: Sequence[Observation], groups: Sequence[GroupSeries]) -> bool:
    """Whether the groups of every period that all of them have make the figure of that period."""
    figures = [{each.period: each.value for each in group.observations} for group in groups]
    common = [each for each in whole if all(each.period in one for one in figures)]
    sums = [(math.fsum(one[each.period] for one in figures), each.value) for each in common]
    return len(groups) >= _FEWEST and bool(sums) and all(_close(*pair) for pair in sums)


def _close(total: float, figure: float) -> bool:
    return math.isclose(total, figure, rel_tol=_ROUNDED, abs_tol=1e-9) and figure != 0


def gap_of(groups: Sequence[GroupStanding], a_year: float) -> GroupGap | None:
    """The distance between the largest and the smallest group in the latest period that any has; None for one alone.

    Groups without a figure of that period are left aside.
    """
    last = max((each.current.period for each in groups if each.current), default=None, key=lambda each: each.ordinal)
    if last is None:
        return None
    now = _at(groups, last)
    if len(now) < _FEWEST:
        return None
    earlier = _at(groups, last.shift(-round(a_year)))
    before = max(earlier.values()) - min(earlier.values()) if earlier.keys() >= now.keys() else None
    highest, lowest = max(now, key=now.__getitem__), min(now, key=now.__getitem__)
    return GroupGap(last, highest, now[highest], lowest, now[lowest], before)


def _at(groups: Sequence[GroupStanding], period: Period) -> dict[str, float]:
    return {
        group.name: each.value for group in groups for each in group.points if each.complete and each.period == period
    }
