"""Title rows: what stands above the headings of a table, and is none of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import TypeVar

from bsc_site.load.tables.cells import Cell, Row, text_of

_Cells = TypeVar("_Cells", bound=Sequence[Cell])
_MOST = 12
"""Headings that stand further down are not looked for."""


def below_titles(rows: Iterable[tuple[int, _Cells]]) -> Iterator[tuple[int, _Cells]]:
    """The rows of a table from its headings on.

    A title is a row with a single text, alone or in merged cells, or one of fewer cells than the row below it, with a
    blank row between. Where no row below could be the headings, nothing is a title.
    """
    waiting = iter(rows)
    head = list(islice(waiting, _MOST))
    return chain(head[_headings_of(head) :], waiting)


def _headings_of(head: Sequence[Row]) -> int:
    """The place of the headings among the first rows; 0 where nothing stands above them."""
    filled = [place for place, (_, cells) in enumerate(head) if _texts(cells)]
    for this, below in pairwise(filled):
        cells = head[this][1]
        if this != filled[0] and text_of(cells[0])[:1].isdigit():
            return 0
        single = len(set(_texts(cells))) == 1
        apart = below > this + 1 and len(_texts(cells)) < len(_texts(head[below][1]))
        if not (single or apart):
            return this
    return 0


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [text for text in map(text_of, cells) if text]
