"""Smoothing: exponential smoothing of a level alone and of a level with a damped trend, the best of a grid each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

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
TOGETHER = 64
"""So many series are smoothed side by side: more would not stay near the processor."""
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


Fits: TypeAlias = tuple[Smoothed, Smoothed]
"""The best level alone, and the best level with a damped trend."""


def smoothed(values: Values) -> Fits:
    """The best level alone, and the best level with a damped trend (Gardner and McKenzie 1985), by squared errors."""
    return smoothed_together([values])[0]


def smoothed_together(many: Sequence[Values]) -> list[Fits]:
    """The same of many series, in their order; those of one length are smoothed side by side."""
    by_length: dict[int, list[int]] = {}
    for place, values in enumerate(many):
        by_length.setdefault(values.size, []).append(place)
    found: dict[int, Fits] = {}
    for places in by_length.values():
        for first in range(0, len(places), TOGETHER):
            some = places[first : first + TOGETHER]
            found |= zip(some, _side_by_side(np.array([many[place] for place in some])), strict=True)
    return [found[place] for place in range(len(many))]


def _side_by_side(series: Values) -> list[Fits]:
    """The fits of the series in the rows of a table."""
    level, trend = np.zeros((len(series), GAIN.size)), np.zeros((len(series), GAIN.size))
    for row, values in enumerate(series):
        level[row, :ALONE], level[row, ALONE:], trend[row, ALONE:] = _start(values)
    errors = np.empty((series.shape[1], *level.shape))
    squares = np.zeros_like(level)
    step, expected = np.empty_like(level), np.empty_like(level)
    for error, values in zip(errors, series.T[:, :, None], strict=True):
        np.multiply(DAMPING, trend, out=trend)
        np.add(level, trend, out=expected)
        np.subtract(values, expected, out=error)
        np.multiply(GAIN, error, out=step)
        np.add(expected, step, out=level)
        np.multiply(TREND_GAIN, error, out=step)
        np.add(trend, step, out=trend)
        np.multiply(error, error, out=step)
        np.add(squares, step, out=squares)
    best = np.stack([np.argmin(squares[:, :ALONE], axis=1), ALONE + np.argmin(squares[:, ALONE:], axis=1)], axis=1)
    return [_fits(level[row], trend[row], errors[:, row], at) for row, at in enumerate(best)]


def _fits(level: Values, trend: Values, errors: Values, best: NDArray[np.intp]) -> Fits:
    kept = np.ascontiguousarray(errors[:, best])
    alone, damped = (
        Smoothed(float(GAIN[at]), float(level[at]), float(trend[at]), float(DAMPING[at]), kept[:, place])
        for place, at in enumerate(best.tolist())
    )
    return alone, damped


def _start(values: Values) -> tuple[float, float, float]:
    """The level alone before the first value, and the level and the trend of the damped ones."""
    first = values[:FIRST_LINE]
    times = np.arange(first.size) - (first.size - 1) / 2
    slope = float(times @ first) / float(times @ times)
    return float(values[:FIRST_LEVEL].mean()), float(first.mean() - slope * ((first.size - 1) / 2 + 1)), slope
