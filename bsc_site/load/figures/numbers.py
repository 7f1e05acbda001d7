"""Numbers: the figure that stands in a cell, read as the source declares it and never guessed."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from bsc_site.load.tables.cells import Cell, is_blank, shown, text_of

_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_MONEY = re.compile(r"^[€$£¥₹]|[€$£¥₹]$|^[A-Z]{3}(?=[ \d(+-])|(?<=[ \d)])[A-Z]{3}$")
_TYPED = str.maketrans(
    {"−": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\ufeff": None, "’": "'"}
)
_YES_NO = {"yes": 1.0, "y": 1.0, "true": 1.0, "1": 1.0, "no": 0.0, "n": 0.0, "false": 0.0, "0": 0.0}


class FigureError(ValueError):
    """A cell that holds something, but no figure; `ambiguous` when it may be two different ones."""

    def __init__(self, message: str, *, ambiguous: bool = False) -> None:
        """Keep whether the text could be read in two ways."""
        super().__init__(message)
        self.ambiguous = ambiguous


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Reads the figures of one column; `states` maps the names of states (lower case) to their scores."""

    decimal: str = "."
    thousands: str | None = None
    missing: frozenset[str] = frozenset()
    states: Mapping[str, float] = field(default_factory=dict)
    yes_no: bool = False

    def read(self, cell: Cell) -> float | None:
        """The figure in a cell, None for an empty cell or a declared missing marker; FigureError for anything else."""
        if isinstance(cell, str):
            if self.decimal == "." and not self.states and _PLAIN.fullmatch(cell):
                return float(cell)
            text = cell.strip().translate(_TYPED).strip()
            if not text or cell.strip() in self.missing:
                return None
            return self._worded(text) if self.states or self.yes_no else self._figure(text)
        if is_blank(cell) or (self.missing and text_of(cell) in self.missing):
            return None
        return self._typed(cell)

    def _typed(self, cell: Cell) -> float:
        if self.states or isinstance(cell, bool):
            return self._worded(text_of(cell))
        if isinstance(cell, int | float) and abs(cell) <= sys.float_info.max:
            return float(cell)
        raise FigureError(f"{shown(cell)} is not a number")

    def _worded(self, text: str) -> float:
        if self.states:
            if text.lower() not in self.states:
                raise FigureError(f"{shown(text)} is none of the states {', '.join(self.states)}")
            return self.states[text.lower()]
        if not self.yes_no:
            raise FigureError(f"{shown(text)} is not a number")
        known = _YES_NO.get(text.lower())
        return self._figure(text) if known is None else known

    def _figure(self, text: str) -> float:
        digits, negative = _bare(text)
        whole = _pattern(self.decimal, self.thousands).fullmatch(digits)
        if whole is None:
            raise self._advice(text, digits)
        grouping = self.thousands or ("," if self.decimal == "." else ".")
        value = float(digits.replace(grouping, "").replace(self.decimal, "."))
        if not math.isfinite(value):
            raise FigureError(f"{shown(text)} is too large for a number")
        return -value if negative else value

    def _advice(self, text: str, digits: str) -> FigureError:
        other = "," if self.decimal == "." else "."
        if re.fullmatch(rf"[+-]?\d{{1,3}}{re.escape(other)}\d{{3}}", digits):
            return FigureError(
                f'{shown(text)} can be read in two ways; declare `thousands: "{other}"` or `decimal: "{other}"`',
                ambiguous=True,
            )
        if re.fullmatch(rf"[+-]?\d+{re.escape(other)}\d+", digits):
            return FigureError(f'{shown(text)} has another decimal mark; declare `decimal: "{other}"`')
        mark = re.fullmatch(r"[+-]?\d{1,3}(?:([ ',.])\d{3})(?:\1\d{3})*(?:[.,]\d+)?", digits)
        if mark:
            return FigureError(f'{shown(text)} is grouped; declare `thousands: "{mark[1]}"`')
        if any(letter.isdigit() for letter in text):
            return FigureError(f"{shown(text)} is not a number")
        return FigureError(f'{shown(text)} is not a number; if it means no value, declare `missing: ["{text[:40]}"]`')


def _bare(text: str) -> tuple[str, bool]:
    """The digits without currency and per cent signs, and whether accountants' parentheses make them negative."""
    negative = text.startswith("(") and text.endswith(")")
    bare = text[1:-1].strip() if negative else text
    bare = bare.removesuffix("%").rstrip()
    sign = bare[:1] if bare[:1] in {"+", "-"} else ""
    bare = _MONEY.sub("", bare.removeprefix(sign).strip()).strip()
    if bare.startswith("(") and bare.endswith(")") and not negative and not sign:
        negative, bare = True, bare[1:-1].strip()
    if negative and (sign or bare[:1] in {"+", "-"}):
        return text, False
    return sign + bare, negative


def _pattern(decimal: str, thousands: str | None) -> re.Pattern[str]:
    """Digits with the declared marks; undeclared groups only where they cannot be taken for decimals."""
    point = re.escape(decimal)
    if thousands:
        mark = re.escape(thousands)
        body = rf"(?:\d+|\d{{1,3}}(?:{mark}\d{{3}})+)(?:{point}\d+)?|{point}\d+"
    else:
        other = "," if decimal == "." else r"\."
        groups = rf"\d{{1,3}}(?:{other}\d{{3}})+{point}\d+|\d{{1,3}}(?:{other}\d{{3}}){{2,}}"
        body = rf"\d+(?:{point}\d*)?|{point}\d+|{groups}"
    return re.compile(rf"[+-]?(?:{body})(?:[eE][+-]?\d+)?", re.ASCII)
