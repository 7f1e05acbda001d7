"""Published text: every model as JSON, key by key in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import Any, get_type_hints

from bsc_site.publish.published_data.published_columns import Columns
from bsc_site.publish.published_data.published_json import encoded, lines, number
from bsc_site.publish.published_data.published_part import PublishedPart, digits_of


def members(part: PublishedPart) -> dict[str, str]:
    """The keys of a document, each with its value as JSON; a list has a line for each element, a series each key."""
    return {key: _broad(getattr(part, name), write) for key, name, write in _fields(type(part))}


def line(part: PublishedPart) -> str:
    """The part as JSON on one line."""
    return "{" + ", ".join(f'"{key}": {write(getattr(part, name))}' for key, name, write in _fields(type(part))) + "}"


def _broad(value: Any, write: Callable[[Any], str]) -> str:
    if isinstance(value, Columns):
        return "{\n  " + ",\n  ".join(value.lists) + "\n }"
    if isinstance(value, tuple):
        return lines(_text(each) for each in value)
    return write(value)


def _text(value: Any) -> str:
    """The value on one line; texts and what is missing first, for they are most."""
    if value is None or isinstance(value, str):
        return encoded(value)
    if isinstance(value, Columns):
        return "{" + ", ".join(value.lists) + "}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_text, value))}]"
    if isinstance(value, PublishedPart):
        return line(value)
    return encoded(value.isoformat() if isinstance(value, date) else value)


@cache
def _fields(kind: type[PublishedPart]) -> tuple[tuple[str, str, Callable[[Any], str]], ...]:
    """Key, name of the attribute and what makes JSON of it."""
    hints = get_type_hints(kind, include_extras=True)
    digits = {name: digits_of(hints[name]) for name in kind.model_fields}
    return tuple(
        (field.alias or name, name, partial(number, digits=found.count) if (found := digits[name]) else _text)
        for name, field in kind.model_fields.items()
    )
