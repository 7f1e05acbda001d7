"""Limits of natural variation: mean and process limits of one segment of an XmR chart."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.autocorrelation import lag_one
from bsc_site.model.value_class import dataclass

FAR = 2.66
"""Moving ranges to the process limits: 3 / d2, with d2 = 1.128 for ranges of two."""
NEAR = FAR * 2 / 3
SCREEN = 3.267
"""Upper limit of the moving ranges themselves (D4 for ranges of two); ranges beyond it do not count."""
CAUTION = 1.645
"""One-sided 5 % point of the normal distribution: from here on autocorrelation is believed."""
MOST_CORRELATION = 0.9
FEWEST_FOR_CORRECTION = 5
SOLID = 1 / 3
"""Where half of the values are too few for a run, it has to lie so far from the mean, as a share of the near limit."""
RUN = 7
"""So many values on one side of the mean make a signal where neighbours do not resemble each other."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How limits are drawn: from which points, with or without screening, corrected for autocorrelation or not.

    `baseline_points` None means all points of the segment; `fitted` is how many figures were fitted to them before: 1
    for a mean, 2 for a line.
    """

    adjusted: bool = True
    baseline_points: int | None = None
    screen_outliers: bool = True
    fitted: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean, process limits and near limits of one segment, in the KPI's unit; `run` is the run length that signals.

    Of a course with a `slope` (per period) they are those at one of its values; `away` is how far from their means the
    values of a run have to lie on average.
    """

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    run: int = 7
    correlation: float = 0.0
    slope: float = 0.0
    away: float = 0.0

    def at(self, factor: float, shift: float) -> Limits:
        """The same limits stretched and moved, as the season of a period has it."""
        return Limits(
            self.mean * factor + shift,
            self.lower * factor + shift,
            self.upper * factor + shift,
            self.near_lower * factor + shift,
            self.near_upper * factor + shift,
            self.run,
            self.correlation,
            self.slope,
            self.away,
        )

    def along(self, shifts: Values, slope: float = 0.0) -> LimitColumns:
        """These limits at each of many periods, moved by the shift of each, on a course of this slope."""
        return LimitColumns(
            self.mean + shifts,
            self.lower + shifts,
            self.upper + shifts,
            self.near_lower + shifts,
            self.near_upper + shifts,
            self.run,
            self.correlation,
            slope,
            self.away,
        )


@dataclass(frozen=True, slots=True, eq=False)
class LimitColumns:
    """The limits of a segment as columns, one figure for each of its values; they share all that is no limit."""

    mean: Values
    lower: Values
    upper: Values
    near_lower: Values
    near_upper: Values
    run: int = 7
    correlation: float = 0.0
    slope: float = 0.0
    away: float = 0.0

    @property
    def latest(self) -> Limits:
        """Those of the last value."""
        return Limits(
            float(self.mean[-1]),
            float(self.lower[-1]),
            float(self.upper[-1]),
            float(self.near_lower[-1]),
            float(self.near_upper[-1]),
            self.run,
            self.correlation,
            self.slope,
            self.away,
        )

    def lies_away(self, distances: Values) -> bool:
        """Whether the values of a run, so far from their means, lie far enough away together."""
        return abs(float(distances.mean())) >= self.away


def limits_of(values: Values, recipe: Recipe) -> Limits:
    """The limits of one segment of at least one value.

    Mean +- 2.66 x the average moving range, ranges beyond 3.267 x their mean left out once (NHS "Making Data Count").
    Adjusted: the range is widened by 1/sqrt(1 - r) and the run lengthened to 7 (1 + r)/sqrt(1 - r), at most half of the
    values, where r is the bias-corrected lag-1 autocorrelation, when that is larger than chance. A run that should be
    longer than half of the values must lie a third of the near limit's way from the mean instead.
    """
    base = values[: recipe.baseline_points]
    mean = float(base.sum() / base.size)
    spread = _average_range(base, recipe)
    correlation = believed_correlation(base, recipe.fitted) if recipe.adjusted else 0.0
    widened = spread / math.sqrt(1 - correlation)
    longer = math.ceil(RUN * (1 + correlation) / math.sqrt(1 - correlation))
    run = min(longer, max(values.size // 2, RUN))
    far, near = FAR * widened, NEAR * widened
    away = near * SOLID if run < longer else 0.0
    return Limits(mean, mean - far, mean + far, mean - near, mean + near, run, correlation, away=away)


def _average_range(values: Values, recipe: Recipe) -> float:
    ranges = np.abs(values[1:] - values[:-1])
    if ranges.size == 0:
        return 0.0
    if recipe.screen_outliers:
        kept = ranges[ranges < SCREEN * (ranges.sum() / ranges.size)]
        still = recipe.adjusted and not kept.any()  # where nothing else moves, limits of no width would say so of all
        ranges = kept if kept.size and not still else ranges
    return float(ranges.sum() / ranges.size)


def believed_correlation(values: Values, fitted: int = 1) -> float:
    """The lag-1 autocorrelation of values, corrected for its bias in short series; 0 where it may be chance.

    `fitted` is how many figures were taken out of them: 1 for a mean, 2 for a line.
    """
    n = values.size
    if n < FEWEST_FOR_CORRECTION:
        return 0.0
    r = lag_one(values - values.sum() / n)
    if r + (fitted - 1) / n <= CAUTION / math.sqrt(n):
        return 0.0
    return min(max((n * r + fitted) / (n - 4), 0.0), MOST_CORRELATION)
