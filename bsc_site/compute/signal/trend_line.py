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


def limits_along(t: Values, values: Values, recipe: Recipe) -> tuple[Limits, tuple[Limits, ...]]:
    """The limits of one segment at its latest value, and those of each of its values at the times `t`.

    Adjusted and from all points, they stand around the Theil-Sen line where the trend test finds a trend that no single
    step explains better; otherwise around the mean.
    """
    slope = _slope(t, values) if recipe.adjusted and recipe.baseline_points is None else 0.0
    if not slope:
        level = limits_of(values, recipe)
        return level, (level,) * values.size
    way = slope * (t - t[-1])
    line = way + float(np.median(values - way))
    around = limits_of(values - line, replace(recipe, fitted=2))
    along = tuple(moved(around, each - around.mean, slope) for each in line.tolist())
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


def _stepped(t: Values, values: Values, slope: float) -> bool:
    """Whether two levels, one after the other, come closer to the values than a line: least squares of both.

    Single values far from the line are drawn near, so that none of them decides. The latest value is the one that is
    judged, and no part of `values`.
    """
    rest = values - slope * t
    rest = rest - np.median(rest)
    far = MOST * float(np.median(np.abs(rest)))
    near = np.clip(rest, -far, far)
    n, y = values.size, near + slope * (t - t.mean())
    y = y - y.mean()
    before = np.arange(FEWEST_OF_A_LEVEL, n - FEWEST_OF_A_LEVEL + 1)
    explained = float(np.max(np.cumsum(y)[before - 1] ** 2 * n / (before * (n - before))))
    return float(y @ y) - explained < float(near @ near) - float(near.sum()) ** 2 / n
