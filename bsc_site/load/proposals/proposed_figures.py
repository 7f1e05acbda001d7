"""Proposed figures: which columns hold them, alone or as the two sides of a ratio, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from bsc_site.load.proposals.column_look import ColumnLook
from bsc_site.model.value_class import dataclass

_UPPER = re.compile(r"(?i)(^|[\s_-])(numerator|num|zähler|zaehler|numérateur)([\s_-]|$)")
_LOWER = re.compile(r"(?i)(^|[\s_-])(denominator|denom|den|nenner|dénominateur)([\s_-]|$)")
_BESIDE = re.compile(r"(?i)\b(target|goal|plan|planned|budget|ziel|soll|objectif)\b")
_NOTES = {"note", "notes", "comment", "comments", "remark", "remarks", "bemerkung", "anmerkung"}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a KPI may measure: the keys of the source that name its columns, and its own keys."""

    name: str
    source: Mapping[str, Any]
    keys: Mapping[str, Any] = field(default_factory=dict)


def measures_of(looks: Sequence[ColumnLook]) -> tuple[Measure, ...]:
    """The figures of a table: ratios whose sides are named so, and every other column of figures by itself."""
    figures = [look for look in looks if look.is_measure]
    ratios = list(_ratios(figures))
    sides = {column for each in ratios for column in (each.source["numerator"], each.source["denominator"])}
    single = [look for look in figures if look.heading not in sides]
    beside = _beside(looks, single)
    others = [look for look in single if look.heading not in beside.values()]
    return (*ratios, *(_alone(look, beside if len(others) == 1 else {}) for look in others))


def _alone(look: ColumnLook, beside: Mapping[str, str]) -> Measure:
    unit = {"unit": look.unit} if look.unit else {}
    missing = {"missing": list(look.not_numbers)} if look.not_numbers else {}
    return Measure(look.heading, {"value": look.heading, **beside, **missing}, unit)


def _beside(looks: Sequence[ColumnLook], figures: Sequence[ColumnLook]) -> dict[str, str]:
    """The columns of a table with one column of figures that hold its targets or remarks."""
    targets = [look.heading for look in figures if _BESIDE.search(look.heading)]
    notes = [look.heading for look in looks if look.heading.casefold() in _NOTES and not look.is_measure]
    found = {"target": targets[0]} if len(targets) == 1 and len(figures) == 2 else {}  # noqa: PLR2004  # the figure and its target
    return found | ({"note": notes[0]} if len(notes) == 1 else {})


def _ratios(figures: Sequence[ColumnLook]) -> Iterator[Measure]:
    for upper in figures:
        if not _UPPER.search(upper.heading):
            continue
        wanted = _UPPER.sub(" ", upper.heading).split()
        lower = [
            each for each in figures if _LOWER.search(each.heading) and _LOWER.sub(" ", each.heading).split() == wanted
        ]
        if len(lower) == 1:
            name = " ".join(wanted) or f"{upper.heading} / {lower[0].heading}"
            yield Measure(name, {"numerator": upper.heading, "denominator": lower[0].heading})
