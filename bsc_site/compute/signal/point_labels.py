"""Labels of points: which points of an XmR chart are signals, and of which kind."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from bsc_site.compute.signal.limits import Limits, Values
from bsc_site.model.vocabularies import PointLabel

TREND = 7
TWO = 2


def labels_of(values: Values, given: Limits | Sequence[Limits]) -> tuple[PointLabel, ...]:
    """One label per value of a segment; limits may vary from value to value.

    The first that applies, in this order: outside the limits; seven values strictly rising or falling; two of three
    beyond a near limit on one side; a run on one side of the mean (NHS "Making Data Count"). Where the limits follow a
    slope, seven values that go its way are that course, however it bends, and not outside on the other side.
    """
    labels = [PointLabel.COMMON_CAUSE] * len(values)
    series = values.tolist()
    limits = (given,) * len(series) if isinstance(given, Limits) else given
    _mark_runs(series, limits, labels)
    _mark_two_of_three(series, limits, labels)
    _mark_trends(series, labels)
    for index, (value, at) in enumerate(zip(series, limits, strict=True)):
        if value > at.upper and not (at.slope < 0 and labels[index] is PointLabel.FALLING):
            labels[index] = PointLabel.ABOVE_LIMIT
        elif value < at.lower and not (at.slope > 0 and labels[index] is PointLabel.RISING):
            labels[index] = PointLabel.BELOW_LIMIT
    return tuple(labels)


def _mark_runs(series: list[float], limits: Sequence[Limits], labels: list[PointLabel]) -> None:
    sides = [_side(value, at) for value, at in zip(series, limits, strict=True)]
    away = np.array([value - at.mean for value, at in zip(series, limits, strict=True)])
    for start, end in _stretches(sides):
        if sides[start] and end - start >= limits[start].run and limits[start].lies_away(away[start:end]):
            label = PointLabel.RUN_HIGH if sides[start] > 0 else PointLabel.RUN_LOW
            labels[start:end] = [label] * (end - start)


def _mark_trends(series: list[float], labels: list[PointLabel]) -> None:
    moves = [(after > before) - (after < before) for before, after in itertools.pairwise(series)]
    for start, end in _stretches(moves):
        if moves[start] and end - start >= TREND - 1:
            label = PointLabel.RISING if moves[start] > 0 else PointLabel.FALLING
            labels[start : end + 1] = [label] * (end - start + 1)


def _mark_two_of_three(series: list[float], limits: Sequence[Limits], labels: list[PointLabel]) -> None:
    """Mark the points beyond a near limit in each three consecutive points that all lie on one side of the mean."""
    sides = [_side(value, at) for value, at in zip(series, limits, strict=True)]
    zones = [_zone(value, at) for value, at in zip(series, limits, strict=True)]
    for start in range(len(series) - 2):
        side = sides[start]
        window = range(start, start + 3)
        if all(sides[each] == side for each in window) and sum(zones[each] == side != 0 for each in window) >= TWO:
            label = PointLabel.TWO_OF_THREE_HIGH if side > 0 else PointLabel.TWO_OF_THREE_LOW
            for each in window:
                labels[each] = label if zones[each] == side else labels[each]


def _side(value: float, limits: Limits) -> int:
    return (value > limits.mean) - (value < limits.mean)


def _zone(value: float, limits: Limits) -> int:
    if limits.near_upper < value <= limits.upper:
        return 1
    return -1 if limits.lower <= value < limits.near_lower else 0


def _stretches(marks: list[int]) -> list[tuple[int, int]]:
    """Start and end (exclusive) of each longest stretch of equal marks."""
    edges = [0, *(i for i in range(1, len(marks)) if marks[i] != marks[i - 1]), len(marks)]
    return [(a, b) for a, b in itertools.pairwise(edges) if b > a]
