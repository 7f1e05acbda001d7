"""Run together: a period and a figure in one cell, for the delimiter between them is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.tables.cells import Cell, shown, text_of
from bsc_site.model.period import PeriodSpellingError
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data.row_sentences import RUN_TOGETHER

_SHORTEST, _LONGEST = 5, 40
_FIGURE = r"([-+]?\d[\d.,]*%?)"
_PAIRS = tuple(
    re.compile(pattern + _FIGURE, re.ASCII)
    for pattern in (
        r"(.*\d)\s*[;|,\t]\s*",
        r"(\d{4}-(?:\d{2}-\d{2}|\d{2}|Q[1-4]|H[12]|W\d{2}))",
        r"(.*\d)[\s:.'\"_]+(?!(?:19|20)\d\d$)",
    )
)


def look_for_lost_figure(where: PeriodColumns, at: Place, cells: Sequence[Cell], book: ProblemBook) -> None:
    """Say of a row without a figure where its figure stands in the cell of its period."""
    if len(where.columns) != 1:
        return
    column = where.columns[0]
    found = lost_figure(where, cells[column])
    if found is not None:
        period, figure = found
        text = shown(text_of(cells[column]))
        message = said(RUN_TOGETHER, text=text, period=period, figure=figure)
        book.add("BSC356", Place(at.file, at.line, column + 1), message)


def lost_figure(where: PeriodColumns, cell: Cell) -> tuple[str, str] | None:
    """The period and the figure that stand together in a cell of periods; None where they do not."""
    if not isinstance(cell, str) or not _SHORTEST < len(cell.strip()) <= _LONGEST or _readable(where, cell):
        return None
    return next((pair for pair in _pairs(cell.strip()) if _readable(where, pair[0])), None)


def _readable(where: PeriodColumns, text: str) -> bool:
    try:
        return not where.reader.rules.coarser(where.reader.read(text).frequency)
    except PeriodSpellingError:
        return False


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The two parts of a text that may be a period and a figure."""
    for pattern in _PAIRS:
        found = pattern.fullmatch(text)
        if found:
            yield found[1].strip(), found[2]
