"""The table: what is read of a data file, as columns below their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.tables.cells import ONE_SHEET, Cell, Row, Sheets, TableError
from bsc_site.load.tables.columns import Column, Flags
from bsc_site.load.tables.headings import column_of
from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass

_AT_ONCE = 4096
_FILE_SHIFT = 32
"""Of a table of many files, a line is that of its file, and the number of the file in the bits above."""


def line_in_file(number: int, line: int) -> int:
    """A line of one of many files, as the table of them counts it; the first file has the number 0."""
    return (number << _FILE_SHIFT) + line


def file_of(line: int) -> tuple[int, int]:
    """The number of the file, and its own line."""
    return line >> _FILE_SHIFT, line & ((1 << _FILE_SHIFT) - 1)


def files_of_lines(lines: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of the files of many lines."""
    return lines >> _FILE_SHIFT


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table of a data file: its column headings, and below each of them a column of cells.

    `header_line` is the line of the headings, 0 where the file has none of its own (JSON, Parquet). `lines` are those
    of the rows, as an editor counts them. `flaws` are what is wrong with rows that were left out, and `cut` is what
    ended the reading before the end of the file: both are told by whoever takes rows.
    """

    file: str
    headings: tuple[str, ...]
    header_line: int = 0
    lines: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    columns: tuple[Column, ...] = ()
    sheets: Sheets = ONE_SHEET
    flaws: tuple[TableError, ...] = ()
    cut: TableError | None = None
    files: tuple[str, ...] = ()
    """The files of which it is made, where these are many: then a line is one of the file that `file_of` says."""
    own_columns: tuple[tuple[int, ...], ...] = ()
    """For each of these files the number that each column has there, counted from 1; 0 where it lacks it."""
    lacking: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Columns that some of these files do not have, and which."""
    skipped: int = 0
    """How many rows were left out because a source says so."""

    def __len__(self) -> int:
        """How many rows it has."""
        return len(self.lines)

    @property
    def rows(self) -> Iterator[Row]:
        """Line and cells of each row, from top to bottom. Raises the cut where there is one, after the last row."""
        for start in range(0, len(self), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            cells = [map(each.cells.__getitem__, each.codes[part].tolist()) for each in self.columns]
            lines = self.lines[part].tolist()
            yield from zip(lines, zip(*cells, strict=True) if cells else [()] * len(lines), strict=True)
        if self.cut is not None:
            raise self.cut

    def row(self, place: int) -> tuple[Cell, ...]:
        """The cells of the row at one place, counted from 0."""
        return tuple(column[place] for column in self.columns)

    def places_of(self, lines: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Line and place of each row that stands in one of some lines, from top to bottom."""
        wanted = np.array(sorted(lines), np.int64)
        places = np.searchsorted(self.lines, wanted)
        if not len(self) or not np.array_equal(self.lines[np.minimum(places, len(self) - 1)], wanted):
            places = np.flatnonzero(np.isin(self.lines, wanted))
        yield from zip(self.lines[places].tolist(), places.tolist(), strict=True)

    def placed(self, place: Place) -> Place:
        """A place of a table of many files as that of the file where it is."""
        number, line = file_of(place.line)
        own = self.own_columns[number]
        column = own[place.column - 1] if 0 < place.column <= len(own) else 0
        return Place(self.files[number], line, column)

    def tell(self, report: Callable[[TableError], None]) -> None:
        """Report what is wrong with rows that were left out."""
        for flaw in self.flaws:
            report(flaw)

    def column(self, name: str) -> Column:
        """The column called `name`. Raises HeadingError where there is none, or more than one."""
        return self.columns[column_of(self.headings, name)]

    def with_column(self, name: str, column: Column) -> Self:
        """The table with a column more, the last one; one with exactly this name is replaced."""
        if name in self.headings:
            place = self.headings.index(name)
            return replace(self, columns=(*self.columns[:place], column, *self.columns[place + 1 :]))
        return replace(self, headings=(*self.headings, name), columns=(*self.columns, column))

    def with_cells(self, place: int, column: Column) -> Self:
        """The table with another column at one place, below the same heading."""
        return replace(self, columns=(*self.columns[:place], column, *self.columns[place + 1 :]))

    def keep(self, rows: Flags | NDArray[np.intp]) -> Self:
        """Some of its rows: those that are flagged, or those at these places, counted from 0, in their order."""
        return replace(self, lines=self.lines[rows], columns=tuple(each.kept(rows) for each in self.columns))
