"""Skipped rows: leaves rows out of a table that have a declared text in a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bsc_site.load.gathering.fill_down import filled_down
from bsc_site.load.tables.cells import Cell, plain, text_of
from bsc_site.load.tables.headings import column_of
from bsc_site.load.tables.table import Table


def without_skipped(table: Table, skip: Sequence[tuple[str, Sequence[str]]], fill: Sequence[str] = ()) -> Table:
    """The table without the rows that have one of the texts of `skip` in its column, after `fill` is filled down.

    `*` in a text stands for any letters; capitals and kinds of blanks make no difference. Raises HeadingError where a
    column is not there.
    """
    if fill:
        table = filled_down(table, [column_of(table.headings, name) for name in fill])
    out = np.zeros(len(table), np.bool_)
    for name, texts in skip:
        patterns = [_pattern(text) for text in texts]
        column = table.columns[column_of(table.headings, name)]
        out |= column.where(lambda cell, patterns=patterns: _is_meant(cell, patterns))  # type: ignore[misc]  # a default
    return replace(table.keep(~out), skipped=int(np.count_nonzero(out)))


def _pattern(text: str) -> re.Pattern[str]:
    parts = (re.escape(plain(part)) for part in text.split("*"))
    return re.compile(r"\s*" + ".*".join(parts) + r"\s*", re.IGNORECASE | re.DOTALL)


def _is_meant(cell: Cell, patterns: Sequence[re.Pattern[str]]) -> bool:
    text = plain(text_of(cell))
    return any(pattern.fullmatch(text) for pattern in patterns)
