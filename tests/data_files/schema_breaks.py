"""What of a schema breaks the programs that were written by an earlier one; what joins breaks none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
_LIMITS = ("minimum", "maximum", "format", "pattern")


def breaks(earlier: Schema, now: Schema, place: str = "") -> Iterator[str]:
    """A line for each thing that programs relied on and that is gone: a key, its being always there, a type, a word."""
    where = place or "the document"
    yield from _values(earlier, now, where)
    properties, left = earlier.get("properties", {}), now.get("properties", {})
    for key, value in properties.items():
        if key in left:
            yield from breaks(value, left[key], f"{place}.{key}".removeprefix("."))
        else:
            yield f"{where}: the key {key} is gone"
    for key in earlier.get("required", ()):
        if key in left and key not in now.get("required", ()):
            yield f"{where}: the key {key} may be missing"
    if "items" in earlier:
        yield from breaks(earlier["items"], now.get("items", {}), f"{place}[]")


def _values(earlier: Schema, now: Schema, where: str) -> Iterator[str]:
    if (types := _types(earlier)) != (others := _types(now)):
        yield f"{where}: was {_listed(types)}, is {_listed(others)}"
    gone = [word for word in earlier.get("enum", ()) if word not in now.get("enum", ())]
    if gone:
        yield f"{where}: {_listed(gone)} is no word any more"
    if "enum" in now and "enum" not in earlier:
        yield f"{where}: was any value, is one of {_listed(now['enum'])}"
    if _meaning(earlier) != _meaning(now):
        yield f"{where}: was {earlier.get('const')}, is {now.get('const')}"
    for limit in _LIMITS:
        if limit in earlier and earlier[limit] != now.get(limit):
            yield f"{where}: {limit} was {earlier[limit]}, is {now.get(limit)}"


def _types(schema: Schema) -> list[str]:
    found = schema.get("type", [])
    return sorted([found] if isinstance(found, str) else found)


def _meaning(schema: Schema) -> str:
    """Of a version the first place: the second one grows when keys join."""
    return str(schema.get("const", "")).partition(".")[0]


def _listed(words: list[Any]) -> str:
    return ", ".join(map(str, words)) or "anything"
