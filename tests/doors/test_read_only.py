"""A project that cannot be written to: it can be checked, and whatever would write to it ends with one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.program import AS_OF, PROGRAM, bytes_of, project
from tests.doors.rights import as_anybody, read_only

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("command", ["build", "build --no-cache", "serve --port 8765", "init new"])
def test_what_would_write_ends_with_one_line(command: str, tmp_path: Path) -> None:
    """Exit code 3; nothing has changed."""
    root = project(tmp_path / "mine")
    before = bytes_of(root)
    dated = () if command.startswith("init") else ("--as-of", AS_OF)
    with read_only(root):
        done = as_anybody([*PROGRAM, *command.split(), *dated], root)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, line.split(":0:0: ")[1]) == (3, "BSC902 error: permission denied")
    assert bytes_of(root) == before


def test_it_can_be_checked(tmp_path: Path) -> None:
    """Without a trace."""
    root = project(tmp_path / "mine")
    with read_only(root):
        done = as_anybody([*PROGRAM, "check", "--as-of", AS_OF], root)
    assert (done.returncode, " error" in done.stderr) == (0, False)
