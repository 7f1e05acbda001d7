"""The value of a key of the YAML as a short text, as far as it has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Baseline
from bsc_site.model.differences.difference import OtherField
from bsc_site.model.fields import Duration, Part, Tolerance
from bsc_site.model.period import Frequency, Period
from bsc_site.wording.figures import number_text, period_text, share_text
from bsc_site.wording.kpi_figures import declared_text
from bsc_site.wording.language import enumeration, say

_ALONE = "value"
_LONGEST = 80
"""Letters of a text that is told; of a longer one it is only told that it was edited."""
_SHARES = {"progress", "min_coverage"}
_FIGURES = {"limit"}
_LISTS = {"kpis", "serves", "depends_on"}
"""Keys that name other elements, one or many."""
_FOR_THE_FILE = {"source", "periods", "expect", "gone", "ignore", "tags", "strategy"}
"""Keys of which no page shows what stands there."""


def field_texts(field: OtherField, kpi: Kpi | None) -> tuple[str, str]:
    """What a key held before and holds now; both empty where that is too long to tell, or for the file alone."""
    if field.key in _FOR_THE_FILE:
        return "", ""
    before, after = (_of_key(field.key, value, kpi) for value in (field.before, field.after))
    shown = before and after and before != after and max(len(before), len(after)) <= _LONGEST
    return (before, after) if shown else ("", "")


def list_edits(field: OtherField, name: Callable[[str], str]) -> str:
    """Which entries of a list of ids are new or gone: `kpis Complaints is new`; empty where only the order differs."""
    before, after = field.before or (), field.after or ()
    if field.key not in _LISTS or not isinstance(before, tuple) or not isinstance(after, tuple):
        return ""
    new, gone = ([name(each) for each in one if each not in other] for one, other in ((after, before), (before, after)))
    told = [say("{key} {to} is new", key=field.key, to=each) for each in new]
    return enumeration([*told, *(say("{key} {to} is gone", key=field.key, to=each) for each in gone)])


def _of_key(key: str, value: Any, kpi: Kpi | None) -> str:
    if key in _SHARES and isinstance(value, float):
        return share_text(value)
    if key in _FIGURES and kpi is not None and isinstance(value, float):
        return declared_text(kpi, value)
    if isinstance(value, Baseline) and kpi is not None and value.value is not None:
        figure, period = declared_text(kpi, value.value), period_text(value.period)
        if value.period.frequency is Frequency.DAILY:
            return say("{value} on {day}", value=figure, day=period)
        return say("{value} in {period}", value=figure, period=period)
    return value_text(value)


def value_text(value: Any) -> str:
    """A value as the YAML might have it, on one line: `monthly`, `2025-12`, `period: 2025-01, value: 24`."""
    if value in (None, "", ()):
        return say("nothing")
    return next((text(value) for kinds, text in _TEXTS if isinstance(value, kinds)), "")


def _pairs(values: Mapping[str, Any]) -> str:
    return enumeration(say("{key}: {value}", key=key, value=value_text(each)) for key, each in values.items())


def _part(part: Part) -> str:
    """Its keys with their values; a value that stands alone is written as if it were no part, as in the YAML."""
    if part.model_fields_set == {_ALONE}:
        return value_text(getattr(part, _ALONE))
    return _pairs({name: getattr(part, name) for name in sorted(part.model_fields_set)})


def _word(word: object) -> str:
    return " ".join(str(word).split())


_TEXTS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (bool, lambda value: "true" if value else "false"),
    (Period, period_text),
    (Enum, lambda value: str(value.value)),
    ((int, float), number_text),
    ((Tolerance, Duration, str), _word),
    (Part, _part),
    (Mapping, _pairs),
    ((tuple, list), lambda values: enumeration(map(value_text, values))),
)
"""How the values of each type are written; the first that fits."""
