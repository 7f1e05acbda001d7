"""Estimated season: the yearly pattern of a series as far as it stands out from the noise, never yes or no."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.season import NO_SEASON, Season, moving_average

Values = NDArray[np.float64]

FEWEST_CYCLES = 2
BY_MOVING_AVERAGE = 3
"""From so many cycles on the level is a moving average; before, one straight line and the pattern come together."""
LEAST = 0.05
"""A pattern of which less than this is left is noise."""


def estimated_season(values: Values, length: int) -> tuple[Season, float]:
    """The season of an evenly spaced series, and what share of the estimated pattern is left, 0 to 1.

    The indices are the mean deviations from the level, on logarithms where all values are positive. They are multiplied
    by 1 - 1/F, where F is the ratio of the mean square between the places of the cycle to that within them; without any
    season F is about 1, and nothing is left. NO_SEASON and 0 below two cycles, or where less than 5 % is left.
    """
    if length <= 1 or values.size < FEWEST_CYCLES * length:
        return NO_SEASON, 0.0
    multiplicative = bool(values.min() > 0)
    figures = np.log(values) if multiplicative else values
    places = np.arange(values.size) % length
    many = values.size >= BY_MOVING_AVERAGE * length
    pattern, rest, counts, freedom = (_around_moving_average if many else _around_line)(figures, places, length)
    between = float(counts @ pattern**2) / (length - 1)
    within = float(rest @ rest) / max(freedom, 1)
    left = max(0.0, 1 - within / between) if between > 0 else 0.0
    if left < LEAST:
        return NO_SEASON, 0.0
    indices = np.exp(left * pattern) if multiplicative else left * pattern
    return Season(length, tuple(indices.tolist()), multiplicative), left


_Parts = tuple[Values, Values, Values, int]


def _around_moving_average(figures: Values, places: NDArray[np.intp], length: int) -> _Parts:
    """The pattern, what it leaves, how often each place was seen, and the degrees of freedom of what is left."""
    level = moving_average(figures, length)
    known = ~np.isnan(level)
    deviations, where = figures[known] - level[known], places[known]
    counts = np.bincount(where, minlength=length).astype(np.float64)
    pattern = np.bincount(where, weights=deviations, minlength=length) / counts
    pattern -= pattern.mean()
    return pattern, deviations - pattern[where], counts, deviations.size - length


def _around_line(figures: Values, places: NDArray[np.intp], length: int) -> _Parts:
    """The same with one slope for all places of the cycle, by least squares of both together."""
    times = np.arange(figures.size) - (figures.size - 1) / 2
    counts = np.bincount(places, minlength=length).astype(np.float64)
    early = np.bincount(places, weights=times, minlength=length) / counts
    means = np.bincount(places, weights=figures, minlength=length) / counts
    apart = times - early[places]
    slope = float(apart @ (figures - means[places])) / float(apart @ apart)
    levels = means - slope * early
    rest = figures - levels[places] - slope * times
    return levels - levels.mean(), rest, counts, figures.size - length - 1
