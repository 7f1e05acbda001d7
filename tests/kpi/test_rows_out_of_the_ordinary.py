"""Rows with a target alone, of the future, or picked by empty cells: none is lost without a word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bsc_site.compute.assess import assess
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.future_rows import future_problems
from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.project import Project
from bsc_site.wording.provenance.filter_text import filter_text

AS_OF = date(2026, 11, 26)
CARD = """id: c
title: C
perspectives: [{id: p, name: P, objectives: [{id: o, name: O, kpis: [k]}]}]
kpis:
  - {id: k, name: K, frequency: yearly%s}
"""


def read(folder: Path, rows: str, keys: str = "") -> tuple[Project, LoadedReadings]:
    """A project of one yearly KPI with these rows in one file."""
    (folder / "scorecard").mkdir()
    (folder / "data").mkdir()
    (folder / "scorecard" / "c.yml").write_text(CARD % keys)
    (folder / "data" / "d.csv").write_text(rows)
    loaded = load_project(folder)
    assert loaded.project is not None, loaded.problems
    return loaded.project, load_readings(folder, loaded.project)


def assessed(project: Project, found: LoadedReadings) -> KpiAssessment:
    """What is concluded about the KPI."""
    series = build_series(project, found.readings, AS_OF).series
    return assess(project, series, AS_OF, None).kpis["k"]


def aims(kpi: KpiAssessment) -> list[tuple[str, float | None]]:
    """Period and value of its targets."""
    return [(str(each.period), each.value) for each in kpi.kpi.targets]


def test_rows_with_a_target_and_no_value_are_targets(tmp_path: Path) -> None:
    project, found = read(tmp_path, "kpi,period,value,target\nk,2025,20,25\nk,2026,,30\nk,2027,,40\n")
    one = assessed(project, found)
    assert found.problems == ()
    assert aims(one) == [("2026", 30), ("2027", 40)]
    assert [(point.value, point.expected.target) for point in one.points] == [(20, 25)]


def test_a_source_has_such_rows_too_and_what_is_declared_stays(tmp_path: Path) -> None:
    keys = (
        ", source: {file: data/d.csv, period: Year, value: Actual, target: Plan}, targets: [{period: 2027, value: 41}]"
    )
    project, found = read(tmp_path, "Year,Actual,Plan\n2025,20,\n2026,,30\n2027,,40\n", keys)
    assert aims(assessed(project, found)) == [("2027", 41), ("2026", 30)]


def test_targets_in_the_data_reach_no_further_than_figures_as_to_what_is_covered(tmp_path: Path) -> None:
    project, found = read(tmp_path, "kpi,period,value,target\nk,2025,20,25\nk,2027,,40\n")
    assert str(found.readings["k"].covers_to) == "2025"
    assert assessed(project, found).freshness.missed == 0


def test_a_figure_of_a_period_that_has_not_begun_is_told_with_its_row(tmp_path: Path) -> None:
    _, found = read(tmp_path, "kpi,period,value\nk,2025,1\nk,2027,2\nk,2028,3\n")
    (told,) = future_problems(found.readings.values(), AS_OF)
    assert str(told) == (
        "data/d.csv:3:3: BSC178 warning: the figure of 2027 lies after 2026-11-26, so it is left out, and so is 1 more "
        "row of this file; correct the period if it is a slip"
    )
    assert future_problems(found.readings.values(), date(2028, 1, 1)) == ()


def test_a_filter_of_empty_cells_is_told_in_words() -> None:
    assert filter_text({"Sex": "", "Age": ""}) == "Sex and Age are empty"
    assert filter_text({"stage": ["Won", ""], "Age": ""}) == "stage = Won or empty and Age is empty"
    assert filter_text({}) == ""
