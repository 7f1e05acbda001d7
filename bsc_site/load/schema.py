"""The JSON Schema of a scorecard file, for editors: keys, words and types, with what each of them means."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from bsc_site.model import kpi, period, scorecard, words
from bsc_site.model.scorecard import Scorecard

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELINE = "# yaml-language-server: $schema="
_DESCRIBED = (kpi, scorecard, words, period)
_KEY_NAMES = {"from_": "from"}
_LIMITS = {"ge": "minimum", "le": "maximum"}
_ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]*$"
_UNSIGNED_SHARE = r"^\d+(\.\d+)? ?%$"
_SHORTHANDS = {("Kpi", "scoring"): "Method", ("Kpi", "spc"): "SpcMethod"}


def scorecard_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) that accepts every file the loader accepts, also a part without `id`.

    It refuses wrong keys, words and types; references and values that contradict each other are left to `check`.
    """
    drawn = _plain(Scorecard.model_json_schema(by_alias=True))
    definitions = drawn.pop("$defs")
    drawn.pop("required", None)
    _admit_shorthands(definitions)
    drawn["properties"]["review_cadence"]["anyOf"].insert(0, {"$ref": "#/$defs/Frequency"})
    _describe({**definitions, "Scorecard": drawn})
    return {
        "$schema": DIALECT,
        "title": "bsc-site scorecard",
        "description": (
            "A scorecard file, or a part of one (a file without id). "
            f"Begin the file with the line `{MODELINE}...` that names this schema to get completion in an editor."
        ),
        "type": "object",
        "additionalProperties": False,
        "properties": drawn["properties"],
        "$defs": definitions,
    }


def _plain(value: Any, *, names: bool = False) -> Any:
    """The schema without generated titles and empty defaults, with limits and shorthands as the loader reads them.

    `names` is set inside of a mapping whose keys are names of the user's, not words of JSON Schema.
    """
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    if names:
        return {key: _plain(each) for key, each in value.items()}
    plain = {
        _LIMITS.get(str(key), str(key)): _plain(each, names=key in {"properties", "$defs"})
        for key, each in value.items()
        if key != "title" and not (key == "default" and not isinstance(each, str | int | float))
    }
    return _widened(plain)


def _widened(plain: dict[str, Any]) -> dict[str, Any]:
    """Ids may be whole numbers, and shares may carry a sign."""
    if plain.get("pattern") == _ID_PATTERN:
        return {**plain, "type": ["string", "integer"]}
    if plain.get("pattern") == _UNSIGNED_SHARE:
        return {**plain, "pattern": r"^[+-]?\d+(\.\d+)? ?%$"}
    return plain


def _admit_shorthands(definitions: dict[str, Any]) -> None:
    """A method alone stands for its mapping, an id for a link to it or for a perspective that another file declares."""
    definitions["Perspective"]["required"] = ["id"]
    for (owner, key), word in _SHORTHANDS.items():
        long = definitions[owner]["properties"][key]
        definitions[owner]["properties"][key] = {"anyOf": [{"$ref": f"#/$defs/{word}"}, {"$ref": long["$ref"]}]}
    link = definitions["Objective"]["properties"]["drives"]["items"]
    definitions["Objective"]["properties"]["drives"]["items"] = {
        "anyOf": [{"type": "string", "pattern": _ID_PATTERN}, link]
    }


def _describe(definitions: dict[str, Any]) -> None:
    """Puts the docstrings of the model beside the keys and words that they explain."""
    for module in _DESCRIBED:
        for owner, name, text in _docstrings(module):
            definition = definitions.get(owner, {})
            if name in definition.get("properties", {}):
                definition["properties"][name]["description"] = text
            elif name in definition.get("enum", ()):
                definition["description"] = f"{definition.get('description', '')}\n{name}: {text}".strip()


def _docstrings(module: ModuleType) -> Iterator[tuple[str, str, str]]:
    """Class, attribute (or the word that it stands for) and text, for each docstring below an attribute."""
    for node in ast.parse(inspect.getsource(module)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for statement, following in zip(node.body, node.body[1:], strict=False):
            text = _text_of(following)
            if text and isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                yield node.name, _KEY_NAMES.get(statement.target.id, statement.target.id), text
            elif text and isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
                yield node.name, str(statement.value.value), text


def _text_of(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return " ".join(str(statement.value.value).split())
    return ""
