"""Unnamed totals: rows that are the sum of the others in each period, whatever they are called."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.rows.sums import by_period
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data.row_sentences import SUM_OF_THE_OTHERS
from bsc_site.model.series import Reading

MOST = 50_000
"""A table with more rows is a list of events rather than one with totals."""
_LEAST, _AT_ONCE = 3, 4
"""A total has two parts or more; beyond the second, so many parts in all periods together tell it from chance."""


def without_unnamed(rows: Sequence[Reading], book: ProblemBook, *, sure: bool) -> Sequence[Reading]:
    """The rows without those that are the sum of the others in each period; unless that is declared it is asked."""
    totals = _totals(rows) if len(rows) <= MOST else []
    if totals and not sure:
        _ask(totals, book)
    lines = {row.place.line for row in totals} if sure else set()
    return [row for row in rows if row.place.line not in lines] if lines else rows


def _totals(rows: Sequence[Reading]) -> list[Reading]:
    """The first or the last row of each period where all of them are the sum of the other rows there."""
    groups = list(by_period(rows).values())
    place = place_of_totals([[row.value for row in group] for group in groups])
    return [] if place is None else [group[place] for group in groups]


def place_of_totals(groups: Sequence[Sequence[float | None]]) -> int | None:
    """Where in each period the total stands: 0 for the first of its values, -1 for the last one, None without any."""
    parts = sum(len(group) - _LEAST + 1 for group in groups)
    if not groups or min(map(len, groups)) < _LEAST or parts < _AT_ONCE:
        return None
    if all(_is_total(group[-1], group[:-1]) for group in groups):
        return -1
    return 0 if all(_is_total(group[0], group[1:]) for group in groups) else None


def _is_total(value: float | None, parts: Sequence[float | None]) -> bool:
    if value is None:
        return False
    known = [each or 0.0 for each in parts]
    several = sum(each != 0 for each in known) > 1
    return several and math.isclose(value, math.fsum(known), rel_tol=1e-9)


def _ask(totals: Sequence[Reading], book: ProblemBook) -> None:
    first = totals[0]
    figures = {"value": f"{first.value:.10g}", "period": str(first.period)}
    message = said(SUM_OF_THE_OTHERS, count=len(totals), **figures)
    book.add("BSC339", Place(first.place.file, first.place.line), message)
