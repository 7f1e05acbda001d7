"""The word of readings: of all figures that were read for a KPI, and of whatever else decides what they mean."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any

from bsc_site.compute.known.value_word import word_of_values
from bsc_site.model.period import Period
from bsc_site.model.series import Reach, Reading, Readings

_DEFAULTS = Reading(None, None)._asdict()  # type: ignore[arg-type]  # the figures that a reading has unless it says so
_SETS = ("members", "among")
_PLAIN = [name for name in Reading._fields if name not in {"period", "place", "value", *_SETS}]


def readings_word(readings: Readings | None) -> str:
    """The word of the readings of one KPI; not where they stand in a file, but for the order of those of one period.

    What is noted about the reading and decides no figure (`facts`, `corrections`, `files`) is no part of it.
    """
    return word_of_values(told_of(readings))


def told_of(readings: Readings | None) -> object:
    """All that is part of the word."""
    if readings is None:
        return None
    beside = (told_of(readings.target), told_of(readings.benchmark), _rows(readings.targets))
    groups = [(each.by, each.name, told_of(each.rows)) for each in readings.groups]
    known = (readings.origin, readings.covers_to, _reach(readings.reach), readings.counted_from)
    return _rows(readings.rows), known, beside, groups


def _reach(reach: Reach) -> tuple[object, ...]:
    return _periods(sorted(reach.held)), reach.until, reach.business_days, reach.delivered


def _rows(rows: Sequence[Reading]) -> object:
    """The rows column by column; a column that says nothing is left out."""
    if not rows:
        return None
    columns = dict(zip(Reading._fields, zip(*rows, strict=True), strict=True))
    starts, periods = _periods(columns["period"])
    told: dict[str, object] = {"period": (starts, periods), "value": _figures(columns["value"])}
    if any(after <= before for before, after in pairwise(starts)):
        told["order"] = sorted(range(len(rows)), key=columns["place"].__getitem__)
    for name in _PLAIN:
        if columns[name].count(_DEFAULTS[name]) < len(rows):
            told[name] = columns[name]
    for name in _SETS:
        if columns[name].count(None) < len(rows):
            told[name] = [None if each is None else sorted(each) for each in columns[name]]
    return told


def _periods(periods: Iterable[Period]) -> tuple[array[int], object]:
    """The first days, and what else makes up the periods: the same of all of them, or of each."""
    every = tuple(periods)
    starts = array("l", [each.start.toordinal() for each in every])
    kinds = list(map(attrgetter("frequency", "year_starts"), every))
    return starts, kinds[:1] if kinds and kinds.count(kinds[0]) == len(kinds) else kinds


def _figures(column: Sequence[Any]) -> object:
    try:
        return array("d", column)
    except TypeError:
        return column
