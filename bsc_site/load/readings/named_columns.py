"""Named columns: the columns of a table that a source names for its figures, by their headings or letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bsc_site.load.figures.figures_of_row import FigureColumns
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.headings import HeadingError, column_of, find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.columns.column_name import letters_in
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.saying.said import Listed, all_of, of_file, said
from bsc_site.model.sentences.in_data import reading_sentences as told
from bsc_site.model.sentences.table_sentences import HEADINGS_LIKE_FIGURES

_FIGURE = re.compile(r"[-+]?\d[\d.,:/ -]*")
_YEAR = re.compile(r"(19|20)\d\d")


def figure_columns(table: Table, source: Source) -> FigureColumns:
    """The columns that a source names for the figures of a row.

    Raises SourceError for one that is not there, for half a ratio, and where a row of figures is taken for headings.
    """
    found = {
        key: _named_column(table, key, getattr(source, key))
        for key in ("value", "numerator", "denominator", "target", "note", "rating", "weight")
    }
    if (found["numerator"] is None) != (found["denominator"] is None):
        key = "numerator" if found["numerator"] is not None else "denominator"
        raise SourceError(f"source.{key}", "BSC321", said(told.HALF_A_RATIO))
    _look_for_lost_headings(table, source)
    return FigureColumns(**found, count=source.count is not None or source.repeat_rate is not None)


def with_value(table: Table, columns: FigureColumns) -> FigureColumns:
    """The same where none is named: the column called `value` holds the figures. Raises SourceError without one."""
    if columns.count or columns.value is not None or columns.numerator is not None:
        return columns
    value = find_column(table.headings, "value")
    if value is None:
        there = Listed(table.headings[:20])
        raise SourceError("source", "BSC321", said(told.WHICH_COLUMN_HOLDS_FIGURES, file=table.file, there=there))
    return replace(columns, value=value)


def _named_column(table: Table, key: str, name: str | None) -> int | None:
    return None if name is None else required_column(table, key, name)


def required_column(table: Table, key: str, name: str) -> int:
    """The place of the column that a key of a source names. Raises SourceError for one that is not there."""
    try:
        return column_of(table.headings, name)
    except HeadingError as error:
        raise SourceError(f"source.{key}", error.code, of_file(table.file, error.message)) from None


def _look_for_lost_headings(table: Table, source: Source) -> None:
    """Ask where columns are named by letters and their headings are figures, unless the headings are declared.

    Years alone are no reason: they are names of columns in many tables.
    """
    if source.header or source.table or not table.header_line:
        return
    headings = [table.headings[required_column(table, key, name)] for key, name in _by_letter(source)]
    figures = [each for each in headings if _FIGURE.fullmatch(each)]
    if not headings or len(figures) < len(headings) or all(_YEAR.fullmatch(each) for each in figures):
        return
    shown = all_of(f"'{each}'" for each in figures)
    message = said(HEADINGS_LIKE_FIGURES, headings=shown, line=str(table.header_line))
    raise SourceError("source", "BSC397", of_file(table.file, message))


def _by_letter(source: Source) -> Iterator[tuple[str, str]]:
    """The columns of periods and figures that are named by letters, each with its key."""
    periods = source.period if isinstance(source.period, tuple) else (source.period,)
    figures = [(key, getattr(source, key)) for key in ("value", "numerator", "denominator")]
    for key, name in (*(("period", each) for each in periods), *figures):
        if isinstance(name, str) and letters_in(name):
            yield key, name
