"""Trend: whether a KPI moves by more than chance, and whether for the better: Mann-Kendall, slope by Theil-Sen."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.even_spacing import bridged
from bsc_site.compute.statistics.mann_kendall import one_way, trend_test
from bsc_site.compute.statistics.observed_columns import figures_of, places_of
from bsc_site.compute.statistics.pairs import middle_of
from bsc_site.compute.statistics.season import LENGTHS, season_of
from bsc_site.model.concluded.assessment import FEWEST_FOR_TREND, Expectation, PairTest, Trend
from bsc_site.model.period import Frequency
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import Direction, TrendWord

_LARGEST = 1e100
"""Larger figures are not squared."""
_Floats = NDArray[np.float64]


def trend_of(observations: Sequence[Observation], direction: Direction, expected: Expectation) -> Trend:
    """The trend of the complete observations, in order; `expected` holds the band of a band KPI.

    A season is taken out first, unless the figures never go the other way. A KPI without direction has an arrow, and
    the word `steady`: neither way is better.
    """
    n = len(observations)
    y = figures_of(observations)
    run = run_length(y)
    if n < FEWEST_FOR_TREND:
        return Trend(TrendWord.TOO_SHORT, None, None, run, n)
    places = places_of(observations)
    t = places.astype(np.float64)
    plain = None if one_way(y) else _without_season(observations[0].period.frequency, y, places)
    seasonal = plain is not None
    y = plain if plain is not None else y
    test = trend_test(t, y)
    rising = test.s > 0 if test.beyond_chance else None
    if rising is not None and direction is Direction.BAND:
        word = _word_of_band(_ends(t, y, test.slope), expected)
    else:
        word = _word(rising, direction)
    arrow = None if word is TrendWord.STEADY and direction is not Direction.NONE else rising
    slope = test.slope if math.isfinite(test.slope) else None
    told = PairTest(
        test.s, test.z, test.autocorrelation, test.slope, seasonal, test.beyond_chance, before_latest=test.before_latest
    )
    return Trend(word, slope, arrow, run, n, told)


def _without_season(frequency: Frequency, y: _Floats, places: NDArray[np.intp]) -> _Floats | None:
    """The values with their season taken out; None where they have none."""
    size = float(np.abs(y).max()) or 1.0
    even = bridged(places, y)
    if even is None or size > _LARGEST:
        return None
    season = season_of(even / size, LENGTHS[frequency])
    if not season.present:
        return None
    plain: _Floats = season.removed_from(even / size)[places] * size
    return plain


def run_length(y: _Floats) -> int:
    """How many moves in a row, up to the latest, went the same way; 0 when the latest two values are equal."""
    if len(y) < 2:  # noqa: PLR2004  # a move has two ends
        return 0
    moves = np.sign(y[1:] / 2 - y[:-1] / 2)[::-1]
    if moves[0] == 0:
        return 0
    other = np.flatnonzero(moves != moves[0])
    return int(other[0]) if len(other) else len(moves)


def _ends(t: _Floats, y: _Floats, slope: float) -> tuple[float, float]:
    """First and last value of the Theil-Sen line."""
    with np.errstate(over="ignore", invalid="ignore"):
        level = middle_of(y - slope * (t - t[0]))
        return level, level + slope * float(t[-1] - t[0])


def _word(rising: bool | None, direction: Direction) -> TrendWord:  # noqa: FBT001  # None is the third answer
    if rising is None or direction is Direction.NONE:
        return TrendWord.STEADY
    return TrendWord.IMPROVING if rising == (direction is Direction.HIGHER) else TrendWord.WORSENING


def _word_of_band(ends: tuple[float, float], expected: Expectation) -> TrendWord:
    low, high = expected.low, expected.high
    if low is None or high is None:
        return TrendWord.STEADY
    before, after = (max(low - end, end - high, 0.0) for end in ends)
    if before == after:
        return TrendWord.STEADY
    return TrendWord.IMPROVING if after < before else TrendWord.WORSENING
