"""Likely copies: which of very many series share enough figures to be compared one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.plausibility.same_figures import FEWEST_EQUAL, FEWEST_VALUES, MOST_LATER, Fingerprint
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class LikelyCopies:
    """The figures of series of one frequency, a row each and a column for each period, as numbers that stand for them.

    Equal figures have equal numbers, 0 is a period without one. `keys` are all figures in order, each with its period,
    `owners` and `times` the row and the column of each: equal figures of about the same time stand side by side, so
    that a series is compared with those alone that have some of its figures.
    """

    rows: NDArray[np.int32]
    keys: NDArray[np.int64]
    owners: NDArray[np.intp]
    times: NDArray[np.intp]

    def before(self, row: int) -> list[int]:
        """The earlier rows that may be the same figures as this one, now or some periods apart, in their order."""
        columns = np.flatnonzero(self.rows[row])
        own = _keys(self.rows, row, columns)
        first = np.searchsorted(self.keys, own - MOST_LATER)
        counts = np.searchsorted(self.keys, own + MOST_LATER, side="right") - first
        if counts.sum() > row * self.rows.shape[1]:
            return self.before_compared(row)
        places = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        owners, apart = self.owners[places], self.times[places] - np.repeat(columns, counts)
        earlier = owners < row
        pairs, equal = np.unique(owners[earlier] * _DELAYS + apart[earlier] + MOST_LATER, return_counts=True)
        enough = equal >= FEWEST_VALUES
        likely = {
            other
            for pair, alike in zip(pairs[enough].tolist(), equal[enough].tolist(), strict=True)
            if alike >= FEWEST_EQUAL * self._common(row, other := pair // _DELAYS, pair % _DELAYS - MOST_LATER)
        }
        return sorted(likely)

    def _common(self, row: int, other: int, apart: int) -> int:
        """In how many periods both have a figure, where the other one stands some periods later."""
        width = self.rows.shape[1] - 2 * MOST_LATER
        mine = self.rows[row, MOST_LATER : MOST_LATER + width]
        others = self.rows[other, MOST_LATER + apart : MOST_LATER + apart + width]
        return int(np.count_nonzero((mine != 0) & (others != 0)))

    def before_compared(self, row: int) -> list[int]:
        """The same where very many series have the same figures: all of them side by side."""
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


_DELAYS = 2 * MOST_LATER + 1


def likely_copies(prints: Sequence[Fingerprint]) -> LikelyCopies:
    """The table of these series, all of one frequency, a row each in their order."""
    ordinals = np.fromiter(chain.from_iterable(each.by_ordinal for each in prints), np.intp)
    figures = np.fromiter(chain.from_iterable(each.by_ordinal.values() for each in prints), np.float64)
    first, last = (int(ordinals.min()), int(ordinals.max())) if ordinals.size else (0, 0)
    rows = np.zeros((len(prints), last - first + 1 + 2 * MOST_LATER), dtype=np.int32)
    of_each = np.repeat(np.arange(len(prints)), np.fromiter((len(each.by_ordinal) for each in prints), np.intp))
    rows[of_each, ordinals - first + MOST_LATER] = np.unique(figures, return_inverse=True)[1] + 1
    owners, times = np.nonzero(rows)
    keys = _keys(rows, owners, times)
    order = np.argsort(keys, kind="stable")
    return LikelyCopies(rows, keys[order], owners[order], times[order])


def _keys(rows: NDArray[np.int32], row: NDArray[np.intp] | int, column: NDArray[np.intp]) -> NDArray[np.int64]:
    """Figures with their periods as numbers: those of one figure lie beside each other, in the order of periods."""
    found: NDArray[np.int64] = rows[row, column].astype(np.int64) * rows.shape[1] + column
    return found
