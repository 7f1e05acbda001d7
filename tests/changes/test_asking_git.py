"""Whatever git cannot tell is no answer, never a failure."""
# the names of tests are sentences

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from bsc_site.load.git import asking
from bsc_site.load.git.asking import git_answer, git_text
from bsc_site.load.git.versions import earlier_version


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)  # noqa: S607  # git of the path
    return tmp_path


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
