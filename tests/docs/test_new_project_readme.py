"""The README that a new project gets, followed in that project: its commands run, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders.program import run
from tests.docs.newcomer import DAY, Newcomer
from tests.docs.snippets import Command, steps_of
from tests.docs.tools import Tools

PLACE = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
"""The first column of the table that says what is where."""


@pytest.mark.slow
def test_the_readme_of_a_new_project_can_be_followed_there(tmp_path: Path) -> None:
    project = tmp_path / "new"
    assert run("init", project, "--preset", "nonprofit").code == 0
    page = (project / "README.md").read_text(encoding="utf-8")
    steps = tuple(steps_of(page))
    run_there = {step.text.split()[1] for step in steps if isinstance(step, Command)}
    assert run_there == {"check", "explain", "serve", "build"}
    Newcomer(Tools.at(tmp_path / "tools", DAY), project).follow(steps)
    named = PLACE.findall(page)
    assert len(named) >= 5
    assert [name for name in named if not (project / name).exists()] == []
