"""Cells read once: the periods and figures of a table, each distinct cell read a single time for all of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.figures.digits import product
from bsc_site.load.figures.figures_of_row import FigureReader
from bsc_site.load.figures.numbers import FigureError
from bsc_site.load.figures.spelling import ColumnSpelling
from bsc_site.load.periods.column_rules import NoPeriodError
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.tables.cells import Cell
from bsc_site.load.tables.columns import Column, recoded
from bsc_site.load.tables.table import Table
from bsc_site.model.fields import LARGEST_FIGURE, SMALLEST_FIGURE
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.value_class import dataclass

Rows = NDArray[np.intp]
"""Places of rows in a table, counted from 0, from top to bottom."""
_PLAIN = {str, int, float, type(None)}


class Told(IntEnum):
    """What a cell tells by itself."""

    UNREAD = 0
    ALL = 1
    """A period, or a figure, whatever stands in other cells."""
    NOTHING = 2
    """That there is none."""
    ODD = 3
    """More or less than that: its row has to be looked at."""


def first_rows(codes: NDArray[np.integer], count: int) -> NDArray[np.intp]:
    """For each of `count` codes the first place where it stands; the number of places where it does not."""
    first = np.full(count, len(codes), np.intp)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    return first


@dataclass(slots=True)
class PeriodCells:
    """The periods of the rows of a table in some columns; distinct cells are read when a row with them is asked for.

    `column` are the cells that name the periods, several columns joined; `ids` says for each of them which of
    `periods` it is.
    """

    where: PeriodColumns
    column: Column
    told: NDArray[np.int8]
    ids: NDArray[np.int32]
    periods: dict[Period, int] = field(default_factory=dict)

    def of(self, rows: Rows) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
        """For each row the code of its cell, and what that tells."""
        codes = self.column.codes[rows]
        there = np.flatnonzero(np.bincount(codes, minlength=len(self.told)))
        for code in there[self.told[there] == Told.UNREAD].tolist():
            self.told[code] = self._read(code)
        return codes, self.told[codes]

    def _read(self, code: int) -> Told:
        try:
            period = self.where.constant or self.where.reader.read(self.column.cells[code])
        except NoPeriodError:
            return Told.NOTHING
        except PeriodSpellingError:
            return Told.ODD
        self.ids[code] = self.periods.setdefault(period, len(self.periods))
        return Told.ALL


def period_cells(table: Table, where: PeriodColumns) -> PeriodCells:
    """The cells of the periods of a table, none of which is read yet."""
    if where.constant is not None:
        column = Column(np.zeros(len(table), np.int32), (None,))
    elif len(where.columns) == 1:
        column = table.columns[where.columns[0]]
        cells = tuple(where.named([cell]) for cell in column.cells)
        column = column if cells == column.cells else recoded(column.codes, cells)
    else:
        column = _joined([table.columns[each] for each in where.columns], where)
    count = len(column.cells)
    return PeriodCells(where, column, np.zeros(count, np.int8), np.full(count, -1, np.int32))


def _joined(columns: Sequence[Column], where: PeriodColumns) -> Column:
    codes = np.zeros(len(columns[0]), np.intp)
    first = codes
    for column in columns:
        key = codes.astype(np.int64) * len(column.cells) + column.codes
        _, first, codes = np.unique(key, return_index=True, return_inverse=True)
    return recoded(codes, [where.named([column[row] for column in columns]) for row in first.tolist()])


@dataclass(slots=True)
class FigureCells:
    """The figures of one column as one KPI reads them, and all whose figures are written alike."""

    figures: FigureReader
    column: Column
    spelling: ColumnSpelling
    told: NDArray[np.int8]
    values: NDArray[np.float64]
    scaled: bool = True

    def of(self, rows: Rows) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
        """For each row the figure, and what its cell tells."""
        codes = self.column.codes[rows]
        there = np.flatnonzero(np.bincount(codes, minlength=len(self.told)))
        for code in there[self.told[there] == Told.UNREAD].tolist():
            self.read(code)
        return self.values[codes], self.told[codes]

    def read(self, code: int) -> None:
        """Read one distinct cell."""
        found = self._figure(self.column.cells[code])
        self.told[code] = found if isinstance(found, Told) else Told.ALL
        if not isinstance(found, Told):
            self.values[code] = found

    def look_again(self) -> None:
        """Forget what was odd: the column has shown since how it is written."""
        self.told[self.told == Told.ODD] = Told.UNREAD

    def _figure(self, cell: Cell) -> float | Told:
        if type(cell) not in _PLAIN:
            return Told.ODD
        try:
            value = self.figures.numbers.read(cell, self.spelling)
        except FigureError:
            return Told.ODD
        if value is None:
            return Told.NOTHING
        if type(value) is not float:
            return Told.ODD
        value = product(value, self.figures.scale) if self.scaled and self.figures.scale != 1 else value
        if abs(value) < SMALLEST_FIGURE:
            return 0.0
        return value if abs(value) <= LARGEST_FIGURE else Told.ODD


def figure_cells(table: Table, figures: FigureReader, column: int, *, scaled: bool = True) -> FigureCells:
    """The figures of a column, none of which is read yet."""
    cells = table.columns[column]
    told, values = np.zeros(len(cells.cells), np.int8), np.full(len(cells.cells), np.nan)
    return FigureCells(figures, cells, figures.spelling(column), told, values, scaled)
