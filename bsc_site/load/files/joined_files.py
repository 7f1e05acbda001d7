"""Joined files: the tables of many files as one, column by column, whatever their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

import numpy as np

from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.columns import Codes, Column, KnownCells
from bsc_site.load.tables.headings import seen_as
from bsc_site.load.tables.table import Table, line_in_file
from bsc_site.model.value_class import dataclass

_Key = tuple[str, int]
"""A heading, and how often it stood in the same table before."""


@dataclass(slots=True)
class _Joined:
    """One column of all files while they are put together."""

    heading: str
    cells: KnownCells = field(default_factory=KnownCells)
    parts: list[Codes] = field(default_factory=list)
    rows: int = 0
    lacking: list[str] = field(default_factory=list)

    def add(self, column: Column) -> None:
        """The column of the next file."""
        self.parts.append(self.cells.codes(column.cells)[column.codes] if column.cells else column.codes)
        self.rows += len(column)

    def fill_up(self, rows: int) -> None:
        """Empty cells up to so many rows, of files that do not have the column."""
        if rows > self.rows:
            self.parts.append(np.full(rows - self.rows, self.cells.codes([None])[0], np.int32))
            self.rows = rows

    def column(self) -> Column:
        """The whole column."""
        codes = np.concatenate(self.parts) if self.parts else np.zeros(0, np.int32)
        return Column(codes, self.cells.cells())


def joined_files(name: str, files: Sequence[str], tables: Sequence[Table | TableError]) -> Table:
    """The tables of some files as one called `name`; what is wrong in one of them is among its flaws.

    A column that a file does not have is empty there, and said to be lacking. Raises the error of the first file where
    no file could be read.
    """
    read = [each for each in tables if isinstance(each, Table)]
    if not read:
        error = next(each for each in tables if isinstance(each, TableError))
        raise TableError(error.code, f"{files[tables.index(error)]}: {error.message}")
    columns: dict[_Key, _Joined] = {}
    lines, flaws, rows = [], list[TableError](), 0
    for number, table in enumerate(tables):
        if isinstance(table, TableError):
            flaws.append(_of_file(number, table))
            continue
        keys = _keys(table.headings)
        for key, heading, column in zip(keys, table.headings, table.columns, strict=True):
            joined = columns.setdefault(key, _Joined(heading))
            joined.fill_up(rows)
            joined.add(column)
        lines.append(table.lines + line_in_file(number, 0))
        flaws += [_of_file(number, each) for each in (*table.flaws, *filter(None, [table.cut]))]
        rows += len(table)
    for each in columns.values():
        each.fill_up(rows)
    headings = tuple(each.heading for each in columns.values())
    first = next(number for number, each in enumerate(tables) if isinstance(each, Table))
    return Table(
        name,
        headings,
        line_in_file(first, read[0].header_line),
        np.concatenate(lines),
        tuple(each.column() for each in columns.values()),
        flaws=tuple(flaws),
        files=tuple(files),
        own_columns=tuple(_own(list(columns), each) for each in tables),
        lacking=_lacking(list(columns), files, tables),
    )


def _keys(headings: Sequence[str]) -> list[_Key]:
    """What tells the columns of a table apart: headings, and for those that stand several times which one it is."""
    times: dict[str, int] = {}
    keys = []
    for heading in headings:
        name = seen_as(heading)
        times[name] = times.get(name, -1) + 1
        keys.append((name, times[name]))
    return keys


def _own(keys: Sequence[_Key], table: Table | TableError) -> tuple[int, ...]:
    """The number that each column has in one of the tables."""
    own = _keys(table.headings) if isinstance(table, Table) else []
    places = {key: number for number, key in enumerate(own, start=1)}
    return tuple(places.get(key, 0) for key in keys)


def _lacking(
    keys: Sequence[_Key], files: Sequence[str], tables: Sequence[Table | TableError]
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    without: list[list[str]] = [[] for _ in keys]
    for file, table in zip(files, tables, strict=True):
        there = set(_keys(table.headings)) if isinstance(table, Table) else set(keys)
        for place, key in enumerate(keys):
            if key not in there:
                without[place].append(file)
    return tuple((place, tuple(each)) for place, each in enumerate(without) if each)


def _of_file(number: int, error: TableError) -> TableError:
    return TableError(error.code, error.message, line_in_file(number, error.line), error.column)
