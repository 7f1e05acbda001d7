"""Counted members: who is there in each period of a table, each text once, and which of them were there before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
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
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.sources.figure_choice import Distinct
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.fields import Duration
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import of_file, said
from bsc_site.model.sentences.figure_sentences import SHORTER_THAN_THE_WINDOW
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass

_Whole = NDArray[np.int64]
_LARGEST = 50_000_000
"""So many flags are set at once; beyond, pairs of periods and members are sorted instead."""


class CountedRows(NamedTuple):
    """The readings of a KPI that counts members, and from which day on it is known who was there before."""

    rows: list[Reading]
    counted_from: date | None = None


class MembersAsked(NamedTuple):
    """What is counted: the column of texts or customers; for a repeat rate that of the orders and the window."""

    place: int
    order: int | None = None
    window: Duration | None = None


def counting_of(table: Table, source: Source) -> MembersAsked | None:
    """What a source counts once a period; None where it has figures, or counts rows. Raises SourceError."""
    if isinstance(source.count, Distinct):
        return MembersAsked(_place(table, "count.distinct", source.count.distinct))
    rate = source.repeat_rate
    if rate is None:
        return None
    order = None if rate.order is None else _place(table, "repeat_rate.order", rate.order)
    return MembersAsked(_place(table, "repeat_rate.customer", rate.customer), order, rate.window)


def _place(table: Table, key: str, name: str) -> int:
    try:
        return column_of(table.headings, name)
    except HeadingError as error:
        raise SourceError(f"source.{key}", error.code, of_file(table.file, error.message)) from None


def tell_short_window(kpi: Kpi, counted: CountedRows, book: ProblemBook) -> None:
    """Say where no period of a file has a whole window before it, so that there is no figure at all."""
    begins, rate = counted.counted_from, kpi.source.repeat_rate if kpi.source else None
    if begins is None or rate is None or not counted.rows:
        return
    if not any(row.period.within(kpi.frequency).start >= begins for row in counted.rows):
        window = {"window": str(rate.window), "first": begins.isoformat()}
        book.find(kpi.id, "source.repeat_rate.window", "BSC318", said(SHORTER_THAN_THE_WINDOW, **window))


class RowPeriods(NamedTuple):
    """The different periods, and for each row which of them, -1 for none, and the second of the day."""

    known: tuple[Period, ...]
    which: _Whole
    seconds: _Whole


class Members(NamedTuple):
    """For each row which text its column holds, 0 for none; by that number what stands for it in every table."""

    which: _Whole
    ids: _Whole


@dataclass(slots=True)
class MemberCells:
    """What the cells of one table say of members and their time, found once for all KPIs that count in it."""

    table: Table
    _members: dict[int, Members] = field(default_factory=dict)
    _periods: dict[int, RowPeriods] = field(default_factory=dict)

    def members(self, place: int) -> Members:
        """Who stands in a column, row by row."""
        if place not in self._members:
            column = self.table.columns[place]
            known = {"": 0}
            which = [known.setdefault(text_of(cell), len(known)) for cell in column.cells]
            ids = np.array([_number(text) for text in known], np.int64)
            self._members[place] = Members(np.array(which, np.int64)[column.codes], ids)
        return self._members[place]

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

    def of(self, counting: MembersAsked) -> CountedRows:
        """The rows of a KPI that counts members."""
        if counting.window is None:
            return self.distinct(counting.place)
        return self.repeating(counting.place, counting.order, counting.window)

    def distinct(self, place: int) -> CountedRows:
        """One reading for each period, with the different texts of a column that stand in its rows."""
        members = self.cells.members(place)
        periods, taken = self._taken(members)
        found = []
        for which, line, own in self._by_period(periods, members, taken):
            at = Place(self.table.file, line, place + 1)
            found.append(Reading(periods.known[which], at, float(len(own)), members=own))
        return CountedRows(found)

    def repeating(self, customer: int, order: int | None, window: Duration) -> CountedRows:
        """One reading for each period: the customers who ordered, and those of them whose order followed another."""
        members = self.cells.members(customer)
        periods, taken = self._taken(members)
        days = np.array([period.start.toordinal() for period in periods.known] or [0], np.int64)[periods.which[taken]]
        orders = Orders(members.which[taken], self._orders(order)[taken], days, periods.seconds[taken])
        again = taken[orders.repeats(window)]
        back = {which: own for which, _, own in self._by_period(periods, members, again)}
        found = []
        for which, line, own in self._by_period(periods, members, taken):
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
        numbers = self.cells.members(place).which
        return np.where(numbers == 0, -rows - 1, numbers)

    def _by_period(
        self, periods: RowPeriods, members: Members, rows: Rows
    ) -> Iterator[tuple[int, int, frozenset[int]]]:
        """Each period of some rows, with the line of its first row and its members."""
        count, which = len(members.ids), periods.which[rows]
        first = np.zeros(len(periods.known), np.intp)
        first[which[::-1]] = rows[::-1]
        pairs = _distinct(which * count + members.which[rows], count * len(periods.known))
        parts = np.split(pairs, np.searchsorted(pairs, np.arange(1, len(periods.known)) * count))
        for period, part in enumerate(parts):
            if len(part):
                ids = members.ids[part - period * count]
                yield period, int(self.table.lines[first[period]]), frozenset(ids.tolist())

    def _taken(self, members: Members) -> tuple[RowPeriods, Rows]:
        """The periods, and those of the rows that have a member and one of them; what is wrong goes to the book."""
        periods = self.cells.periods(self.where)
        rows = self.rows[members.which[self.rows] != 0]
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


def _distinct(numbers: _Whole, limit: int) -> _Whole:
    """The different ones of some numbers from 0 to a limit, in order."""
    if limit > _LARGEST:
        return np.unique(numbers)
    there = np.zeros(limit, np.bool_)
    there[numbers] = True
    return np.flatnonzero(there)
