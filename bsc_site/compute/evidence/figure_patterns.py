"""Figure patterns: by their figures alone, whether one KPI is a copy, a running total or a part of the other."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

FEWEST_MOVES, FEWEST_VALUES = 8, 4
"""So many changes, with so many different sizes, before their agreement is no coincidence."""
NEARLY_ALL = 0.9
"""Of the changes; a few figures may have been corrected on one side only."""
IN_STEP = 0.999
"""The share of one side's variance that the other explains; what is missing to 1 is rounding."""
FEWEST_IN_STEP = 12
DUST = 1e-9
"""Of the largest figure of both: differences below are those of floating-point numbers."""
MOST_LATER = 12
WINDOWS = (2, 3, 4, 6, 12)
"""Over so many periods moving totals and means are usually made."""
MOSTLY = 0.5


def copied(one: Values, other: Values) -> int | None:
    """How many periods later `other` has the figures of `one`, also in another unit or as the rest to a whole.

    Negative where it has them earlier; up to twelve periods either way; None where it has not. Both are aligned, NaN
    where a period is missing, here and below.
    """
    first, second = (np.diff(each) for each in _of_one_size(one, other))
    farthest = min(MOST_LATER, first.size - FEWEST_MOVES)
    for later in sorted(range(-farthest, farthest + 1), key=abs):
        ahead, behind = (first, second) if later >= 0 else (second, first)
        gap = abs(later)
        if _agree(ahead[: ahead.size - gap], behind[gap:]):
            return later
    return None


def running_total(part: Values, total: Values) -> bool:
    """Whether `total` adds up `part`: from the beginning, from each new year on, or over the latest periods."""
    part, total = _of_one_size(part, total)
    gained, anew = np.diff(total), np.abs(total - part)[1:] <= DUST
    if _agree(np.where(anew, part[1:], gained), part[1:]) and not anew.all():
        return True
    return any(_agree(gained[span - 1 :], part[span:] - part[:-span]) for span in WINDOWS if span < part.size)


def shared(one: tuple[Values, ...], other: tuple[Values, ...]) -> bool:
    """Whether any figures behind `one` (its values, numerators, denominators) are also behind `other`."""
    pairs = (_of_one_size(mine, theirs) for mine, theirs in product(one, other))
    return any(_agree(np.diff(mine), np.diff(theirs)) for mine, theirs in pairs)


def held(one: Values, other: Values) -> bool:
    """Whether both repeat their figures and change in the same few periods, as quarterly figures do month by month."""
    pairs = np.column_stack([np.diff(one), np.diff(other)])
    moved = pairs[np.all(np.isfinite(pairs), axis=1)] != 0
    if not moved.size or moved.mean(axis=0).max() >= MOSTLY:
        return False
    together = int(moved.all(axis=1).sum())
    return together >= max(FEWEST_VALUES, NEARLY_ALL * int(moved.sum(axis=0).min()))


def _of_one_size(one: Values, other: Values) -> tuple[Values, Values]:
    """Both by the largest figure of either, so that no difference or square is too large to be computed."""
    known = np.concatenate([one, other])
    largest = float(np.max(np.abs(known[np.isfinite(known)]), initial=0.0))
    return (one / largest, other / largest) if largest > 0 else (one, other)


def _agree(one: Values, other: Values) -> bool:
    """Whether nearly all changes are equal, or all of one are the same multiple of the other's."""
    known = np.isfinite(one) & np.isfinite(other)
    moved = known & ((np.abs(one) > DUST) | (np.abs(other) > DUST))
    mine, theirs = one[moved], other[moved]
    if mine.size < FEWEST_MOVES:
        return False
    equal = np.abs(mine - theirs) <= DUST
    if equal.sum() >= NEARLY_ALL * equal.size and _distinct(mine[equal]) >= FEWEST_VALUES:
        return True
    return mine.size >= FEWEST_IN_STEP and _explained(mine, theirs) > IN_STEP and _distinct(mine) >= FEWEST_VALUES


def _explained(one: Values, other: Values) -> float:
    one, other = one - one.mean(), other - other.mean()
    spread = float(one @ one) * float(other @ other)
    return float(one @ other) ** 2 / spread if spread > 0 else 0.0


def _distinct(values: Values) -> int:
    return int(np.unique(np.round(values / DUST)).size)
