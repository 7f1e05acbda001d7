"""Many rows: those of a KPI become one reading for each period, once no single one of them has anything to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.figures.shares import ask_about_shares
from bsc_site.load.gathering.plain_rows import PlainRows
from bsc_site.load.rows.repeated_rows import MOST as MOST_REPEATED
from bsc_site.load.rows.total_rows import TotalRows
from bsc_site.load.rows.unnamed_totals import MOST as MOST_UNNAMED
from bsc_site.load.rows.unnamed_totals import place_of_totals
from bsc_site.load.tables.columns import Column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate

MANY = 1000
"""Fewer rows than these become a reading each, and are looked at as such."""
_OF_VALUES = {Aggregate.SUM, Aggregate.MEAN, Aggregate.MIN, Aggregate.MAX}


@dataclass(frozen=True, slots=True)
class ManyRows:
    """The plain rows of a KPI, with the table that they are from and what it calls totals."""

    kpi: Kpi
    table: Table
    totals: TotalRows
    plain: PlainRows

    def gathered(self, book: ProblemBook) -> list[Reading] | None:
        """One reading for each period, without totals and repeats that are left out; None where each row has to speak.

        That is so where rows are few or do not become one figure, and where some may be totals or repeats.
        """
        rule = _rule(self.kpi, self.plain)
        if rule is None or len(self.plain) < MANY or self.totals.unplaced:
            return None
        plain = self._without_named_totals(book)
        if self._may_hold_totals(plain):
            return None
        found = self._without_repeats(plain)
        if found is not None and self.kpi.unit == "%" and found.value is not None:
            ask_about_shares(self.kpi, self.plain.figures[0].tolist(), book)
        return None if found is None else found.gathered(rule)

    @property
    def _declared(self) -> str | None:
        return self.kpi.source.totals if self.kpi.source else None

    def _without_named_totals(self, book: ProblemBook) -> PlainRows:
        """The rows without those that are called totals and are; only the periods that have any are looked at."""
        plain = self.plain
        if not self.totals.named or self._declared == "counted":
            return plain
        called = np.isin(plain.lines, list(self.totals.named))
        some = plain.keep(np.isin(plain.periods, plain.periods[called])).readings()
        kept = self.totals.without_named(some, book, sure=self._declared == "left out")
        out = {row.place.line for row in some} - {row.place.line for row in kept}
        return plain.keep(~np.isin(plain.lines, list(out))) if out else plain

    def _may_hold_totals(self, plain: PlainRows) -> bool:
        asked = self.totals.labels and self.kpi.aggregate is Aggregate.SUM and self._declared != "counted"
        if not asked or plain.value is None or len(plain) > MOST_UNNAMED:
            return False
        order = np.argsort(plain.periods, kind="stable")
        ends = np.flatnonzero(np.diff(plain.periods[order])) + 1
        return place_of_totals([each.tolist() for each in np.split(plain.value[order], ends)]) is not None

    def _without_repeats(self, plain: PlainRows) -> PlainRows | None:
        """The rows without repeats where that is declared; None where it has to be asked about them."""
        declared = self.kpi.source.repeated_rows if self.kpi.source else None
        if declared == "counted" or len(plain) > MOST_REPEATED:
            return plain
        first = _first_alike(self.table, plain.places)
        repeats = first != np.arange(len(plain))
        if declared == "left out":
            return plain.keep(~repeats)
        if not repeats.any() or self._several_rows_each(plain, first):
            return plain
        return None

    def _several_rows_each(self, plain: PlainRows, first: NDArray[np.intp]) -> bool:
        """Whether a period, or one of its labels where rows are no finer, has rows that differ."""
        key = plain.periods.astype(np.int64)
        if all(plain.known[each].frequency is self.kpi.frequency for each in np.unique(key).tolist()):
            for label in self.totals.labels:
                column = self.table.columns[label]
                _, key = np.unique(key * len(column.cells) + _alike(column)[plain.places], return_inverse=True)
        _, key = np.unique(key, return_inverse=True)
        distinct = np.unique(key * len(plain) + first)
        return len(distinct) > int(key.max()) + 1


def _rule(kpi: Kpi, plain: PlainRows) -> Aggregate | None:
    """How the rows of a period become one figure, where that can be told from their sums and extremes."""
    source = kpi.source
    if source is None or kpi.counted_up is not None:
        return None
    if plain.numerator is not None:
        return Aggregate.RATIO if kpi.aggregate in {None, Aggregate.RATIO} and source.value is None else None
    rule = kpi.aggregate or (Aggregate.SUM if source.count is not None else None)
    return rule if rule in _OF_VALUES else None


def _first_alike(table: Table, places: NDArray[np.intp]) -> NDArray[np.intp]:
    """For each of some rows the first one of them that is the same in every cell."""
    first = np.arange(len(places))
    left, key = first, np.zeros(len(places), np.int64)
    for column in sorted(table.columns, key=_variety, reverse=True):
        _, key, counts = np.unique(
            key * len(column.cells) + _alike(column)[places[left]], return_inverse=True, return_counts=True
        )
        several = counts[key] > 1
        left, key = left[several], key[several]
    begun = np.full(int(key.max(initial=-1)) + 1, len(places), np.intp)
    begun[key[::-1]] = left[::-1]
    first = first.copy()
    first[left] = begun[key]
    return first


def _variety(column: Column) -> int:
    return len(column.cells)


def _alike(column: Column) -> NDArray[np.integer]:
    """For each row a code of its cell that is the same for cells that are equal, as 1 and 1.0 are."""
    if {str, type(None)}.issuperset(map(type, column.cells)):
        return column.codes
    known: dict[object, int] = {}
    return np.array([known.setdefault(cell, len(known)) for cell in column.cells], np.int32)[column.codes]
