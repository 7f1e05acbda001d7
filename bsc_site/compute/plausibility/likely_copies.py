"""Likely copies: which of very many series share enough figures to be compared one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.plausibility.same_figures import FEWEST_EQUAL, FEWEST_VALUES, MOST_LATER, Fingerprint


@dataclass(frozen=True, slots=True)
class LikelyCopies:
    """The figures of series of one frequency, a row each and a column for each period, as numbers that stand for them.

    Equal figures have equal numbers, 0 is a period without one. Comparing all pairs in arrays takes a second for a
    thousand series of ten years, one by one a minute.
    """

    rows: NDArray[np.int32]

    def before(self, row: int) -> list[int]:
        """The earlier rows that may be the same figures as this one, now or some periods apart, in their order."""
        width = self.rows.shape[1] - 2 * MOST_LATER
        mine = self.rows[row, MOST_LATER : MOST_LATER + width]
        there, figures = mine != 0, np.where(mine == 0, -1, mine)
        likely = np.zeros(row, dtype=bool)
        for later in range(-MOST_LATER, MOST_LATER + 1):
            others = self.rows[:row, MOST_LATER - later : MOST_LATER - later + width]
            equal = np.count_nonzero(others == figures, axis=1)
            enough = np.flatnonzero(equal >= FEWEST_VALUES)
            common = np.count_nonzero((others[enough] != 0) & there, axis=1)
            likely[enough[equal[enough] >= FEWEST_EQUAL * common]] = True
        return np.flatnonzero(likely).tolist()


def likely_copies(prints: Sequence[Fingerprint]) -> LikelyCopies:
    """The table of these series, all of one frequency, a row each in their order."""
    ordinals = [when for each in prints for when in each.by_ordinal]
    first, last = min(ordinals, default=0), max(ordinals, default=0)
    rows = np.zeros((len(prints), last - first + 1 + 2 * MOST_LATER), dtype=np.int32)
    numbers: dict[float, int] = {}
    for row, each in enumerate(prints):
        places = [when - first + MOST_LATER for when in each.by_ordinal]
        rows[row, places] = [numbers.setdefault(value, len(numbers) + 1) for value in each.by_ordinal.values()]
    return LikelyCopies(rows)
