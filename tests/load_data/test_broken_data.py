"""Projects with broken data and the exact lines that are printed for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project

CASES = sorted(path for path in (Path(__file__).parent.parent / "broken_data").iterdir() if path.is_dir())


def lines_of(case: Path) -> str:
    """Every line about the YAML and the data of a project, in the order in which it is printed."""
    loaded = load_project(case)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    read = load_readings(case, loaded.project)
    found = [*loaded.problems, *read.problems, *loaded.marks.problems_of(read.findings)]
    return "".join(f"{each}\n" for each in sorted(found, key=lambda each: each.sort_key))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_data_gets_exactly_these_lines(case: Path) -> None:
    """Each folder holds a small project and `problems.txt` with every line that it gets."""
    assert lines_of(case) == (case / "problems.txt").read_text(encoding="utf-8")


def test_there_are_at_least_ten_broken_projects() -> None:
    """The folder was found and is not empty."""
    assert len(CASES) >= 10
