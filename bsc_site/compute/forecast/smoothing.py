"""Smoothing: exponential smoothing of a level alone and of a level with a damped trend, the best of a grid each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.model.value_class import dataclass

Values = NDArray[np.float64]

FIRST_LEVEL = 6
"""The first level alone is the mean of so many values."""
FIRST_LINE = 12
"""The first level with a trend is that of a straight line through so many values."""
LEVELS = np.linspace(0.02, 0.98, 25)
DAMPED = tuple(
    (level, trend, damping)
    for level in (0.05, 0.15, 0.3, 0.5, 0.7, 0.9)
    for trend in (0.02, 0.1, 0.3)
    for damping in (0.8, 0.9, 0.97)
)
"""Smoothing of level and trend, and what is left of the trend after each step."""
ALONE = LEVELS.size
GAIN = np.concatenate([LEVELS, [level for level, _, _ in DAMPED]])
TREND_GAIN = np.concatenate([np.zeros(ALONE), [level * trend for level, trend, _ in DAMPED]])
DAMPING = np.concatenate([np.zeros(ALONE), [damping for _, _, damping in DAMPED]])


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The best fit of its kind: smoothing constant, last level and trend, damping, and the n one-step errors."""

    gain: float
    level: float
    trend: float
    damping: float
    errors: Values

    def ahead(self, steps: int) -> Values:
        """The level of each of the next `steps` steps, the trend dying down."""
        return self.level + self.trend * np.cumsum(self.damping ** np.arange(1, steps + 1))


def smoothed(values: Values) -> tuple[Smoothed, Smoothed]:
    """The best level alone, and the best level with a damped trend (Gardner and McKenzie 1985), by squared errors."""
    level, trend = _start(values)
    errors = np.empty((values.size, GAIN.size))
    step, expected = np.empty(GAIN.size), np.empty(GAIN.size)
    for place, value in enumerate(values):
        error = errors[place]
        np.multiply(DAMPING, trend, out=trend)
        np.add(level, trend, out=expected)
        np.subtract(value, expected, out=error)
        np.multiply(GAIN, error, out=step)
        np.add(expected, step, out=level)
        np.multiply(TREND_GAIN, error, out=step)
        np.add(trend, step, out=trend)
    squares = np.einsum("ij,ij->j", errors, errors)
    best = int(np.argmin(squares[:ALONE])), ALONE + int(np.argmin(squares[ALONE:]))
    alone, damped = (
        Smoothed(float(GAIN[at]), float(level[at]), float(trend[at]), float(DAMPING[at]), errors[:, at]) for at in best
    )
    return alone, damped


def _start(values: Values) -> tuple[Values, Values]:
    """The level and the trend before the first value, for each member of the grid."""
    first = values[:FIRST_LINE]
    times = np.arange(first.size) - (first.size - 1) / 2
    slope = float(times @ first) / float(times @ times)
    level = np.full(GAIN.size, values[:FIRST_LEVEL].mean())
    level[ALONE:] = first.mean() - slope * ((first.size - 1) / 2 + 1)
    trend = np.zeros(GAIN.size)
    trend[ALONE:] = slope
    return level, trend
