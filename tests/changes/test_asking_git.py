"""Whatever git cannot tell is no answer, never a failure."""
# the names of tests are sentences

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bsc_site.load.git import asking
from bsc_site.load.git.asking import git_answer, git_text
from bsc_site.load.git.versions import earlier_version
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository."""
    return begun(tmp_path)


def test_git_answers_about_the_folder(repository: Path) -> None:
    assert git_answer(repository, "rev-parse", "--is-inside-work-tree") == b"true\n"
    assert git_text(repository, "rev-parse", "--is-inside-work-tree") == "true"


def test_a_refusal_is_no_answer(repository: Path) -> None:
    assert git_answer(repository, "rev-list", "HEAD") is None
    assert git_text(repository, "rev-list", "HEAD") == ""


def test_a_folder_that_is_not_there_has_no_answer(tmp_path: Path) -> None:
    assert git_answer(tmp_path / "nowhere", "status") is None


def test_a_machine_without_git_has_no_answer(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert git_answer(repository, "status") is None
    assert earlier_version(repository, date(2025, 1, 1)) is None


def test_a_command_that_hangs_has_no_answer(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    assert git_answer(repository, "-c", "alias.wait=!sleep 5", "wait") is None


@pytest.mark.parametrize("target", ["/nowhere/at/all.csv", "../../outside.csv", "again.csv"])
def test_a_link_that_was_committed_once_stops_nothing(repository: Path, target: str) -> None:
    """It is left out of the earlier version, whose other files are read; so is one that leads back to itself."""
    card = {"id": "org", "title": "Org", "kpis": [{"id": "k", "name": "K", "frequency": "monthly"}]}
    write(repository, {"scorecard/a.yml": json.dumps(card), "data/a.csv": "kpi,period,value\nk,2026-01,5\n"})
    (repository / "data" / "again.csv").symlink_to(target)
    commit(repository, "2026-02-01")
    (repository / "data" / "again.csv").unlink()
    commit(repository, "2026-03-01")
    earlier = earlier_version(repository, date(2026, 2, 15))
    assert earlier is not None
    assert earlier.day == date(2026, 2, 1)
    assert [each.value for each in earlier.readings["k"].rows] == [5]
