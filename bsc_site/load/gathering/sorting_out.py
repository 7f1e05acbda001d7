"""Sorting out: which rows of a KPI are plain, so that columns tell their figures, and which have to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader
from bsc_site.load.gathering.cells_once import FigureCells, Rows, Told, first_rows
from bsc_site.load.gathering.plain_rows import PlainRows
from bsc_site.load.gathering.table_cells import TableCells
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class RowsOfKpi:
    """The rows that the filter of a KPI passes and that say anything, and where their period and figures stand.

    `told` is what their periods tell, `odd` flags those with something beside period and figures; `lost` are rows whose
    figure stands in the cell of the period.
    """

    cells: TableCells
    where: PeriodColumns
    columns: FigureColumns
    figures: FigureReader
    rows: Rows
    told: NDArray[np.int8]
    odd: NDArray[np.bool_]
    lost: Rows
    labels: tuple[int, ...] | None = None
    """The columns of words, where a row without a period may be a total of which the figure is read."""

    def read_rows(self) -> Rows:
        """The rows whose figures are read."""
        reads = self.told == Told.ALL
        wrong = np.flatnonzero(self.told == Told.ODD)
        if self.labels is not None and len(wrong):
            reads[wrong] = self.cells.may_be_totals(self.where, self.labels, self.rows[wrong])
        rows: Rows = self.rows[reads]
        return rows

    def read_columns(self) -> Iterator[FigureCells]:
        """The cells of every column of figures that is looked at in each row."""
        columns = self.columns
        value = None if columns.numerator is not None else columns.value
        for column in (value, columns.numerator, columns.target):
            if column is not None:
                yield self.cells.figures(self.figures, column)
        if columns.denominator is not None:
            yield self.cells.figures(self.figures, columns.denominator, scaled=False)

    def sorted_out(self) -> tuple[PlainRows, Rows]:
        """The plain rows, and all that have to be looked at one by one, in order."""
        plain = self.rows[(self.told == Told.ALL) & ~self.odd]
        odd = [self.lost, self.rows[(self.told == Told.ODD) | (self.odd & (self.told == Told.ALL))]]
        figures, column = dict[str, NDArray[np.float64]](), 0
        if self.columns.count:
            figures["value"] = np.full(len(plain), self.figures.scale)
        elif self.columns.numerator is not None and self.columns.denominator is not None:
            above, above_told = self.cells.figures(self.figures, self.columns.numerator).of(plain)
            below, below_told = self.cells.figures(self.figures, self.columns.denominator, scaled=False).of(plain)
            good = (above_told == Told.ALL) & (below_told == Told.ALL)
            odd.append(plain[~good])
            plain, column = plain[good], self.figures.shown(self.columns.numerator)
            figures = {"numerator": above[good], "denominator": below[good]}
        elif self.columns.value is not None:
            value, told = self.cells.figures(self.figures, self.columns.value).of(plain)
            odd.append(plain[told == Told.ODD])
            plain, column = plain[told == Told.ALL], self.figures.shown(self.columns.value)
            figures["value"] = value[told == Told.ALL]
        return self._plain(plain, column, figures), np.sort(np.concatenate(odd))

    def _plain(self, rows: Rows, column: int, figures: dict[str, NDArray[np.float64]]) -> PlainRows:
        periods = self.cells.periods(self.where)
        ids = periods.ids[periods.column.codes[rows]]
        return PlainRows(
            self.figures.file, column, rows, self.cells.table.lines[rows], ids, tuple(periods.periods), **figures
        )


def rows_of_kpi(
    cells: TableCells, rows: Rows, where: PeriodColumns, columns: FigureColumns, figures: FigureReader
) -> RowsOfKpi:
    """What some rows of a table say, as far as that takes no figure."""
    says = cells.say_anything(columns, rows)
    lost = cells.lose_a_figure(where, rows[~says])
    rows = rows[says]
    _, told = cells.periods(where).of(rows)
    odd = cells.filled((columns.target, columns.note, columns.rating), rows)
    odd |= where.reader.rules.writing.spans is not None  # the years that a figure is of are its note
    return RowsOfKpi(cells, where, columns, figures, rows, told, odd, lost)


def learn_spellings(takers: Iterable[RowsOfKpi]) -> None:
    """Let the columns show how figures are written in them, by their cells in the order of the rows that are taken."""
    readers: dict[int, dict[int, tuple[FigureCells, NDArray[np.bool_]]]] = {}
    for taker in takers:
        for cells in taker.read_columns():
            if cells.spelling.decimal is None:
                known = readers.setdefault(id(cells.spelling), {})
                _, flags = known.setdefault(id(cells), (cells, np.zeros(len(cells.column), np.bool_)))
                flags[taker.read_rows()] = True
    for each in readers.values():
        _learn(list(each.values()))


def _learn(readers: list[tuple[FigureCells, NDArray[np.bool_]]]) -> None:
    events = []
    for order, (cells, flags) in enumerate(readers):
        rows = np.flatnonzero(flags)
        first = first_rows(cells.column.codes[rows], len(cells.told))
        events += [(int(rows[place]), order, code) for code, place in enumerate(first.tolist()) if place < len(rows)]
    for _, order, code in sorted(events):
        readers[order][0].read(code)
        if readers[order][0].spelling.decimal is not None:
            break
    for cells, _ in readers:
        cells.look_again()
