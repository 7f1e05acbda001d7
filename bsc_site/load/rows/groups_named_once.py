"""Groups named once: columns in which only the first row of a group says its name, and the cells below are empty."""

from __future__ import annotations

import json

import numpy as np

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.tables.cells import is_blank, text_of
from bsc_site.load.tables.table import Table
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data.row_sentences import NAMED_ONCE


def ask_about_groups(table: Table, column: int, heading: str, book: ProblemBook) -> None:
    """Say where the empty cells of a filter's column may mean the one above: each name is followed by some."""
    rows = np.flatnonzero(~np.logical_and.reduce([each.where(is_blank) for each in table.columns], axis=0))
    cells = table.columns[column].kept(rows)
    empty = cells.where(lambda cell: not text_of(cell))
    if not empty.any() or empty[0]:
        return
    named, count = np.flatnonzero(~empty), int(np.count_nonzero(empty))
    names = {text for cell in cells.cells if (text := text_of(cell))}
    followed = named[-1] + 1 < len(empty) and bool(empty[named + 1].all())
    if followed or len(names) == len(named) <= count:
        quoted = json.dumps(heading, ensure_ascii=False)
        message = said(NAMED_ONCE, heading=heading, more=str(count - 1), quoted=quoted)
        line = int(table.lines[rows[np.argmax(empty)]])
        book.add("BSC343", Place(table.file, line, column + 1), message)
