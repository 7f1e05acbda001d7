"""Raw table: the rows of a file before it is known which of them are headings, and which belong to the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bsc_site.load.tables.cells import ONE_SHEET, Cell, Row, Sheets, TableError
from bsc_site.model.value_class import dataclass

Report = Callable[[TableError], None]
"""What is told of a single row, which is left out while the others are read."""


class RawTable(NamedTuple):
    """What a kind of file gives: its rows from the first line on, or those below headings of its own."""

    rows: Iterator[Row]
    headings: Sequence[str] | None = None
    """The names of the columns where the file itself says them, as JSON, Parquet and databases do."""
    sheets: Sheets = ONE_SHEET
    called: str = ""
    """How the part of the file is called in messages, such as sheet 'Sales'."""
    blank: Cell = None
    """What a cell holds that a short row lacks."""
    delimited: bool = False
    """Whether a row with more cells than headings is one whose delimiters are wrong."""
    settled: bool = False
    """Whether these are the rows of the one table that has the headings of the source already, these first."""


@dataclass(frozen=True, slots=True)
class WhichTable:
    """Which rows of a file are the table: those with these headings, in these lines, below these heading rows."""

    headings: tuple[str, ...] = ()
    number: int | None = None
    first: int = 1
    last: int | None = None
    header: tuple[int, ...] = ()
    unheaded: bool = False
    """Whether there are no headings, so that columns are named by their letters."""
    name: str | None = None
    """The name of the table, where the file is a database."""

    @property
    def begins(self) -> int:
        """The first line that can belong to the table."""
        return min((*self.header, self.first)) if self.header else self.first

    @property
    def bounded(self) -> bool:
        """Whether the end of the table is declared."""
        return self.last is not None

    @property
    def everywhere(self) -> bool:
        """Whether all lines of the file may belong to the table."""
        return self.first == 1 and self.last is None
