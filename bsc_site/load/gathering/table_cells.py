"""Table cells: what the distinct cells of one table say, found once for all KPIs that take rows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader
from bsc_site.load.gathering.cells_once import FigureCells, PeriodCells, Rows, figure_cells, period_cells
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.rows.run_together import lost_figure
from bsc_site.load.rows.total_words import TotalName, total_name
from bsc_site.load.tables.cells import Cell, is_blank
from bsc_site.load.tables.table import Table
from bsc_site.model.value_class import dataclass

Flags = NDArray[np.bool_]


@dataclass(slots=True)
class TableCells:
    """Answers about the cells of one table; each distinct cell is asked once."""

    table: Table
    _periods: dict[int, PeriodCells] = field(default_factory=dict)
    _figures: dict[object, FigureCells] = field(default_factory=dict)
    _flags: dict[tuple[str, int], Flags] = field(default_factory=dict)

    def periods(self, where: PeriodColumns) -> PeriodCells:
        """The periods of its rows, as they are read there."""
        if id(where) not in self._periods:
            self._periods[id(where)] = period_cells(self.table, where)
        return self._periods[id(where)]

    def figures(self, figures: FigureReader, column: int, *, scaled: bool = True) -> FigureCells:
        """The figures of a column, shared by all who read them alike."""
        key = (column, repr(figures.numbers), figures.scale if scaled else 1.0)
        if key not in self._figures:
            self._figures[key] = figure_cells(self.table, figures, column, scaled=scaled)
        return self._figures[key]

    def say_anything(self, columns: FigureColumns, rows: Rows) -> Flags:
        """For each of some rows whether it has a figure, or a target or rating without one."""
        return self.hold_anything(columns, rows) | self.filled((columns.target, columns.rating), rows)

    def hold_anything(self, columns: FigureColumns, rows: Rows) -> Flags:
        """For each of some rows whether it has a figure."""
        if columns.count:
            return np.ones(len(rows), np.bool_)
        return self.filled((columns.value, columns.numerator, columns.denominator), rows)

    def filled(self, columns: Iterable[int | None], rows: Rows) -> Flags:
        """For each of some rows whether any of some columns holds something."""
        return self._any("filled", lambda cell: not is_blank(cell), columns, rows)

    def called_totals(self, columns: Iterable[int], rows: Rows) -> Flags:
        """For each of some rows whether a word in any of some columns calls it a total."""
        return self._any("total", lambda cell: isinstance(cell, str) and bool(total_name(cell)), columns, rows)

    def may_be_totals(self, where: PeriodColumns, labels: Iterable[int], rows: Rows) -> Flags:
        """For each of some rows without a period whether it may be a total: by its name, or as one without any name."""
        column = self.periods(where).column
        named = np.fromiter(map(_names_a_total, column.cells), np.bool_, len(column.cells))[column.codes[rows]]
        blank = np.fromiter(map(is_blank, column.cells), np.bool_, len(column.cells))[column.codes[rows]]
        words = [self.filled((each,), rows) & ~self.called_totals((each,), rows) for each in labels]
        return named | (blank & ~np.logical_or.reduce(words) if words else blank)

    def lose_a_figure(self, where: PeriodColumns, rows: Rows) -> Rows:
        """Those of some rows in which period and figure stand together in one cell."""
        if len(where.columns) != 1 or not len(rows):
            return rows[:0]
        column = self.table.columns[where.columns[0]]
        codes = column.codes[rows]
        flags = np.zeros(len(column.cells), np.bool_)
        for code in np.flatnonzero(np.bincount(codes, minlength=len(flags))).tolist():
            flags[code] = lost_figure(where, column.cells[code]) is not None
        return rows[flags[codes]]

    def _any(self, what: str, test: Callable[[Cell], bool], columns: Iterable[int | None], rows: Rows) -> Flags:
        found = np.zeros(len(rows), np.bool_)
        for column in columns:
            if column is None:
                continue
            cells = self.table.columns[column]
            if (what, column) not in self._flags:
                self._flags[what, column] = np.fromiter(map(test, cells.cells), np.bool_, len(cells.cells))
            flags = self._flags[what, column]
            if flags.any():
                found |= flags[cells.codes[rows]]
        return found


def _names_a_total(period: Cell) -> bool:
    return isinstance(period, str) and total_name(period) > TotalName.PART
