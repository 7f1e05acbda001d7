"""Told secrets: texts for everybody that name an element which is not for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bsc_site.compute.audience import audiences_of, for_audience
from bsc_site.compute.swapping.matching import AnyElement, elements_of
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import ElementKey
from bsc_site.model.fields import Part
from bsc_site.model.kept_fields import MAY_BE_KEPT
from bsc_site.model.problem import Finding
from bsc_site.model.rules.rollups import MAY_KEEP_A_SECRET, NAMES_A_SECRET
from bsc_site.model.translated.prose import InLanguages

_WORDS = 2
"""A name of one word may as well be a word."""
_ELEMENTS = frozenset({"perspectives", "objectives", "kpis", "initiatives", "people", "themes", "risks"})
"""Lists of elements that are looked at by themselves."""


def secrets_told(project: Project) -> Iterator[Finding]:
    """A finding for each text that everybody may read and that names what is kept from everybody, by its name."""
    widest = audiences_of(project)[0]
    whole, seen = elements_of(project), elements_of(for_audience(project, widest))
    if len(whole) == len(seen):
        return
    names, audiences = _secret_names(whole, seen), (("widest", widest), ("narrowest", audiences_of(project)[-1]))
    for key, element in seen.items():
        for path, text in _texts(element, whole[key]):
            told = next((name for name, way in names.items() if way.search(text)), None)
            if told is not None:
                yield _finding(key.address, element, path, (("name", told), *audiences))


def _finding(address: str, element: AnyElement, path: str, figures: tuple[tuple[str, str], ...]) -> Finding:
    """With what is to be written so that the text, or its whole element, is for those who know the secret."""
    key = re.split(r"[.\[]", path, maxsplit=1)[0]
    if key in MAY_BE_KEPT.get(type(element).__name__, ()):
        return Finding(address, path, "BSC157", MAY_KEEP_A_SECRET, (("key", key), *figures))
    return Finding(address, path, "BSC157", NAMES_A_SECRET, figures)


def _secret_names(
    whole: Mapping[ElementKey, AnyElement], seen: Mapping[ElementKey, AnyElement]
) -> dict[str, re.Pattern[str]]:
    """The names of what is hidden, each with the way to find it; none that something visible has as well."""
    shown = {_name(each) for each in seen.values()}
    names = {_name(each) for key, each in whole.items() if key not in seen} - shown
    return {
        each: re.compile(rf"(?<!\w){re.escape(each)}(?!\w)", re.IGNORECASE)
        for each in sorted(names)
        if len(each.split()) >= _WORDS
    }


def _name(element: AnyElement) -> str:
    return element.title if isinstance(element, Scorecard) else element.name


def _texts(part: Part, whole: Part, at: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of each text for people in an element as everybody sees it; places are those of the `whole`."""
    for name, field in type(part).model_fields.items():
        held, path = getattr(part, name), f"{at}.{name}" if at else name
        if isinstance(held, str) and any(isinstance(each, InLanguages) for each in field.metadata):
            yield path, held
        elif isinstance(held, Part):
            yield from _texts(held, getattr(whole, name), path)
        elif isinstance(held, tuple) and held and isinstance(held[0], Part) and name not in _ELEMENTS:
            yield from _of_list(held, getattr(whole, name), path)


def _of_list(parts: tuple[Part, ...], whole: tuple[Any, ...], path: str) -> Iterator[tuple[str, str]]:
    """Those of a list; where some of it is hidden nobody knows which place is which, and the list stands for all."""
    for index, each in enumerate(parts):
        if len(parts) == len(whole):
            yield from _texts(each, whole[index], f"{path}[{index}]")
        else:
            yield from ((path, text) for _, text in _texts(each, each, path))
