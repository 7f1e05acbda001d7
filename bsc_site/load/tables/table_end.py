"""Table end: where one table of a sheet or text file ends because another one begins below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bsc_site.load.tables.cells import Cell, Row, TableError, is_blank, plain, text_of
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_TITLE = 1
"""So many cells has the title that stands above another table."""


def one_table(headings: Sequence[str], rows: Iterator[Row], report: Callable[[TableError], None]) -> Iterator[Row]:
    """The rows of the first table alone; what begins another one goes to `report`.

    The same headings again, as in exports that were put together, are no row, and the table goes on. Below a title of
    their own, or beside headings that differ, they begin another table.
    """
    names = [plain(heading).casefold() for heading in headings]
    empty = title = False
    others: dict[Cell, bool] = {}  # cells of the first column, and whether they are no heading: mostly that is enough
    for row in rows:
        line, cells = row
        first = cells[0] if cells else None
        if not empty and type(first) is str:
            if first not in others:
                others[first] = bool(first.strip()) and plain(first).casefold() != names[0]
            if others[first]:
                title = False
                yield row
                continue
        again = _headings_again(names, cells)
        if again is not None and (again < _named(names) or title):
            report(TableError("BSC341", _begins(line, cells, names), line))
            return
        if again is None:
            yield row
        before, empty = empty, _is_empty(cells)
        if not empty:
            title = before and sum(not is_blank(cell) for cell in cells) == _TITLE


def _headings_again(names: Sequence[str], cells: Sequence[Cell]) -> int | None:
    """How many cells repeat the heading of their column, beginning with the first; None for a row that is one."""
    same = 0
    for name, cell in zip(names, cells, strict=True):
        if isinstance(cell, str):
            if name and len(cell) >= len(name) and plain(cell).casefold() == name:
                same += 1
            elif same == 0 and cell and not cell.isspace():
                return None
        elif cell is not None:
            return None
    if not same:
        return None
    filled = [text for cell in cells if (text := text_of(cell))]
    words = len(filled) > _TITLE and not any(text[0].isdigit() or text[-1].isdigit() for text in filled)
    return same if words or same == _named(names) else None


def _named(names: Sequence[str]) -> int:
    return sum(bool(name) for name in names)


def _is_empty(cells: Sequence[Cell]) -> bool:
    return all(is_blank(cell) for cell in cells)


def _begins(line: int, cells: Sequence[Cell], above: Sequence[str]) -> str:
    texts = [text for cell in cells if (text := text_of(cell))]
    names, at = ", ".join(texts)[:80], str(line)
    if {plain(text).casefold() for text in texts} <= set(above):
        return said(told.BEGINS_HERE, names=names, line=at)
    return said(told.BEGINS_HERE_BY_NAME, names=names, line=at, headings=", ".join(map(in_yaml, texts)))
