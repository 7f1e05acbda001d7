"""When the files of a scorecard last changed, as git tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.load.git.last_changes import last_changes
from tests.builders.project_folders import draw, loaded_from
from tests.builders.repositories import begun, commit

PARTED = {"c/card.yml": "id: c\ntitle: C\n", "c/kpis.yml": "kpis: [{id: k, name: K}]\n", "d.yml": "id: d\ntitle: D\n"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two scorecards in a folder of a repository: `c` of two files, the younger one of May 2024, and `d` of March."""
    root = draw(tmp_path / "strategy", dict(PARTED))
    commit(begun(tmp_path), "2024-03-01")
    (root / "scorecard/c/kpis.yml").write_text("kpis: [{id: k, name: Better}]\n")
    commit(tmp_path, "2024-05-02")
    return root


def _changes(root: Path) -> dict[str, date]:
    return last_changes(root, loaded_from(root, {}).marks)


def test_a_scorecard_is_as_young_as_its_youngest_file(repository: Path) -> None:
    """Of several files the latest commit counts; the project may be a folder of its repository."""
    assert _changes(repository) == {"c": date(2024, 5, 2), "d": date(2024, 3, 1)}


def test_a_scorecard_that_is_being_edited_has_no_date(repository: Path) -> None:
    """What is not committed is newer than any commit."""
    (repository / "scorecard/d.yml").write_text("id: d\ntitle: Different\n")
    assert _changes(repository) == {"c": date(2024, 5, 2)}


def test_a_folder_without_repository_has_no_dates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule is then not checked, and nothing is said."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert _changes(draw(tmp_path, dict(PARTED))) == {}


def test_a_machine_without_git_has_no_dates(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Likewise."""
    monkeypatch.setenv("PATH", "")
    assert _changes(repository) == {}
