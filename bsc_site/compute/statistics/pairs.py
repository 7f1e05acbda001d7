"""Pairs: how much a series rises from each of its values to each later one, and the median of so many figures."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_MOST_KEPT = 400
"""The pairs of longer series take too much room to be kept."""
_Floats = NDArray[np.float64]
_Places = NDArray[np.intp]


def rises_of(values: _Floats) -> _Floats:
    """What each value rises to each later one, the pairs of the first value first."""
    first, second = _pairs(values.size)
    return values.take(second) - values.take(first)


def gaps_of(times: _Floats) -> _Floats:
    """How far apart the times of the same pairs are, which is not to be written to: many series have the same times."""
    return _kept_gaps(times.tobytes()) if times.size <= _MOST_KEPT else rises_of(times)


def middle_of(figures: _Floats) -> float:
    """The median of finite figures, at least one; they may stand in another order afterwards."""
    middle = figures.size // 2
    figures.partition([max(middle - 1, 0), middle])  # numpy looks for two places sooner than for one
    return float(figures[middle] if figures.size % 2 else (figures[middle - 1] + figures[middle]) / 2)


def _pairs(n: int) -> tuple[_Places, _Places]:
    return _kept_pairs(n) if n <= _MOST_KEPT else np.triu_indices(n, 1)


@lru_cache(maxsize=64)
def _kept_pairs(n: int) -> tuple[_Places, _Places]:
    return np.triu_indices(n, 1)


@lru_cache(maxsize=16)
def _kept_gaps(times: bytes) -> _Floats:
    return rises_of(np.frombuffer(times))
