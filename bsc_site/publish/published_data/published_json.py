"""Published JSON: the same value is the same bytes, one line for each element of a list."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

quoted = json.encoder.encode_basestring
"""A text as JSON."""
encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
"""JSON on one line."""
NULL = "null"
_WHOLE = 2.0**53
"""Whole numbers below are exact and are written without a decimal point."""
_EXACT = 15
"""So many significant digits come back from a float as they were read."""


def plain(value: float | None, digits: int = 12) -> float | int | None:
    """The number as it is published; None for no number.

    One that was written with at most 15 significant digits, and a whole one, is published as it is; others, which come
    from arithmetic, have so many digits.
    """
    if value is None or not math.isfinite(rounded := float(_text(value, digits))):
        return None
    return int(rounded) if rounded.is_integer() and abs(rounded) < _WHOLE else rounded


def number(value: float | None, digits: int) -> str:
    """The same number as JSON."""
    if value is None:
        return NULL
    text = _text(value, digits)
    return text if _is_json(text) else encoded(plain(value, digits))


def numbers(values: Sequence[float | None], digits: int) -> list[str]:
    """The same for many numbers; most have few digits, and all of these are written in one go."""
    known = tuple(each for each in values if each is not None)
    texts = in_one_go(known, digits)
    if len(known) == len(values) and _are_json(texts) and tuple(map(float, texts.split())) == known:
        return texts.split()
    return [number(each, digits) for each in values]


def rounded(values: Sequence[float | None], digits: int) -> list[str]:
    """The numbers as JSON with so many significant digits, whatever they are."""
    known = tuple(each for each in values if each is not None)
    texts = in_one_go(known, digits)
    if len(known) == len(values) and _are_json(texts):
        return texts.split()
    each_alone = iter(texts.split())
    found = [NULL if each is None else next(each_alone) for each in values]
    return [text if text is NULL or _is_json(text) else number(float(text), digits) for text in found]


@lru_cache(maxsize=4)
def in_one_go(values: tuple[float, ...], digits: int) -> str:
    """Each number with so many digits and a blank; how many the figures of a KPI have is asked before they are."""
    return f"%.{digits}g " * len(values) % values


def _are_json(whole: str) -> bool:
    """Whether all these texts are JSON as they stand."""
    return not ("e" in whole or "n" in whole or "-0 " in whole)


def _text(value: float, digits: int) -> str:
    text = f"{value:.{digits}g}"
    if digits < _EXACT and float(text) != value:
        exact = f"{value:.{_EXACT}g}"
        if float(exact) == value:
            return exact
    if float(text) != value and abs(value) < _WHOLE and float(value).is_integer():
        return str(int(value))
    return text


def _is_json(text: str) -> bool:
    """Whether a number's text is JSON as it stands: without an exponent, finite, and not minus zero."""
    return not ("e" in text or "n" in text or text == "-0")


def lines(elements: Iterable[str]) -> str:
    """A list with a line for each of its elements, which are JSON already."""
    held = ",\n".join(elements)
    return f"[\n{held}\n]" if held else "[]"


def joined(members: Mapping[str, str]) -> str:
    """A line for each key, whose values are JSON already."""
    return ",\n".join([f'"{key}":{value}' for key, value in members.items()])


def json_bytes(members: Mapping[str, str]) -> bytes:
    """UTF-8 with a line for each key, whose values are JSON already, ending in a line feed."""
    return f"{{\n{joined(members)}\n}}\n".encode()
