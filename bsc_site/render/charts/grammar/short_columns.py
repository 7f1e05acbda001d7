"""Columns: lists of like values, written as short as the script of the charts can read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import sub
from typing import Any

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST_DECIMALS = 9
_SOME = 9
"""So many figures tell nearly always how many decimals all of them have."""
_LARGEST = 2**53
"""Whole numbers up to here are known exactly."""
_AFTER_THE_POINT = re.compile(r"\.(\d+)")


def as_few(column: Sequence[str]) -> list[object] | None:
    """The texts of which there are few, and a digit for each row; None where there are too many."""
    texts = list(dict.fromkeys(column))
    if len(texts) > len(_DIGITS) or 2 * len(texts) > len(column):
        return None
    return [texts, places_of(column, texts)]


def places_of(column: Iterable[str], texts: Sequence[str]) -> str:
    """A digit for each text of a column: its place among the different ones, of which there are at most 36."""
    digits = dict(zip(texts, _DIGITS, strict=False))
    return "".join(map(digits.__getitem__, column))


def as_steps(column: list[float]) -> list[int] | None:
    """How many decimals the figures have, the first one without its point, and the steps from each to the next.

    None where so few decimals do not tell all of them exactly.
    """
    for some in (column[:_SOME], column):
        decimals = _decimals(some)
        if decimals > _MOST_DECIMALS:
            return None
        size = 10.0**decimals
        whole = [round(each * size) for each in column]
        if [each / size for each in whole] == column and max(map(abs, whole)) < _LARGEST:
            return [decimals, whole[0], *map(sub, whole[1:], whole)]
    return None


def _decimals(figures: list[float]) -> int:
    """The most that one of them has; too many where one is none, or has an exponent."""
    written = repr(figures)
    if "e" in written or "n" in written:
        return _MOST_DECIMALS + 1
    return max(map(len, set(_AFTER_THE_POINT.findall(written)) - {"0"}), default=0)


def column_of(column: list[Any]) -> dict[str, Any]:
    """A column of texts or one of figures by the way in which it is written: `few`, `texts`, `steps` or `numbers`."""
    if isinstance(column[0], str):
        few = as_few(column)
        return {"texts": column} if few is None else {"few": few}
    steps = as_steps(column)
    return {"numbers": column} if steps is None else {"steps": steps}
