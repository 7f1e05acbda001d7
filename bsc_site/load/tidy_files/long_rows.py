"""Long rows: tidy tables with a row for each figure, most of which columns tell at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from bsc_site.load.figures.figures_of_row import FigureColumns
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.gathering.cells_once import Rows
from bsc_site.load.gathering.plain_rows import PlainRows
from bsc_site.load.gathering.sorting_out import learn_spellings, rows_of_kpi
from bsc_site.load.gathering.table_cells import TableCells
from bsc_site.load.rows.run_together import look_for_lost_figure
from bsc_site.load.tables.cells import Cell, text_of
from bsc_site.load.tables.table import Table
from bsc_site.load.tidy_files.named_kpis import KpiRows, NamedKpis
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class LongRows:
    """The rows of one tidy table; `column` is the one that names KPIs, and `columns` are those of the figures."""

    table: Table
    kpis: NamedKpis
    column: int
    columns: FigureColumns
    book: ProblemBook

    def take(self) -> None:
        """Keep the reading of every row that names a KPI. Raises what ended the reading of the table early."""
        self.table.tell(partial(self.book.add_table_error, self.table.file))
        cells = TableCells(self.table)
        targets = [self.kpis.named(cell) for cell in self.table.columns[self.column].cells]
        alike = [
            rows_of_kpi(cells, rows, each.period, self.columns, each.figures) for each, rows in self._alike(targets)
        ]
        learn_spellings(alike)
        sorted_out = [each.sorted_out() for each in alike]
        visited = self._visit([self._nameless(cells, targets), *(odd for _, odd in sorted_out)])
        for plain, odd in sorted_out:
            self._keep(plain, [(row, visited[row]) for row in odd.tolist() if row in visited], targets)
        if self.table.cut is not None:
            raise self.table.cut

    def _alike(self, targets: Sequence[KpiRows | None]) -> Iterator[tuple[KpiRows, Rows]]:
        """The rows of all KPIs whose periods and figures are read alike, with one of these KPIs."""
        groups: dict[object, list[int]] = {}
        for code, target in enumerate(targets):
            if target is not None:
                groups.setdefault((id(target.period), repr(target.figures.numbers)), []).append(code)
        group = np.full(len(targets), -1)
        for number, codes in enumerate(groups.values()):
            group[codes] = number
        of_rows = group[self.table.columns[self.column].codes]
        for number, codes in enumerate(groups.values()):
            target = targets[codes[0]]
            if target is not None:
                yield target, np.flatnonzero(of_rows == number)

    def _nameless(self, cells: TableCells, targets: Sequence[KpiRows | None]) -> Rows:
        """The rows that name no KPI, and are not blank."""
        column = self.table.columns[self.column]
        unknown = np.array([each is None for each in targets], np.bool_)
        rows = np.flatnonzero(unknown[column.codes])
        if not len(rows):
            return rows
        return rows[cells.say_anything(self.columns, rows) | column.where(_has_text)[rows]]

    def _visit(self, rows: Sequence[Rows]) -> dict[int, Reading]:
        """Look at single rows from top to bottom; the readings of those that have one."""
        found = {}
        for row in np.sort(np.concatenate(rows)).tolist():
            reading = self.reading(int(self.table.lines[row]), self.table.row(row))
            if reading is not None:
                found[row] = reading
        return found

    def reading(self, line: int, cells: Sequence[Cell]) -> Reading | None:
        """The reading of one row, which is looked at by itself; what is wrong with it goes to the book."""
        holds = self.columns.say_anything(cells)
        target = self.kpis.of(line, cells[self.column], self.column, blank=not holds)
        if target is None:
            return None
        if not holds:
            look_for_lost_figure(target.period, Place(self.table.file, line), cells, self.book)
            return None
        at = target.period.period(self.table.file, line, cells, self.book)
        return target.figures.reading(at, line, cells, self.columns) if at else None

    def _keep(
        self, plain: PlainRows, visited: Sequence[tuple[int, Reading]], targets: Sequence[KpiRows | None]
    ) -> None:
        """Keep readings with their KPIs, in the order of the table."""
        places, readings = plain.places, plain.readings()
        if visited:
            ordered = sorted([*zip(places.tolist(), readings, strict=True), *visited], key=_row_of)
            places, readings = np.array([row for row, _ in ordered], np.intp), [reading for _, reading in ordered]
        kept = {id(each.rows): (each.rows, list[Reading]()) for each in targets if each is not None}
        found = [[] if each is None else kept[id(each.rows)][1] for each in targets]  # a KPI may be spelt in two ways
        for code, reading in zip(self.table.columns[self.column].codes[places].tolist(), readings, strict=True):
            found[code].append(reading)
        for keeper, rows in kept.values():
            keeper.keep_all(rows)


def _row_of(row: tuple[int, Reading]) -> int:
    return row[0]


def _has_text(cell: Cell) -> bool:
    return bool(text_of(cell))
