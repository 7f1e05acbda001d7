"""Future rows: figures for periods that have not begun on the day of the build, which nobody can have measured."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.model.problem import Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import period_sentences as told
from bsc_site.model.series import Reading, Readings


def future_problems(readings: Iterable[Readings], as_of: date) -> tuple[Problem, ...]:
    """One problem for each file that has such rows, at the first of them."""
    found: dict[str, list[Reading]] = {}
    for row in (row for each in readings for row in each.rows if row.period.start > as_of):
        found.setdefault(row.place.file, []).append(row)
    return tuple(_told(sorted(rows, key=lambda row: row.place.line), as_of) for rows in found.values())


def _told(rows: list[Reading], as_of: date) -> Problem:
    first, others = rows[0], sum(row.of_rows for row in rows) - 1
    facts = {"period": str(first.period), "as_of": str(as_of)}
    message = said(told.FUTURE_ROWS, count=others, **facts) if others else said(told.FUTURE_ROW, **facts)
    return problem("BSC178", first.place, message)
