"""Trend line: what the limits of one segment stand around, a level or, where the values have a trend, a line."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bsc_site.compute.signal.limits import Limits, Recipe, Values, limits_of
from bsc_site.compute.statistics.mann_kendall import FEWEST, trend_test

FEWEST_OF_A_LEVEL = 3
"""A step needs so many values on either side."""
MOST = 4.5
"""So many median distances from a line are three standard deviations."""
BENDS = (-5.0, -2.5, -1.25, 1.25, 2.5, 5.0)
"""How much a course may bend: its slope changes by this power of e from first to last."""
CLEARLY = 12.0
"""A bend is followed where it explains so much more than a straight line: the F value of one in a thousand."""


def limits_along(t: Values, values: Values, recipe: Recipe) -> tuple[Limits, tuple[Limits, ...]]:
    """The limits of one segment at its latest value, and those of each of its values at the times `t`.

    Adjusted and from all points, they stand around the Theil-Sen line where the trend test finds a trend that no single
    step explains better, bent where it bends clearly; otherwise around the mean.
    """
    slope = _slope(t, values) if recipe.adjusted and recipe.baseline_points is None else 0.0
    if not slope:
        level = limits_of(values, recipe)
        return level, (level,) * values.size
    line, steep = _line(t, values, slope)
    around = limits_of(values - line, replace(recipe, fitted=2))
    along = tuple(moved(around, each - around.mean, steep) for each in line.tolist())
    return along[-1], along


def moved(limits: Limits, by: float, slope: float) -> Limits:
    """The same limits so much higher, of a course with this slope."""
    return replace(
        limits,
        mean=limits.mean + by,
        lower=limits.lower + by,
        upper=limits.upper + by,
        near_lower=limits.near_lower + by,
        near_upper=limits.near_upper + by,
        slope=slope,
    )


def _slope(t: Values, values: Values) -> float:
    """The slope of the course per step of `t`; 0 where it has none."""
    if values.size < FEWEST:
        return 0.0
    test = trend_test(t, values)
    return test.slope if test.beyond_chance and not _stepped(t[:-1], values[:-1], test.slope) else 0.0


def _line(t: Values, values: Values, slope: float) -> tuple[Values, float]:
    """The course at each time, and how steep it is at the last one: a straight line, or one that bends clearly.

    A bent one grows or levels off exponentially and never turns back.
    """
    x = (t - t[0]) / (t[-1] - t[0])
    near = _drawn_near(t, values, slope)[:-1]
    straight = _off(x[:-1], near)
    found, bend = min((_off(_bent(x, bend)[:-1], near), bend) for bend in BENDS)
    if found * (1 + CLEARLY / (values.size - 3)) >= straight:
        way = slope * (t - t[-1])
        return way + float(np.median(values - way)), slope
    w = _bent(x, bend)
    first, second = np.triu_indices(w.size, 1)
    height = float(np.median((values[second] - values[first]) / (w[second] - w[first])))
    steep = height * bend * float(np.exp(-bend)) / (1 - float(np.exp(-bend))) / float(t[-1] - t[0])
    return height * w + float(np.median(values - height * w)), steep


def _bent(x: Values, bend: float) -> Values:
    """From 0 to 1 as `x` goes from 0 to 1: steep at first where `bend` is positive, at last where it is negative."""
    grown: Values = (1 - np.exp(-bend * x)) / (1 - np.exp(-bend))
    return grown


def _off(x: Values, y: Values) -> float:
    """The sum of squares that least squares of `y` on `x` leave."""
    x, y = x - x.mean(), y - y.mean()
    return float(y @ y) - float(x @ y) ** 2 / float(x @ x)


def _drawn_near(t: Values, values: Values, slope: float) -> Values:
    """The values, single ones far from the line drawn near, so that none of them decides."""
    rest = values - slope * t
    middle = float(np.median(rest))
    far = MOST * float(np.median(np.abs(rest - middle)))
    near: Values = np.clip(rest - middle, -far, far) + slope * t
    return near


def _stepped(t: Values, values: Values, slope: float) -> bool:
    """Whether two levels, one after the other, come closer to the values than a line: least squares of both.

    The latest value is the one that is judged, and no part of `values`.
    """
    near = _drawn_near(t, values, slope)
    n, y = values.size, near - near.mean()
    before = np.arange(FEWEST_OF_A_LEVEL, n - FEWEST_OF_A_LEVEL + 1)
    explained = float(np.max(np.cumsum(y)[before - 1] ** 2 * n / (before * (n - before))))
    rest = near - slope * t
    return float(y @ y) - explained < float(rest @ rest) - float(rest.sum()) ** 2 / n
