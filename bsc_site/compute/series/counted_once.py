"""Counted once: the members of a period, each once however many rows name it, and figures that count by a weight."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bsc_site.model.series import Reading


def counted_once(factor: float, rows: Sequence[Reading]) -> tuple[float | None, float | None, float | None]:
    """How many different members the rows have together, or which share of those among whom they are looked for.

    Value, numerator and denominator; no value for a share of nobody. `factor` is 100 for per cent.
    """
    members = frozenset[int]().union(*(row.members for row in rows if row.members is not None))
    if rows[0].among is None:
        return float(len(members)), None, None
    among = frozenset[int]().union(*(row.among for row in rows if row.among is not None))
    share = len(members) / len(among) * factor if among else None
    return share, float(len(members)), float(len(among))


def weighted_mean(rows: Sequence[Reading]) -> float | None:
    """The mean in which each figure counts by its weight; None where all weights are zero, infinite for an overflow."""
    pairs = [(row.value, row.weight) for row in rows if row.value is not None and row.weight is not None]
    try:
        weights = math.fsum(weight for _, weight in pairs)
        return math.fsum(value * weight for value, weight in pairs) / weights if weights else None
    except OverflowError:
        return math.inf
