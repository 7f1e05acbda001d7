"""Published JSON: the same value is the same bytes, one line for each element of a list."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode
_WHOLE = 1e15
"""Whole numbers up to here are exact and are written without a decimal point."""


@lru_cache(maxsize=4096)
def plain(value: float | None, digits: int = 12) -> float | int | None:
    """The number as it is published: at most 12 significant digits, whole ones as integers; None for no number."""
    if value is None or not math.isfinite(value):
        return None
    rounded = float(f"{value:.{digits}g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < _WHOLE else rounded


def number(value: float, digits: int = 12) -> str:
    """The same number as JSON text."""
    return _ENCODE(plain(value, digits))


def json_bytes(document: Mapping[str, Any]) -> bytes:
    """UTF-8 with one line for each key of the document and for each element of its lists, ending in a line feed."""
    lines = [f" {_ENCODE(key)}: {_value(value)}" for key, value in document.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


class Lines(tuple[str, ...]):
    """Elements of a list that are JSON already."""

    __slots__ = ()


class Ready(str):
    """A value that is JSON already."""

    __slots__ = ()


def ready(head: Mapping[str, Any], lists: Mapping[str, Sequence[str]], tail: Mapping[str, Any]) -> Ready:
    """An object on one line; the elements of its `lists`, which stand in its middle, are JSON already."""
    middle = (f"{_ENCODE(key)}: [{', '.join(elements)}]" for key, elements in lists.items())
    return Ready("{" + ", ".join((_ENCODE(head)[1:-1], *middle, _ENCODE(tail)[1:-1])) + "}")


def all_ready(document: Mapping[str, Any]) -> dict[str, Ready]:
    """The same document whose values are JSON already, for more than one file."""
    return {key: Ready(_value(value)) for key, value in document.items()}


def _value(value: Any) -> str:
    if isinstance(value, Ready):
        return value
    if isinstance(value, Lines) and value:
        return "[\n  " + ",\n  ".join(value) + "\n ]"
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return "[\n" + ",\n".join(f"  {_ENCODE(each)}" for each in value) + "\n ]"
    return _ENCODE(value)
