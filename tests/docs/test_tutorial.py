"""The tutorial, followed literally from an empty folder to the push: what it shows is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.newcomer import Newcomer
from tests.docs.printed import TUTORIAL, beginner
from tests.docs.snippets import steps_of

PAGE = TUTORIAL.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Someone who has done all that the page says."""
    found = beginner(tmp_path_factory.mktemp("tutorial"))
    found.follow(steps_of(PAGE))
    return found


@pytest.mark.slow
def test_whoever_follows_the_tutorial_sees_what_it_shows(reader: Newcomer) -> None:
    """When a text of the program changed: `python -m tests.docs.printed`."""
    assert len(reader.shown) == PAGE.count("```text")
    for block, printed in reader.shown.items():
        assert block.text == printed, f"line {block.line}"


@pytest.mark.slow
def test_what_was_pushed_is_the_project_that_the_workflow_builds(reader: Newcomer, tmp_path: Path) -> None:
    pushed = tmp_path / "pushed"
    where = "https://github.com/YOUR-NAME/my-scorecard.git"
    assert reader.tools.run(f"git clone --quiet {where} {pushed}", tmp_path).code == 0
    assert (pushed / ".github" / "workflows" / "site.yml").is_file()
    assert not (pushed / "build").exists()
    assert reader.tools.run("bsc-site build", pushed).code == 0
    assert (pushed / "build" / "site" / "kpis" / "complaints" / "index.html").is_file()
