"""Versions of targets: the path of each time at which other targets were in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.known.kpi_home import KpiHome
from bsc_site.compute.kpi.target_path import TargetPath, target_path
from bsc_site.compute.scoring.scale import Column
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Target, in_force
from bsc_site.model.period import Period, period_of
from bsc_site.model.value_class import dataclass

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TargetVersions:
    """The paths of one KPI, each with the ordinal of the first period that it judges; one where nothing changed."""

    paths: tuple[tuple[int, TargetPath], ...]

    @property
    def latest(self) -> TargetPath:
        """The path that holds in the end."""
        return self.paths[-1][1]

    def at(self, ordinal: int) -> TargetPath:
        """The path by which the period of the KPI with this ordinal is judged."""
        if len(self.paths) == 1:
            return self.paths[0][1]
        begun = [path for first, path in self.paths if first <= ordinal]
        return begun[-1] if begun else self.paths[0][1]

    def along(self, ordinals: NDArray[np.int64], own: Sequence[float | None]) -> tuple[Column, Column]:
        """The targets and red flags of many periods, each judged by its path; NaN where there is none.

        `own` are the targets that the data carries. For neither a band nor a pace.
        """
        targets, red_flags = self.paths[0][1].along(ordinals, own)
        for first, path in self.paths[1:]:
            later = ordinals >= first
            found = path.along(ordinals, own)
            targets, red_flags = np.where(later, found[0], targets), np.where(later, found[1], red_flags)
        return targets, red_flags


def target_versions(kpi: Kpi, home: KpiHome) -> TargetVersions:
    """The paths of `kpi`, read on the calendar of the scorecard that declares it, the earliest first."""
    changes = _changes(kpi, home.fiscal_year_starts)
    if not changes:
        return TargetVersions(((0, target_path(kpi, home)),))
    starts = (changes[0].shift(-1), *changes)
    paths = (target_path(kpi.model_copy(update={"targets": in_force(kpi.targets, each)}), home) for each in starts)
    return TargetVersions(tuple((each.ordinal, path) for each, path in zip(starts, paths, strict=True)))


def _changes(kpi: Kpi, year_starts: int) -> Sequence[Period]:
    """The first period of the KPI that is judged by each new set of targets, in order."""
    days = {day for target in kpi.targets for day in _days(target)}
    first = {_first_from(day, period_of(day, kpi.frequency, year_starts)) for day in days}
    return sorted(first, key=lambda period: period.start)


def _days(target: Target) -> list[date]:
    """The days on which the target begins and ceases to hold."""
    begins = [] if target.from_ is None else [target.from_.start]
    return begins if target.until is None else [*begins, target.until.end + _DAY]


def _first_from(day: date, around: Period) -> Period:
    return around if around.deciding_day >= day else around.shift(1)
