"""Future rows: figures for periods that have not begun on the day of the build, which nobody can have measured."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.model.problem import Problem
from bsc_site.model.rules import problem
from bsc_site.model.series import Reading, Readings


def future_problems(readings: Iterable[Readings], as_of: date) -> tuple[Problem, ...]:
    """One problem for each file that has such rows, at the first of them."""
    found: dict[str, list[Reading]] = {}
    for row in (row for each in readings for row in each.rows if row.period.start > as_of):
        found.setdefault(row.place.file, []).append(row)
    return tuple(_told(sorted(rows, key=lambda row: row.place.line), as_of) for rows in found.values())


def _told(rows: list[Reading], as_of: date) -> Problem:
    first, others = rows[0], sum(row.of_rows for row in rows) - 1
    message = f"the figure of {first.period} lies after {as_of}, so it is left out"
    if others:
        message += f", and so {'is 1 more row' if others == 1 else f'are {others} more rows'} of this file"
    return problem("BSC178", first.place, f"{message}; correct the period if it is a slip")
