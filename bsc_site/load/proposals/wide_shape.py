"""The wide shape: a table with a column for each period, in which a row is a KPI."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.figures.spelling import ColumnSpelling
from bsc_site.load.periods.column_rules import ColumnRules
from bsc_site.load.periods.wide import Headings
from bsc_site.load.proposals.column_look import ColumnLook, is_number
from bsc_site.load.proposals.long_shape import MOST_KPIS
from bsc_site.load.proposals.proposed import Choice, OpenQuestion, Proposal, ProposedKpi
from bsc_site.load.readings.year_rows import parts_across
from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Frequency, Period
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import suggestion_sentences as told

_TWO = 2
_MOST_ROWS = 5_000
_SHOWN = 8
_UNITS = {"unit", "units", "einheit", "uom", "unité", "unidad"}


def period_headings(table: Table) -> tuple[tuple[int, Period], ...]:
    """Position and period of the headings that are periods."""
    return Headings(table, ColumnRules(), ProblemBook()).periods()


def year_proposal(table: Table, looks: Sequence[ColumnLook]) -> Proposal | None:
    """One KPI where a column of years stands beside columns of their months or quarters; None anywhere else."""
    years = [look for look in looks if look.looks_like_years and look.is_period]
    parts = parts_across(table.headings)
    if len(years) != 1 or len(parts) < _TWO:
        return None
    monthly = len(parts) > 4  # noqa: PLR2004  # quarters
    keys = {"frequency": Frequency.MONTHLY.value if monthly else Frequency.QUARTERLY.value}
    return Proposal((ProposedKpi("", {"period": years[0].heading}, keys),))


def wide_proposal(table: Table, looks: Sequence[ColumnLook], periods: Sequence[tuple[int, Period]]) -> Proposal:
    """A KPI for each row of a table with a column for each period."""
    across = {column for column, _ in periods}
    labels = [look for look in looks if look.position not in across and not look.is_measure and look.cells]
    units = [look for look in labels if look.heading.strip().casefold() in _UNITS]
    names = [look for look in labels if look not in units]
    rows = [
        cells
        for number, (_, cells) in enumerate(table.rows)
        if number < _MOST_ROWS and any(is_number(cells[column], ColumnSpelling()) for column in across)
    ]
    keys = {"frequency": min((period.frequency for _, period in periods), key=lambda each: each.rank).value}
    remarks = _left(looks, across, names, units)
    if len(rows) == 1:
        first = names[0] if names else None
        return Proposal((ProposedKpi(text_of(rows[0][first.position]) if first else "", {}, keys),), (), remarks)
    by = _telling(names, rows)
    found = []
    for cells in rows:
        texts = {look.heading: text_of(cells[look.position]) for look in by}
        where = {heading: text or [""] for heading, text in texts.items()}
        unit = {"unit": text_of(cells[units[0].position])} if len(units) == 1 else {}
        named = {key: value for key, value in unit.items() if value}
        found.append(ProposedKpi(", ".join(filter(None, texts.values())), {"where": where}, {**named, **keys}))
    if by and len(found) <= MOST_KPIS:
        return Proposal(tuple(found), (), remarks)
    return Proposal((ProposedKpi("", {}, keys),), (_which_row(found),), remarks)


def _telling(names: Sequence[ColumnLook], rows: Sequence[Sequence[object]]) -> tuple[ColumnLook, ...]:
    """The fewest columns of words that tell all rows apart, from the left; all of them where none do."""
    for size in range(1, len(names) + 1):
        for some in combinations(names, size):
            if len({tuple(text_of(cells[look.position]) for look in some) for cells in rows}) == len(rows):  # type: ignore[arg-type]
                return some
    return tuple(names)


def _which_row(found: Sequence[ProposedKpi]) -> OpenQuestion:
    choices = tuple(Choice(source=each.source) for each in found[:_SHOWN])
    return OpenQuestion(said(told.WHICH_ROW, count=len(found)), choices)


def _left(
    looks: Sequence[ColumnLook], across: set[int], names: Sequence[ColumnLook], units: Sequence[ColumnLook]
) -> tuple[Said, ...]:
    used = across | {look.position for look in (*names, *units)}
    left = [look.heading for look in looks if look.position not in used]
    return (said(told.COLUMNS_LEFT_BESIDE, columns=", ".join(left)),) if left else ()
