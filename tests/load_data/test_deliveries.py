"""Deliveries: from which day a data file is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from bsc_site.load.git.deliveries import delivery_days
from tests.builders.repositories import begun, commit, git

DAY = date(2025, 6, 3)


def _write(root: Path, name: str, text: str, day: date) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    when = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (when, when))


def _committed(root: Path) -> Path:
    _write(root, "data/log.csv", "day\n2025-05-20\n", date(2025, 9, 9))
    commit(begun(root), str(DAY))
    return root


def test_a_committed_file_is_from_the_day_of_its_commit(tmp_path: Path) -> None:
    """However late it was checked out."""
    root = _committed(tmp_path / "project")
    assert delivery_days(root, ["data/log.csv"]) == {"data/log.csv": DAY}


def test_a_file_outside_of_any_repository_is_from_the_day_on_which_it_was_written(tmp_path: Path) -> None:
    _write(tmp_path, "data/log.csv", "day\n", date(2025, 7, 4))
    assert delivery_days(tmp_path, ["data/log.csv", "data/gone.csv"]) == {"data/log.csv": date(2025, 7, 4)}


def test_a_file_that_was_changed_or_never_committed_is_from_the_day_on_which_it_was_written(tmp_path: Path) -> None:
    root = _committed(tmp_path / "project")
    _write(root, "data/log.csv", "day\n2025-07-01\n", date(2025, 7, 4))
    _write(root, "data/[new].csv", "day\n", date(2025, 7, 5))
    found = delivery_days(root, ["data/log.csv", "data/[new].csv"])
    assert found == {"data/log.csv": date(2025, 7, 4), "data/[new].csv": date(2025, 7, 5)}


def test_a_history_that_was_cut_off_tells_nothing(tmp_path: Path) -> None:
    """The one commit of a shallow clone seems to have brought every file."""
    root = _committed(tmp_path / "project")
    _write(root, "data/more.csv", "day\n", DAY)
    commit(root, "2025-08-01")
    git(tmp_path, "clone", "--depth", "1", root.as_uri(), "clone")
    assert delivery_days(tmp_path / "clone", ["data/log.csv", "data/more.csv"]) == {}


def test_a_project_below_its_repository_finds_its_files(tmp_path: Path) -> None:
    root = _committed(tmp_path / "project")
    _write(root / "data", "below/data.csv", "day\n", DAY)
    commit(root, "2025-08-01")
    assert delivery_days(root / "data", ["below/data.csv", "log.csv"]) == {
        "below/data.csv": date(2025, 8, 1),
        "log.csv": DAY,
    }
