"""Files that commands write: whole or not at all, and what is laid down for a moment is cleared away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bsc_site.load import passing_folder
from bsc_site.load.passing_folder import PREFIX
from bsc_site.publish.disk.new_files import write_files
from tests.builders.project_folders import files_of, write

_HOLDS = """
import sys, time
from bsc_site.load.passing_folder import passing_folder
with passing_folder() as folder:
    (folder / "large").write_bytes(b"x" * 1000)
    print(folder, flush=True)
    time.sleep(60)
"""
OLD, NEW = {"a.csv": b"old", "b.csv": b"old"}, {"a.csv": b"new", "b.csv": b"new", "c/d.csv": b"new"}


def test_files_take_their_places_with_nothing_beside_them(tmp_path: Path) -> None:
    write_files(write(tmp_path, dict(OLD)), NEW)
    assert files_of(tmp_path) == NEW


def test_a_write_that_fails_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that fills up with the second file."""
    written = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name.startswith(".b"):
            raise OSError(28, "No space left on device", str(path))
        return written(path, content)

    write(tmp_path, dict(OLD))
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_files(tmp_path, NEW)
    assert files_of(tmp_path) == OLD


def test_what_a_killed_write_left_is_gone_after_the_next(tmp_path: Path) -> None:
    write(tmp_path, {**OLD, ".a.csv.part": b"ne"})
    write_files(tmp_path, NEW)
    assert files_of(tmp_path) == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="has other rights")
def test_a_file_keeps_its_rights_and_a_link_stays_one(tmp_path: Path) -> None:
    write(tmp_path, {"real/a.csv": b"old"})
    (tmp_path / "real/a.csv").chmod(0o640)
    (tmp_path / "a.csv").symlink_to("real/a.csv")
    write_files(tmp_path, {"a.csv": b"new"})
    assert (tmp_path / "a.csv").is_symlink()
    assert ((tmp_path / "real/a.csv").read_bytes(), (tmp_path / "real/a.csv").stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.mark.skipif(sys.platform == "win32", reason="cannot tell whose folder it is")
def test_a_folder_of_a_killed_command_is_cleared_away_by_the_next_and_one_in_use_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the one that uses it has been at work."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    holding = [sys.executable, "-c", _HOLDS]
    started = [
        subprocess.Popen(holding, stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(tmp_path)})
        for _ in range(2)
    ]
    places = [each.stdout.readline().strip() for each in started if each.stdout]
    (tmp_path / f"{PREFIX}file").write_text("a file is none of ours")
    started[0].kill()
    started[0].wait()
    passing_folder.clear_away.cache_clear()
    with passing_folder.passing_folder() as own:
        assert [Path(each).exists() for each in places] == [False, True]
        assert own.is_dir()
    for each in started:
        each.kill()
        each.communicate()
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([f"{PREFIX}file", Path(places[1]).name])
