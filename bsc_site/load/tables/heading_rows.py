"""Heading rows: the names of columns from the one row, or the several, that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bsc_site.load.tables.cells import Cell, Row, TableError, Uncomputed, is_blank, text_of
from bsc_site.load.tables.raw_table import RawTable
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data.file_sentences import NO_HEADINGS_IN_ROW, NO_HEADINGS_OF_SHEET


def names_below(raw: RawTable, rows: Iterator[Row], header: Sequence[int]) -> tuple[int, list[str]]:
    """The line of the last heading row and the names of the columns; `rows` goes on below it.

    Without `header` the first row that is not empty holds them. Raises TableError where a row is empty or not there.
    """
    wanted = sorted(set(header))
    found: list[Row] = []
    for line, cells in rows:
        if wanted and line > wanted[len(found)]:
            break
        if (wanted and line < wanted[len(found)]) or _is_empty(cells):
            continue
        found.append((line, cells))
        if len(found) >= len(wanted):
            return found[-1][0], joined_names(found)
    missing = wanted[len(found)] if wanted else 1
    if raw.called:
        raise TableError(
            "BSC305", said(NO_HEADINGS_OF_SHEET, called=raw.called, row=str(missing)), missing if wanted else 0
        )
    raise TableError("BSC305", said(NO_HEADINGS_IN_ROW, row=str(missing)), missing if wanted else 0)


def joined_names(rows: Sequence[Row]) -> list[str]:
    """The name of each column from all heading rows, joined with a blank; one above several columns holds for each.

    Raises TableError for a heading that is a formula without its result.
    """
    for line, cells in rows:
        _refuse_uncomputed(line, cells)
    width = max(len(cells) for _, cells in rows)
    texts = [[text_of(cell) for cell in cells] + [""] * (width - len(cells)) for _, cells in rows]
    for place, upper in enumerate(texts[:-1]):
        _carry_right(upper, texts[place + 1 :])
    return [" ".join(_without_repeats(column)) for column in zip(*texts, strict=True)]


def _carry_right(upper: list[str], below: Sequence[Sequence[str]]) -> None:
    """A heading stands above the columns to its right, too, unless it is the only one of its own column."""
    known = ""
    for column, text in enumerate(upper):
        own = any(row[column] for row in below)
        if text:
            known = text if own else ""
        elif own:
            upper[column] = known


def _without_repeats(texts: Sequence[str]) -> list[str]:
    """The texts that are not empty, each once where rows are merged."""
    return [text for text, _ in groupby(filter(None, texts))]


def _refuse_uncomputed(line: int, headings: Sequence[Cell]) -> None:
    for column, cell in enumerate(headings, start=1):
        if isinstance(cell, Uncomputed):
            raise TableError("BSC335", cell.wrong, line, column)


def _is_empty(cells: Sequence[Cell]) -> bool:
    return all(is_blank(cell) for cell in cells)
