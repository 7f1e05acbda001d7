"""Season: whether a series repeats itself every year, and the series without it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bsc_site.model.period import Frequency
from bsc_site.model.value_class import dataclass

Values = NDArray[np.float64]

CAUTION = 1.645
"""One-sided 5 % point of the normal distribution, as in the seasonality test of the M4 competition."""
LENGTHS = {
    Frequency.DAILY: 7,
    Frequency.WEEKLY: 52,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
    Frequency.HALF_YEARLY: 2,
    Frequency.YEARLY: 1,
}


@dataclass(frozen=True, slots=True)
class Season:
    """A yearly (for days: weekly) pattern: one index per position in the cycle.

    `multiplicative` indices average 1 and are divided out, additive ones average 0 and are subtracted. `length` 1 means
    that there is no season.
    """

    length: int
    indices: tuple[float, ...]
    multiplicative: bool

    @property
    def present(self) -> bool:
        """Whether there is a season at all."""
        return self.length > 1

    def removed_from(self, values: Values) -> Values:
        """The values without the season; the first value stands at the first position of the cycle."""
        pattern = self.pattern(0, values.size)
        return values / pattern if self.multiplicative else values - pattern

    def put_back(self, values: Values, position: int) -> Values:
        """The values with the season again; the first stands `position` steps after the start of the series."""
        pattern = self.pattern(position, values.size)
        return values * pattern if self.multiplicative else values + pattern

    def pattern(self, position: int, count: int) -> Values:
        """The index of each of `count` steps from `position` on."""
        steps = np.arange(position, position + count) % self.length
        return np.asarray(self.indices)[steps]


NO_SEASON = Season(1, (0.0,), multiplicative=False)


def season_of(values: Values, length: int) -> Season:
    """The season of an evenly spaced series, NO_SEASON where the test finds none or there are too few cycles.

    The test is the M4 competition's: |acf at the season| > 1.645 sqrt((1 + 2 sum of squared earlier acf) / n), from two
    full cycles on; the pattern is the classical decomposition, multiplicative where all values are positive.
    """
    if length <= 1 or values.size < 2 * length + 1 or not _repeats(values, length):
        return NO_SEASON
    multiplicative = bool(values.min() > 0)
    level = moving_average(values, length)
    covered = slice(length // 2, values.size - length // 2)
    ratio = np.zeros(values.size)
    ratio[covered] = values[covered] / level[covered] if multiplicative else values[covered] - level[covered]
    indices = _by_place(ratio, length) / _by_place((~np.isnan(level)).astype(np.float64), length)
    balanced = indices / indices.mean() if multiplicative else indices - indices.mean()
    if not np.all(np.isfinite(balanced)) or (multiplicative and balanced.min() <= 0):
        return NO_SEASON
    return Season(length, tuple(balanced.tolist()), multiplicative)


def _by_place(values: Values, length: int) -> Values:
    """The sum of the values at each place of the cycle, each added up by itself."""
    whole, beyond = divmod(values.size, length)
    cycles = np.zeros((whole + 1, length))
    cycles.flat[: values.size] = values
    longer, shorter = cycles[:, :beyond].T.copy(), cycles[:whole, beyond:].T.copy()
    return np.concatenate([longer.sum(axis=1), shorter.sum(axis=1)])


def _repeats(values: Values, length: int) -> bool:
    correlations = autocorrelations(values, length)
    if correlations is None:
        return False
    limit = CAUTION * math.sqrt((1 + 2 * float(np.sum(correlations[:-1] ** 2))) / values.size)
    return abs(float(correlations[-1])) > limit


def autocorrelations(values: Values, most: int) -> Values | None:
    """The autocorrelations at lags 1 to `most`; None for a constant series."""
    centred = values - values.sum() / values.size
    total = float(centred @ centred)
    dust = 1e-24 * float(values @ values)
    if total <= dust:
        return None
    return np.array([float(centred[lag:] @ centred[:-lag]) / total for lag in range(1, most + 1)])


def moving_average(values: Values, length: int) -> Values:
    """Centred mean over one cycle (half weights at both ends when the cycle is even); NaN where it does not fit."""
    half = length // 2
    weights = np.ones(length + 1 - length % 2)
    if length % 2 == 0:
        weights[0] = weights[-1] = 0.5
    level = np.full(values.size, np.nan)
    level[half : values.size - half] = np.convolve(values, weights / length, mode="valid")
    return level
