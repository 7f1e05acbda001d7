"""Repeated rows: those that are the same as another in every cell, and would be added to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.rows.sums import by_period, figures_of
from bsc_site.load.tables.cells import Cell
from bsc_site.load.tables.table import Table, file_of
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data.row_sentences import REPEATS_A_ROW
from bsc_site.model.sentences.table_sentences import ROW_OF_FILE
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass

MOST = 50_000
"""A table with more rows is a list of events, among which some are alike."""
_DAYS, _OF_DAYS = 3, 4
"""Rows of single days are exports that overlap where so many of so many days or more are there twice."""


@dataclass(frozen=True, slots=True)
class RepeatedRows:
    """Looks for repeats among the rows of a KPI; `labels` are the columns that tell rows of one period apart."""

    kpi: Kpi
    labels: tuple[int, ...]
    table: Table

    def left_out(self, rows: Sequence[Reading], book: ProblemBook) -> Sequence[Reading]:
        """The rows without repeats where that is declared; what may be one goes to the book where nothing is."""
        declared = self.kpi.source.repeated_rows if self.kpi.source else None
        if declared == "counted" or len(rows) > MOST or not _some_alike(rows):
            return rows
        wanted = {row.place.line for row in rows}
        cells = {line: self.table.row(place) for line, place in self.table.places_of(wanted)}
        first: dict[tuple[Cell, ...], int] = {}
        repeats = {line: begun for line, each in cells.items() if (begun := first.setdefault(each, line)) != line}
        if declared == "left out":
            return [row for row in rows if row.place.line not in repeats]
        if repeats and self._one_row_each(rows, cells, repeats):
            self._ask(rows, repeats, book)
        return rows

    def _one_row_each(
        self, rows: Sequence[Reading], cells: Mapping[int, tuple[Cell, ...]], repeats: Mapping[int, int]
    ) -> bool:
        """Whether each period, or each of its labels, has one row otherwise, as figures that are put together have."""
        own = all(row.period.frequency is self.kpi.frequency for row in rows)
        keys: dict[object, set[int]] = {}
        times: dict[object, int] = {}
        for row in rows:
            line = row.place.line
            labels = tuple(cells[line][column] for column in self.labels) if own else ()
            key = (row.period, labels)
            keys.setdefault(key, set()).add(repeats.get(line, line))
            times[key] = times.get(key, 0) + 1
        several = sum(count > 1 for count in times.values())
        if any(len(lines) > 1 for lines in keys.values()):
            return False
        if not own:
            return several >= _DAYS and len(keys) >= _OF_DAYS
        return several * 2 <= len(keys) or len(set(times.values())) == 1

    def _ask(self, rows: Sequence[Reading], repeats: Mapping[int, int], book: ProblemBook) -> None:
        for row in rows:
            begun = repeats.get(row.place.line)
            if begun is not None:
                known = row_name(self.table, begun)
                message = said(REPEATS_A_ROW, row=known, period=str(row.period))
                book.add("BSC342", Place(row.place.file, row.place.line), message)


def row_name(table: Table, line: int) -> str:
    """A row as a message names it: by its line, and by its file where these are many."""
    number, own = file_of(line)
    return said(ROW_OF_FILE, line=str(own), file=table.files[number]) if table.files else str(line)


def _some_alike(rows: Sequence[Reading]) -> bool:
    """Whether any two rows of a period have the same figures."""
    return any(len({figures_of(row) for row in each}) < len(each) for each in by_period(rows).values())
