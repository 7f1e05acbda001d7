"""Normal scores: values replaced by what their ranks would be in a normal distribution, so that no single one rules."""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

_NORMAL = NormalDist()
_BLOM = 0.375
"""The offset of Blom, by which the scores come closest to those expected of a normal sample."""


def normal_scores(values: Values) -> Values:
    """The scores with mean square 1, NaN where `values` are NaN, and everywhere where they are all alike.

    Equal values have the score of their mean rank.
    """
    known = np.isfinite(values)
    scores = np.full(values.size, np.nan)
    distinct, place, often = np.unique(values[known], return_inverse=True, return_counts=True)
    if distinct.size < 2:  # noqa: PLR2004  # two values are the least that differ
        return scores
    ranks = (np.cumsum(often) - (often - 1) / 2)[place]
    found = _of_half_ranks(ranks.size)[(2 * ranks - 2).astype(np.intp)]
    scores[known] = found / np.sqrt(np.mean(found**2))
    return scores


@lru_cache(maxsize=64)
def _of_half_ranks(n: int) -> Values:
    """The scores of the ranks 1, 1.5, 2 and so on among `n` values."""
    shares = (np.arange(2, 2 * n + 1) / 2 - _BLOM) / (n + 1 - 2 * _BLOM)
    return np.array([_NORMAL.inv_cdf(share) for share in shares.tolist()])
