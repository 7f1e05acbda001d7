"""Exact sum: figures added up and rounded once, in whatever order, which every Python does alike.

`sum` of Python 3.12 and later rounds less often than that of 3.11, so the two may differ in the last digit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

_SCALE = 2.0**-64
"""By which figures are made smaller, without rounding any, where their sum is beyond all floats."""


def exact_sum(figures: Iterable[float]) -> float:
    """What they add up to; infinite where that is more than a float holds."""
    known = list(figures)
    try:
        return math.fsum(known)
    except OverflowError:
        return math.fsum(each * _SCALE for each in known) / _SCALE
