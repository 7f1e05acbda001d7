"""Joined columns: those of another table beside the rows of a table, by the keys that both have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.tables.cells import TableError, plain, text_of
from bsc_site.load.tables.columns import Column, recoded
from bsc_site.load.tables.file_layout import JoinedLayout
from bsc_site.load.tables.headings import HeadingError, column_of
from bsc_site.load.tables.table import Table
from bsc_site.model.saying.said import all_of, of_file, said
from bsc_site.model.sentences import join_sentences as told
from bsc_site.model.value_class import dataclass

_Key = tuple[str, ...]
_NONE = -1


class JoinError(TableError):
    """What is declared of a join and does not fit; `key` is the key below the source that says it."""

    def __init__(self, code: str, message: str, key: str) -> None:
        """Keep the key."""
        super().__init__(code, message)
        self.key = key


def with_joined(table: Table, other: Table, join: JoinedLayout) -> Table:
    """The table with the columns of another one, of which at most one row belongs to each of its rows.

    Keys that are not there, or stand there twice, are flaws of the table, each at its first row. Raises JoinError for a
    column that one of the two does not have.
    """
    own = [_column(table, name) for name, _ in join.on]
    theirs = [_column(other, name) for _, name in join.on]
    keys, codes = _keys(table, own)
    partners = _Partners(other, theirs, exact=join.exact)
    found = [partners.of(key) for key in keys]
    flaws = _flaws(table, own[0], join, _Matched(keys, codes, found, partners))
    rows = np.array([each if isinstance(each, int) else _NONE for each in found], np.intp)
    beside = [
        (_called(heading, table, other, join), _beside(column, rows, codes))
        for place, (heading, column) in enumerate(zip(other.headings, other.columns, strict=True))
        if place not in theirs
    ]
    headings = (*table.headings, *(heading for heading, _ in beside))
    columns = (*table.columns, *(column for _, column in beside))
    return replace(table, headings=headings, columns=columns, flaws=(*table.flaws, *flaws))


def _column(table: Table, name: str) -> int:
    try:
        return column_of(table.headings, name)
    except HeadingError as error:
        raise JoinError(error.code, of_file(table.file, error.message), "join.on") from None


def _called(heading: str, table: Table, other: Table, join: JoinedLayout) -> str:
    """The heading in the joined table: with its prefix, or with the name of its file where it stands there already."""
    if join.prefix or heading not in table.headings:
        return f"{join.prefix}{heading}"
    return f"{PurePosixPath(other.file).stem}.{heading}"


def _keys(table: Table, columns: Sequence[int]) -> tuple[list[_Key], NDArray[np.intp]]:
    """The distinct keys, and for each row which of them it has."""
    codes = np.zeros(len(table), np.intp)
    first = codes[:0]
    for place in columns:
        column = table.columns[place]
        _, first, codes = np.unique(codes * len(column.cells) + column.codes, return_index=True, return_inverse=True)
    return [tuple(text_of(table.columns[place][row]) for place in columns) for row in first.tolist()], codes


class _Partners:
    """The rows of the other table by their keys: as written, otherwise without regard to case and kinds of blanks."""

    def __init__(self, table: Table, columns: Sequence[int], *, exact: bool) -> None:
        self.table, self.columns = table, columns
        keys, codes = _keys(table, columns)
        places = np.split(np.argsort(codes, kind="stable"), np.cumsum(np.bincount(codes, minlength=len(keys)))[:-1])
        self.rows = {key: each.tolist() for key, each in zip(keys, places, strict=True)}
        self._seen: dict[_Key, list[_Key]] = defaultdict(list)
        for key in self.rows:
            self._seen[key if exact else _as_seen(key)].append(key)
        self._look = (lambda key: key) if exact else _as_seen

    def of(self, key: _Key) -> int | list[int]:
        """The row that belongs to a key, or all of several; an empty list for none."""
        written = [key] if key in self.rows else self._seen.get(self._look(key), [])
        rows = sorted(row for each in written for row in self.rows[each])
        return rows[0] if rows and self._are_alike(rows) else rows

    def _are_alike(self, rows: Sequence[int]) -> bool:
        return all(len({int(column.codes[row]) for row in rows}) == 1 for column in self.table.columns)

    @property
    def texts(self) -> list[str]:
        """The keys as texts, for those who look for a near one."""
        return [" ".join(key) for key in self.rows]


@dataclass(frozen=True, slots=True)
class _Matched:
    keys: Sequence[_Key]
    codes: NDArray[np.intp]
    found: Sequence[int | list[int]]
    partners: _Partners


def _as_seen(key: _Key) -> _Key:
    return tuple(plain(text).casefold() for text in key)


def _flaws(table: Table, column: int, join: JoinedLayout, matched: _Matched) -> list[TableError]:
    first = np.full(len(matched.keys), len(table), np.intp)
    first[matched.codes[::-1]] = np.arange(len(table) - 1, -1, -1)
    flaws = []
    for code, (key, rows) in enumerate(zip(matched.keys, matched.found, strict=True)):
        if isinstance(rows, int) or (not rows and (join.unmatched or not any(key))):
            continue
        line = int(table.lines[first[code]])
        text, there = " ".join(key), matched.partners
        if rows:
            lines = all_of(str(there.table.lines[row]) for row in rows[:2])
            message = said(told.KEY_TWICE, key=text, file=there.table.file, lines=lines)
            flaws.append(TableError("BSC345", message, line, column + 1))
        else:
            hint = did_you_mean(text, there.texts)
            message = said(told.NO_SUCH_KEY, key=text, file=there.table.file, hint=hint)
            flaws.append(TableError("BSC344", message, line, column + 1))
    return flaws


def _beside(column: Column, rows: NDArray[np.intp], codes: NDArray[np.intp]) -> Column:
    """The column of the other table as it stands beside the rows; empty where a row has no partner."""
    if not len(column):
        return recoded(np.zeros(len(codes), np.intp), (None,))
    taken = np.where(rows == _NONE, len(column.cells), column.codes[rows])
    return recoded(taken[codes], (*column.cells, None))
