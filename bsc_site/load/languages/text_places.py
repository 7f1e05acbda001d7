"""Text places: the keys of a scorecard under which there are texts for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import WithOwnStatus
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.fields import Part
from bsc_site.model.translated.prose import InLanguages
from bsc_site.model.value_class import dataclass

_DEFAULTS = "defaults"


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """The keys of a mapping that hold texts, and those that hold mappings, or lists of some, with texts in them.

    `names_a_status` says whether `status` may be one of the organisation's own, by its name.
    """

    texts: Mapping[str, InLanguages]
    parts: Mapping[str, TextPlaces]
    names_a_status: bool = False


@cache
def text_places() -> TextPlaces:
    """Those of a scorecard; its defaults have those of a KPI."""
    card = _of(Scorecard)
    return TextPlaces(card.texts, {**card.parts, _DEFAULTS: _of(Kpi)})


@cache
def _of(model: type[Part]) -> TextPlaces:
    texts: dict[str, InLanguages] = {}
    parts: dict[str, TextPlaces] = {}
    for own, field in model.model_fields.items():
        key = field.alias or own
        held = (*field.metadata, *_held(field.annotation))
        marks = [each for each in held if isinstance(each, InLanguages)]
        below = [_of(each) for each in held if isinstance(each, type) and issubclass(each, Part)]
        if marks:
            texts[key] = marks[0]
        elif any(each.texts or each.parts or each.names_a_status for each in below):
            parts[key] = _together(below)
    return TextPlaces(texts, parts, issubclass(model, WithOwnStatus))


def _held(annotation: Any) -> Iterator[Any]:
    """Everything that an annotation is made of, itself first."""
    yield annotation
    for each in get_args(annotation):
        yield from _held(each)


def _together(places: list[TextPlaces]) -> TextPlaces:
    """The places of what may be written in several ways."""
    if len(places) == 1:
        return places[0]
    texts = {key: mark for each in places for key, mark in each.texts.items()}
    parts = {key: part for each in places for key, part in each.parts.items()}
    return TextPlaces(texts, parts, any(each.names_a_status for each in places))
