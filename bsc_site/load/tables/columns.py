"""Columns: the cells of one column of a table, each distinct one once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.tables.cells import Cell, ScaledText, Uncomputed, Unfigured
from bsc_site.model.value_class import dataclass

Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
_AT_ONCE = 4096
"""So many rows are turned into columns at once, so that a large file is never there as rows."""
_KEYED_BY_THEMSELVES = {str, type(None)}


class Numbers(NamedTuple):
    """A number for each row; where `empty` is true there is none, and the number is NaN."""

    values: Floats
    empty: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The distinct cells of a column in the order in which they first appear, and row by row which of them it holds.

    Cells are the same only where their types are: 1, 1.0, True and 1 shown as per cent are four.
    """

    codes: Codes
    cells: tuple[Cell, ...]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.codes)

    def __iter__(self) -> Iterator[Cell]:
        """The cell of each row."""
        for start in range(0, len(self.codes), _AT_ONCE):
            yield from map(self.cells.__getitem__, self.codes[start : start + _AT_ONCE].tolist())

    def __getitem__(self, row: int) -> Cell:
        """The cell of one row, counted from 0."""
        return self.cells[int(self.codes[row])]

    def where(self, test: Callable[[Cell], bool]) -> Flags:
        """For each row whether its cell passes a test, which is asked once of each distinct cell."""
        return np.fromiter(map(test, self.cells), np.bool_, len(self.cells))[self.codes]

    def held_in(self, rows: Flags | NDArray[np.intp]) -> list[Cell]:
        """The distinct cells of the rows that are flagged, or at these places, in the order of the column's `cells`."""
        return [self.cells[code] for code in np.flatnonzero(np.bincount(self.codes[rows])).tolist()]

    def mapped(self, change: Callable[[Cell], Cell]) -> Column:
        """The column with each distinct cell changed."""
        return recoded(self.codes, tuple(map(change, self.cells)))

    def numbers(self, read: Callable[[Cell], float | None]) -> Numbers:
        """The number of each row as `read` makes it of its cell, asked once of each distinct cell; None is empty."""
        found = [read(cell) for cell in self.cells]
        numbers = np.array([np.nan if each is None else each for each in found], np.float64)
        empty = np.array([each is None for each in found], np.bool_)
        return Numbers(numbers[self.codes], empty[self.codes])

    def kept(self, rows: Flags | NDArray[np.intp]) -> Column:
        """The column of some rows alone: those that are flagged, or those at these places, in their order."""
        return recoded(self.codes[rows], self.cells)


class KnownCells(dict[Any, int]):
    """Cells by what tells them apart, each with its code: the next one where it was not known."""

    def codes(self, cells: Sequence[Cell]) -> Codes:
        """The code of each of some cells."""
        keys = cells if _KEYED_BY_THEMSELVES.issuperset(map(type, cells)) else map(_key, cells)
        return np.fromiter(map(self.__getitem__, keys), np.int32, len(cells))

    def __missing__(self, key: Any) -> int:
        """The next code, which a cell gets that was not known."""
        code = self[key] = len(self)
        return code

    def cells(self) -> tuple[Cell, ...]:
        """The distinct cells by their codes."""
        return tuple(key[1] if isinstance(key, tuple) else key for key in self)


def _key(cell: Cell) -> Any:
    """What two cells have in common that are the same: a moment also its time zone, a formula also its place ..."""
    kind = type(cell)
    if kind in _KEYED_BY_THEMSELVES:
        return cell
    if isinstance(cell, float) and cell != cell:  # noqa: PLR0124  # NaN differs from itself
        return kind, np.nan
    if isinstance(cell, datetime):
        return kind, cell, cell.utcoffset(), cell.fold
    if isinstance(cell, ScaledText):
        return kind, cell, cell.times
    if isinstance(cell, Unfigured):
        return kind, cell, cell.code, cell.column
    return (kind, cell, cell.address) if isinstance(cell, Uncomputed) else (kind, cell)


def column_of_cells(cells: Sequence[Cell]) -> Column:
    """The column that holds these cells, one a row."""
    known = KnownCells()
    codes = known.codes(cells)
    return Column(codes, known.cells())


def recoded(codes: NDArray[np.integer], cells: Sequence[Cell]) -> Column:
    """The column whose rows hold those of some cells that `codes` say.

    Cells may be there that no row holds, or twice, in any order.
    """
    known = KnownCells()
    merged = known.codes(cells)[codes]
    first = np.full(len(known), len(codes), np.intp)
    first[merged[::-1]] = np.arange(len(codes) - 1, -1, -1)
    order = np.argsort(first, kind="stable")[: np.count_nonzero(first < len(codes))]
    places = np.zeros(len(known), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    distinct = known.cells()
    return Column(places[merged], tuple(distinct[each] for each in order.tolist()))


def column_of_numbers(known: Numbers) -> Column:
    """The column that holds these numbers; cells without one are empty."""
    distinct, codes = np.unique(known.values, return_inverse=True)
    return recoded(np.where(known.empty, len(distinct), codes), (*distinct.tolist(), None))
