"""Mann-Kendall: whether a series moves by more than chance, also where its neighbours resemble each other.

The plain test calls pure noise a trend in more than a third of all cases when neighbouring months resemble each other.
Corrections that hold for endless series only call short ones steady that never once moved the other way: here the
variance is that of a series as long as the one at hand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.autocorrelation import lag_one
from bsc_site.compute.statistics.pairs import gaps_of, middle_of, rises_of

CRITICAL = 1.959963984540054
"""The two-sided 5 % point of the standard normal distribution."""
_CRITICAL_BEFORE = 2.4
"""From here on a trend of all values but the latest outlives that one: a second look has to be the stricter one."""
FEWEST = 8
"""Shorter series are not tested."""
_EXACT = 10
"""Below so many values each order of them is counted."""
_MOST_CORRELATION = 0.8
"""What moves more slowly than that is no noise around a level, but on its way; nine in ten pairs are then a trend."""
_CAUTION = 0.8
"""So many standard errors are added to an autocorrelation, as short series show too little of theirs."""
_NO_SPREAD = 1e-24
_Floats = NDArray[np.float64]


class MannKendall(NamedTuple):
    """The test's figures: `s` and its variance, `slope` per step of `t`, `z`, and the autocorrelation allowed for.

    `before_latest` says that they are those of all values but the latest.
    """

    s: float
    variance: float
    slope: float
    z: float
    autocorrelation: float
    before_latest: bool = False

    @property
    def beyond_chance(self) -> bool:
        """Whether it is a trend, two-sided at 5 %."""
        return abs(self.z) > CRITICAL


def trend_test(t: _Floats, y: _Floats) -> MannKendall:
    """The test on all values; where it finds nothing, on all but the latest if that finds a trend beyond any doubt.

    One value that breaks out of a course is news, and no reason to forget the course.
    """
    whole = mann_kendall(t, y)
    if whole.beyond_chance or len(y) <= FEWEST:
        return whole
    before = _look(t[:-1], y[:-1], corrected=True)
    beyond_doubt = abs(before.z) > _CRITICAL_BEFORE
    return _with_slope(t[:-1], before)._replace(before_latest=True) if beyond_doubt else whole


def mann_kendall(t: _Floats, y: _Floats, *, corrected: bool = True) -> MannKendall:
    """The test on values `y` at increasing times `t`, at least eight of each; uncorrected it is the textbook's test.

    Below ten values the distribution of S is the exact one, ties counted. A series that never goes the other way, and
    moves in half of its steps or more, needs no correction: no noise does that.
    """
    return _with_slope(t, _look(t, y, corrected=corrected))


class _Look(NamedTuple):
    """What a test has found before its slope is known; the `rises` of all pairs are in units of the `scale`."""

    s: float
    variance: float
    z: float
    autocorrelation: float
    rises: _Floats
    scale: float


def _with_slope(t: _Floats, look: _Look) -> MannKendall:
    slope = middle_of(look.rises / gaps_of(t)) * look.scale
    return MannKendall(look.s, look.variance, slope, look.z, look.autocorrelation)


def _look(t: _Floats, y: _Floats, *, corrected: bool) -> _Look:
    scale = float(np.abs(y).max()) or 1.0
    unit = y / scale
    rises = rises_of(unit)
    s = float(np.count_nonzero(rises > 0) - np.count_nonzero(rises < 0))
    like = _autocorrelation(t, unit) if corrected and not one_way(unit) else 0.0
    wider = _inflation(len(y), like) if like else 1.0
    ties = tuple(Counter(y.tolist()).values())
    variance = _variance(ties)
    z = _z(s, variance, ties) / math.sqrt(wider)
    return _Look(s, variance * wider, z, like, rises, scale)


def one_way(y: _Floats) -> bool:
    """Whether the values never go the other way and move in at least half of their steps."""
    moves = y[1:] / 2 - y[:-1] / 2
    up, down = int(np.count_nonzero(moves > 0)), int(np.count_nonzero(moves < 0))
    return min(up, down) == 0 and 2 * max(up, down) >= max(len(moves), 1)


def _variance(ties: Collection[int]) -> float:
    n = sum(ties)
    return (n * (n - 1) * (2 * n + 5) - sum(each * (each - 1) * (2 * each + 5) for each in ties if each > 1)) / 18


def _z(s: float, variance: float, ties: Collection[int]) -> float:
    """S as a value of the standard normal distribution, without autocorrelation."""
    if not s or variance <= 0:
        return 0.0
    if sum(ties) >= _EXACT:
        return (s - math.copysign(1, s)) / math.sqrt(variance)
    return math.copysign(_exact(int(abs(s)), tuple(sorted(ties))), s)


@lru_cache(maxsize=512)
def _exact(s: int, ties: tuple[int, ...]) -> float:
    """The normal value as unlikely as S of at least `s` either way, among all orders of values with these ties."""
    ways = np.ones(1)
    placed = 0
    for group in ties:
        for each in range(1, group + 1):
            placed += 1
            ways = np.rint(np.polydiv(np.convolve(ways, np.ones(placed)), np.ones(each))[0])
    extreme = 2 * float(ways[: (len(ways) - 1 - s) // 2 + 1].sum() / ways.sum())
    return -NormalDist().inv_cdf(extreme / 2) if extreme < 1 else 0.0


def _autocorrelation(t: _Floats, y: _Floats) -> float:
    """The lag-1 autocorrelation to allow for, from 0 to 0.8.

    Taken around a parabola, so that a bend in the course does not count as likeness, corrected for what the fit takes
    away in short series, and raised by 0.8 of its standard error.
    """
    n = len(y)
    fit = _parabola(t.tobytes())
    rest = y - fit @ (fit.T @ y)
    r = lag_one(rest) if float(rest @ rest) > _NO_SPREAD * n else 0.0
    return min(max((n * r + 3) / (n - 5), 0.0) + _CAUTION / math.sqrt(n), _MOST_CORRELATION)


@lru_cache(maxsize=256)
def _parabola(times: bytes) -> _Floats:
    """What spans all parabolas over these times."""
    t = np.frombuffer(times)
    basis: _Floats = np.linalg.qr(np.vander((t - t[0]) / (t[-1] - t[0]), 3))[0]
    return basis


def _inflation(n: int, likeness: float) -> float:
    """By how much the variance of S grows in a series of `n` values with this autocorrelation (Hamed and Rao 1998)."""
    lags, often = _lags(n)
    ranks = 6 / math.pi * np.arcsin(likeness**lags / 2)
    return 1 + 2 * float((often * ranks).sum()) / (n * (n - 1) * (n - 2))


@lru_cache(maxsize=64)
def _lags(n: int) -> tuple[_Floats, _Floats]:
    """Every lag of a series of `n` values, and how often neighbours of pairs are so far apart."""
    lags = np.arange(1, n, dtype=np.float64)
    return lags, (n - lags) * (n - lags - 1) * (n - lags - 2)
