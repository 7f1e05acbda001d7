"""CountedRows members: who is there in each period of a table, each text once, and which of them were there before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.counting.repeat_orders import Orders, shifted
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.gathering.cells_once import Rows, period_cells
from bsc_site.load.periods.period_reader import seconds_of
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.headings import HeadingError, column_of
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.figure_choice import Distinct
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.fields import Duration
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading

_Whole = NDArray[np.int64]


class CountedRows(NamedTuple):
    """The readings of a KPI that counts members, and from which day on it is known who was there before."""

    rows: list[Reading]
    counted_from: date | None = None


class RowPeriods(NamedTuple):
    """The different periods, and for each row which of them, -1 for none, and the second of the day."""

    known: tuple[Period, ...]
    which: _Whole
    seconds: _Whole


@dataclass(slots=True)
class MemberCells:
    """What the cells of one table say of members and their time, found once for all KPIs that count in it."""

    table: Table
    _numbers: dict[int, _Whole] = field(default_factory=dict)
    _periods: dict[int, RowPeriods] = field(default_factory=dict)

    def numbers(self, place: int) -> _Whole:
        """A number for each row that stands for its text in a column, the same in every table; 0 for none."""
        if place not in self._numbers:
            column = self.table.columns[place]
            self._numbers[place] = np.array([_number(text_of(cell)) for cell in column.cells], np.int64)[column.codes]
        return self._numbers[place]

    def periods(self, where: PeriodColumns) -> RowPeriods:
        """The period of each row, as it is read there."""
        if id(where) not in self._periods:
            cells = period_cells(self.table, where)
            codes, _ = cells.of(np.arange(len(self.table), dtype=np.intp))
            timed = where.reader.timed
            seconds = [int(seconds_of(cell)) if timed else 0 for cell in cells.column.cells]
            which = cells.ids[codes].astype(np.int64)
            self._periods[id(where)] = RowPeriods(tuple(cells.periods), which, np.array(seconds, np.int64)[codes])
        return self._periods[id(where)]


@dataclass(frozen=True, slots=True)
class CountedMembers:
    """Counts the texts of columns in the rows of one KPI; `rows` are the places of those that its filter passes."""

    cells: MemberCells
    rows: Rows
    where: PeriodColumns
    book: ProblemBook

    @property
    def table(self) -> Table:
        """The table in which is counted."""
        return self.cells.table

    def of(self, source: Source) -> CountedRows | None:
        """The rows of a source that counts members, None for one that has figures or counts rows.

        Raises SourceError for a column that is not there.
        """
        if isinstance(source.count, Distinct):
            return self.distinct(self._place("count.distinct", source.count.distinct))
        rate = source.repeat_rate
        if rate is None:
            return None
        order = None if rate.order is None else self._place("repeat_rate.order", rate.order)
        return self.repeating(self._place("repeat_rate.customer", rate.customer), order, rate.window)

    def _place(self, key: str, name: str) -> int:
        try:
            return column_of(self.table.headings, name)
        except HeadingError as error:
            raise SourceError(f"source.{key}", error.code, f"{self.table.file}: {error}") from None

    def distinct(self, place: int) -> CountedRows:
        """One reading for each period, with the different texts of a column that stand in its rows."""
        members = self.cells.numbers(place)
        periods, taken = self._taken(members)
        found = []
        for which, line, own in _by_period(periods.which[taken], members[taken], self.table.lines[taken]):
            at = Place(self.table.file, line, place + 1)
            found.append(Reading(periods.known[which], at, float(len(own)), members=own))
        return CountedRows(found)

    def repeating(self, customer: int, order: int | None, window: Duration) -> CountedRows:
        """One reading for each period: the customers who ordered, and those of them whose order followed another."""
        members = self.cells.numbers(customer)
        periods, taken = self._taken(members)
        days = np.array([period.start.toordinal() for period in periods.known] or [0], np.int64)[periods.which[taken]]
        orders = Orders(members[taken], self._orders(order)[taken], days, periods.seconds[taken])
        again = taken[orders.repeats(window)]
        back = {which: own for which, _, own in _by_period(periods.which[again], members[again], again)}
        found = []
        for which, line, own in _by_period(periods.which[taken], members[taken], self.table.lines[taken]):
            known, at = back.get(which, frozenset()), Place(self.table.file, line, customer + 1)
            counts = (float(len(known)), float(len(own)))
            found.append(Reading(periods.known[which], at, None, *counts, members=known, among=own))
        begins = min((period.start for period in periods.known), default=None)
        return CountedRows(found, None if begins is None else shifted(begins, window))

    def _orders(self, place: int | None) -> _Whole:
        """A number for each row that stands for its order; one without a number is an order of its own."""
        rows = np.arange(len(self.table), dtype=np.int64)
        if place is None:
            return rows
        numbers = self.cells.numbers(place)
        return np.where(numbers == 0, rows, numbers)

    def _taken(self, members: _Whole) -> tuple[RowPeriods, Rows]:
        """The periods, and those of the rows that have a member and one of them; what is wrong goes to the book."""
        periods = self.cells.periods(self.where)
        rows = self.rows[members[self.rows] != 0]
        known = periods.which[rows] >= 0
        for row in rows[~known].tolist():
            self.where.period(self.table.file, int(self.table.lines[row]), self.table.row(row), self.book)
        return periods, rows[known]


def _number(text: str) -> int:
    if not text:
        return 0
    return (
        int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True) or 1
    )


def _by_period(which: _Whole, members: _Whole, lines: _Whole) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Each period of some rows, with the line of its first row and its members."""
    if not len(which):
        return
    order = np.lexsort((members, which))
    periods, own, at = which[order], members[order], lines[order]
    begins = np.r_[True, periods[1:] != periods[:-1]]
    new = begins | np.r_[True, own[1:] != own[:-1]]
    starts = np.flatnonzero(begins)
    firsts = np.minimum.reduceat(at, starts).tolist()
    parts = np.split(own[new], np.cumsum(np.add.reduceat(new.astype(np.int64), starts))[:-1])
    for period, line, part in zip(periods[starts].tolist(), firsts, parts, strict=True):
        yield period, line, frozenset(part.tolist())
