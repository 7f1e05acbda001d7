"""A target at or behind the baseline is judged by the level; figures and settings out of range are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Place, Problem, Severity
from bsc_site.pipeline import Order, examine
from bsc_site.wording.calculations.calculation_text import calculation_steps
from bsc_site.wording.problems.problem_lines import as_lines
from tests.builders.project_folders import draw
from tests.builders.small_projects import AS_OF
from tests.builders.snippets import assessed_yaml

KEYS = (
    "kpis: [{{id: k, name: K, frequency: yearly, direction: lower, scoring: {method}, "
    "baseline: {{period: 2022, value: 100}}, targets: [{{period: 2024, value: {target}}}]}}]\n"
    "figures: {{k: {{2024: {value}}}}}"
)


@pytest.mark.parametrize("method", ["progress", "goal_red_flag"])
@pytest.mark.parametrize(
    ("target", "value", "status"),
    [
        (120, 150, "off_track"),
        (120, 123, "at_risk"),
        (120, 120, "on_track"),
        (100, 98, "on_track"),
        (100, 150, "off_track"),
    ],
)
def test_what_is_beyond_the_target_on_the_bad_side_is_never_on_track(
    method: str, target: float, value: float, status: str
) -> None:
    """Whichever way the target lies from the baseline."""
    assert assessed_yaml(KEYS.format(method=method, target=target, value=value)).kpis["k"].status.value == status


def test_a_level_that_is_held_says_so() -> None:
    """In the calculation, instead of a division by zero."""
    found = assessed_yaml(KEYS.format(method="progress", target=100, value=98))
    steps = calculation_steps(found.kpis["k"], found.scorecards["c"].scorecard.status_names)
    assert any("the level of the baseline is to be held" in each for each in steps)


@pytest.mark.parametrize(("figure", "codes"), [("1.7e308", ["BSC370"]), ("-3e18", ["BSC370"]), ("9e17", [])])
def test_a_figure_beyond_all_measures_is_refused(tmp_path: Path, figure: str, codes: list[str]) -> None:
    """Before anything is computed from it."""
    draw(tmp_path, {"c.yml": "id: c\ntitle: C\nkpis: [{id: k, name: K}]\n"})
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.csv").write_text(f"kpi,period,value\nk,2025-01,{figure}\n")
    found = examine(Order(tmp_path, AS_OF))
    assert [each.code for each in found.problems if each.severity is Severity.ERROR] == codes


@pytest.mark.parametrize("names", ["board, region, public, staff", "Staff, Public", "management, staff"])
def test_the_order_of_audiences_that_is_advised_is_right(tmp_path: Path, names: str) -> None:
    """The names that nobody knows stay where they are."""
    card = "id: c\ntitle: C\naudiences: [%s]\n"
    (wrong,) = load_project(draw(tmp_path / "a", {"c.yml": card % names})).problems
    advised = wrong.message.partition("audiences: [")[2].rstrip("]")
    assert wrong.code == "BSC154"
    assert sorted(advised.split(", ")) == sorted(names.split(", "))
    assert load_project(draw(tmp_path / "b", {"c.yml": card % advised})).problems == ()


def test_what_one_rule_finds_everywhere_is_counted() -> None:
    """Three lines and a number instead of forty; every error has its line."""
    notes = [Problem(Place("a.yml", line), "BSC218", Severity.NOTE, "", "x") for line in range(1, 41)]
    errors = [Problem(Place("b.yml", line), "BSC309", Severity.ERROR, "", "x") for line in range(1, 21)]
    lines = as_lines([*notes, *errors])
    assert lines[:3] == tuple(str(each) for each in notes[:3])
    assert lines[3] == "a.yml:4:0: BSC218 note: and 37 more: A KPI is not described; --format json lists them all"
    assert len(lines) == 3 + 20 + 1
    assert as_lines(notes[:5]) == tuple(str(each) for each in notes[:5])
