"""Whole projects: findings at their line, silenced with a reason, kept from those who may not read them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bsc_site.compute.assess import assess
from bsc_site.compute.audience import Readers
from bsc_site.compute.health.checkup import findings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.vocabularies import Preset
from bsc_site.pipeline import Circle, Examination, Order, examine
from bsc_site.publish.starting.new_project import start_project
from tests.builders.project_folders import draw
from tests.real_input.projects import real_project

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 22)
CARD = """id: c
title: C
audiences: [public, staff]
perspectives:
  - id: p
    name: P
    objectives:
      - {id: a, name: A, owner: ann, kpis: [secret], drives: [{to: b, because: x}]}
      - {id: b, name: B, owner: ann, kpis: [open]}
people: [{id: ann, name: Ann}]
kpis:
  - {id: secret, name: Secret, audience: staff, owner: ann, direction: none}
  - {id: open, name: Open, direction: none}
"""


def _examined(root: Path, card: str, readers: Readers = Circle.EVERYTHING) -> Examination:
    shutil.copy(ROOT / "mkdocs.yml", draw(root, {"c.yml": card}) / "mkdocs.yml")
    (root / "data").mkdir(exist_ok=True)
    (root / "data" / "x.csv").write_text("kpi,period,value\nsecret,2026-10,1\nopen,2026-10,2\n")
    return examine(Order(root, AS_OF, readers))


def _lines(examined: Examination, code: str) -> list[str]:
    return [str(each) for each in examined.problems if each.code == code]


def test_a_finding_stands_in_its_line(tmp_path: Path) -> None:
    """File, line, column, code, severity, key and the words."""
    assert _lines(_examined(tmp_path, CARD), "BSC251") == [
        "scorecard/c.yml:13:5: BSC251 warning kpis[1].owner: 'Open' has no owner"
    ]


@pytest.mark.parametrize("place", ["kpi", "scorecard"])
def test_a_finding_is_silenced_where_it_stands_or_for_the_whole_scorecard(tmp_path: Path, place: str) -> None:
    """The line is gone, and the page knows the reason."""
    ignore = "ignore: [{rule: BSC251, because: found in May}]"
    card = CARD.replace("direction: none}\n", f"direction: none, {ignore}}}\n") if place == "kpi" else CARD + ignore
    examined = _examined(tmp_path, card)
    assert _lines(examined, "BSC251") == []
    silenced = [each for check in examined.health["c"].checks for each in check.silenced]
    assert [(each.finding.element, each.because) for each in silenced] == [("kpi/open", "found in May")]


def test_an_objective_whose_kpi_an_audience_may_not_see_has_a_kpi(tmp_path: Path) -> None:
    """Otherwise the public site would tell a mistake that nobody made."""
    assert _lines(_examined(tmp_path, CARD, "public"), "BSC212") == []


def test_what_is_found_at_hidden_elements_is_not_told(tmp_path: Path) -> None:
    """Neither as a problem nor in the health."""
    card = CARD.replace("audience: staff, owner: ann", "audience: staff")
    examined = _examined(tmp_path, card, "public")
    assert [line for each in examined.problems if "ecret" in (line := str(each))] == []
    assert "ecret" not in repr(examined.health)
    assert len(_lines(_examined(tmp_path, card), "BSC251")) == 2


def test_strict_takes_warnings_as_errors_and_leaves_notes(tmp_path: Path) -> None:
    """A matter of judgement never stops a build."""
    _examined(tmp_path, CARD)
    severities = {each.code: each.severity.value for each in examine(Order(tmp_path, AS_OF, strict=True)).problems}
    assert (severities["BSC251"], severities["BSC202"]) == ("error", "note")


def test_every_finding_has_its_line(tmp_path: Path) -> None:
    """Whatever a scorecard holds: here each key of the format is used."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    draw(tmp_path, {"every.yml": (ROOT / "tests/load_yaml/every_key.yml").read_bytes()})
    (tmp_path / "data").mkdir()
    loaded = load_project(tmp_path)
    assert loaded.readable is not None
    assessment = assess(loaded.readable, {}, AS_OF, None)
    told = findings(assessment, dict.fromkeys(assessment.scorecards, date(2020, 1, 1)))
    assert len({each.code for each in told}) > 5
    assert [each for each in told if loaded.marks.problem_of(each).place.line == 0] == []


def _warnings(root: Path) -> list[str]:
    return [str(each) for each in examine(Order(root, AS_OF)).problems if each.severity.value != "note"]


def test_the_demo_company_has_no_warning_and_silences_with_a_reason() -> None:
    """It shows how a rule is silenced."""
    examined = examine(Order(ROOT, AS_OF))
    assert [str(each) for each in examined.problems if each.severity.value != "note"] == []
    assert [each.because for check in examined.health["corporate"].checks for each in check.silenced] != []
    assert all((each.score or 0) > 80 for each in examined.health.values())


@pytest.mark.parametrize("preset", list(Preset))
def test_a_new_project_has_no_warning(preset: Preset, tmp_path: Path) -> None:
    """Whoever starts is not greeted with complaints."""
    start_project(tmp_path / "new", preset, AS_OF)
    assert _warnings(tmp_path / "new") == []


@pytest.mark.parametrize("name", ["hart", "leeds"])
def test_real_scorecards_have_no_warning(name: str, real_data: Path, tmp_path: Path) -> None:
    """What applies to all of them is silenced with its reason."""
    assert _warnings(real_project(name, real_data, tmp_path / name)) == []
