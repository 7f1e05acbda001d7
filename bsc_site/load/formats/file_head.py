"""The head of a file: its first and last rows as texts, by which a layout is known."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.file_layout import Layout
from bsc_site.model.value_class import dataclass

_FIRST, _LAST = 60, 12
_FIRST_OF_TEXT = 2_000
_MOST_BYTES = 1 << 16
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ("\t", ";", ",", "|")
_WORKBOOKS = {".xlsx", ".xlsm"}
_TEXTS = {".csv", ".tsv", ".txt", ".tab"}


@dataclass(frozen=True)
class HeadRow:
    """One row: its line, and the text of each cell."""

    line: int
    cells: tuple[str, ...]

    @cached_property
    def folded(self) -> frozenset[str]:
        """The texts of its cells without regard to case."""
        return frozenset(cell.casefold() for cell in self.cells if cell)

    @property
    def filled(self) -> tuple[str, ...]:
        """The texts of its cells that are not empty."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class FileHead:
    """The first rows of a text or of the first sheet of a workbook, and the last ones; none of any other file."""

    rows: tuple[HeadRow, ...] = ()
    last: tuple[HeadRow, ...] = ()
    delimiter: str = ""
    encoding: str = ""

    @property
    def first(self) -> HeadRow:
        """The first row that is not empty; an empty one where there is none."""
        return next((row for row in self.rows if row.filled), HeadRow(0, ()))

    def has(self, text: str) -> bool:
        """Whether a cell of the first or last rows begins with a text, without regard to case."""
        wanted = text.casefold()
        return any(cell.startswith(wanted) for row in (*self.rows, *self.last) for cell in row.folded)


def head_of(path: Path) -> FileHead:
    """The head of a file; an empty one where it is neither text nor a workbook, or cannot be read."""
    try:
        if path.suffix.lower() in _WORKBOOKS:
            return FileHead(*_ends(_sheet_rows(path)))
        if path.suffix.lower() in _TEXTS:
            return _text_head(path)
    except Exception:  # noqa: BLE001  # whatever readers raise for a broken file: reading it says what is wrong
        return FileHead()
    return FileHead()


def _text_head(path: Path) -> FileHead:
    with path.open("rb") as file:
        begins = file.read(_MOST_BYTES)
        file.seek(max(path.stat().st_size - _MOST_BYTES, 0))
        ends = file.read()
    encoding = _MARKS.get(begins[:2], "utf-8-sig")
    text = begins.decode(encoding, "replace")
    lines = text.splitlines()
    delimiter = _delimiter(lines)
    whole = path.stat().st_size <= _MOST_BYTES
    rows = [*_split(lines, delimiter)]
    last = rows if whole else [*_split(ends.decode(encoding, "replace").splitlines()[1:], delimiter)]
    return FileHead(tuple(rows[:_FIRST_OF_TEXT]), tuple(last[-_LAST:]), delimiter, encoding)


def _delimiter(lines: Sequence[str]) -> str:
    """The mark that stands in most lines."""
    counts = {mark: sum(mark in line for line in lines[:_FIRST]) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=counts.__getitem__)


def _split(lines: Sequence[str], delimiter: str) -> Iterator[HeadRow]:
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter)
    for cells in reader:
        yield HeadRow(reader.line_num, tuple(cell.strip() for cell in cells))


def _sheet_rows(path: Path) -> Iterator[HeadRow]:
    from bsc_site.load.sheets.excel_file import read_sheet  # noqa: PLC0415  # most projects have no workbook

    for line, cells in read_sheet(path, Layout(path.name), lambda _: None).rows:
        yield HeadRow(line, tuple(map(text_of, cells)))


def _ends(rows: Iterator[HeadRow]) -> tuple[tuple[HeadRow, ...], tuple[HeadRow, ...]]:
    first = tuple(islice(rows, _FIRST))
    last = deque(first[-_LAST:], _LAST)
    last.extend(rows)
    return first, tuple(last)
