"""Year rows: tables with a row for each year and a column for each of its months or quarters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader
from bsc_site.load.periods.column_rules import ColumnRules
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.periods.row_period import joined, refuse
from bsc_site.load.spellings.spelled import is_alone
from bsc_site.load.tables.cells import Cell, TableError, is_blank, text_of
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass


@dataclass(slots=True)
class YearRows:
    """The column of years, and those of its parts; `seen` holds the periods for which any row had a figure so far."""

    headings: tuple[str, ...]
    year: int
    parts: tuple[int, ...]
    reader: PeriodReader
    seen: set[Period] = field(default_factory=set)

    def look(self, table: Table) -> None:
        """Remember the periods for which any row has a figure, whether a filter passes it or not."""
        years = table.columns[self.year]
        for column in self.parts:
            for year in years.held_in(table.columns[column].where(lambda cell: not is_blank(cell))):
                try:
                    self.seen.add(self.reader.read(self._text(year, column)))
                except PeriodSpellingError:
                    continue

    def readings(
        self, line: int, cells: Sequence[Cell], columns: FigureColumns, figures: FigureReader
    ) -> list[Reading]:
        """The readings of a row, one for each part of its year that has a figure."""
        found = []
        for column in self.parts:
            if is_blank(cells[column]):
                continue
            try:
                period = self.reader.read(self.text(cells, column))
            except PeriodSpellingError as error:
                refuse(error, Place(figures.file, line, self.year + 1), self.reader, figures.book)
                break
            each = FigureColumns(column, target=columns.target, note=columns.note, rating=columns.rating)
            reading = figures.reading(period, line, cells, each)
            found += [] if reading is None else [reading]
        return found

    def text(self, cells: Sequence[Cell], column: int) -> str:
        """Year and part of one figure as one text: `2024 Jan`."""
        return self._text(cells[self.year], column)

    def _text(self, year: Cell, column: int) -> str:
        texts = (text_of(year), self.headings[column])
        return joined((self.headings[self.year], ""), texts, self.reader.rules)


def parts_across(headings: Sequence[str]) -> tuple[int, ...]:
    """The columns whose headings are months or parts of a year without the year; none where only one is."""
    found = tuple(column for column, heading in enumerate(headings) if is_alone(heading))
    return found if len(found) > 1 else ()


def year_rows(table: Table, year: int, rules: ColumnRules) -> YearRows | None:
    """How such a table is read; None where its headings are no parts of a year."""
    parts = parts_across(table.headings)
    if not parts:
        return None

    def column() -> Iterator[Cell]:
        try:
            for _, cells in table.rows:
                yield from (rows.text(cells, part) for part in parts)
        except TableError:
            return

    rows = YearRows(table.headings, year, parts, PeriodReader(replace(rules, joined=True), column))
    return rows
