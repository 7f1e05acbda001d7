"""Everything that is wrong is told in one run, and nothing is blamed for a mistake that stands elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bsc_site.pipeline import Order, examine

AS_OF = date(2025, 7, 5)
SCORECARD = """\
id: one
title: One
kpis:
  - {id: broken, name: Broken, direction: up}
  - {id: sound, name: Sound}
  - {id: computed, name: Computed, formula: broken * 2}
"""


def _project(folder: Path, data: str, scorecard: str = SCORECARD) -> Path:
    (folder / "scorecard").mkdir()
    (folder / "data").mkdir()
    (folder / "scorecard" / "one.yml").write_text(scorecard)
    (folder / "data" / "figures.csv").write_text(data)
    return folder


def _codes(project: Path) -> list[str]:
    return [each.code for each in examine(Order(project, AS_OF)).problems if each.code[3] in "01345"]


def test_yaml_and_data_mistakes_are_told_together(tmp_path: Path) -> None:
    """A wrong word in the YAML, an unreadable figure in the data."""
    project = _project(tmp_path, "kpi,period,value\nbroken,2025-05,1\nsound,2025-05,many\nsound,2025-06,3\n")
    assert _codes(project) == ["BSC309", "BSC012"]


def test_rows_and_formulas_of_a_broken_kpi_are_not_blamed(tmp_path: Path) -> None:
    """The KPI is declared; only its direction is wrong."""
    project = _project(tmp_path, "kpi,period,value\nbroken,2025-06,1\nsound,2025-06,3\n")
    assert _codes(project) == ["BSC012"]


def test_a_row_of_an_unknown_kpi_is_told_even_then(tmp_path: Path) -> None:
    """Its name stands nowhere in the YAML."""
    project = _project(tmp_path, "kpi,period,value\nbroken,2025-05,1\nsound,2025-06,3\nsount,2025-06,4\n")
    assert _codes(project) == ["BSC316", "BSC012"]


def test_a_kpi_without_data_is_placed_in_the_yaml(tmp_path: Path) -> None:
    """Where it is declared, so that it can be silenced there."""
    scorecard = "id: one\ntitle: One\nkpis:\n  - {id: sound, name: Sound}\n"
    project = _project(tmp_path, "kpi,period,value\n", scorecard)
    told = [str(each) for each in examine(Order(project, AS_OF)).problems if each.code == "BSC318"]
    assert [line.split(":")[0:2] for line in told] == [["scorecard/one.yml", "4"]]


def test_a_silenced_data_rule_is_silent(tmp_path: Path) -> None:
    """With a reason."""
    scorecard = (
        "id: one\ntitle: One\nkpis:\n  - {id: sound, name: Sound, ignore: [{rule: BSC318, because: starts in 2026}]}\n"
    )
    project = _project(tmp_path, "kpi,period,value\n", scorecard)
    assert "BSC318" not in _codes(project)


def test_a_wrong_weight_hides_no_other_mistake_of_the_kpi(tmp_path: Path) -> None:
    """The red flag stands on the wrong side of the target all the same."""
    scorecard = (
        "id: one\ntitle: One\nkpis:\n"
        "  - {id: k, name: K, weight: -1, thresholds: {red_flag: 25}, targets: [{period: 2025, value: 20}]}\n"
    )
    project = _project(tmp_path, "kpi,period,value\nk,2025-06,3\n", scorecard)
    assert sorted(_codes(project)) == ["BSC009", "BSC134"]


def test_a_wrong_share_hides_no_other_mistake_of_the_initiative(tmp_path: Path) -> None:
    """It ends before it starts all the same."""
    scorecard = (
        "id: one\ntitle: One\ninitiatives:\n  - {id: i, name: I, start: 2025-09, end: 2025-02, progress: 130%}\n"
    )
    project = _project(tmp_path, "kpi,period,value\n", scorecard)
    assert {"BSC011", "BSC140"} <= set(_codes(project))


def test_support_for_a_scorecard_that_is_not_in_the_project_is_a_warning(tmp_path: Path) -> None:
    """A department may publish alone."""
    scorecard = (
        "id: one\ntitle: One\nparent: null\nperspectives:\n"
        "  - {id: p, name: P, objectives: [{id: o, name: O, supports: [group/retain]}]}\n"
    )
    project = _project(tmp_path, "kpi,period,value\n", scorecard)
    assert "BSC120" in _codes(project)
    assert examine(Order(project, AS_OF)).assessment is not None
