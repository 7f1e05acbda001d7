"""Sums: whether one figure is the sum of others, as far as rounding lets it show."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bsc_site.model.period import Frequency
from bsc_site.model.series import Reading

_ROUNDING = 0.005
"""By so much of a sum it may differ at most because its parts were rounded."""


class Figures(NamedTuple):
    """The figures of a row that are added up; one that it does not have is 0."""

    value: float
    numerator: float
    denominator: float


def by_period(rows: Sequence[Reading]) -> Mapping[tuple[date, Frequency], Sequence[Reading]]:
    """The rows of each period, in their order."""
    found: dict[tuple[date, Frequency], list[Reading]] = {}
    for row in rows:
        found.setdefault((row.period.start, row.period.frequency), []).append(row)
    return found


def figures_of(row: Reading) -> Figures:
    """The figures of a reading as they are added up."""
    return Figures(row.value or 0.0, row.numerator or 0.0, row.denominator or 0.0)


def is_sum(row: Reading, parts: Sequence[Figures]) -> bool:
    """Whether each figure of a row is the sum of those of some other rows, and not merely nothing."""
    own = figures_of(row)
    return (
        bool(parts)
        and any(own)
        and all(_adds_up(own[each], [part[each] for part in parts]) for each in range(len(own)))
    )


def _adds_up(total: float, parts: Sequence[float]) -> bool:
    known = math.fsum(parts)
    off = abs(total - known)
    unit = 10.0 ** -max(map(_decimals, (total, *parts)))
    return off <= max(1e-9 * abs(known), min(unit * (len(parts) + 1) / 2, _ROUNDING * abs(known)))


def _decimals(value: float) -> int:
    text = f"{value:.6f}".rstrip("0")
    return len(text) - text.index(".") - 1
