"""Published JSON: the same value is the same bytes, one line for each element of a list."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence

encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode
"""JSON on one line."""
NULL = "null"
_WHOLE = 1e15
"""Whole numbers up to here are exact and are written without a decimal point."""


def plain(value: float | None, digits: int = 12) -> float | int | None:
    """The number as it is published: at most 12 significant digits, whole ones as integers; None for no number."""
    if value is None or not math.isfinite(rounded := float(f"{value:.{digits}g}")):
        return None
    return int(rounded) if rounded.is_integer() and abs(rounded) < _WHOLE else rounded


def number(value: float | None, digits: int) -> str:
    """The same number as JSON."""
    if value is None:
        return NULL
    text = f"{value:.{digits}g}"
    return encoded(plain(value, digits)) if "e" in text or "n" in text or text == "-0" else text


def numbers(values: Sequence[float | None], digits: int) -> list[str]:
    """The same for many numbers, written in one go: what would be no JSON, or have an exponent, is written alone."""
    if values and None not in values:
        text = "\n".join([f"%.{digits}g"] * len(values)) % tuple(values)
        texts = text.split("\n")
        if not ("e" in text or "n" in text or "-0" in texts):
            return texts
    return [number(value, digits) for value in values]


def lines(elements: Iterable[str]) -> str:
    """A list with a line for each of its elements, which are JSON already."""
    held = ",\n  ".join(elements)
    return f"[\n  {held}\n ]" if held else "[]"


def json_bytes(members: Mapping[str, str]) -> bytes:
    """UTF-8 with a line for each key, whose values are JSON already, ending in a line feed."""
    return ("{\n" + ",\n".join(f" {encoded(key)}: {value}" for key, value in members.items()) + "\n}\n").encode()
