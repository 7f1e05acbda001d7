"""Merged cells: what stands in one of them holds for all rows that it spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bsc_site.load.sheets.sheet_marks import MergedRange
from bsc_site.load.tables.cells import Cell, MergedNumber, MergedText, Row, is_blank


def with_merged(rows: Iterator[Row], ranges: Sequence[MergedRange]) -> Iterator[Row]:
    """The rows of a sheet from its first one, each with what the merged cells say that reach into it.

    Rows that hold nothing of their own stay empty: there the cell is merely tall. Below a heading of their own, cells
    that are merged across columns keep their value once, as one that belongs to several.
    """
    if not ranges:
        yield from rows
        return
    lines: list[Row] = [(line, list(cells)) for line, cells in rows]
    own = [any(not is_blank(cell) for cell in cells) for _, cells in lines]
    for each in ranges:
        if each.top <= len(lines):
            _spread(lines, own, each)
    yield from lines


def _spread(lines: Sequence[Row], own: Sequence[bool], merged: MergedRange) -> None:
    column = merged.left - 1
    cells = lines[merged.top - 1][1]
    value = cells[column] if column < len(cells) else None
    below = [line for line in range(merged.top, min(merged.bottom, len(lines))) if own[line]]
    across = _named_apart(lines, own, merged)
    if is_blank(value) or not (below or across):
        return
    for line in (merged.top - 1, *below):
        row = lines[line][1]
        assert isinstance(row, list)  # noqa: S101  # made above
        row += [None] * (column + 1 - len(row))
        row[column] = _merged(value)


def _named_apart(lines: Sequence[Row], own: Sequence[bool], merged: MergedRange) -> bool:
    """Whether the columns that a cell spans have headings of their own, in the first row that holds anything."""
    heading = next((line for line, holds in enumerate(own) if holds), 0)
    cells = lines[heading][1] if heading < merged.top - 1 else ()
    return any(not is_blank(cell) for cell in cells[merged.left : merged.right])


def _merged(value: Cell) -> Cell:
    if isinstance(value, str):
        return MergedText(value)
    return MergedNumber(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
