"""Trend line: what the limits of one segment stand around, a level or, where the values have a trend, a line."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.signal.limits import LimitColumns, Limits, Recipe, Values, limits_of
from bsc_site.compute.statistics.mann_kendall import FEWEST, trend_test
from bsc_site.compute.statistics.pairs import gaps_of, middle_of, rises_of
from bsc_site.model.concluded.assessment import PairTest

FEWEST_OF_A_LEVEL = 3
"""A step needs so many values on either side."""
MOST = 4.5
"""So many median distances from a line are three standard deviations."""
BENDS = (-5.0, -2.5, -1.25, 1.25, 2.5, 5.0)
"""How much a course may bend: its slope changes by this power of e from first to last."""
CLEARLY = 12.0
"""A bend is followed where it explains so much more than a straight line: the F value of one in a thousand."""


def limits_along(
    t: Values, values: Values, recipe: Recipe, tested: PairTest | None = None
) -> tuple[Limits, LimitColumns]:
    """The limits of one segment at its latest value, and those of each of its values at the times `t`.

    Adjusted and from all points, they stand around the Theil-Sen line where the trend test finds a trend that no single
    step explains better, bent where it bends clearly; otherwise around the mean. `tested` is what the test has found of
    these very values, where that is known.
    """
    slope = _slope(t, values, tested) if recipe.adjusted and recipe.baseline_points is None else 0.0
    if not slope:
        level = limits_of(values, recipe)
        return level, level.along(np.zeros(values.size))
    line, steep = _line(t, values, slope)
    around = limits_of(values - line, replace(recipe, fitted=2))
    along = around.along(line - around.mean, steep)
    return along.latest, along


def _slope(t: Values, values: Values, tested: PairTest | None) -> float:
    """The slope of the course per step of `t`; 0 where it has none."""
    if values.size < FEWEST:
        return 0.0
    test = trend_test(t, values) if tested is None else tested
    return test.slope if test.beyond_chance and not _stepped(t[:-1], values[:-1], test.slope) else 0.0


def _line(t: Values, values: Values, slope: float) -> tuple[Values, float]:
    """The course at each time, and how steep it is at the last one: a straight line, or one that bends clearly.

    A bent one grows or levels off exponentially and never turns back.
    """
    x = (t - t[0]) / (t[-1] - t[0])
    near = _drawn_near(t, values, slope)[:-1]
    straight = _off(x[:-1], near)
    curves = _curves(x.tobytes())
    found, bend = min((_off(curve[:-1], near), bend) for bend, curve in curves.items())
    if found * (1 + CLEARLY / (values.size - 3)) >= straight:
        way = slope * (t - t[-1])
        return way + middle_of(values - way), slope
    w = curves[bend]
    height = middle_of(rises_of(values) / gaps_of(w))
    steep = height * bend * float(np.exp(-bend)) / (1 - float(np.exp(-bend))) / float(t[-1] - t[0])
    return height * w + middle_of(values - height * w), steep


@lru_cache(maxsize=64)
def _curves(x: bytes) -> dict[float, Values]:
    """Each way to bend, at these times."""
    return {bend: _bent(np.frombuffer(x), bend) for bend in BENDS}


def _bent(x: Values, bend: float) -> Values:
    """From 0 to 1 as `x` goes from 0 to 1: steep at first where `bend` is positive, at last where it is negative."""
    grown: Values = (1 - np.exp(-bend * x)) / (1 - np.exp(-bend))
    return grown


def _off(x: Values, y: Values) -> float:
    """The sum of squares that least squares of `y` on `x` leave."""
    x, y = x - x.sum() / x.size, y - y.sum() / y.size
    return float(y @ y) - float(x @ y) ** 2 / float(x @ x)


@lru_cache(maxsize=64)
def _apart(n: int) -> NDArray[np.int64]:
    """How many values stand before each step that `n` of them may have, times how many stand after it."""
    before = np.arange(FEWEST_OF_A_LEVEL, n - FEWEST_OF_A_LEVEL + 1)
    return before * (n - before)


def _drawn_near(t: Values, values: Values, slope: float) -> Values:
    """The values, single ones far from the line drawn near, so that none of them decides."""
    rest = values - slope * t
    middle = middle_of(rest.copy())
    far = MOST * middle_of(np.abs(rest - middle))
    near: Values = np.minimum(np.maximum(rest - middle, -far), far) + slope * t
    return near


def _stepped(t: Values, values: Values, slope: float) -> bool:
    """Whether two levels, one after the other, come closer to the values than a line: least squares of both.

    The latest value is the one that is judged, and no part of `values`.
    """
    near = _drawn_near(t, values, slope)
    n, y = values.size, near - near.sum() / near.size
    apart = _apart(n)
    explained = float((y.cumsum()[FEWEST_OF_A_LEVEL - 1 : n - FEWEST_OF_A_LEVEL] ** 2 * n / apart).max())
    rest = near - slope * t
    return float(y @ y) - explained < float(rest @ rest) - float(rest.sum()) ** 2 / n
