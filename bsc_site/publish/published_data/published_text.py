"""Published text: every model as JSON, key by key in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import Any, get_type_hints

from bsc_site.publish.published_data.published_columns import Columns
from bsc_site.publish.published_data.published_json import encoded, lines, number, quoted
from bsc_site.publish.published_data.published_part import PublishedPart, digits_of


def members(part: PublishedPart) -> dict[str, str]:
    """The keys of a document, each with its value as JSON; a list has a line for each element, a series each key."""
    values = part.__dict__
    return {key: _broad(values[name], write) for key, name, write in _fields(type(part))}


def line(part: PublishedPart) -> str:
    """The part as JSON on one line."""
    values = part.__dict__
    return "{" + ",".join([f'"{key}":{write(values[name])}' for key, name, write in _fields(type(part))]) + "}"


def _broad(value: Any, write: Callable[[Any], str]) -> str:
    if isinstance(value, Columns):
        return "{\n" + ",\n".join(value.lists) + "\n}"
    if isinstance(value, tuple):
        return lines(map(_text, value))
    return write(value)


_WRITERS: dict[type, Callable[[Any], str]] = {}
"""What writes values of a type, found once for each."""


def _text(value: Any) -> str:
    """The value on one line."""
    kind = type(value)
    if kind not in _WRITERS:
        _WRITERS[kind] = _writer(value)
    return _WRITERS[kind](value)


def _writer(value: Any) -> Callable[[Any], str]:
    if isinstance(value, str):
        return quoted
    if isinstance(value, Columns):
        return _series
    if isinstance(value, tuple):
        return _list
    if isinstance(value, PublishedPart):
        return line
    return _date if isinstance(value, date) else encoded


def _series(columns: Columns[Any]) -> str:
    return "{" + ",".join(columns.lists) + "}"


def _list(elements: tuple[Any, ...]) -> str:
    return f"[{','.join(map(_text, elements))}]"


def _date(day: date) -> str:
    return quoted(day.isoformat())


@cache
def _fields(kind: type[PublishedPart]) -> tuple[tuple[str, str, Callable[[Any], str]], ...]:
    """Key, name of the attribute and what makes JSON of it."""
    hints = get_type_hints(kind, include_extras=True)
    digits = {name: digits_of(hints[name]) for name in kind.model_fields}
    return tuple(
        (field.alias or name, name, partial(number, digits=found.count) if (found := digits[name]) else _text)
        for name, field in kind.model_fields.items()
    )
