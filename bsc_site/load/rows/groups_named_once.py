"""Groups named once: columns in which only the first row of a group says its name, and the cells below are empty."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.tables.cells import Cell, Row, is_blank, text_of
from bsc_site.model.problem import Place


def filled_down(cells: Sequence[Cell], last: dict[int, Cell]) -> Sequence[Cell]:
    """A row whose empty cells in some columns hold what the last row above said there; `last` remembers it."""
    if all(is_blank(cell) for cell in cells):
        return cells
    filled = list(cells)
    for column, known in last.items():
        if is_blank(filled[column]):
            filled[column] = known
        else:
            last[column] = filled[column]
    return filled


def ask_about_groups(file: str, rows: Iterable[Row], column: int, heading: str, book: ProblemBook) -> None:
    """Say where the empty cells of a filter's column may mean the one above: each name is followed by some."""
    names: list[str] = []
    empty_after: list[int] = []
    first = 0
    for line, cells in rows:
        if all(is_blank(cell) for cell in cells):
            continue
        text = text_of(cells[column])
        if text:
            names.append(text)
            empty_after.append(0)
        elif not names:
            return
        else:
            first = first or line
            empty_after[-1] += 1
    once = len(set(names)) == len(names) <= sum(empty_after)
    if first and (all(empty_after) or once):
        named = json.dumps(heading, ensure_ascii=False)
        message = (
            f"'{heading}' is empty here and in {sum(empty_after) - 1} rows more, each below a row that names it; "
            f"declare in the source `fill: [{named}]` if they mean the last one above, `fill: none` if not"
        )
        book.add("BSC343", Place(file, first, column + 1), message)
