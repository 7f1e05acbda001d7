"""Declared histories: what became of the targets and the definition of each element since it was first declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective
from bsc_site.model.differences.declared_history import (
    NO_HISTORY,
    DeclaredHistory,
    DeclaredName,
    DeclaredVersion,
    DefinitionEdit,
    TargetEra,
    TargetEras,
)
from bsc_site.model.differences.difference import ElementKey, ElementSort
from bsc_site.model.period import Period, PeriodSpellingError, parse_period

_NOT_OF_THE_DEFINITION = {
    *("id", "was", "targets", "ignore", "tags", "audience", "weight", "manual_status", "ratings", "gone", "kpis"),
}
"""Keys that say what is to be reached, who sees it, or what was said of it, and not what it is."""
_AUDIENCE = "audience"


def histories_of(
    project: Project, versions: Mapping[DeclaredName, Sequence[DeclaredVersion]]
) -> dict[str, DeclaredHistory]:
    """Address of each KPI and objective to its history, those without any left out.

    `project` is as its readers see it, `versions` what files said of an element by its kind and id, earliest first.
    What was said while an element was for other readers stays untold. An id that several scorecards have tells nothing.
    """
    found = {}
    for key, element in _elements(project):
        told = [
            each
            for name in (*reversed(element.was), element.id)
            for each in versions.get(DeclaredName(key.sort.value, name), ())
        ]
        year = project.year_starts_of(element) if isinstance(element, Kpi) else 1
        history = history_of(told, year)
        if history != NO_HISTORY:
            found[key.address] = history
    return found


def _elements(project: Project) -> Iterator[tuple[ElementKey, Kpi | Objective]]:
    yield from ((ElementKey(ElementSort.KPI, each.id), each) for each in project.kpis.values())
    goals = [(card.id, each) for card in project.scorecards for each in card.objectives.values()]
    ids = [each.id for _, each in goals]
    for card, each in goals:
        if ids.count(each.id) == 1:
            yield ElementKey(ElementSort.OBJECTIVE, each.id, card), each


def history_of(versions: Sequence[DeclaredVersion], year_starts: int) -> DeclaredHistory:
    """What became of one element: targets that were not always the same, and when anything else was edited."""
    told = list(versions)
    for place in range(len(told) - 1, -1, -1):
        if told[place].keys.get(_AUDIENCE) != told[-1].keys.get(_AUDIENCE):
            told = told[place + 1 :]
            break
    aims = [(each.day, _aims(each.keys.get("targets"), year_starts)) for each in told]
    return DeclaredHistory(tuple(eras_of(aims)), tuple(_edits(told))[::-1])


def _edits(versions: Sequence[DeclaredVersion]) -> Iterator[DefinitionEdit]:
    for before, after in pairwise(versions):
        names = [*after.keys, *(name for name in before.keys if name not in after.keys)]
        keys = (name for name in names if before.keys.get(name) != after.keys.get(name))
        edited = tuple(name for name in keys if name not in _NOT_OF_THE_DEFINITION)
        if edited:
            yield DefinitionEdit(after.day, edited)


def eras_of(by_version: Sequence[tuple[date | None, Mapping[Period, float]]]) -> Iterator[TargetEras]:
    """The targets of today that were another value before, by period; the last version is that of today."""
    for period in sorted(by_version[-1][1] if by_version else (), key=lambda each: (each.start, each.end)):
        eras: list[TargetEra] = []
        for day, aims in by_version:
            if period in aims and (not eras or eras[-1].value != aims[period]):
                eras.append(TargetEra(day, aims[period]))
        if len(eras) > 1:
            yield TargetEras(period, tuple(reversed(eras)))


def _aims(written: Any, year_starts: int) -> dict[Period, float]:
    """The targets of one version that are a single value; none where two are of the same period."""
    found: dict[Period, float] = {}
    for each in written if isinstance(written, list) else ():
        aim = _aim(each, year_starts)
        if aim is not None and aim[0] in found:
            return {}
        if aim is not None:
            found[aim[0]] = aim[1]
    return found


def _aim(written: Any, year_starts: int) -> tuple[Period, float] | None:
    if not isinstance(written, Mapping):
        return None
    try:
        return parse_period(str(written["period"]), year_starts), float(str(written["value"]).removesuffix("%").strip())
    except (KeyError, ValueError, PeriodSpellingError):
        return None
