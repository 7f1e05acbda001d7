"""Mistakes that the model finds: from pydantic's errors to rule codes and plain words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, get_args

from pydantic_core import ErrorDetails

from bsc_site.load.suggestions import did_you_mean, nearest, one_of
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.fields import Part
from bsc_site.model.said import said
from bsc_site.model.sentences.yaml_sentences import PARTED_BY_A_COMMA
from bsc_site.model.value_class import dataclass

_QUOTED = re.compile(r"'([^']*)'")
_LONGEST_SHOWN = 60
_LIMITS = {
    "greater_than_equal": ("ge", "below", "at least"),
    "less_than_equal": ("le", "above", "at most"),
}
_WORD_NOUNS = {
    "dates": "order of day, month and year",
    "rollup": "roll-up",
    "count": "thing to count",
    "every": "cadence",
}
_SHAPES = {
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
    "tuple_type": "a list; write it as [..] or with a '- ' before each item",
}


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong: `path` stands in the file; `missing` is a key below it that should."""

    path: KeyPath
    code: str
    message: str
    missing: str = ""

    @property
    def shown(self) -> KeyPath:
        """The path of keys that the problem names."""
        return (*self.path, self.missing) if self.missing else self.path


def mistake_of(error: ErrorDetails, value: Any) -> Mistake:
    """What `error` says about `value`, the plain values of a scorecard."""
    path, rest = _standing(error["loc"], value)
    kind = error["type"]
    last = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "missing" and (not rest or rest[-1] == last):
        return Mistake(path, "BSC005", f"{last} is missing; every {_noun_of(path)} needs one", last)
    if kind == "extra_forbidden":
        return Mistake(path, "BSC004", _unknown_key(error["loc"], last, _beside(path, value)))
    if kind in {"enum", "literal_error"}:
        return Mistake(path, "BSC012", _wrong_word(error, last))
    return _wrong_value(path, error)


def _wrong_value(path: KeyPath, error: ErrorDetails) -> Mistake:
    """A value of the wrong type or outside of its range."""
    kind = error["type"]
    if kind.startswith("BSC"):
        return Mistake(path, kind, error["msg"])
    if kind in _LIMITS:
        limit, where, bound = _LIMITS[kind]
        edge = error.get("ctx", {}).get(limit)
        return Mistake(path, "BSC011", f"{shown(error['input'])} is {where} {edge:g}; write {bound} {edge:g}")
    wrong = f"is not {_SHAPES[kind]}" if kind in _SHAPES else f"cannot stand here ({error['msg'].lower()})"
    instead = ", or remove the key" if error["input"] is None and isinstance(path[-1], str) else ""
    return Mistake(path, "BSC006", f"{shown(error['input'])} {wrong}{instead}")


def not_a_list(value: Any) -> str:
    """What is wrong with a value that stands where a list is needed."""
    return f"{shown(value)} is not {_SHAPES['tuple_type']}" + (", or remove the key" if value is None else "")


def shown(value: Any) -> str:
    """A value as a message shows it: short, and lists and mappings by kind only."""
    if value is None:
        return "an empty value"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value}"
    if isinstance(value, dict | Part):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= _LONGEST_SHOWN else f"'{text[:_LONGEST_SHOWN]}...'"


def _standing(loc: tuple[str | int, ...], value: Any) -> tuple[KeyPath, KeyPath]:
    """The part of `loc` that stands in the file, and what does not: missing keys, names of alternatives."""
    path: KeyPath = ()
    rest: KeyPath = ()
    for part in loc:
        here = isinstance(value, dict) and part in value
        if here or (isinstance(value, list) and isinstance(part, int) and part < len(value)):
            path, value = (*path, part), value[part]
        else:
            rest = (*rest, part)
    return path, rest


def _beside(path: KeyPath, value: Any) -> Any:
    """What stands beside the entry at `path`."""
    for part in path[:-1]:
        value = value[part]
    return value


def _unknown_key(loc: tuple[str | int, ...], key: str, beside: Any) -> str:
    """What to write for a key that is not known; remove it where what it means stands beside it already."""
    if key.count(")") > key.count("("):
        return said(PARTED_BY_A_COMMA, key=key)
    keys = keys_of(tuple(part for part in loc[:-1] if isinstance(part, str)))
    near = nearest(key, keys)
    if near and near in beside:
        return f"unknown key '{key}'; remove it if it means '{near}', which stands here already; else correct it"
    return f"unknown key '{key}'{did_you_mean(key, (near,))}" if near else f"unknown key '{key}'; use {one_of(keys)}"


@lru_cache(maxsize=256)
def keys_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys, as written in the file, of the mapping that stands below the keys `names` of a scorecard."""
    model: type[Part] = Scorecard
    for name in names:
        fields = {field.alias or own: field for own, field in model.model_fields.items()}
        model = (_part_in(fields[name].annotation) if name in fields else None) or model
    return tuple(field.alias or own for own, field in model.model_fields.items())


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for each in get_args(annotation) if (found := _part_in(each)) is not None), None)


def _wrong_word(error: ErrorDetails, last: str) -> str:
    words = _QUOTED.findall(str(error.get("ctx", {}).get("expected", "")))
    names = [part for part in error["loc"] if isinstance(part, str)]
    key = names[-1] if names else last
    noun = _WORD_NOUNS.get(key, key.replace("_", " "))
    value = error["input"]
    near = did_you_mean(value, words) if isinstance(value, str) else ""
    return f"{shown(value)} is not {_article(noun)}; use {one_of(words)}{near}"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _noun_of(path: KeyPath) -> str:
    """What the mapping at `path` is, for a sentence: `KPI`, `objective`, `benchmark`."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "scorecard"
    special = {"kpis": "KPI", "people": "person", "bands": "band", "drives": "link", "rebase": "rebase"}
    noun = names[-1].replace("_", " ")
    return special.get(names[-1]) or (noun.removesuffix("s") if isinstance(path[-1], int) else noun)
