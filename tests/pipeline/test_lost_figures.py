"""Figures that are lost: an empty scorecard is never published in the place of one with figures."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bsc_site.cli import cli
from bsc_site.pipeline import Order, examine
from tests.builders.project_folders import write

DAY = date(2025, 6, 30)
KPI = {"id": "k", "name": "K", "owner": "o"}
CARD = {"id": "org", "title": "Org", "kpis": [KPI], "people": [{"id": "o", "name": "O"}]}
FIGURES = "kpi,period,value\nk,2025-01,1\nk,2025-02,2\n"


def project(root: Path, **files: str) -> Path:
    """A project of one KPI with these data files."""
    for old in root.glob("data/*"):
        old.unlink()
    data = {f"data/{name}.csv": text for name, text in files.items()}
    return write(root, {"scorecard/a.yml": json.dumps(CARD), "mkdocs.yml": "site_name: A\n", **data})


def told(root: Path) -> list[str]:
    """The errors of the check."""
    return [f"{each.code} {each.message}" for each in examine(Order(root, DAY)).problems if each.severity == "error"]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "kpi,period,value\n"])
def test_files_that_give_no_kpi_a_figure_are_an_error(tmp_path: Path, text: str) -> None:
    (line,) = (each for each in told(project(tmp_path, a=text)) if each.startswith("BSC368"))
    assert line.startswith("BSC368 the data file data/a.csv gives no KPI a figure; ")


def test_a_project_without_files_has_nothing_to_lose(tmp_path: Path) -> None:
    assert told(project(tmp_path)) == []


def test_where_a_row_cannot_be_read_nothing_more_is_said(tmp_path: Path) -> None:
    assert [each[:6] for each in told(project(tmp_path, a="kpi,period,value\nk,2025-O1,1\n"))] != ["BSC368"]


def test_what_the_site_has_is_not_lost_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "p", a=FIGURES)
    build = ["-C", str(root), "build", "--as-of", "2025-06-30"]
    assert cli.main(build, standalone_mode=False) in {0, None}
    project(root)
    (line,) = told(root)
    assert line.startswith("BSC371 2 figures that the site has are gone, of Jan 2025 to Feb 2025; put them back, or ")
    project(root, a=FIGURES.replace("k,2025-01,1\n", ""))
    (line,) = told(root)
    assert '`gone: [{period: 2025-01, because: "say why"}]`' in line
    capsys.readouterr()
