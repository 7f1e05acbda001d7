"""What a module of a kind of file gives, and the table that becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from bsc_site.load.tables.cells import ONE_SHEET, Row, Sheets, TableError
from bsc_site.load.tables.columns import Codes, Column, KnownCells
from bsc_site.load.tables.table import Table

_AT_ONCE = 4096
"""So many rows are turned into columns at once, so that a large file is never there as rows."""


class Opened(NamedTuple):
    """A table as its file gives it: the line of the headings, 0 without any, the headings and the rows below them."""

    line: int
    headings: list[str]
    rows: Iterator[Row]
    sheets: Sheets = ONE_SHEET


class OpenedColumns(NamedTuple):
    """The same of a file that holds columns rather than rows, counted from 1; a column without codes has no rows."""

    headings: list[str]
    columns: Sequence[Column]


def table_of(file: str, opened: Opened | OpenedColumns, flaws: Sequence[TableError] = ()) -> Table:
    """The table of a file. An error that ends its rows early is the cut; `flaws` are what reading them finds."""
    names = tuple(heading.strip().lstrip("\ufeff") for heading in opened.headings)
    if isinstance(opened, OpenedColumns):
        count = len(opened.columns[0]) if opened.columns else 0
        return Table(file, names, 0, np.arange(1, count + 1, dtype=np.int64), tuple(opened.columns))
    lines, parts, known, cut = [], [list[Codes]() for _ in names], [KnownCells() for _ in names], None
    for chunk, error in _chunks(opened.rows):
        lines += [line for line, _ in chunk]
        cut = error
        for cells, codes, distinct in zip(zip(*(cells for _, cells in chunk), strict=True), parts, known, strict=False):
            codes.append(distinct.codes(cells))
    columns = (Column(_joined(codes), distinct.cells()) for codes, distinct in zip(parts, known, strict=True))
    return Table(file, names, opened.line, np.array(lines, np.int64), tuple(columns), opened.sheets, tuple(flaws), cut)


def _chunks(rows: Iterable[Row]) -> Iterator[tuple[list[Row], TableError | None]]:
    """Some rows at a time, the last ones with what ended them early."""
    waiting = iter(rows)
    full = True
    while full:
        chunk: list[Row] = []
        try:
            chunk.extend(islice(waiting, _AT_ONCE))  # where an error ends them, those before it are there
        except TableError as error:
            yield chunk, error
            return
        full = len(chunk) == _AT_ONCE
        yield chunk, None


def _joined(parts: Sequence[Codes]) -> Codes:
    return np.concatenate(parts) if parts else np.zeros(0, np.int32)
