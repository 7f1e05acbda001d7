"""Real files, spoilt in thousands of ways: a problem or the right figures, never an exception or another figure."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Severity
from bsc_site.model.rules import RULES
from tests.real_input.projects import real_project
from tests.spoilt.spoiling import WAYS, Rows, Spoilt, as_csv, read_rows

AS_OF = date(2024, 6, 30)
ROWS = 60
TIMES = 5000
Figures = Mapping[str, Mapping[str, float]]
"""KPI to period to value."""


@dataclass(frozen=True)
class RealFile:
    """The beginning of one real file with the KPIs that read it, in a project folder of its own."""

    root: Path
    project: Project
    file: str
    rows: Rows
    kpis: tuple[Kpi, ...]

    def read(self, content: bytes, ending: str = ".csv") -> Figures | None:
        """The figures of every KPI; None where there is an error."""
        path = (self.root / self.file).with_suffix(ending)
        path.write_bytes(content)
        found = load_readings(self.root, _of_file(self, path.relative_to(self.root).as_posix()))
        path.unlink()
        built = build_series(self.project, found.readings, AS_OF)
        codes = [*(each.code for each in found.problems), *(each.code for each in (*found.findings, *built.findings))]
        if any(RULES[each].severity is Severity.ERROR for each in codes):
            return None
        return {
            name: {str(each.period): each.value for each in series.observations if each.count}
            for name, series in built.series.items()
        }


def _of_file(real: RealFile, file: str) -> Project:
    card = real.project.root
    kpis = tuple(
        each.model_copy(update={"source": each.source.model_copy(update={"file": file})})
        for each in real.kpis
        if each.source
    )
    return Project((card.model_copy(update={"kpis": kpis}),))


@pytest.fixture(scope="module")
def real_files(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[RealFile]:
    """One for each file of a real organisation."""
    root = real_project("leeds", real_data, tmp_path_factory.mktemp("whole") / "project")
    project = load_project(root).project
    assert project is not None
    files: dict[str, list[Kpi]] = {}
    for kpi in project.kpis.values():
        files.setdefault(kpi.source.file if kpi.source else "", []).append(kpi)
    found = []
    for number, (file, kpis) in enumerate(sorted(files.items())):
        home = tmp_path_factory.mktemp(f"file{number}")
        (home / file).parent.mkdir(parents=True)
        card = project.root.model_copy(update={"kpis": tuple(kpis)})
        found.append(RealFile(home, Project((card,)), file, read_rows(root / file, ROWS), tuple(kpis)))
    return found


def _wrong(real: RealFile, right: Figures, spoilt: Spoilt) -> str:
    """What differs where nothing may; empty where the figures are right or there is a problem."""
    found = real.read(spoilt.content, spoilt.ending)
    if found is None:
        return ""
    expected = right if spoilt.reads is None else (real.read(as_csv(spoilt.reads).encode()) or {})
    for kpi, figures in found.items():
        wanted = expected.get(kpi, {})
        if spoilt.touched and _across(real.project.kpis[kpi]):
            continue
        differ = [period for period, value in figures.items() if value != pytest.approx(wanted.get(period))]
        lost = [period for period in wanted if period not in figures]
        most = 2 * len(spoilt.touched)
        if len(differ) + len(lost) > most:
            return f"{kpi}: {differ[:3]} differ, {lost[:3]} are gone"
    return ""


def _across(kpi: Kpi) -> bool:
    """Whether a row of its table holds figures of many periods."""
    return kpi.source is not None and kpi.source.period is None and kpi.source.at is None


@pytest.mark.slow
def test_no_spoilt_file_gives_a_wrong_figure_without_a_word(real_files: list[RealFile]) -> None:
    """A spoilt row may change the period where it stood and the one where it stands now, nothing else."""
    chance = random.Random(20261127)  # noqa: S311  # the same ways in every run
    wrong: list[str] = []
    rights = [(each, each.read(as_csv(each.rows).encode()) or {}) for each in real_files]
    sound = [(each, right) for each, right in rights if any(right.values())]
    assert len(sound) > 12  # of sixteen
    for _ in range(TIMES):
        real, right = chance.choice(sound)
        spoilt = chance.choice(WAYS)(real.rows, chance)
        said = _wrong(real, right, spoilt)
        wrong += [f"{real.file}, {spoilt.how}: {said}"] if said else []
    assert wrong == []
