"""The JSON Schemas of the published data, derived from its models: each key with type, words and meaning."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from bsc_site.publish.published_data.published_json import encoded, json_bytes, lines
from bsc_site.publish.published_data.published_part import PublishedPart

_ORDER = (
    *("type", "const", "enum", "format", "pattern", "minimum", "maximum"),
    *("description", "required", "properties", "items"),
)


def schema_of(document: type[PublishedPart]) -> dict[str, Any]:
    """The schema (draft 2020-12) of a document, whole in itself; its title is the docstring of the model.

    All keys are required but those that stand in every row of a series or in none; further ones may join.
    """
    drawn = document.model_json_schema(by_alias=True)
    shared = drawn.pop("$defs", {})
    kinds = {each.__name__: each for each in _parts(PublishedPart)}
    for name, each in {**shared, document.__name__: drawn}.items():
        if name in kinds:
            _describe(each["properties"], kinds[name])
    plain = _plain(drawn, shared)
    title = plain.pop("description").removesuffix(".")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **plain}


def _describe(properties: dict[str, dict[str, Any]], part: type[PublishedPart]) -> None:
    """Each key is described by the docstring below it: read when a schema is drawn, for no build needs them."""
    parents = (kind for kind in reversed(part.__mro__) if kind is not part and issubclass(kind, PublishedPart))
    words = {key: text for kind in (*parents, part) for key, text in _docstrings(kind)}
    for key, field in part.model_fields.items():
        if key in words:
            properties[field.alias or key].setdefault("description", words[key])


def _parts(part: type[PublishedPart]) -> Iterator[type[PublishedPart]]:
    for each in part.__subclasses__():
        yield each
        yield from _parts(each)


@cache
def _docstrings(kind: type) -> tuple[tuple[str, str], ...]:
    """The keys of a class, each with the docstring below it."""
    return tuple(_read(kind))


def _read(kind: type) -> Iterator[tuple[str, str]]:
    (defined,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    for key, below in pairwise(defined.body if isinstance(defined, ast.ClassDef) else ()):
        if isinstance(key, ast.AnnAssign) and isinstance(key.target, ast.Name) and isinstance(below, ast.Expr):
            yield key.target.id, inspect.cleandoc(ast.literal_eval(below.value))


def _plain(drawn: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """One level of the schema: references resolved, `null` among the types or words, keys in the usual order."""
    drawn = _without_references(drawn, shared)
    if "enum" in drawn or "const" in drawn:
        drawn.pop("type", None)
    if "properties" in drawn:
        asked = drawn.get("required", ())
        drawn["required"] = [key for key, each in drawn["properties"].items() if key in asked or "default" in each]
        drawn["properties"] = {key: _plain(each, shared) for key, each in drawn["properties"].items()}
    if "items" in drawn:
        drawn["items"] = _plain(drawn["items"], shared)
        drawn["items"].pop("description", None)
    drawn["description"] = " ".join(drawn.get("description", "").split())
    return {key: drawn[key] for key in _ORDER if drawn.get(key, "") != ""}


def _without_references(drawn: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    drawn = {key: value for key, value in drawn.items() if key != "title"}
    if "$ref" in drawn:
        meant = shared[drawn.pop("$ref").rpartition("/")[2]]
        return _without_references({**meant, **_described(drawn)}, shared)
    if "anyOf" in drawn:
        (meant,) = (each for each in drawn.pop("anyOf") if each.get("type") != "null")
        meant = _without_references(meant, shared)
        nothing = {"enum": [*meant["enum"], None]} if "enum" in meant else {"type": [meant["type"], "null"]}
        return {**meant, **nothing, **_described(drawn)}
    return drawn


def _described(drawn: dict[str, Any]) -> dict[str, Any]:
    """What a key says of itself; nothing about the kind of object, which speaks of another place."""
    return {"description": "", **drawn}


DRAWN = Path(__file__).parent
"""Where the schemas stand that were drawn when the models were last changed: drawing them takes longer than a page."""


@cache
def schema_file(name: str) -> bytes:
    """The schema of the documents of this name as it is published, `kpi` for example."""
    return (DRAWN / f"{name}.schema.json").read_bytes()


def schema_bytes(document: type[PublishedPart]) -> bytes:
    """The schema as a file, laid out as the documents are, drawn now."""
    return json_bytes({key: _laid_out(value) for key, value in schema_of(document).items()})


def _laid_out(value: Any) -> str:
    return lines(map(encoded, value)) if isinstance(value, list) else encoded(value)
