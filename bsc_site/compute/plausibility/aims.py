"""Targets that can hardly be meant: worse than where the KPI began, or in another unit than its figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf

from bsc_site.compute.health.subject import Breach, Subject, Verdict, breach
from bsc_site.compute.kpi.target_path import TargetPath, target_path
from bsc_site.compute.scoring.case import Dated
from bsc_site.compute.scoring.judge import method_of
from bsc_site.compute.scoring.scale import sign_of
from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.problem import Figure, Quantity
from bsc_site.model.rules.plausibility import (
    TARGET_ABOVE_BASELINE,
    TARGET_BELOW_BASELINE,
    TARGET_FAR_ABOVE,
    TARGET_FAR_BELOW,
    TARGET_IS_A_TOTAL,
)
from bsc_site.model.vocabularies import Direction, Method

_COMPARE = {Method.GOAL_RED_FLAG, Method.PROGRESS, Method.PACE, Method.PERCENT_OF_TARGET}
_NOISE = 1e-9
_FAR, _FAR_DOWN, _FAR_AFTER_BASELINE = 10, 50, 100
"""How many times one is the other: in general, towards a target near zero, and where a baseline stands between."""
_NEAR_TOTAL = 3


def target_behind_the_baseline(subject: Subject) -> Iterator[Verdict]:
    """No target lies on the bad side of the baseline; the one that equals it says that a level is held."""
    for found in _with_targets(subject):
        path = target_path(found.kpi, subject.card)
        behind = _behind(path)
        yield Verdict(f"kpi/{found.kpi.id}", _told_behind(path, behind), "targets")


def _behind(path: TargetPath) -> Dated | None:
    """The first dated target that is worse than the baseline."""
    start, sign = path.yardstick.baseline, sign_of(path.yardstick.kpi.direction)
    if start is None:
        return None
    slack = _NOISE * abs(start.value)
    return next((each for each in path.dated if sign * (each.value - start.value) < -slack), None)


def _told_behind(path: TargetPath, target: Dated | None) -> Breach | None:
    kpi, start = path.yardstick.kpi, path.yardstick.baseline
    if start is None or target is None:
        return None
    sentence = TARGET_BELOW_BASELINE if kpi.direction is Direction.HIGHER else TARGET_ABOVE_BASELINE
    return breach(
        sentence,
        target=Quantity(target.value, kpi.unit),
        period=target.written,
        baseline=Quantity(start.value, kpi.unit),
        start=start.written,
    )


def target_far_from_the_figures(subject: Subject) -> Iterator[Verdict]:
    """The first target is in the unit of the figures."""
    for found in _with_targets(subject):
        path = target_path(found.kpi, subject.card)
        if found.current is None or not path.dated or _behind(path) is not None:
            continue
        yield Verdict(f"kpi/{found.kpi.id}", _told_far(found, path), "targets")


def _told_far(found: KpiAssessment, path: TargetPath) -> Breach | None:
    first = path.dated[0]
    near = min(_around(found.points, first), key=lambda each: _apart(each, first))
    target, value = first.value, near.value
    if target * value <= 0:
        return None
    ratio = target / value
    if not 0 < ratio < inf or 1 / _far(path, first, upwards=False) < ratio < _far(path, first, upwards=True):
        return None
    figures: dict[str, Figure] = {
        "target": Quantity(target, found.kpi.unit),
        "period": first.written,
        "value": Quantity(value, found.kpi.unit),
        "at": near.period,
    }
    if ratio < 1:
        return breach(TARGET_FAR_BELOW, **figures, times=round(1 / ratio))
    if _like_a_total(found, first, ratio):
        return breach(TARGET_IS_A_TOTAL, **figures, times=round(ratio), frequency=found.kpi.frequency)
    return breach(TARGET_FAR_ABOVE, **figures, times=round(ratio))


def _around(points: Sequence[Point], target: Dated) -> Iterator[Point]:
    """The complete figures nearest to the target's period, before it and from it on; `points` are in order."""
    after = bisect_left(points, target.ordinal, key=_ordinal)
    for side in (reversed(points[:after]), iter(points[after:])):
        yield from islice((each for each in side if each.complete), 1)


def _ordinal(point: Point) -> int:
    return point.period.ordinal


def _apart(point: Point, target: Dated) -> tuple[int, int]:
    """How far a figure is from the target's period; of two as far the earlier one comes first."""
    return abs(point.period.ordinal - target.ordinal), point.period.ordinal


def _far(path: TargetPath, target: Dated, *, upwards: bool) -> float:
    """From how many times on a target is too far above or below the figures to be meant."""
    sign, start = sign_of(path.yardstick.kpi.direction), path.yardstick.baseline
    better = (sign > 0) is upwards
    if better and start is not None and sign * (target.value - start.value) >= 0:
        return _FAR_AFTER_BASELINE
    return _FAR_DOWN if better and not upwards else _FAR


def _like_a_total(found: KpiAssessment, target: Dated, ratio: float) -> bool:
    """Whether the target of a longer period is about as many times the figure as the period has parts."""
    parts = found.kpi.frequency.a_year / target.written.frequency.a_year
    return found.kpi.aggregate is None and parts > 1 and parts / _NEAR_TOTAL < ratio < parts * _NEAR_TOTAL


def _with_targets(subject: Subject) -> Iterator[KpiAssessment]:
    for found in subject.own_kpis:
        if sign_of(found.kpi.direction) and method_of(found.kpi) in _COMPARE and found.kpi.targets:
            yield found
