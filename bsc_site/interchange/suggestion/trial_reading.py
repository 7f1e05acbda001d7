"""Trial reading: what a build would read by a proposed source, with every problem that it would tell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.joining.yaml_files import FOLDER
from bsc_site.load.layouts.known_layouts import with_layout
from bsc_site.load.passing_folder import passing_folder
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.declared.own_statuses import named_statuses
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Period
from bsc_site.model.problem import Finding, Problem
from bsc_site.model.series import Reading, Series
from bsc_site.model.value_class import dataclass

_INHERITED = ("fiscal_year_starts", "periods")
Declared = Mapping[str, Any]
"""A KPI with the keys and values of the YAML."""


class TrialFigure(NamedTuple):
    """One figure of a KPI: its period, and the lines of the file from which it was made."""

    period: Period
    value: float
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of some KPIs: the figures of each by its id, the periods that were read, and what is wrong."""

    figures: Mapping[str, tuple[TrialFigure, ...]]
    periods: frozenset[Period]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]

    @property
    def told(self) -> frozenset[tuple[str, str]]:
        """Code and message of everything that is wrong."""
        wrong = {(each.code, str(each.message)) for each in self.problems}
        return frozenset(
            wrong | {(each.code, f"{each.element} {each.message} {each.figures}") for each in self.findings}
        )


@dataclass(frozen=True, slots=True)
class TrialGround:
    """A project folder that holds the file as it would be named, and the year that its KPIs have."""

    root: Path
    file: str
    settings: Mapping[str, Any]

    def read(self, kpis: Sequence[Declared]) -> Trial:
        """What a build would read for these KPIs, and nothing else. Never raises for bad input."""
        value = {"id": "suggested", "title": "Suggested", **self.settings, "kpis": list(map(_as_read, kpis))}
        context = {"year_starts": self.settings.get("fiscal_year_starts", 1), "statuses": named_statuses(None)}
        try:
            project = Project((Scorecard.model_validate(value, context=context),))
        except ValidationError:
            return Trial({}, frozenset(), (), ())
        read = load_readings(self.root, project)
        rows = [row for each in read.readings.values() for row in each.rows]
        as_of = max((row.period.end for row in rows), default=None)
        if as_of is None:
            return Trial({}, frozenset(), read.problems, read.findings)
        built = build_series(project, read.readings, as_of)
        figures = {name: _figures(built.series[name], each.rows) for name, each in read.readings.items()}
        periods = frozenset(row.period for row in rows)
        return Trial(figures, periods, read.problems, (*read.findings, *built.findings))

    @property
    def year_starts(self) -> int:
        """The month in which the year of the KPIs begins."""
        return int(self.settings.get("fiscal_year_starts", 1))


def _as_read(kpi: Declared) -> Declared:
    """The KPI as it is read, with the keys for which its layout stands."""
    return {**kpi, "source": with_layout(kpi["source"])} if "source" in kpi else kpi


@contextmanager
def trial_ground(root: Path, file: Path, named: str) -> Iterator[TrialGround]:
    """A folder with a copy of the file alone under its name in the project `root`, whose year its KPIs have."""
    with passing_folder() as folder:
        place = Path(folder, named)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        yield TrialGround(folder, named, _settings(root))


def _settings(root: Path) -> dict[str, Any]:
    """What the scorecard at the top says of its year and periods; nothing where there is no project."""
    readable = load_project(root).readable if (root / FOLDER).is_dir() else None
    if readable is None:
        return {}
    return {key: getattr(readable.root, key) for key in _INHERITED if key in readable.root.model_fields_set}


def _figures(series: Series, rows: Sequence[Reading]) -> tuple[TrialFigure, ...]:
    """The figures of a series, each with the lines of the rows in its period; the rows where they come to none."""
    if not series.observations:
        return tuple(
            TrialFigure(row.period, row.value if row.value is not None else 0.0, (row.place.line,))
            for row in rows
            if row.value is not None
        )
    lines: dict[Period, list[int]] = {each.period: [] for each in series.observations}
    for row in rows:
        for period in {row.period, *_around(row.period, series)}:
            if period in lines:
                lines[period].append(row.place.line)
    return tuple(TrialFigure(each.period, each.value, tuple(lines[each.period])) for each in series.observations)


def _around(period: Period, series: Series) -> tuple[Period, ...]:
    """The period of the KPI in which a finer one lies."""
    found = [each.period for each in series.observations if each.period.start <= period.start <= each.period.end]
    return tuple(found[:1])
