"""Rows to keep of a KPI: all that say something, however often a large file says it again."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.load.figures.problem_book import COUNTED
from bsc_site.model.series import Reading

MANY = 2 * COUNTED
"""So many rows are kept as they come; beyond, those without a meaning of their own are left out."""


class KeptRows(list[Reading]):
    """The rows of one KPI that may have one figure a period, in the order of their files.

    Memory grows with the number of periods, not with the rows: those that repeat a figure are left out, and of those
    that contradict one as many stay as are ever counted.
    """

    full = MANY

    def keep_all(self, rows: Sequence[Reading]) -> None:
        """Add rows one by one, or at once where they are few enough."""
        if len(self) + len(rows) < self.full:
            self.extend(rows)
            return
        for row in rows:
            self.keep(row)

    def keep(self, row: Reading) -> None:
        """Add a row, and thin out the others when there are too many."""
        self.append(row)
        if len(self) >= self.full:
            self[:] = _telling(self)
            self.full = max(MANY, 2 * len(self))


def _telling(rows: list[Reading]) -> list[Reading]:
    first: dict[tuple[object, ...], Reading] = {}
    kept, contradictions = [], 0
    for row in rows:
        known = first.setdefault((row.period.start, row.period.frequency), row)
        differs = known[2:6] != row[2:6]
        contradictions += differs
        if known is row or (differs and contradictions <= COUNTED):
            kept.append(row)
    return kept
