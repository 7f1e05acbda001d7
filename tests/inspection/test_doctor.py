"""`bsc-site doctor`: what it tells, and that nothing of it is what the organisation wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders.program import DAY, SCORECARD, called, shop

CANARY = "zanzibar"


def _doctor(root: Path) -> dict[str, object]:
    told = called("doctor", "-C", root, "--as-of", DAY, "--format", "json")
    assert told.code == 0, told.err
    found: dict[str, object] = json.loads(told.out)
    return found


def test_the_size_of_a_project_is_told_in_counts(tmp_path: Path) -> None:
    """One of each, six figures, one file of either kind."""
    project = _doctor(shop(tmp_path))["project"]
    assert isinstance(project, dict)
    assert project["elements"] == {
        "scorecards": 1,
        "perspectives": 1,
        "objectives": 1,
        "arrows": 0,
        "kpis": 1,
        "initiatives": 0,
        "reviews": 0,
        "people": 1,
    }
    assert project["observations"] == 6
    assert {kind: each["number"] for kind, each in project["files"].items()} == {".csv": 1, ".yml": 1}


def test_each_step_has_its_seconds(tmp_path: Path) -> None:
    """Those of a build before it writes, none of them negative."""
    seconds = _doctor(shop(tmp_path))["seconds"]
    assert isinstance(seconds, dict)
    assert len(seconds) == 3
    assert all(each["wall"] >= 0 and each["cpu"] >= 0 for each in seconds.values())


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_that_the_organisation_wrote_is_told(tmp_path: Path, form: str) -> None:
    """No id, name, text, unit, column, file, ending or setting, and neither the folder nor a figure."""
    root = tmp_path / CANARY
    text = SCORECARD.replace("repeat-rate", f"{CANARY}-rate").replace("Repeat purchase rate", f"Rate of {CANARY}")
    figures = f"kpi,period,value,{CANARY}\n{CANARY}-rate,2025-01,918273,x\n"
    shop(root, scorecard=text.replace("Shop", f"The {CANARY}"), figures=figures)
    (root / "data" / f"{CANARY}.{CANARY}").write_text(CANARY, encoding="utf-8")
    settings = f"site_name: {CANARY}\n{CANARY}: 1\nextra: {{bsc_site: {{engine: {CANARY}}}}}\nplugins: [{CANARY}]\n"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    told = called("doctor", "-C", root, "--as-of", DAY, "--format", form)
    assert told.code == 0
    assert CANARY not in told.out + told.err
    assert "918273" not in told.out.replace(",", "")


def test_a_project_that_cannot_be_read_is_told_of_as_well(tmp_path: Path) -> None:
    """A fault of reading is what many reports are about."""
    told = called("doctor", "-C", shop(tmp_path, scorecard="title: [\n"), "--as-of", DAY)
    assert told.code == 0
    assert "Project: it cannot be read; bsc-site check says why" in told.out
    assert "bsc-site " in told.out.splitlines()[0]


def test_nothing_is_written(tmp_path: Path) -> None:
    """Whoever looks for a fault changes nothing."""
    root = shop(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    called("doctor", "-C", root, "--as-of", DAY)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
