"""Exact sums: the sums of many groups of numbers, none of which loses a digit to rounding."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Parts = tuple[float, ...]
"""Numbers whose sum is exactly that of a group; `math.fsum` of them is the sum, rounded once."""


def exact_sums(groups: NDArray[np.intp], values: NDArray[np.float64], count: int) -> list[Parts]:
    """The parts of the sum of each of `count` groups, where `groups` says to which one each value belongs.

    Values are finite. They are cut into slices so coarse that adding up those of one slice needs no rounding
    (Rump, Ogita, Oishi: Accurate floating-point summation, SIAM J. Sci. Comput. 31, 2008, ExtractVector).
    """
    parts: list[list[float]] = [[] for _ in range(count)]
    rest = values
    while rest.size and (largest := float(np.max(np.abs(rest)))) > 0:
        grain = math.ldexp(1.0, math.frexp(largest)[1] + math.ceil(math.log2(rest.size + 2)))
        slice_ = (grain + rest) - grain
        for group, total in enumerate(np.bincount(groups, slice_, count).tolist()):
            if total:
                parts[group].append(total)
        rest = rest - slice_
        left = rest != 0
        groups, rest = groups[left], rest[left]
    return [tuple(each) for each in parts]
