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
