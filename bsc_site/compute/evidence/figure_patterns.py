"""Figure patterns: by their figures alone, whether one KPI is a copy, a running total or a part of the other."""

from __future__ import annotations

from collections.abc import Iterator
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
"""Of the largest figure: differences below are those of floating-point numbers."""
MOST_LATER = 12
WINDOWS = (2, 3, 4, 6, 12)
"""Over so many periods moving totals and means are usually made."""
MOSTLY = 0.5


def copied(one: Values, other: Values) -> int | None:
    """How many periods later `other` has the figures of `one`, also in another unit or as the rest to a whole.

    Negative where it has them earlier; up to twelve periods either way; None where it has not. Both are aligned, NaN
    where a period is missing, here and below.
    """
    first, second = np.diff(one), np.diff(other)
    dust = _dust(one, other)
    for later in sorted(range(-MOST_LATER, MOST_LATER + 1), key=abs):
        ahead, behind = (first, second) if later >= 0 else (second, first)
        gap = abs(later)
        if _agree(ahead[: ahead.size - gap], behind[gap:], dust):
            return later
    return None


def running_total(part: Values, total: Values) -> bool:
    """Whether `total` adds up `part`: from the beginning, from each new year on, or over the latest periods."""
    gained, dust = np.diff(total), _dust(part, total)
    anew = np.abs(total - part)[1:] <= dust
    if _agree(np.where(anew, part[1:], gained), part[1:], dust) and not anew.all():
        return True
    return any(_agree(gained[span - 1 :], part[span:] - part[:-span], dust) for span in WINDOWS if span < part.size)


def shared(one: tuple[Values, ...], other: tuple[Values, ...]) -> bool:
    """Whether any figures behind `one` (its values, numerators, denominators) are also behind `other`."""
    return any(_agree(np.diff(mine), np.diff(theirs), _dust(mine, theirs)) for mine, theirs in product(one, other))


def held(one: Values, other: Values) -> bool:
    """Whether both repeat their figures and change in the same few periods, as quarterly figures do month by month."""
    pairs = np.column_stack([np.diff(one), np.diff(other)])
    moved = pairs[np.all(np.isfinite(pairs), axis=1)] != 0
    if not moved.size or moved.mean(axis=0).max() >= MOSTLY:
        return False
    together = int(moved.all(axis=1).sum())
    return together >= max(FEWEST_VALUES, NEARLY_ALL * int(moved.sum(axis=0).min()))


def _agree(one: Values, other: Values, dust: float) -> bool:
    """Whether nearly all changes are equal, or all of one are the same multiple of the other's."""
    known = np.isfinite(one) & np.isfinite(other)
    moved = known & ((np.abs(one) > dust) | (np.abs(other) > dust))
    mine, theirs = one[moved], other[moved]
    if mine.size < FEWEST_MOVES:
        return False
    equal = np.abs(mine - theirs) <= dust
    if equal.sum() >= NEARLY_ALL * equal.size and _distinct(mine[equal], dust) >= FEWEST_VALUES:
        return True
    return mine.size >= FEWEST_IN_STEP and _explained(mine, theirs) > IN_STEP and _distinct(mine, dust) >= FEWEST_VALUES


def _explained(one: Values, other: Values) -> float:
    one, other = one - one.mean(), other - other.mean()
    spread = float(one @ one) * float(other @ other)
    return float(one @ other) ** 2 / spread if spread > 0 else 0.0


def _distinct(values: Values, dust: float) -> int:
    return int(np.unique(np.round(values / dust)).size) if dust > 0 else 0


def _dust(*series: Values) -> float:
    return DUST * max(_largest(series), default=0.0)


def _largest(series: tuple[Values, ...]) -> Iterator[float]:
    for each in series:
        known = each[np.isfinite(each)]
        if known.size:
            yield float(np.abs(known).max())
