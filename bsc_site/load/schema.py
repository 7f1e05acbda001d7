"""The JSON Schema of a scorecard file, for editors: keys, words and types, with what each of them means."""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from bsc_site.model import fields, period, vocabularies
from bsc_site.model.declared import (
    initiative,
    kpi,
    own_statuses,
    review,
    scorecard,
    scoring,
    table_text,
    targets,
)
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.declared.sources import (
    expectations,
    figure_choice,
    gone_figures,
    period_writing,
    row_choice,
)
from bsc_site.model.declared.sources.join_choice import Join
from bsc_site.model.declared.sources.other_figures import OtherFigures
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.declared.table_text import TEXTS, TableText
from bsc_site.model.fields import Part
from bsc_site.model.kept_fields import MAY_BE_KEPT
from bsc_site.model.translated.prose import ANY_LANGUAGE, CODE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELINE = "# yaml-language-server: $schema="
_DESCRIBED = (
    scorecard,
    own_statuses,
    kpi,
    scoring,
    table_text,
    targets,
    period_writing,
    row_choice,
    figure_choice,
    gone_figures,
    expectations,
    initiative,
    review,
    fields,
    vocabularies,
    period,
)
_PUT_TOGETHER = (Source, OtherFigures, Join, TableText)
"""The mappings that are put together from parts."""
_PARTS = {
    each.__name__: each
    for model in _PUT_TOGETHER
    for each in reversed(model.__mro__)
    if each.__module__.startswith(period_writing.__package__ or "")
}
"""Those parts, by the name of their class."""
_HEIRS = {"FigureExpectation": ("RowExpectation",)}
"""Classes that have the keys of another one as well, by the name of that."""
_KEY_NAMES = {"from_": "from", "not_": "not", "in_": "in"}
_LIMITS = {"ge": "minimum", "le": "maximum"}
_ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]*$"
_UNSIGNED_SHARE = r"^\d+(\.\d+)? ?%$"
_SHORTHANDS = {("Kpi", "scoring"): "Method", ("Kpi", "spc"): "SpcMethod"}
_DEFINED = "#/$defs/"
_NAME_BY_DEFAULT = "Where the names of the KPIs stand in a table of metadata, each in the row that its filter picks."
_NULL = {"type": "null"}
_TEXTS = "TextInLanguages"
_FOR_FEWER, _COLUMN_FOR_FEWER = "ForFewer", "ColumnForFewer"
_RELAXED = "Defaults"
"""What a mapping is called in which nothing is required."""
_TYPED_BY = {"$ref", "type", "items", "pattern"}


def _build_all(kind: type[Part]) -> None:
    """Every model, for a default that is one is told by its model: pydantic 2.12 does not build it for that."""
    for each in kind.__subclasses__():
        each.model_rebuild()
        _build_all(each)


def scorecard_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) that accepts every file the loader accepts, also a part without `id`.

    It refuses wrong keys, words and types; references and values that contradict each other are left to `check`.
    """
    _build_all(Part)
    drawn = _plain(Scorecard.model_json_schema(by_alias=True))
    definitions = drawn.pop("$defs")
    drawn.pop("required", None)
    _admit_languages(definitions, drawn)
    _admit_table_texts(definitions)
    _admit_shorthands(definitions, drawn)
    for each in (*definitions.values(), drawn):
        _show_examples(each.get("properties", {}))
    _describe({**definitions, "Scorecard": drawn})
    _admit_audiences(definitions, drawn)
    _admit_defaults(definitions, drawn)
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
        if key != "title" and not (key == "default" and (each == "" or not isinstance(each, str | int | float)))
    }
    return _widened(plain)


def _widened(plain: dict[str, Any]) -> dict[str, Any]:
    """Ids may be whole numbers, and shares may carry a sign."""
    if plain.get("pattern") == _ID_PATTERN:
        return {**plain, "type": ["string", "integer"]}
    if plain.get("pattern") == _UNSIGNED_SHARE:
        return {**plain, "pattern": r"^[+-]?\d+(\.\d+)? ?%$"}
    return plain


def _admit_shorthands(definitions: dict[str, Any], card: dict[str, Any]) -> None:
    """A word alone stands for its mapping, a number for a list of weights, an id for a link to it.

    The id of a perspective is enough, too: another file may say the rest.
    """
    for (owner, key), word in _SHORTHANDS.items():
        _admit(definitions[owner]["properties"][key], {"$ref": f"#/$defs/{word}"})
    for key in (definition["properties"] for definition in definitions.values() if "properties" in definition):
        if "weight" in key:
            _admit(key["weight"], {"type": "number", "minimum": 0})
        if "gone" in key:
            _admit(key["gone"], {"$ref": "#/$defs/Gone"})
    for owner in ("ValueBand", "ScoringRule", "ManualStatus"):
        _admit(definitions[owner]["properties"]["status"], {"type": "string"})
    _admit(definitions["Source"]["properties"]["join"], {"$ref": "#/$defs/Join"})
    _admit(card["properties"]["review_cadence"], {"$ref": "#/$defs/Frequency"})
    _admit(definitions["Objective"]["properties"]["drives"]["items"], {"type": "string", "pattern": _ID_PATTERN})
    definitions["Perspective"]["required"] = ["id"]


def _admit_languages(definitions: dict[str, Any], card: dict[str, Any]) -> None:
    """A text for people may be a mapping from languages to texts."""
    definitions[_TEXTS] = {
        "type": "object",
        "description": "A text in several languages, by their codes.",
        "propertyNames": {"pattern": f"^{CODE.pattern}$"},
        "additionalProperties": {"type": "string", "minLength": 1},
        "minProperties": 1,
        "examples": [{"en": "Customers", "de": "Kunden"}],
    }
    _admit_in_languages([*definitions.values(), card])


def _admit_in_languages(drawn: Any) -> None:
    for place in _texts_in(drawn):
        del place[ANY_LANGUAGE]
        _admit(place, {"$ref": f"{_DEFINED}{_TEXTS}"})


def _texts_in(drawn: Any) -> list[dict[str, Any]]:
    """The places in a schema of texts that may be in several languages."""
    if isinstance(drawn, dict):
        below = [each for value in drawn.values() for each in _texts_in(value)]
        return [drawn, *below] if ANY_LANGUAGE in drawn else below
    return [each for value in drawn for each in _texts_in(value)] if isinstance(drawn, list) else []


def _admit_table_texts(definitions: dict[str, Any]) -> None:
    """Names and descriptions of KPIs may stand in a table."""
    text = _plain(TableText.model_json_schema())
    definitions |= text.pop("$defs", {})
    _admit_in_languages(text)
    definitions["TableText"] = text
    for key in TEXTS:
        _admit(definitions["Kpi"]["properties"][key], {"$ref": f"{_DEFINED}TableText"})


def _admit_audiences(definitions: dict[str, Any], card: dict[str, Any]) -> None:
    """Some values may stand with an audience of their own."""
    audience = {
        "type": ["string", "integer"],
        "pattern": _ID_PATTERN,
        "description": "The widest circle of readers that may see it, such as board.",
    }
    for name, key in ((_FOR_FEWER, "value"), (_COLUMN_FOR_FEWER, "column")):
        told = {"description": f"The {key} that stands there for these readers; others see nothing of it."}
        definitions[name] = {
            "type": "object",
            "description": f"A {key} that is for fewer readers than the element in which it stands.",
            "properties": {key: told, "audience": audience},
            "required": [key, "audience"],
            "additionalProperties": False,
            "examples": [{key: "...", "audience": "board"}],
        }
    for owner, keys in MAY_BE_KEPT.items():
        for key in sorted(keys):
            place = (card if owner == "Scorecard" else definitions[owner])["properties"][key]
            for name in (_FOR_FEWER, _COLUMN_FOR_FEWER) if owner == "Source" else (_FOR_FEWER,):
                _admit(place, {"$ref": f"{_DEFINED}{name}"})
                place["anyOf"].append(place["anyOf"].pop(0))  # editors offer the plain value first


def _admit_defaults(definitions: dict[str, Any], card: dict[str, Any]) -> None:
    """Defaults hold any key of a KPI but those that are its own; nothing is required, and `null` takes one away."""
    relaxed: dict[str, Any] = {}
    place = card["properties"]["defaults"]
    place |= _relaxed("Kpi", definitions, relaxed)
    del place["type"], place["additionalProperties"]
    own = relaxed[f"Kpi{_RELAXED}"]["properties"]
    del own["id"]
    own["name"] = {"$ref": f"{_DEFINED}TableText", "description": _NAME_BY_DEFAULT}
    for name in relaxed:
        for value in definitions[name.removesuffix(_RELAXED)]["properties"].values():
            if _NULL not in value.get("anyOf", ()):
                _admit(value, _NULL)
    definitions |= relaxed


def _relaxed(name: str, definitions: dict[str, Any], relaxed: dict[str, Any]) -> dict[str, Any]:
    """A link to the same mapping with nothing required, neither in it nor in mappings that are its values."""
    own = f"{name}{_RELAXED}"
    if own not in relaxed:
        relaxed[own] = {}
        drawn = copy.deepcopy(definitions[name])
        drawn.pop("required", None)
        for value in drawn["properties"].values():
            for way in (value, *value.get("anyOf", ())):
                inside = str(way.get("$ref", "")).removeprefix(_DEFINED)
                if "properties" in definitions.get(inside, ()):
                    way.update(_relaxed(inside, definitions, relaxed))
        relaxed[own] = drawn
    return {"$ref": f"{_DEFINED}{own}"}


def _admit(place: dict[str, Any], short: dict[str, Any]) -> None:
    """Puts another way to write a value before those that its place in the schema knows."""
    ways = place.pop("anyOf", None) or [{key: place.pop(key) for key in list(place) if key in _TYPED_BY}]
    place["anyOf"] = [short, *ways]


def _show_examples(properties: dict[str, Any]) -> None:
    """Editors show the examples of a key, not those of the ways to write its value."""
    for value in properties.values():
        nested = [each.pop("examples") for each in value.get("anyOf", ()) if "examples" in each]
        if nested and "examples" not in value:
            value["examples"] = nested[0]


def _describe(definitions: dict[str, Any]) -> None:
    """Puts the docstrings of the model beside keys and words, each paragraph on one line: editors keep line breaks."""
    for definition in definitions.values():
        paragraphs = definition.get("description", "").split("\n\n")
        definition["description"] = "\n\n".join(" ".join(each.split()) for each in paragraphs)
    for module in (*_DESCRIBED, *dict.fromkeys(filter(None, map(inspect.getmodule, _PARTS.values())))):
        for owner, name, text in _docstrings(module):
            for holder in (*_holders(owner), *_HEIRS.get(owner, ())):
                _put_description(definitions.get(holder, {}), name, text)


def _put_description(definition: dict[str, Any], name: str, text: str) -> None:
    if name in definition.get("properties", {}):
        definition["properties"][name]["description"] = text
    elif name in definition.get("enum", ()):
        definition["description"] = f"{definition.get('description', '')}\n{name}: {text}".strip()


def _holders(owner: str) -> list[str]:
    """The mappings of the schema that have the keys of a class: itself, or all that it is a part of."""
    part = _PARTS.get(owner)
    holders = [] if part is None else [each.__name__ for each in _PUT_TOGETHER if issubclass(each, part)]
    return holders or [owner]


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
