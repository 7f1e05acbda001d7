"""Kept apart: values that stand with an audience of their own, `{value: .., audience: board}`, become plain ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from bsc_site.load.joining.taken_defaults import DEFAULTS
from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.fields import Part
from bsc_site.model.kept_fields import MAY_BE_KEPT, KeptField
from bsc_site.model.problem import Problem
from bsc_site.model.rules.rollups import NEEDED_BY_ALL
from bsc_site.model.saying.said import said

_WITH_AN_AUDIENCE = ({"value", "audience"}, {"column", "audience"})
_FREE = frozenset({"states"})
"""Keys whose mappings have words of the user's as keys."""
_SOURCE = "source"
_OF_A_SOURCE = frozenset({"note", "rating", "target", "benchmark"})
"""The keys of a source that may be for fewer readers; other mappings in it name columns as they please."""


def is_kept(value: Any) -> bool:
    """Whether a value stands with an audience of its own."""
    return isinstance(value, dict) and value.keys() == _WITH_AN_AUDIENCE[0]


def kept_apart(card: JoinedCard, problems: list[Problem]) -> JoinedCard:
    """The scorecard with plain values alone, and with what is known of their audiences in `kept`.

    A key that every reader of its element needs is a problem. Defaults were given to the KPIs before.
    """
    found: list[KeptField] = []
    value = {key: _plain(each, (key,), found) for key, each in card.value.items()}
    if not found:
        return card
    found = [each for each in found if each.path[0] != DEFAULTS]
    kept = tuple(each for each in found if each.path[-1] in MAY_BE_KEPT.get(_holder(each.path), ()))
    for each in found:
        if each not in kept:
            words = said(NEEDED_BY_ALL, key=str(each.path[-1]), audience=each.audience)
            problems.append(card.problem("BSC156", each.path, words))
    return replace(card, value=value, kept=kept)


def _holder(path: KeyPath) -> str:
    """The kind of the mapping in which the last key of a path stands; empty where there is none."""
    model: type[Part] = Scorecard
    for key in path[:-1]:
        if isinstance(key, str):
            field = next((each for name, each in model.model_fields.items() if key in {name, each.alias}), None)
            below = _parts(field.annotation) if field is not None else ()
            if not below:
                return ""
            model = below[0]
    return model.__name__


def _parts(annotation: Any) -> tuple[type[Part], ...]:
    """The mappings that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return (annotation,)
    return tuple(part for each in get_args(annotation) for part in _parts(each))


def _plain(value: Any, path: KeyPath, kept: list[KeptField]) -> Any:
    if isinstance(value, list):
        below = [_plain(each, (*path, index), kept) for index, each in enumerate(value)]
        return value if all(new is old for new, old in zip(below, value, strict=True)) else below
    if not isinstance(value, dict):
        return value
    if _stands_with_one(value, path):
        kept.append(KeptField(path, value["audience"]))
        return _plain(value.get("value", value.get("column")), path, kept)
    keys = _OF_A_SOURCE & value.keys() if path[-1] == _SOURCE else value.keys() - _FREE
    made = {key: _plain(value[key], (*path, key), kept) for key in value if key in keys}
    return value if all(made[key] is value[key] for key in made) else {**value, **made}


def _stands_with_one(value: dict[str, Any], path: KeyPath) -> bool:
    ways = _WITH_AN_AUDIENCE if _SOURCE in path else _WITH_AN_AUDIENCE[:1]
    return isinstance(path[-1], str) and value.keys() in ways and isinstance(value["audience"], str)
