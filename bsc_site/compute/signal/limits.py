"""Limits of natural variation: mean and process limits of one segment of an XmR chart."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.autocorrelation import lag_one

FAR = 2.66
"""Moving ranges to the process limits: 3 / d2, with d2 = 1.128 for ranges of two."""
NEAR = FAR * 2 / 3
SCREEN = 3.267
"""Upper limit of the moving ranges themselves (D4 for ranges of two); ranges beyond it do not count."""
CAUTION = 1.645
"""One-sided 5 % point of the normal distribution: from here on autocorrelation is believed."""
MOST_CORRELATION = 0.9
FEWEST_FOR_CORRECTION = 5

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How limits are drawn: from which points, with or without screening, corrected for autocorrelation or not.

    `baseline_points` None means all points of the segment.
    """

    adjusted: bool = True
    baseline_points: int | None = None
    screen_outliers: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean, process limits and near limits of one segment, in the KPI's unit; `run` is the run length that signals."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    run: int = 7
    correlation: float = 0.0


def limits_of(values: Values, recipe: Recipe) -> Limits:
    """The limits of one segment of at least one value.

    Mean +- 2.66 x the average moving range, ranges beyond 3.267 x their mean left out once (NHS "Making Data Count").
    Adjusted: the range is widened by 1/sqrt(1 - r) and the run lengthened to 7 (1 + r)/sqrt(1 - r), where r is the
    bias-corrected lag-1 autocorrelation, when that is larger than chance.
    """
    base = values[: recipe.baseline_points]
    mean = float(base.mean())
    spread = _average_range(base, screen=recipe.screen_outliers)
    correlation = believed_correlation(base) if recipe.adjusted else 0.0
    widened = spread / math.sqrt(1 - correlation)
    run = math.ceil(7 * (1 + correlation) / math.sqrt(1 - correlation))
    far, near = FAR * widened, NEAR * widened
    return Limits(mean, mean - far, mean + far, mean - near, mean + near, run, correlation)


def _average_range(values: Values, *, screen: bool) -> float:
    ranges = np.abs(np.diff(values))
    if ranges.size == 0:
        return 0.0
    if screen:
        kept = ranges[ranges < SCREEN * ranges.mean()]
        ranges = kept if kept.size else ranges
    return float(ranges.mean())


def believed_correlation(values: Values) -> float:
    """The lag-1 autocorrelation of values, corrected for its bias in short series; 0 where it may be chance."""
    n = values.size
    if n < FEWEST_FOR_CORRECTION:
        return 0.0
    r = lag_one(values - values.mean())
    if r <= CAUTION / math.sqrt(n):
        return 0.0
    return min(max((n * r + 1) / (n - 4), 0.0), MOST_CORRELATION)
