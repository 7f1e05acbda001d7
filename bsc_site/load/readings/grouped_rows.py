"""Grouped rows: which rows of a KPI belong to its groups, such as regions, and which to the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bsc_site.load.filters.row_filter import Condition, condition_on, key_of
from bsc_site.load.gathering.rows_chosen import RowsChosen
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.load.rows.total_rows import TotalRows
from bsc_site.load.rows.total_words import TotalName, total_name
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.headings import HeadingError, column_of
from bsc_site.model.saying.said import of_file, said
from bsc_site.model.sentences import table_sentences as told
from bsc_site.model.value_class import dataclass

MOST_GROUPS = 100
"""More groups than these are no breakdown that anybody reads, but names of customers or numbers of orders."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one group: `by` is the column as declared, `name` what its cells say."""

    by: str
    name: str
    rows: SourceRows


@dataclass(frozen=True, slots=True)
class _Texts:
    """What stands in a column that tells groups apart: names of groups, and the texts of rows about the whole."""

    by: str
    column: int
    names: tuple[str, ...]
    whole: tuple[str, ...]


def grouped(taker: SourceRows) -> list[RowGroup]:
    """The groups of a KPI, in the order of the table; `taker` keeps the rows about the whole.

    Rows about the whole are those whose cell is empty or calls itself a total; where there are none, the whole is made
    of the rows of all groups. With several columns, a group of one takes rows about the whole of the others. Raises
    SourceError for a column that the table does not have, and for too many groups.
    """
    declared = taker.kpi.source.grouped_by if taker.kpi.source else ()
    texts = [_texts(taker, by) for by in declared]
    for each in texts:
        if len(each.names) > MOST_GROUPS:
            message = said(told.TOO_MANY_GROUPS, column=each.by, count=len(each.names), most=MOST_GROUPS)
            raise SourceError("source.by", "BSC396", of_file(taker.table.file, message))
    groups = [
        RowGroup(each.by, name, _taking(taker, [_one_of(each, [name]), *_wholes(texts, each)], texts))
        for each in texts
        for name in each.names
    ]
    whole = _taking(taker, _wholes(texts, None), texts)
    taker.conditions, taker.totals = whole.conditions, whole.totals
    return groups


def joined_groups(groups: Sequence[RowGroup]) -> list[RowGroup]:
    """Each group once, with its rows of every sheet of a workbook; those without a row are left out."""
    found: dict[tuple[str, str], RowGroup] = {}
    for each in groups:
        first = found.setdefault((each.by, key_of(each.name)), each)
        if first is not each:
            for rows in (first.rows, each.rows):
                rows.spread_out()
            first.rows.rows += each.rows.rows
    return [each for each in found.values() if each.rows.rows or each.rows.plain is not None]


def _texts(taker: SourceRows, by: str) -> _Texts:
    """The texts of the column in the rows that the filter passes, each spelling of a name once."""
    try:
        column = column_of(taker.table.headings, by)
    except HeadingError as error:
        raise SourceError("source.by", error.code, of_file(taker.table.file, error.message)) from None
    chosen = RowsChosen(taker.table).of(taker.conditions)
    cells = taker.table.columns[column]
    texts = [text_of(cell) for cell in cells.held_in(chosen)]
    whole = tuple(each for each in texts if not each or total_name(each) > TotalName.PART)
    names = {key_of(each): each for each in reversed(texts) if each not in whole}
    return _Texts(by, column, tuple(reversed(names.values())), whole)


def _wholes(texts: Sequence[_Texts], but: _Texts | None) -> list[Condition]:
    """The conditions for rows about the whole of every column but one."""
    return [_one_of(each, each.whole) for each in texts if each is not but and each.whole]


def _one_of(texts: _Texts, wanted: Sequence[str]) -> Condition:
    return condition_on(texts.column, list(wanted), texts.by)


def _taking(taker: SourceRows, conditions: Sequence[Condition], texts: Sequence[_Texts]) -> SourceRows:
    """A collector like `taker` for fewer rows; what tells groups apart names no total of others."""
    columns = {each.column for each in texts}
    labels = tuple(each for each in taker.totals.labels if each not in columns)
    return replace(
        taker,
        conditions=(*conditions, *taker.conditions),
        totals=TotalRows(labels, several=taker.totals.several),
        rows=[],
        places=[],
        plain=None,
        coverage=None,
        spellings=defaultdict(Counter),
        beside=(),
    )
