"""Hart District Council: 45 KPIs, one row each, last quarter and this quarter in two columns."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.declared.project import Project
from tests.real_input.hart.make_scorecard import main
from tests.real_input.projects import HERE, officers_labels, real_project


@pytest.fixture(scope="module")
def hart(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, LoadedReadings]:
    """The project and what was read for it; a problem of any kind fails."""
    root = real_project("hart", real_data, tmp_path_factory.mktemp("hart") / "project")
    loaded = load_project(root)
    assert [str(each) for each in loaded.problems] == []
    assert loaded.project is not None
    return loaded.project, load_readings(root, loaded.project)


def test_nothing_in_the_data_is_a_problem(hart: tuple[Project, LoadedReadings]) -> None:
    _, read = hart
    assert (read.problems, read.findings) == ((), ())


def test_both_quarters_of_all_45_kpis_agree_with_the_table(
    hart: tuple[Project, LoadedReadings], real_data: Path
) -> None:
    _, read = hart
    table = pd.read_csv(real_data / "hart_dc_kpis/hart_kpis.csv").set_index("k")
    expected = {code: {"FY2015-Q1": row["lq"], "FY2015-Q2": row["tq"]} for code, row in table.iterrows()}
    found = {code: {str(row.period): row.value for row in each.rows} for code, each in read.readings.items()}
    assert found == expected


def test_targets_are_those_of_the_table(hart: tuple[Project, LoadedReadings], real_data: Path) -> None:
    project, _ = hart
    table = pd.read_csv(real_data / "hart_dc_kpis/hart_kpis.csv")
    labelled = table[table["s"].isin(["lg", "la", "lr"])]
    found = {kpi.id: kpi.targets[0].value for kpi in project.kpis.values() if kpi.targets}
    assert found == dict(zip(labelled["k"], labelled["t"].astype(float), strict=True))


def test_41_kpis_carry_an_officers_label(real_data: Path) -> None:
    assert Counter(officers_labels(real_data).values()) == {"on_track": 30, "off_track": 8, "at_risk": 3}


def test_the_scorecard_is_the_one_that_the_script_writes(
    real_data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "scorecard").mkdir()
    monkeypatch.setattr("tests.real_input.hart.make_scorecard.__file__", str(tmp_path / "make_scorecard.py"))
    monkeypatch.setattr("sys.argv", ["make_scorecard", str(real_data / "hart_dc_kpis/hart_kpis.csv")])
    main()
    written = (tmp_path / "scorecard/hart.yml").read_text(encoding="utf-8")
    assert written == (HERE / "hart/scorecard/hart.yml").read_text(encoding="utf-8")
