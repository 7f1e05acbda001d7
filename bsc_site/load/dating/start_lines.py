"""Start lines: the line of a file, mostly above its table, that names the day from which periods are counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bsc_site.load.dating.counted_periods import day_in_line
from bsc_site.load.tables.cells import Cell, Row, text_of

_FURTHEST = 10_000
"""So many lines are looked at below the headings, where none above them names the day."""


def first_day(rows: Iterable[Row], pattern: str, header_line: int) -> date | None:
    """The day that a line names: the nearest above the headings of the table, otherwise the first below them."""
    above = None
    for line, cells in rows:
        below = line > header_line
        if (below and above is not None) or line > header_line + _FURTHEST:
            break
        found = _day_in(pattern, cells)
        if found is not None:
            above = found
            if below:
                break
    return above


def _day_in(pattern: str, cells: Sequence[Cell]) -> date | None:
    texts = [text for cell in cells if (text := text_of(cell))]
    return next((found for mark in (" ", ",", ", ") if (found := day_in_line(pattern, mark.join(texts)))), None)
