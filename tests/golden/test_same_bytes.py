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


def _copied(root: Path, *, backwards: bool = False) -> Path:
    """The demo in a folder of its own; its files made one after the other, or the last one first."""
    found = [
        each for name in PROJECT for each in (REPOSITORY / name, *(REPOSITORY / name).rglob("*")) if each.is_file()
    ]
    for path in sorted(found, reverse=backwards):
        copy = root / path.relative_to(REPOSITORY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    return root


def _built(
    root: Path, jobs: int, *, start: Path | None = None, mask: int = 0o022, **environment: str
) -> dict[str, bytes]:
    """Every file of the demo's site with its manifest; the command starts in `start`, or in the project itself."""
    start = start or root
    named = os.path.relpath(root, start)
    command = [*PROGRAM, "build", "-C", named, "--as-of", "2026-11-05", "--audience", "all", "--jobs", str(jobs)]
    beside = {"PYTHONPATH": str(REPOSITORY), **environment}
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
        env={**os.environ, **beside},
        cwd=start,
        umask=mask,
    )
    assert done.returncode == 0, done.stderr
    return files_of(root / "build" / "site")


def _unlike(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    assert "manifest.json" in one
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.mark.slow
def test_two_builds_of_the_demo_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """In folders of different names and depths, time zones, hash seeds, languages and numbers of workers.

    And with files made in another order, with other rights, by a command that starts elsewhere. The first one once more
    from all that it has kept.
    """
    first = _copied(tmp_path / "one")
    one = _built(first, 1, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    second = _copied(tmp_path / "elsewhere" / "Ziele für 2026", backwards=True)
    odd = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "HOME": "/"}
    other = _built(second, 2, start=tmp_path, mask=0o077, **odd)
    assert _unlike(one, other) == []
    (first / "mkdocs.yml").touch()
    assert _unlike(one, _built(first, 2, PYTHONHASHSEED="3")) == []
