"""Operands: the columns that arithmetic names, as a number for each row or the reason why there is none."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bsc_site.load.figures.affixes import unit_in_words
from bsc_site.load.figures.digits import product
from bsc_site.load.figures.no_figures import no_figure
from bsc_site.load.figures.numbers import FigureError, NumberReader
from bsc_site.load.figures.spelling import OTHER, ColumnSpelling, Spellings, WrittenFigure
from bsc_site.load.tables.cells import (
    Cell,
    ScaledText,
    Unfigured,
    shown,
    text_of,
)
from bsc_site.load.tables.columns import Codes, Floats
from bsc_site.load.tables.table import Table
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.value_class import dataclass


class Operand(NamedTuple):
    """The number of each row, NaN for none; and row by row which reason there is for none, 0 where all is well."""

    values: Floats
    reasons: Codes
    refused: tuple[Unfigured, ...]


@dataclass(frozen=True, slots=True)
class Operands:
    """Reads columns of one table as numbers, by the same rules as the figures of a KPI in `unit`."""

    table: Table
    numbers: NumberReader
    spellings: Spellings
    unit: str = ""

    def of(self, place: int) -> Operand:
        """The operand that a column is, by its place."""
        column = self.table.columns[place]
        spelling = self.spellings.of(self.table.file, place, self.numbers.decimal, self.numbers.thousands)
        read = [self._read(cell, place, spelling) for cell in column.cells]
        settled = [self._settled(each, place) for each in read]
        refused = tuple(dict.fromkeys(each for each in settled if isinstance(each, Unfigured)))
        which = {reason: number for number, reason in enumerate(refused, 1)}
        values = [each if isinstance(each, float) else np.nan for each in settled]
        reasons = [which[each] if isinstance(each, Unfigured) else 0 for each in settled]
        return Operand(np.array(values, np.float64)[column.codes], np.array(reasons, np.int32)[column.codes], refused)

    def _read(self, cell: Cell, place: int, spelling: ColumnSpelling) -> float | Unfigured | None:
        if isinstance(cell, Unfigured):
            return cell
        if refused := no_figure(cell):
            return Unfigured(refused.message, refused.code, place)
        try:
            value = self.numbers.read(cell, spelling)
        except FigureError as error:
            return Unfigured(error.message, "BSC310" if error.ambiguous else "BSC309", place, text_of(cell))
        if value is None or not isinstance(cell, ScaledText):
            return value
        return value.scaled(cell.times) if isinstance(value, WrittenFigure) else product(value, cell.times)

    def _settled(self, value: float | Unfigured | None, place: int) -> float | Unfigured | None:
        """The number as its whole column tells, and the reason against one of another currency."""
        if not isinstance(value, WrittenFigure):
            return value
        known = value.settled
        if known is None:
            mark = next(each for each in reversed(value.text) if each in OTHER)
            return Unfigured(said(told.TWO_MEANINGS_OF_A_SOURCE, cell=shown(value.text), mark=mark), "BSC310", place)
        wanted, named = unit_in_words(self.unit).currencies, value.affixes.currencies
        if wanted and named and not wanted & named:
            message = said(told.OTHER_CURRENCY_IN_A_ROW, cell=shown(value.text), unit=self.unit)
            return Unfigured(message, "BSC353", place)
        return float(known)
