"""Mistakes that the model finds: from pydantic's errors to rule codes and plain words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, get_args

from pydantic_core import ErrorDetails

from bsc_site.load.suggestions import did_you_mean, nearest
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.fields import Part
from bsc_site.model.saying import yaml_value_sentences as told
from bsc_site.model.saying.noun_sentences import NOUNS, WORDS
from bsc_site.model.saying.said import one_of, said
from bsc_site.model.sentences.yaml_sentences import PARTED_BY_A_COMMA
from bsc_site.model.value_class import dataclass

_QUOTED = re.compile(r"'([^']*)'")
_LONGEST_SHOWN = 60
_LIMITS = {"greater_than_equal": ("ge", told.BELOW), "less_than_equal": ("le", told.ABOVE)}
_SHAPES = {
    "model_type": (told.NO_MAPPING, told.NO_MAPPING_OR_NONE),
    "model_attributes_type": (told.NO_MAPPING, told.NO_MAPPING_OR_NONE),
    "dict_type": (told.NO_MAPPING, told.NO_MAPPING_OR_NONE),
    "tuple_type": (told.NO_LIST, told.NO_LIST_OR_NONE),
}
"""What is said of a value that has not the shape, and of an empty one, whose key may go as well."""


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
        return Mistake(path, "BSC005", said(told.MISSING_KEY, key=last, noun=_noun_of(path)), last)
    if kind == "extra_forbidden":
        return Mistake(path, "BSC004", _unknown_key(error["loc"], last, _beside(path, value)))
    if kind in {"enum", "literal_error"}:
        return Mistake(path, "BSC012", _wrong_word(error, last))
    return _wrong_value(path, error)


def _wrong_value(path: KeyPath, error: ErrorDetails) -> Mistake:
    """A value of the wrong type or outside of its range."""
    kind = error["type"]
    if kind.startswith("BSC"):
        return Mistake(path, kind, error["ctx"]["text"])
    if kind in _LIMITS:
        limit, sentence = _LIMITS[kind]
        edge = f"{error.get('ctx', {}).get(limit):g}"
        return Mistake(path, "BSC011", said(sentence, shown=shown(error["input"]), edge=edge))
    may_go = error["input"] is None and isinstance(path[-1], str)
    forms = _SHAPES.get(kind, (told.CANNOT_STAND_HERE, told.CANNOT_STAND_OR_NONE))
    reason = {} if kind in _SHAPES else {"reason": error["msg"].lower()}
    return Mistake(path, "BSC006", said(forms[may_go], shown=shown(error["input"]), **reason))


def not_a_list(value: Any) -> str:
    """What is wrong with a value that stands where a list is needed."""
    return said(_SHAPES["tuple_type"][value is None], shown=shown(value))


def shown(value: Any) -> str:
    """A value as a message shows it: short, and lists and mappings by kind only."""
    if value is None:
        return said(told.EMPTY)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value}"
    if isinstance(value, dict | Part):
        return said(told.MAPPING)
    if isinstance(value, list | tuple):
        return said(told.LIST)
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
        return said(told.KEY_MEANT_TWICE, key=key, near=near)
    if near:
        return said(told.KEY_MEANT, key=key, hint=did_you_mean(key, (near,)))
    return said(told.UNKNOWN_KEY, key=key, keys=one_of(keys))


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
    value = error["input"]
    hint = did_you_mean(value, words) if isinstance(value, str) else ""
    figures = {"shown": shown(value), "words": one_of(words), "hint": hint}
    if key in WORDS:
        return said(told.NOT_THIS_WORD, noun=said(WORDS[key]), **figures)
    return said(told.WORD_CANNOT_STAND, key=key, **figures)


def _noun_of(path: KeyPath) -> str:
    """What the mapping at `path` is, for a sentence: `KPI`, `objective`, `benchmark`; else its key."""
    names = [part for part in path if isinstance(part, str)]
    last = names[-1] if names else "scorecard"
    one = _ONE_OF_SEVERAL.get(last) or (last.removesuffix("s") if path and isinstance(path[-1], int) else last)
    return said(NOUNS[one]) if one in NOUNS else one.replace("_", " ")


_ONE_OF_SEVERAL = {"people": "person", "drives": "link", "statuses": "status"}
