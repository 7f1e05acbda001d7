"""The same input and the same day give the same site, wherever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.builders.program import PROGRAM
from tests.builders.project_folders import files_of

REPOSITORY = Path(__file__).parents[2]
PROJECT = ("scorecard", "data", "pages", "mkdocs.yml")


def _built(root: Path, jobs: int, **environment: str) -> dict[str, bytes]:
    """Every file of the demo's site, built in a copy below `root` without anything kept from before."""
    root.mkdir()
    for name in PROJECT:
        here = REPOSITORY / name
        if here.is_dir():
            shutil.copytree(here, root / name)
        else:
            shutil.copy(here, root / name)
    command = [*PROGRAM, "build", "-C", str(root), "--as-of", "2026-11-05", "--audience", "all", "--jobs", str(jobs)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=900, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stderr
    return files_of(root / "build" / "site")


@pytest.mark.slow
def test_two_builds_of_the_demo_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """In folders of different names and depths, time zones, hash seeds and numbers of workers."""
    one = _built(tmp_path / "one", 1, PYTHONHASHSEED="1", TZ="Pacific/Auckland")
    (tmp_path / "elsewhere").mkdir()
    other = _built(tmp_path / "elsewhere" / "Ziele für 2026", 2, PYTHONHASHSEED="2", TZ="America/Los_Angeles")
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
