"""Choosing: which rows of a file are the headings and the rows of the table that a source means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, dropwhile, islice, takewhile

from bsc_site.load.tables.by_headings import rows_with
from bsc_site.load.tables.cells import Cell, Row, TableError, is_blank, plain
from bsc_site.load.tables.heading_rows import names_below
from bsc_site.load.tables.opened import Opened
from bsc_site.load.tables.other_tables import until_another
from bsc_site.load.tables.raw_table import RawTable, Report, WhichTable
from bsc_site.load.tables.table_end import one_table
from bsc_site.load.tables.title_rows import below_titles
from bsc_site.model.declared.columns.column_name import column_letters
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told
from bsc_site.model.sentences.in_data.file_sentences import TOO_MANY_CELLS

_AT_ONCE = 1024
"""So many rows are looked at together: mostly nothing is to be said of any."""


def chosen_table(raw: RawTable, which: WhichTable, report: Report) -> Opened:
    """The table that is meant: the line of its headings, the headings, and the rows below them.

    What stands in single rows and is no part of it goes to `report`. Raises TableError where there is no such table.
    """
    if raw.headings is not None:
        return Opened(0, list(raw.headings), _between(raw.rows, which.first, which.last), raw.sheets)
    rows = _between(raw.rows, which.begins, which.last)
    if which.unheaded:
        return _unheaded(raw, rows, report)
    if which.headings:
        rows = rows if raw.settled else rows_with(rows, which)
    elif not which.header:
        rows = rows if which.first > 1 else below_titles(rows)
    line, names = names_below(raw, rows, which.header)
    if which.header:
        rows = _between(rows, which.first, which.last)
    ends = not which.headings and not which.bounded

    def looked_at(rows: Iterator[Row]) -> Iterator[Row]:
        own = _fitted(raw, until_another(rows, report) if ends else rows, len(names), report)
        return one_table(names, own, report) if ends else own

    return Opened(line, names, _plain_first(rows, names, looked_at), raw.sheets)


def _plain_first(
    rows: Iterator[Row], names: Sequence[str], looked_at: Callable[[Iterator[Row]], Iterator[Row]]
) -> Iterator[Row]:
    """The rows as they are as long as nothing about them is to be looked at, many at once; then as they are found."""
    heading, known = plain(names[0]).casefold(), set[Cell]()
    full = True
    while full:
        chunk: list[Row] = []
        try:
            chunk.extend(islice(rows, _AT_ONCE))  # where an error ends them, those before it are there
        except TableError as error:
            yield from looked_at(chain(chunk, _ended(error)))
            return
        firsts = {cells[0] if cells else None for _, cells in chunk} - known
        if not all(len(cells) == len(names) for _, cells in chunk) or not all(
            isinstance(each, str) and each.strip() and plain(each).casefold() != heading for each in firsts
        ):
            yield from looked_at(chain(chunk, rows))
            return
        known |= firsts
        yield from chunk
        full = len(chunk) == _AT_ONCE


def _ended(error: TableError) -> Iterator[Row]:
    """Rows that an error ends before the first."""
    raise error
    yield


def _unheaded(raw: RawTable, rows: Iterator[Row], report: Report) -> Opened:
    """All rows below letters in the place of headings, as many as the first row that is not empty has cells."""
    rows = dropwhile(lambda row: all(is_blank(cell) for cell in row[1]), rows)
    first = next(rows, None)
    if first is None:
        raise TableError("BSC305", said(told.NO_ROWS))
    letters = [column_letters(number) for number in range(1, len(first[1]) + 1)]
    return Opened(0, letters, _fitted(raw, chain([first], rows), len(letters), report), raw.sheets)


def _between(rows: Iterator[Row], first: int, last: int | None) -> Iterator[Row]:
    if first > 1:
        rows = dropwhile(lambda row: row[0] < first, rows)
    return rows if last is None else takewhile(lambda row: row[0] <= last, rows)


def _fitted(raw: RawTable, rows: Iterator[Row], width: int, report: Report) -> Iterator[Row]:
    """The rows with as many cells as there are headings."""
    for row in rows:
        line, cells = row
        if len(cells) == width:
            yield row
        elif raw.delimited and len(cells) > width and any(str(cell).strip() for cell in cells[width:]):
            wrong = said(TOO_MANY_CELLS, count=len(cells), width=width)
            report(TableError("BSC306", wrong, line, width + 1))
        else:
            yield line, ([*cells] + [raw.blank] * width)[:width]
