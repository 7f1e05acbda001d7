"""The code of values: conclusions as plain lists, texts and figures that can be kept, and back; nothing is ever run."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from types import ModuleType
from typing import Any

from bsc_site.model import fields as kinds_of_value
from bsc_site.model import problem, reading_facts, series, vocabularies
from bsc_site.model.calculation import kpi_steps, manual_steps, rollup_steps, scoring_steps
from bsc_site.model.concluded import assessment, evidence, outlook
from bsc_site.model.declared import own_statuses
from bsc_site.model.period import Frequency, Period
from bsc_site.model.provenance import Provenance

_MODULES = (
    problem, reading_facts, series, vocabularies, kpi_steps, manual_steps, rollup_steps, scoring_steps, assessment,
    evidence, outlook, own_statuses, kinds_of_value,
)  # fmt: skip
_TUPLE, _PERIOD, _DATE, _ORIGIN = range(4)
_PLAIN = (str, int, float, bool, type(None))


class ValueCode:
    """Values of conclusions about a KPI whose figures have one `origin`, which is never told: it is known anew."""

    def __init__(self, origin: Provenance | None = None) -> None:
        """No value is told yet."""
        self._origin = origin

    def told(self, value: Any) -> Any:
        """The value as plain lists. TypeError for one of which that cannot be told."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is Provenance and value == self._origin:
            return [_ORIGIN]
        if kind is tuple:
            return [_TUPLE, *map(self.told, value)]
        place = _places().get(kind)
        if place is None:
            return _told_day(value)
        members = _members().get(kind)
        return [place, members.index(value)] if members else [place, *map(self.told, _fields(value))]

    def value(self, told: Any) -> Any:
        """The value that was told so. IndexError, TypeError, ValueError or AttributeError for anything else."""
        if type(told) is not list:
            return told
        kind = told[0]
        if kind == _TUPLE:
            return tuple(map(self.value, told[1:]))
        if kind == _PERIOD:
            return _period(*told[1:])
        if kind == _DATE:
            return date.fromordinal(told[1])
        if kind == _ORIGIN:
            return self._origin
        return _makers()[kind](map(self.value, told[1:]))


def told_periods(periods: Sequence[Period]) -> Any:
    """Periods one after the other as the first one and their number; others one by one."""
    if not periods:
        return []
    first, kind = periods[0], (periods[0].frequency, periods[0].year_starts)
    one_by_one = range(first.ordinal, first.ordinal + len(periods))
    if [each.ordinal for each in periods] == list(one_by_one) and all(
        (each.frequency, each.year_starts) == kind for each in periods
    ):
        return [_FREQUENCIES.index(first.frequency), first.start.toordinal(), first.year_starts, len(periods)]
    code = ValueCode()
    return [list(map(code.told, periods))]


def periods_in(told: Any) -> tuple[Period, ...]:
    """The periods that were told so; the same ones for every KPI, with what is found out about them."""
    if len(told) <= 1:
        code = ValueCode()
        return tuple(map(code.value, told[0] if told else ()))
    return _run(*told)


_FREQUENCIES = tuple(Frequency)


@lru_cache(maxsize=1024)
def _run(frequency: int, start: int, year_starts: int, count: int) -> tuple[Period, ...]:
    first = _period(frequency, start, year_starts)
    return (first, *first.following(count - 1))


@lru_cache(maxsize=16384)
def _period(frequency: int, start: int, year_starts: int) -> Period:
    return Period(_FREQUENCIES[frequency], date.fromordinal(start), year_starts)


def _told_day(value: Any) -> Any:
    if type(value) is Period:
        return [_PERIOD, _FREQUENCIES.index(value.frequency), value.start.toordinal(), value.year_starts]
    if type(value) is date:
        return [_DATE, value.toordinal()]
    raise TypeError(type(value))


def _fields(value: Any) -> Sequence[Any]:
    if isinstance(value, tuple):
        return value
    return [getattr(value, each.name) for each in dataclasses.fields(value)]


@cache
def _kinds() -> tuple[type, ...]:
    """Every class whose values may be told: those of the modules, in an order of their own."""
    found = {each for module in _MODULES for each in _classes(module)}
    return tuple(sorted(found, key=lambda each: (each.__module__, each.__qualname__)))


def _classes(module: ModuleType) -> Iterator[type]:
    for each in vars(module).values():
        own = isinstance(each, type) and each.__module__ == module.__name__
        if own and (issubclass(each, Enum | tuple) or dataclasses.is_dataclass(each)):
            yield each


@cache
def _places() -> dict[type, int]:
    return {each: place for place, each in enumerate(_kinds(), _ORIGIN + 1)}


@cache
def _members() -> dict[type, tuple[Enum, ...]]:
    return {each: tuple(each) for each in _kinds() if issubclass(each, Enum)}


@cache
def _makers() -> tuple[Callable[[Iterator[Any]], Any], ...]:
    return (*[tuple] * (_ORIGIN + 1), *map(_maker, _kinds()))


def _maker(kind: type) -> Callable[[Iterator[Any]], Any]:
    members = _members().get(kind)
    if members:
        return lambda fields: members[next(fields)]
    if issubclass(kind, tuple):
        make: Callable[[Iterator[Any]], Any] = kind._make  # type: ignore[attr-defined]  # they all have names
        return make
    return lambda fields: kind(*fields)
