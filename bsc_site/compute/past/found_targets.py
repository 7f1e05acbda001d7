"""Found targets: what became of the targets that stand in the data of KPIs, or in a table beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from bsc_site.compute.known.value_code import ValueCode
from bsc_site.compute.swapping.declared_histories import eras_of
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.declared_history import NO_HISTORY
from bsc_site.model.kept_fields import kept_in
from bsc_site.model.period import Period
from bsc_site.model.series import Readings, Series

MOST, FEWEST, ALL = 24, 2, 2400
"""So many versions of the data are read for it, fewer where there are many KPIs."""
_PERIODS = 3
"""So many targets of a KPI are told of, those of the latest periods."""


class FoundAims(NamedTuple):
    """The targets that stood in the data of a KPI, and for whom it was and what was kept of it, as a text."""

    kpi: str
    readers: str
    aims: tuple[tuple[Period, float], ...]


class AimsCode:
    """How what was found in a version is kept."""

    def told(self, found: tuple[FoundAims, ...]) -> Any:
        """As lists of texts and figures."""
        return [[kpi, readers, ValueCode().told(aims)] for kpi, readers, aims in found]

    def value(self, told: Any) -> tuple[FoundAims, ...]:
        """What was told so."""
        return tuple(FoundAims(kpi, readers, ValueCode().value(aims)) for kpi, readers, aims in told)


def carries_targets(found: Readings) -> bool:
    """Whether targets stand in the data of a KPI, or in a table beside it."""
    return bool(found.target or found.targets) or any(each.target is not None for each in found.rows)


def files_of(found: Readings) -> tuple[str, ...]:
    """The files in which figures and targets of a KPI stand."""
    return found.files if found.target is None else (*found.files, *found.target.files)


def versions_worth(project: Project) -> int:
    """Of how many versions the data is worth to be read."""
    return max(FEWEST, min(MOST, ALL // max(len(project.kpis), 1)))


def aims_in(project: Project, series: Mapping[str, Series], kpis: Sequence[str], now: Project) -> tuple[FoundAims, ...]:
    """Those of a version, under the ids that the KPIs have in the project of `now`."""
    found = now.under_todays_ids({name: (project.kpis[name], each) for name, each in series.items()})
    return tuple(
        FoundAims(name, _readers(found[name][0]), tuple(found[name][1].aims.items())) for name in kpis if name in found
    )


def _readers(kpi: Kpi) -> str:
    return f"{kpi.audience or ''} {kept_in(kpi)}"


def with_histories_of_found(
    assessment: Assessment, versions: Sequence[tuple[date | None, tuple[FoundAims, ...]]]
) -> Assessment:
    """The assessment with the histories of targets that were found in its data; the last version is that of today.

    What stood there while the KPI was for other readers stays untold, and a target that is declared counts more.
    """
    histories = dict(assessment.histories)
    by_kpi = [(day, {each.kpi: each for each in found}) for day, found in versions]
    for today in versions[-1][1]:
        told: list[tuple[date | None, Mapping[Period, float]]] = []
        for day, found in by_kpi:
            then = found.get(today.kpi)
            if then is None or then.readers != today.readers:
                told = []
            elif not told or told[-1][1] != dict(then.aims):
                told.append((day, dict(then.aims)))
        aims, targets = dict(today.aims), assessment.project.kpis[today.kpi].targets
        declared = {each.period for each in targets if each.value != aims.get(each.period)}
        eras = [each for each in eras_of(told) if each.period not in declared] if told else []
        if eras:
            before = histories.get(f"kpi/{today.kpi}", NO_HISTORY)
            histories[f"kpi/{today.kpi}"] = replace(before, targets=(*before.targets, *eras[-_PERIODS:]))
    return replace(assessment, histories=histories)
