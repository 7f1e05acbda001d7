"""The long shape: a table in which each row has a period, with figures beside it, groups, or nothing but itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from bsc_site.load.proposals.column_look import ColumnLook
from bsc_site.load.proposals.proposed import Choice, Keys, OpenQuestion, Proposal, ProposedKpi
from bsc_site.load.proposals.proposed_figures import Measure, measures_of
from bsc_site.load.proposals.proposed_periods import Periods, period_choices
from bsc_site.load.rows.total_words import TotalName, total_name
from bsc_site.load.tables.cells import is_blank, text_of
from bsc_site.load.tables.columns import Column, Flags
from bsc_site.load.tables.table import Table
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import suggestion_sentences as told
from bsc_site.model.value_class import dataclass

MOST_KPIS = 24
_GROUPS = 12
_SHOWN = 6
_MOST_COLUMNS = 3
_AGGREGATES = ("sum", "mean", "last", "max", "min")


@dataclass(frozen=True, slots=True)
class _Groups:
    """The columns that tell the rows of one period apart, and the texts that they have together, most rows first."""

    columns: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]


def long_proposal(table: Table, looks: Sequence[ColumnLook], known: str | None = None) -> Proposal:
    """The KPIs of a table with a period in each row, or of one that names no period at all.

    `known` is the column of periods where the layout of the file tells it.
    """
    periods = [(known,)] if known else period_choices(table, looks)
    looks = [look for look in looks if look.heading != known]
    measures = measures_of(looks)
    questions = _which_period(periods)
    base: Keys = {} if questions else {"period": _as_key(periods[0])}
    if not measures:
        return Proposal((ProposedKpi("", {**base, "count": "rows"}),), questions, _left(looks, periods, ()))
    crowded = _crowded(table, periods[0] if periods else ())
    groups = _groups(table, looks, periods[0] if periods else ()) if crowded else _Groups((), ())
    if crowded and (not groups.columns or len(groups.texts) > _GROUPS):
        questions = (*questions, _how_many_become_one(crowded, groups))
        groups = _Groups(groups.columns, ())
    kpis = _kpis(measures, groups, base)
    remarks = _left(looks, periods, groups.columns)
    return Proposal(kpis[:MOST_KPIS], questions, (*remarks, *_more(kpis)))


def _which_period(periods: Sequence[Periods]) -> tuple[OpenQuestion, ...]:
    if len(periods) == 1:
        return ()
    if not periods:
        return (OpenQuestion(said(told.NO_PERIOD_COLUMN), (Choice(source={"at": 2025}),), example=True),)
    choices = tuple(Choice(source={"period": _as_key(each)}) for each in periods)
    return (OpenQuestion(said(told.WHICH_PERIOD_COLUMN), choices),)


def _as_key(periods: Periods) -> str | list[str]:
    return periods[0] if len(periods) == 1 else list(periods)


def _crowded(table: Table, periods: Periods) -> tuple[str, int] | None:
    """The first period with several rows, and how many; None where each has one."""
    if not periods:
        return ("", len(table)) if len(table) > 1 else None
    columns = [table.column(name) for name in periods]
    rows = columns[0].where(lambda cell: not is_blank(cell))
    codes = np.stack([column.codes[rows] for column in columns], axis=1)
    found, counts = np.unique(codes, axis=0, return_counts=True)
    several = np.flatnonzero(counts > 1)
    if not len(several):
        return None
    first = found[several[0]].tolist()
    texts = [text_of(column.cells[code]) for column, code in zip(columns, first, strict=True)]
    return " ".join(texts), int(counts[several[0]])


def _groups(table: Table, looks: Sequence[ColumnLook], periods: Periods) -> _Groups:
    """The fewest columns of groups with which each row of a period is told apart; none where there are none."""
    named = [look for look in looks if look.is_category or (not periods and look.is_name)]
    named.sort(key=lambda look: look.distinct)
    keys = [table.column(name) for name in periods]
    rows = keys[0].where(lambda cell: not is_blank(cell)) if keys else np.ones(len(table), np.bool_)
    for size in range(1, _MOST_COLUMNS + 1):
        for some in combinations(named, size):
            ordered = sorted(some, key=lambda look: look.position)
            columns = [table.columns[look.position] for look in ordered]
            codes = np.stack([column.codes[rows] for column in (*keys, *columns)], axis=1)
            if len(np.unique(codes, axis=0)) == len(codes):
                return _Groups(tuple(look.heading for look in ordered), _together(columns, rows))
    return _Groups((), ())


def _together(columns: Sequence[Column], rows: Flags) -> tuple[tuple[str, ...], ...]:
    """The texts that some columns have together, in the order of the rows."""
    codes = np.stack([column.codes[rows] for column in columns], axis=1)
    _, first = np.unique(codes, axis=0, return_index=True)
    return tuple(
        tuple(text_of(column.cells[code]) for column, code in zip(columns, codes[row].tolist(), strict=True))
        for row in sorted(first.tolist())
    )


def _how_many_become_one(crowded: tuple[str, int], groups: _Groups) -> OpenQuestion:
    combined = tuple(Choice({"aggregate": word}) for word in _AGGREGATES)
    period, count = crowded
    if not groups.columns:
        words = said(told.SEVERAL_ALIKE, period=period, count=count) if period else said(told.FILE_ALIKE, count=count)
        return OpenQuestion(words, combined)
    totals = [each for each in groups.texts if all(total_name(text) >= TotalName.WEAK for text in each)]
    others = [each for each in groups.texts if each not in totals]
    rows = [
        Choice(source={"where": dict(zip(groups.columns, each, strict=True))}) for each in [*totals, *others][:_SHOWN]
    ]
    partly = any(total_name(text) >= TotalName.WEAK for each in groups.texts for text in each)
    columns = ", ".join(groups.columns)
    words = said(told.FILE_ROWS, count=count, columns=columns)
    if period:
        words = said(told.SEVERAL_ROWS, period=period, count=count, columns=columns)
    return OpenQuestion(words, (*rows, *(() if partly else combined)))


def _kpis(measures: Sequence[Measure], groups: _Groups, base: Keys) -> tuple[ProposedKpi, ...]:
    found = []
    for texts in groups.texts or ((),):
        where = {"where": dict(zip(groups.columns, texts, strict=True))} if texts else {}
        for measure in measures:
            name = ", ".join(filter(None, (measure.name, *texts)))
            found.append(ProposedKpi(name, {**base, **measure.source, **where}, measure.keys))
    return tuple(found)


def _left(looks: Sequence[ColumnLook], periods: Sequence[Periods], groups: Sequence[str]) -> tuple[Said, ...]:
    used = {name for each in periods for name in each} | set(groups)
    names = [look.heading for look in looks if not look.is_measure and look.heading not in used]
    return (said(told.COLUMNS_LEFT, columns=", ".join(names)),) if names else ()


def _more(kpis: Sequence[ProposedKpi]) -> tuple[Said, ...]:
    left = kpis[MOST_KPIS:]
    if not left:
        return ()
    return (said(told.MORE_FIGURES, count=len(left), columns=", ".join(each.name for each in left)),)
