"""Numbers: the figure that stands in a cell, read as the source declares it and never guessed."""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import field

from bsc_site.load.figures.affixes import PER_CENT, PLAIN, Affixes, taken_apart
from bsc_site.load.figures.digits import TwoMeanings, meanings, product
from bsc_site.load.figures.spelling import OTHER, ColumnSpelling, WrittenFigure
from bsc_site.load.tables.cells import Cell, PerCent, is_blank, shown, text_of
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.value_class import dataclass

_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_TYPED = str.maketrans(
    dict.fromkeys("−–—‒‑﹣－", "-")
    | dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\u2008", " ")
    | dict.fromkeys("’‘ʼ＇", "'")
    | dict.fromkeys("\ufeff\u200b\u200e\u200f\u2060\u061c")
    | {"％": "%", "٪": "%", "．": ".", "，": ",", "٫": ".", "٬": ",", "（": "(", "）": ")", "＋": "+"}
)
_YES_NO = {"yes": 1.0, "y": 1.0, "true": 1.0, "1": 1.0, "no": 0.0, "n": 0.0, "false": 0.0, "0": 0.0}
_NOT_AVAILABLE = re.compile(r"#[A-Z/0]+[!?A]?|[<>≤≥].*", re.ASCII)
"""What a workbook shows instead of a result, and bounds instead of figures."""


class FigureError(ValueError):
    """A cell that holds something, but no figure; `ambiguous` when it may be two different ones."""

    def __init__(self, message: Said, *, ambiguous: bool = False) -> None:
        """Keep what is wrong, and whether the text could be read in two ways."""
        super().__init__(message)
        self.message, self.ambiguous = message, ambiguous


def typed(text: str) -> str:
    """A text as typed on a plain keyboard: every kind of blank, dash, apostrophe and digit as its plain one."""
    plain = text.translate(_TYPED).strip()
    if plain.isascii():
        return plain
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in plain)


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Reads the figures of one KPI; `states` maps the names of states (lower case) to their scores."""

    decimal: str | None = None
    thousands: str | None = None
    missing: frozenset[str] = frozenset()
    states: Mapping[str, float] = field(default_factory=dict)
    yes_no: bool = False
    unit: str = ""
    in_source: bool = True
    """Whether the figures have a source of their own, where markers can be declared."""

    def read(self, cell: Cell, column: ColumnSpelling) -> float | None:
        """The figure in a cell of a column, None for an empty cell or a declared missing marker.

        A WrittenFigure where more is to be known than the number. Raises FigureError for anything else.
        """
        if isinstance(cell, str):
            if not self.states and (_PLAIN if column.decimal == "." else _WHOLE).fullmatch(cell):
                return None if cell in self.missing else _finite(float(cell), cell)
            text = typed(cell)
            if not text or text in self.missing or cell.strip() in self.missing:
                return None
            return self._worded(text, column) if self.states or self.yes_no else self._figure(text, column)
        if is_blank(cell) or (self.missing and text_of(cell) in self.missing):
            return None
        return self._number(cell, column)

    def _number(self, cell: Cell, column: ColumnSpelling) -> float:
        if self.states or isinstance(cell, bool):
            return self._worded(text_of(cell), column)
        if isinstance(cell, PerCent):
            return WrittenFigure(cell, PER_CENT, column, text_of(cell))
        if isinstance(cell, int | float) and abs(cell) <= sys.float_info.max:
            return float(cell)
        raise FigureError(said(told.NOT_A_NUMBER, cell=shown(cell)))

    def _worded(self, text: str, column: ColumnSpelling) -> float:
        if self.states:
            if text.lower() not in self.states:
                raise FigureError(said(told.NO_STATE, cell=shown(text), states=", ".join(self.states)))
            return self.states[text.lower()]
        if not self.yes_no:
            raise FigureError(said(told.NOT_A_NUMBER, cell=shown(text)))
        known = _YES_NO.get(text.lower())
        return self._figure(text, column) if known is None else known

    def _figure(self, text: str, column: ColumnSpelling) -> float:
        apart = taken_apart(text, self.unit)
        if apart is None:
            raise FigureError(_not_a_number(text, in_source=self.in_source))
        digits, affixes = apart
        found = meanings(digits, column.thousands)
        if found.point is not None and found.comma is not None:
            if found.point == found.comma:
                return _with(found.point, affixes, column, text)
            if column.decimal is None:
                both = TwoMeanings(_value(found.point, affixes, text), _value(found.comma, affixes, text))
                return WrittenFigure(_value(found.point, affixes, text), affixes, column, text, both)
            return _with(found.point if column.decimal == "." else found.comma, affixes, column, text)
        mark = "." if found.point is not None else ","
        value = found.point if found.point is not None else found.comma
        if value is None:
            raise FigureError(_marks(text, column))
        if not column.learn(mark, text):
            raise FigureError(_other_mark(text, column), ambiguous=True)
        return _with(value, affixes, column, text)


def _with(value: float, affixes: Affixes, column: ColumnSpelling, text: str) -> float:
    figure = _value(value, affixes, text)
    return figure if affixes == PLAIN else WrittenFigure(figure, affixes, column, text)


def _value(value: float, affixes: Affixes, text: str) -> float:
    return _finite(product(-value if affixes.negative else value, affixes.factor), text)


def _finite(value: float, text: str) -> float:
    if not math.isfinite(value):
        raise FigureError(said(told.TOO_LARGE, cell=shown(text)))
    return value


def _not_a_number(text: str, *, in_source: bool) -> Said:
    if text == "-":
        return said(told.DASH_IS_NO_NUMBER if in_source else told.DASH_IN_A_COMMON_FILE)
    if any(letter.isnumeric() for letter in text) and not _NOT_AVAILABLE.fullmatch(text):
        return said(told.NOT_A_NUMBER, cell=shown(text))
    if not in_source:
        return said(told.MAY_BE_EMPTY, cell=shown(text))
    return said(told.MAY_BE_MISSING, cell=shown(text), text=text[:40])


def _marks(text: str, column: ColumnSpelling) -> Said:
    if column.thousands:
        return said(told.OTHER_THOUSANDS, cell=shown(text), mark=column.thousands)
    return said(told.NOT_A_NUMBER, cell=shown(text))


def _other_mark(text: str, column: ColumnSpelling) -> Said:
    mark = column.decimal or "."
    figures = {"cell": shown(text), "found": OTHER[mark], "mark": mark}
    if not column.shown_by:
        return said(told.OTHER_DECIMALS_DECLARED, **figures)
    return said(told.OTHER_DECIMALS_SHOWN, **figures, other=shown(column.shown_by))
