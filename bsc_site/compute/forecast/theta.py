"""Theta: the forecasting method behind the fan, for an evenly spaced series without gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.season import NO_SEASON, Season, season_of

Values = NDArray[np.float64]

SMOOTHING = np.linspace(0.01, 0.99, 50)
FIRST_LEVEL = 6
"""The first level is the mean of so many values (1,428 monthly M3 series: sMAPE 13.86, from one value 13.93)."""
SEASON_SHRINKAGE = 0.5
"""A season seen in c cycles counts c / (c + this): short histories are over-fitted otherwise (M3: sMAPE 13.81)."""
RECENT = 60
"""The spread of the errors is taken from at most so many latest values."""
CAUTION = 1.15**2
"""One-step errors inside the sample are smaller than those outside (coverage measured on M3)."""
FREEDOM_LOST = 3


@dataclass(frozen=True, slots=True)
class Projection:
    """A fitted series: level, drift per step, smoothing and season, from which any later step follows.

    `spread` is the variance of a one-step error, `drift_spread` that of the drift; `freedom` the degrees of freedom of
    Student's t for both.
    """

    level: float
    drift: float
    smoothing: float
    season: Season
    n: int
    spread: float
    drift_spread: float
    freedom: int

    def centre(self, steps: int) -> Values:
        """The forecast of the next `steps` steps."""
        ahead = np.arange(steps, dtype=np.float64)
        first = (1 - (1 - self.smoothing) ** self.n) / self.smoothing
        return self.season.put_back(self.level + self.drift * (ahead + first), self.n)

    def error(self, steps: int) -> Values:
        """The standard error of each of the next `steps` steps."""
        ahead = np.arange(1, steps + 1)
        variance = self.spread * (1 + (ahead - 1) * self.smoothing**2) + self.drift_spread * ahead**2
        return np.sqrt(variance) * self._weights(steps)

    def error_of_total(self, steps: int, first: int = 1) -> float:
        """The standard error of the sum of the steps from `first` to `steps`, whose errors move together."""
        weights = self._weights(steps)
        weights[: first - 1] = 0.0
        later = np.concatenate([np.cumsum(weights[::-1])[::-1][1:], [0.0]])
        shocks = float(np.sum((weights + self.smoothing * later) ** 2))
        drift = float(np.sum(np.arange(1, steps + 1) * weights)) ** 2
        return float(np.sqrt(self.spread * shocks + self.drift_spread * drift))

    def _weights(self, steps: int) -> Values:
        multiplied = self.season.present and self.season.multiplicative
        return self.season.pattern(self.n, steps) if multiplied else np.ones(steps)


def project(values: Values, season_length: int) -> Projection:
    """Fit Theta to at least eight values (Assimakopoulos and Nikolopoulos 2000; Hyndman and Billah 2003).

    Deseasonalise, smooth exponentially with the best constant of a grid, drift by half the least-squares slope. The
    variance grows with the steps through the smoothing and through the uncertain drift.
    """
    season = _shrunk(season_of(values, season_length), values.size)
    level_series = season.removed_from(values) if season.present else values
    smoothing, level, errors = _smooth(level_series)
    recent = errors[-RECENT:]
    freedom = recent.size - FREEDOM_LOST
    spread = float(recent @ recent) / freedom
    drift = 0.5 * float(np.polyfit(np.arange(values.size), level_series, 1)[0])
    wandering = 1.2 * smoothing**2 * spread / recent.size
    drift_spread = CAUTION * (0.25 * wandering + drift**2)
    return Projection(level, drift, smoothing, season, values.size, CAUTION * spread, drift_spread, freedom)


def _shrunk(season: Season, n: int) -> Season:
    if not season.present:
        return NO_SEASON
    cycles = n / season.length
    share = cycles / (cycles + SEASON_SHRINKAGE)
    neutral = 1.0 if season.multiplicative else 0.0
    indices = tuple(neutral + share * (index - neutral) for index in season.indices)
    return Season(season.length, indices, season.multiplicative)


def _smooth(values: Values) -> tuple[float, float, Values]:
    """The best smoothing constant, the last level and the one-step errors."""
    level = np.full(SMOOTHING.size, values[:FIRST_LEVEL].mean())
    errors = np.empty((values.size, SMOOTHING.size))
    for step, value in enumerate(values):
        errors[step] = value - level
        level = level + SMOOTHING * errors[step]
    best = int(np.argmin(np.einsum("ij,ij->j", errors, errors)))
    return float(SMOOTHING[best]), float(level[best]), errors[:, best]
