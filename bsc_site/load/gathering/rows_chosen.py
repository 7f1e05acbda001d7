"""Rows chosen: which rows of a table filters pass, found by the distinct cells of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.filters.row_filter import Condition, key_of
from bsc_site.load.gathering.cells_once import Rows
from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.columns import Column
from bsc_site.load.tables.table import Table
from bsc_site.model.value_class import dataclass

_MANY = 50
"""Where so many filters look at one column, its rows are sorted by their cells once."""


@dataclass(slots=True)
class _Index:
    """The distinct cells of a column by what filters compare, and where the rows of each of them stand."""

    column: Column
    asked: int = 0
    _by_key: dict[str, int] = field(default_factory=dict)
    _more: dict[str, list[int]] = field(default_factory=dict)
    """The others, where several cells are the same to a filter."""
    _codes: dict[Condition, list[int]] = field(default_factory=dict)
    _places: list[NDArray[np.intp]] = field(default_factory=list)

    def codes(self, condition: Condition) -> list[int]:
        """Which of the distinct cells meet a condition."""
        if condition not in self._codes:
            self._codes[condition] = self._meeting(condition)
        return self._codes[condition]

    def _meeting(self, condition: Condition) -> list[int]:
        cells = self.column.cells
        near: Iterable[int] = range(len(cells))
        if condition.tested is None and not condition.numbers:
            self._sort_by_key()
            near = sorted(code for key in condition.keys for code in self._with_key(key))
        return [code for code in near if condition.allows(text_of(cells[code]))]

    def _sort_by_key(self) -> None:
        for code, cell in enumerate(() if self._by_key else self.column.cells):
            key = key_of(text_of(cell))
            if self._by_key.setdefault(key, code) != code:
                self._more.setdefault(key, []).append(code)

    def _with_key(self, key: str) -> Sequence[int]:
        return [self._by_key[key], *self._more.get(key, ())] if key in self._by_key else ()

    def rows(self, codes: Sequence[int]) -> Rows:
        """The rows that hold one of some distinct cells."""
        self.asked += 1
        if self.asked <= _MANY:
            return np.flatnonzero(self.flags(codes)[self.column.codes])
        if not self._places:
            ends = np.cumsum(np.bincount(self.column.codes, minlength=len(self.column.cells)))
            self._places = np.split(np.argsort(self.column.codes, kind="stable"), ends[:-1])
        places = [self._places[code] for code in codes]
        return np.sort(np.concatenate(places)) if len(places) > 1 else (places or [np.zeros(0, np.intp)])[0]

    def flags(self, codes: Sequence[int]) -> NDArray[np.bool_]:
        """For each distinct cell whether it is one of some."""
        flags = np.zeros(len(self.column.cells), np.bool_)
        flags[codes] = True
        return flags


@dataclass(slots=True)
class RowsChosen:
    """Answers for one table which rows meet all of some conditions."""

    table: Table
    _indexes: dict[int, _Index] = field(default_factory=dict)
    _known: dict[tuple[Condition, ...], Rows] = field(default_factory=dict)

    def of(self, conditions: tuple[Condition, ...]) -> Rows:
        """The rows that meet every condition; all of them without any."""
        if conditions not in self._known:
            self._known[conditions] = self._meeting(conditions)
        return self._known[conditions]

    def _meeting(self, conditions: Iterable[Condition]) -> Rows:
        rows: Rows | None = None
        for condition in conditions:
            if condition.column not in self._indexes:
                self._indexes[condition.column] = _Index(self.table.columns[condition.column])
            index = self._indexes[condition.column]
            codes = index.codes(condition)
            if rows is None:
                rows = index.rows(codes)
            elif len(rows):
                rows = rows[index.flags(codes)[index.column.codes[rows]]]
        return np.arange(len(self.table), dtype=np.intp) if rows is None else rows
