"""Digits: the numbers that a row of digits with points, commas and blanks can mean."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class TwoMeanings:
    """The number with a point before its decimals and that with a comma, each None where the digits are none so."""

    point: float | None
    comma: float | None


def meanings(digits: str, thousands: str | None = None) -> TwoMeanings:
    """What digits mean, grouped by the declared mark, or by any that is not the decimal mark where none is declared.

    Groups are of three digits, or of two above the last three, as in India: `12,34,567`.
    """
    return TwoMeanings(_number(digits, ".", thousands), _number(digits, ",", thousands))


def _number(digits: str, decimal: str, thousands: str | None) -> float | None:
    found = _pattern(decimal, thousands).fullmatch(digits)
    if found is None:
        return None
    whole = re.sub(r"[., ']", "", found["whole"] or "0")
    return float(f"{whole}.{found['decimals'] or '0'}{found['power'] or ''}")


@cache
def _pattern(decimal: str, thousands: str | None) -> re.Pattern[str]:
    other = "," if decimal == "." else "."
    marks = [mark for mark in ([thousands] if thousands else [other, " ", "'"]) if mark != decimal]
    wholes = [r"\d+"]
    for mark in map(re.escape, marks):
        wholes += [rf"[1-9]\d{{0,2}}(?:{mark}\d{{3}})+", rf"[1-9]\d?(?:{mark}\d{{2}})+{mark}\d{{3}}"]
    point = re.escape(decimal)
    fraction = rf"(?:{point}(?P<decimals>\d*))?(?P<power>[eE][+-]?\d+)?"
    return re.compile(rf"(?P<whole>{'|'.join(wholes)}|(?={point}\d)){fraction}", re.ASCII)


def product(value: float, by: float) -> float:
    """The product as on paper: 7 for 0.07 times 100, without the dust of binary fractions."""
    if by == 1:
        return value
    return float(Decimal(repr(float(value))) * Decimal(repr(float(by))))
