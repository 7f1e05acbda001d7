"""The target path: what a KPI should be at any period, between its dated targets and beyond them."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.known.kpi_home import KpiHome
from bsc_site.compute.kpi.pace_path import expected_at_pace
from bsc_site.compute.scoring.case import Dated, Yardstick
from bsc_site.compute.scoring.pace import paces_of
from bsc_site.compute.scoring.scale import Column, sign_of
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Target
from bsc_site.model.period import Frequency, Period, first_part, last_part
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Method, PathShape


@dataclass(frozen=True, slots=True)
class Line:
    """A line through dated values; `starts` is the ordinal before which nothing holds, None for an open beginning."""

    points: tuple[Dated, ...]
    stepwise: bool = False
    starts: int | None = None
    ordinals: tuple[int, ...] = ()

    def at(self, ordinal: int) -> float | None:
        """The value that holds at the period with this ordinal."""
        if not self.points or (self.starts is not None and ordinal < self.starts):
            return None
        after = bisect_right(self.ordinals, ordinal)
        if after == 0:
            return self.points[0].value
        if after == len(self.points) or self.stepwise:
            return self.points[after - 1].value
        share = (ordinal - self.ordinals[after - 1]) / (self.ordinals[after] - self.ordinals[after - 1])
        return between(self.points[after - 1].value, self.points[after].value, share)

    def along(self, ordinals: NDArray[np.int64]) -> Column:
        """The same of many periods; NaN where nothing holds."""
        if not self.points:
            return np.full(ordinals.size, np.nan)
        values, knots = np.array([each.value for each in self.points]), np.array(self.ordinals)
        after = knots.searchsorted(ordinals, side="right")
        held = values[np.maximum(after - 1, 0)]
        way = np.flatnonzero((after > 0) & (after < knots.size)) if not self.stepwise else ()
        if len(way):
            last, following = after[way] - 1, after[way]
            share = (ordinals[way] - knots[last]) / (knots[following] - knots[last])
            held[way] = _between(values[last], values[following], share)
        if self.starts is not None:
            held[ordinals < self.starts] = np.nan
        return held

    def around(self, ordinal: int) -> tuple[Dated | None, Dated | None]:
        """The point at or before, and the point at or after; the same one twice when it stands there."""
        after = bisect_right(self.ordinals, ordinal)
        at_or_after = bisect_left(self.ordinals, ordinal)
        before = self.points[after - 1] if after else None
        return before, self.points[at_or_after] if at_or_after < len(self.points) else None


def between(before: float, after: float, share: float) -> float:
    """The value a share (0 to 1) of the way from one value to another."""
    way = after - before
    return before + way * share if math.isfinite(way) else before * (1 - share) + after * share


def _between(before: Column, after: Column, share: Column) -> Column:
    with np.errstate(over="ignore", invalid="ignore"):
        way = after - before
        return np.where(np.isfinite(way), before + way * share, before * (1 - share) + after * share)


@dataclass(frozen=True, slots=True)
class TargetPath:
    """The path of one KPI: `goal` for a value; `low`, `high` for a band; `dated` the targets as declared, in order.

    Periods are given by their ordinal at the KPI's own frequency.
    """

    yardstick: Yardstick
    goal: Line
    low: Line
    high: Line
    dated: tuple[Dated, ...]
    ordinals: tuple[int, ...]
    """Those of `dated`."""

    def at(self, ordinal: int, own: Dated | None = None) -> Expectation:
        """What holds at one period; `own` is the target that the data carries for it."""
        kpi = self.yardstick.kpi
        if kpi.direction is Direction.BAND:
            return self._band_at(ordinal)
        if kpi.scoring.method is Method.PACE:
            aim, paces = self.aim(ordinal, own), paces_of(self.yardstick)
            return expected_at_pace(self.yardstick.baseline, aim, ordinal, kpi.direction, paces)
        target = self.goal.at(ordinal) if own is None else own.value
        if target is None:
            return _NOTHING
        return Expectation(target, self._red_flag(target))

    def along(self, ordinals: NDArray[np.int64], own: Sequence[float | None]) -> tuple[Column, Column]:
        """The target and the red flag of many periods, NaN where there is none; neither of a band nor of a pace.

        `own` are the targets that the data carries, None where it has none.
        """
        targets = self.goal.along(ordinals)
        if own.count(None) < len(own):
            known = np.array(own, dtype=np.float64)
            targets = np.where(np.isnan(known), targets, known)
        sign, declared = sign_of(self.yardstick.kpi.direction), self.yardstick.kpi.thresholds.red_flag
        if sign == 0:
            return targets, np.full(ordinals.size, np.nan)
        with np.errstate(over="ignore"):
            red_flags = targets - sign * self.yardstick.amber_column(targets)
        red_flags[(red_flags == targets) | ~np.isfinite(red_flags)] = np.nan
        if declared is not None:
            red_flags[sign * (targets - declared) > 0] = declared
        return targets, red_flags

    def aim(self, ordinal: int, own: Dated | None = None) -> Dated | None:
        """The next dated target at or after a period, otherwise the last one; None without targets.

        A target that the data carries is the aim where there is no dated one, and for a pace.
        """
        if not self.dated or (own is not None and self.yardstick.kpi.scoring.method is Method.PACE):
            return own
        return self.dated[min(bisect_left(self.ordinals, ordinal), len(self.dated) - 1)]

    def _red_flag(self, target: float) -> float | None:
        """The declared red flag where it is worse than the target, otherwise the tolerance away from it."""
        sign, declared = sign_of(self.yardstick.kpi.direction), self.yardstick.kpi.thresholds.red_flag
        if sign == 0:
            return None
        if declared is not None and sign * (target - declared) > 0:
            return declared
        red_flag = target - sign * self.yardstick.amber(target)
        return red_flag if red_flag != target and math.isfinite(red_flag) else None

    def _band_at(self, ordinal: int) -> Expectation:
        low, high = self.low.at(ordinal), self.high.at(ordinal)
        if low is None or high is None:
            return Expectation(low=low, high=high)
        declared = self.yardstick.kpi.thresholds
        below, above = low - self._amber(low, high - low), high + self._amber(high, high - low)
        if declared.red_flag_low is not None and declared.red_flag_low < low:
            below = declared.red_flag_low
        if declared.red_flag_high is not None and declared.red_flag_high > high:
            above = declared.red_flag_high
        return Expectation(low=low, high=high, red_flag_low=_finite(below), red_flag_high=_finite(above))

    def _amber(self, edge: float, width: float) -> float:
        tolerance = self.yardstick.tolerance
        return tolerance.around(edge if edge or not tolerance.relative else width)


_NOTHING = Expectation()


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def target_path(kpi: Kpi, home: KpiHome) -> TargetPath:
    """The path of `kpi`, read on the calendar of the scorecard that declares it."""
    spread = _Spread(kpi, home.year_starts_of(kpi))
    baseline = kpi.baseline
    start = None if baseline is None or baseline.value is None else spread.dated(baseline.period, baseline.value)[-1]
    tolerance = home.tolerance if kpi.tolerance is None else kpi.tolerance
    ordered = sorted(kpi.targets, key=lambda target: (target.period.end, target.period.frequency.rank))
    goal = _line(kpi, spread, ordered, lambda target: target.value)
    goals = [each for each in ordered if each.value is not None]
    dated = tuple(spread.dated(each.period, each.value)[-1] for each in goals if each.value is not None)
    return TargetPath(
        yardstick=Yardstick(kpi, tolerance, start, _way_by_zero(goal), _through_zero(goal, dated), home.scale),
        goal=goal,
        low=_edge(_line(kpi, spread, ordered, lambda target: target.low), kpi.scoring.low),
        high=_edge(_line(kpi, spread, ordered, lambda target: target.high), kpi.scoring.high),
        dated=dated,
        ordinals=tuple(each.ordinal for each in dated),
    )


def _way_by_zero(goal: Line) -> tuple[float, float] | None:
    """The first and the last of the lowest and highest points of a path that leads through zero, or to it."""
    values = [each.value for each in goal.points]
    if len(set(values)) < 2 or not (0 in values or min(values) < 0 < max(values)):  # noqa: PLR2004
        return None
    lowest, highest = min(values), max(values)
    return (lowest, highest) if values.index(lowest) < values.index(highest) else (highest, lowest)


def _through_zero(goal: Line, dated: Sequence[Dated]) -> bool:
    """Whether a target is zero, or the path changes its sign; one that only begins at zero has shares to be told."""
    values = [each.value for each in goal.points]
    return any(each.value == 0 for each in dated) or (bool(values) and min(values) < 0 < max(values))


@dataclass(frozen=True, slots=True)
class _Spread:
    """Puts a target of any frequency on the periods of the KPI."""

    kpi: Kpi
    year_starts: int

    def dated(self, period: Period, value: float) -> tuple[Dated, ...]:
        """One point at the KPI's period in which `period` ends; a total becomes equal parts throughout it."""
        last = last_part(period, self.kpi.frequency, self.year_starts)
        if not self.kpi.adds_up or period.frequency.rank <= self.kpi.frequency.rank:
            return (Dated(last, value, period, last.ordinal),)
        first = first_part(period, self.kpi.frequency, self.year_starts)
        part = value / (last.ordinal - first.ordinal + 1)
        return (Dated(first, part, period, first.ordinal), Dated(last, part, period, last.ordinal))


def _line(kpi: Kpi, spread: _Spread, targets: Sequence[Target], pick: Callable[[Target], float | None]) -> Line:
    points: dict[int, Dated] = {}
    for target in targets:
        value = pick(target)
        if value is not None:
            points |= {each.ordinal: each for each in spread.dated(target.period, value)}
    starts = None
    if points and kpi.baseline is not None and kpi.baseline.value is not None:
        start = spread.dated(kpi.baseline.period, kpi.baseline.value)[-1]
        if start.ordinal < min(points):
            starts = start.ordinal
            if kpi.path is PathShape.LINEAR and kpi.direction is not Direction.BAND:
                points[starts] = start
    ordinals = tuple(sorted(points))
    return Line(tuple(points[each] for each in ordinals), kpi.path is PathShape.STEP, starts, ordinals)


def _edge(line: Line, constant: float | None) -> Line:
    """The path of one edge of the band: through the targets, otherwise the constant edge of the scoring."""
    if line.points or constant is None:
        return line
    return Line((Dated(_ANY, constant, _ANY, 0),), ordinals=(0,))


_ANY = Period(Frequency.YEARLY, date(2000, 1, 1))
"""Stands where a value holds at all times."""
