"""A project that cannot be written to: it can be checked, and whatever would write to it ends with one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.program import DAY, PROGRAM, shop
from tests.builders.project_folders import files_of
from tests.doors.rights import as_anybody, read_only

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("command", ["build", "build --no-cache", "serve --port 8765", "init new"])
def test_what_would_write_ends_with_one_line(command: str, tmp_path: Path) -> None:
    """Exit code 3; nothing has changed."""
    root = shop(tmp_path / "mine")
    before = files_of(root)
    dated = () if command.startswith("init") else ("--as-of", DAY)
    with read_only(root):
        done = as_anybody([*PROGRAM, *command.split(), *dated], root)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, line.split(":0:0: ")[1]) == (3, "BSC902 error: permission denied")
    assert files_of(root) == before


def test_it_can_be_checked(tmp_path: Path) -> None:
    """Without a trace."""
    root = shop(tmp_path / "mine")
    with read_only(root):
        done = as_anybody([*PROGRAM, "check", "--as-of", DAY], root)
    assert (done.returncode, " error" in done.stderr) == (0, False)
