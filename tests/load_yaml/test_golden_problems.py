"""Broken projects and the exact lines that are printed for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.scorecards.project_folder import load_project

CASES = sorted((Path(__file__).parent.parent / "broken").glob("yaml_*"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_project_gets_exactly_these_lines(case: Path) -> None:
    """Each folder holds a small project and `problems.txt` with every line that it gets."""
    found = "".join(f"{each}\n" for each in load_project(case).problems)
    assert found == (case / "problems.txt").read_text(encoding="utf-8")


def test_there_are_at_least_fourteen_broken_projects() -> None:
    """The folder was found and is not empty."""
    assert len(CASES) >= 14
