"""CountedRows members: who is there in each period of a table, each text once, and which of them were there before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.counting.repeat_orders import Orders, shifted
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.period_reader import seconds_of
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.cells import Cell, text_of
from bsc_site.load.tables.columns import Column, Flags
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


@dataclass(frozen=True, slots=True)
class CountedMembers:
    """Counts the texts of columns in the rows of one KPI; `rows` flags those that its filter passes."""

    table: Table
    rows: Flags
    where: PeriodColumns
    book: ProblemBook

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
        periods = self._periods()
        members = _numbers(self.table.columns[place])
        taken = self.rows & (periods.which >= 0) & (members != 0)
        found = []
        for which, line, own in _by_period(periods.which, members, self.table.lines, taken):
            at = Place(self.table.file, line, place + 1)
            found.append(Reading(periods.known[which], at, float(len(own)), members=own))
        return CountedRows(found)

    def repeating(self, customer: int, order: int | None, window: Duration) -> CountedRows:
        """One reading for each period: the customers who ordered, and those of them whose order followed another."""
        periods, customers = self._periods(), _numbers(self.table.columns[customer])
        orders = np.arange(len(self.table), dtype=np.int64)
        if order is not None:
            numbers = _numbers(self.table.columns[order])
            orders = np.where(numbers == 0, orders, numbers)
        taken = self.rows & (periods.which >= 0) & (customers != 0)
        days = np.array([period.start.toordinal() for period in periods.known] or [0], np.int64)[periods.which]
        repeats = np.zeros(len(self.table), np.bool_)
        repeats[taken] = Orders(*(each[taken] for each in (customers, orders, days, periods.seconds))).repeats(window)
        again = {which: own for which, _, own in _by_period(periods.which, customers, self.table.lines, repeats)}
        found = []
        for which, line, own in _by_period(periods.which, customers, self.table.lines, taken):
            back, at = again.get(which, frozenset()), Place(self.table.file, line, customer + 1)
            counts = (float(len(back)), float(len(own)))
            found.append(Reading(periods.known[which], at, None, *counts, members=back, among=own))
        begins = min((period.start for period in periods.known), default=None)
        return CountedRows(found, None if begins is None else shifted(begins, window))

    def _periods(self) -> _RowPeriods:
        """The period of each row; those of the KPI's own rows that have none go to the book."""
        columns = [self.table.columns[place] for place in self.where.columns]
        if not columns:
            constant = () if self.where.constant is None else (self.where.constant,)
            return _RowPeriods(constant, np.zeros(len(self.table), np.int64), np.zeros(len(self.table), np.int64))
        codes = np.stack([each.codes for each in columns], axis=1).astype(np.int64)
        if len(columns) == 1:
            combined, which = np.arange(len(columns[0].cells), dtype=np.int64)[:, None], codes[:, 0]
        else:
            combined, which = np.unique(codes, axis=0, return_inverse=True)
        read = [
            self._period([each.cells[code] for each, code in zip(columns, row, strict=True)])
            for row in combined.tolist()
        ]
        known = list(dict.fromkeys(period for period, _ in read if period is not None))
        numbers = {period: number for number, period in enumerate(known)}
        numbered = np.array([-1 if period is None else numbers[period] for period, _ in read], np.int64)
        seconds = np.array([second for _, second in read], np.int64)
        which = which.reshape(-1)
        found = _RowPeriods(tuple(known), numbered[which], seconds[which])
        for row in np.flatnonzero(self.rows & (found.which < 0)).tolist():
            cells = self._row([column[row] for column in columns])
            self.where.period(self.table.file, int(self.table.lines[row]), cells, self.book)
        return found

    def _period(self, cells: Sequence[Cell]) -> tuple[Period | None, int]:
        """Period and second of the day that some cells name."""
        row = self._row(cells)
        period = self.where.period(self.table.file, 0, row, ProblemBook())
        timed = period is not None and self.where.reader.timed
        return period, int(seconds_of(self.where.cell(row))) if timed else 0

    def _row(self, cells: Sequence[Cell]) -> list[Cell]:
        row: list[Cell] = [None] * len(self.table.headings)
        for place, cell in zip(self.where.columns, cells, strict=True):
            row[place] = cell
        return row


class _RowPeriods(NamedTuple):
    """The different periods, and for each row which of them, -1 for none, and the second of the day."""

    known: tuple[Period, ...]
    which: _Whole
    seconds: _Whole


def _numbers(column: Column) -> _Whole:
    """A number for each row that stands for its text, the same in every table; 0 for an empty cell."""
    return np.array([_number(text_of(cell)) for cell in column.cells], np.int64)[column.codes]


def _number(text: str) -> int:
    if not text:
        return 0
    return (
        int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True) or 1
    )


def _by_period(
    which: _Whole, members: _Whole, lines: _Whole, taken: Flags
) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Each period of the rows that are taken, with the line of its first row and its members."""
    if not taken.any():
        return
    order = np.lexsort((members[taken], which[taken]))
    periods, own, at = which[taken][order], members[taken][order], lines[taken][order]
    starts = np.flatnonzero(np.r_[True, periods[1:] != periods[:-1]])
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(periods)], strict=True):
        yield int(periods[start]), int(at[start:end].min()), frozenset(np.unique(own[start:end]).tolist())
