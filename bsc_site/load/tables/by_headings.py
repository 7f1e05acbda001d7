"""By headings: finds the one table of several in a file that has the headings that a source names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from bsc_site.load.suggestions import cut_list, did_you_mean
from bsc_site.load.tables.cells import Cell, Row, TableError, is_blank, text_of
from bsc_site.load.tables.headings import listed, seen_as
from bsc_site.load.tables.raw_table import WhichTable
from bsc_site.model.saying.said import said, together
from bsc_site.model.sentences import table_sentences as told

_TITLE = 1
"""So many cells has the title that stands above a table."""
_LISTED = 5
_LOOKED_AT = 2000
"""So many cells are looked at for a heading that may be meant."""


def rows_with(rows: Iterator[Row], which: WhichTable) -> Iterator[Row]:
    """The rows of the table with the headings, these first, up to where another table begins.

    Raises TableError where no row has them all, and where several have and nothing says which is meant.
    """
    known = list(rows)
    found = heading_rows(known, which.headings)
    if not found:
        raise TableError("BSC372", _none_has(known, which.headings))
    if which.number is None and len(found) > 1:
        raise TableError("BSC373", _which_of(known, found, which.headings))
    number = which.number or 1
    if number > len(found):
        raise TableError("BSC372", said(told.TOO_FEW_TABLES, count=len(found), headings=listed(which.headings)))
    begin = found[number - 1]
    following = found[number] if number < len(found) else len(known)
    return iter(known[begin : _end_of(known, begin, following)])


def heading_rows(rows: Sequence[Row], headings: Sequence[str]) -> list[int]:
    """The places of the rows that have all headings, of those without a figure where there are such."""
    wanted = {seen_as(heading) for heading in headings}
    found = [place for place, (_, cells) in enumerate(rows) if wanted <= _seen(cells)]
    words = [place for place in found if not any(map(is_figure, rows[place][1]))]
    return words or found


def _seen(cells: Sequence[Cell]) -> set[str]:
    return {seen_as(cell) for cell in cells if isinstance(cell, str)}


def _end_of(rows: Sequence[Row], begin: int, following: int) -> int:
    """Where the table ends: before the next one with its headings, or below an empty row before another's headings."""
    gap = None
    for place in range(begin + 1, following):
        cells = rows[place][1]
        filled = sum(not is_blank(cell) for cell in cells)
        if not filled:
            gap = place if gap is None else gap
        elif filled > _TITLE:
            if gap is not None and _are_headings(rows, place):
                return gap
            gap = None
    return following if gap is None or following == len(rows) else gap


def _are_headings(rows: Sequence[Row], place: int) -> bool:
    """Whether a row holds words alone, above one that holds figures."""
    below = next((cells for _, cells in islice(rows, place + 1, None) if any(not is_blank(cell) for cell in cells)), ())
    return not any(map(is_figure, rows[place][1])) and any(map(is_figure, below))


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a number or a text that begins or ends with a digit, as dates and figures do."""
    text = text_of(cell)
    return bool(text) and (not isinstance(cell, str) or text[0].isdigit() or text[-1].isdigit())


def _none_has(rows: Sequence[Row], headings: Sequence[str]) -> str:
    """What is missing in the row that has the most of the headings."""
    wanted = {seen_as(heading): heading for heading in headings}
    line, cells = max(rows, key=lambda row: len(wanted.keys() & _seen(row[1])), default=(0, ()))
    there = wanted.keys() & _seen(cells)
    if not there:
        texts = list(islice((cell for _, row in rows for cell in row if isinstance(cell, str)), _LOOKED_AT))
        near = next((near for each in headings if (near := did_you_mean(each, texts))), "")
        return together(said(told.NO_ROW_HAS_ANY, headings=listed(headings)), near)
    missing = next(heading for key, heading in wanted.items() if key not in there)
    texts = [text_of(cell) for cell in cells]
    near = did_you_mean(missing, texts)
    return together(said(told.NO_ROW_HAS_ALL, missing=missing, line=str(line), there=listed(texts)), near)


def _which_of(rows: Sequence[Row], found: Sequence[int], headings: Sequence[str]) -> str:
    lines = [str(rows[place][0]) for place in found]
    named = cut_list(lines, _LISTED)
    return said(told.SEVERAL_TABLES, count=len(found), headings=listed(headings), lines=named)
