"""Kept fields: keys of an element that are for fewer readers than the element itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from bsc_site.model.fields import Part

FieldPath = tuple[str | int, ...]
_Part = TypeVar("_Part", bound=Part)
_BELOW = "_kept_fields"
"""Where an element holds what is kept in it: in its dict, as what is remembered of it, so that no key is called so."""
_NO_SCORE = "_score_withheld"
"""Likewise, that its score is for fewer readers."""


class KeptField(NamedTuple):
    """One key that is for an audience: its path within the element that holds it."""

    path: FieldPath
    audience: str


MAY_BE_KEPT: Mapping[str, frozenset[str]] = {
    name: frozenset(keys.split())
    for name, keys in {
        "Scorecard": "description mission vision strategy values destination value_proposition review_cadence",
        "ValueProposition": "functionality relationship image",
        "Theme": "description",
        "Perspective": "question weight",
        "Objective": "description owner themes value_proposition weight supports drives kpis manual_status",
        "Drive": "lag because via controls",
        "Kpi": "description purpose formula_in_words owner updater formula from_children baseline targets limit "
        "tolerance thresholds benchmark rated_by ratings rebase weight manual_status incentive tags",
        "Source": "note rating target benchmark",
        "Target": "note",
        "Benchmark": "year note",
        "ManualStatus": "by",
        "Initiative": "description owner serves budget spent progress status milestones depends_on",
        "Milestone": "done",
        "Review": "by analysis recommendation decisions",
        "Decision": "owner due done",
        "Risk": "response owner",
        "Person": "role team email",
    }.items()
}
"""The keys of each mapping that may be for fewer readers: without any of them the rest still says what is so."""


def kept_in(part: Part) -> tuple[KeptField, ...]:
    """What is kept in an element, and in all that stands in it."""
    found: tuple[KeptField, ...] = part.__dict__.get(_BELOW, ())
    return found


def keeping(part: _Part, fields: tuple[KeptField, ...]) -> _Part:
    """The element with these fields kept."""
    for each in fields:
        part = _keeping(part, each)
    return part


def _keeping(part: _Part, kept: KeptField) -> _Part:
    """The element, and every element on the way to the field, that knows of it."""
    key, *rest = kept.path
    update: dict[str, Any] = {}
    if rest:
        attribute = attribute_of(part, key)
        held = getattr(part, attribute)
        if isinstance(held, tuple) and isinstance(rest[0], int):
            below = _keeping(held[rest[0]], KeptField(tuple(rest[1:]), kept.audience))
            update[attribute] = (*held[: rest[0]], below, *held[rest[0] + 1 :])
        else:
            update[attribute] = _keeping(held, KeptField(tuple(rest), kept.audience))
    return _copied(part, update, (*kept_in(part), kept))


def without_kept(part: _Part, admits: Callable[[str], bool]) -> _Part:
    """The element without the fields whose audience is not admitted: as if nothing had been said there."""
    if not kept_in(part):
        return part
    update: dict[str, Any] = {}
    for name in type(part).model_fields:
        held = getattr(part, name)
        if isinstance(held, Part):
            update[name] = without_kept(held, admits)
        elif isinstance(held, tuple) and held and isinstance(held[0], Part):
            update[name] = tuple(without_kept(each, admits) for each in held)
    for kept in kept_in(part):
        if len(kept.path) == 1 and not admits(kept.audience):
            name = attribute_of(part, kept.path[0])
            update[name] = type(part).model_fields[name].get_default(call_default_factory=True)
    return _copied(part, update, tuple(each for each in kept_in(part) if admits(each.audience)))


def without_score(part: _Part) -> _Part:
    """The element, whose score is for fewer readers than itself, as it rests on what is kept from these."""
    made = part.model_copy()
    made.__dict__[_NO_SCORE] = True
    return made


def score_withheld(part: Part) -> bool:
    """Whether the score of the element is for fewer readers."""
    return _NO_SCORE in part.__dict__


def _copied(part: _Part, update: dict[str, Any], kept: tuple[KeptField, ...]) -> _Part:
    """A copy with other values, that remembers nothing of those from before."""
    made = part.model_copy(update=update)
    for name in made.__dict__.keys() - type(part).model_fields.keys():
        del made.__dict__[name]
    if kept:
        made.__dict__[_BELOW] = kept
    return made


def attribute_of(part: Part, key: str | int) -> str:
    """The attribute of the model that a key of the file is."""
    fields = type(part).model_fields
    return next((name for name, each in fields.items() if each.alias == key), str(key))
