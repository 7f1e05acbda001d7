"""Cell cleaning: marks around figures, words for numbers and endings that multiply, as a source declares them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from bsc_site.load.tables.cells import Cell, ScaledText, plain, text_of
from bsc_site.load.tables.columns import Column, recoded
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.figure_choice import Cleaning
from bsc_site.model.problem import Place
from bsc_site.model.series import Mended, MendedBy
from bsc_site.model.value_class import dataclass


class Cleaned(NamedTuple):
    """A table, and what was changed in it."""

    table: Table
    mended: tuple[Mended, ...] = ()


class _Change(NamedTuple):
    by: MendedBy
    what: str
    cell: Cell


def cleaned(table: Table, columns: tuple[int, ...], cleaning: Cleaning) -> Cleaned:
    """The table with the cells of some columns cleaned; without a word for those that nothing was to be done about."""
    cleaner = _Cleaner(cleaning.strip, {_key(word): value for word, value in cleaning.words.items()}, cleaning.suffixes)
    mended: list[Mended] = []
    for place in columns:
        column = table.columns[place]
        changes = {at: change for at, cell in enumerate(column.cells) if (change := cleaner.change(cell))}
        if changes:
            table = table.with_cells(place, recoded(column.codes, _changed(column, changes)))
            mended += _facts(table, place, column, changes)
    return Cleaned(table, tuple(mended))


def _changed(column: Column, changes: Mapping[int, _Change]) -> list[Cell]:
    return [changes[at].cell if at in changes else cell for at, cell in enumerate(column.cells)]


def _facts(table: Table, place: int, column: Column, changes: Mapping[int, _Change]) -> list[Mended]:
    counts = np.bincount(column.codes, minlength=len(column.cells))
    alike: dict[tuple[MendedBy, str], list[int]] = {}
    for at, change in changes.items():
        alike.setdefault((change.by, change.what), []).append(at)
    found = []
    for (by, what), cells in alike.items():
        first = cells[0]
        line = int(table.lines[int(np.argmax(column.codes == first))])
        was, value = text_of(column.cells[first]), _shown(changes[first].cell)
        rows = int(counts[cells].sum())
        found.append(Mended(by, table.headings[place], what, rows, was, value, Place(table.file, line, place + 1)))
    return found


def _shown(cell: Cell) -> str:
    return f"{cell} * {cell.times:g}" if isinstance(cell, ScaledText) else text_of(cell)


@dataclass(frozen=True, slots=True)
class _Cleaner:
    strip: tuple[str, ...]
    words: Mapping[str, float]
    suffixes: Mapping[str, float]

    def change(self, cell: Cell) -> _Change | None:
        """What becomes of a cell, None where nothing does."""
        if type(cell) is not str or not cell.strip():
            return None
        text, mark = self._stripped(cell.strip())
        if _key(text) in self.words:
            return _Change(MendedBy.WORDS, text, self.words[_key(text)])
        ending = max((each for each in self.suffixes if _ends(text, each)), key=len, default="")
        if ending:
            rest = text[: len(text) - len(ending)].rstrip()
            return _Change(MendedBy.SUFFIXES, ending, ScaledText(rest, self.suffixes[ending]))
        return _Change(MendedBy.STRIP, mark, text) if mark else None

    def _stripped(self, text: str) -> tuple[str, str]:
        """The text without the marks around it, and the first of them; empty where there is none."""
        found = ""
        while mark := next(
            (each for each in self.strip if each and (text.startswith(each) or text.endswith(each))), ""
        ):
            text, found = text.removeprefix(mark).removesuffix(mark).strip(), found or mark
        return text, found


def _ends(text: str, ending: str) -> bool:
    """Whether an ending stands behind a figure, and is not the end of a word."""
    before = text[: len(text) - len(ending)].rstrip()
    return bool(ending) and text.endswith(ending) and before[-1:].isdigit()


def _key(text: str) -> str:
    return plain(text).casefold()
