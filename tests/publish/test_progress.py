"""Progress is a live line on a terminal, plain lines in a log, and nothing when nobody wants it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bsc_site.publish.build_progress import LiveLine, progress_on
from tests.builders.publications import CopyEngine, published, site_folder


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_for_each_step(tmp_path: Path) -> None:
    """With what is done and how much of it."""
    log = io.StringIO()
    published(site_folder(tmp_path), progress=progress_on(log), engine=CopyEngine(body="<h1>"))
    assert log.getvalue().splitlines() == [
        "Writing 2 pages and 1 file",
        "Building the site with mkdocs",
        "Following every link",
    ]


def test_a_terminal_shows_one_line_and_clears_it() -> None:
    """With the seconds so far."""
    terminal, clock = _Terminal(), iter([10.0, 12.5])
    line = LiveLine(terminal, lambda: next(clock))
    line.step("Drawing")
    line.done()
    assert terminal.getvalue() == "\r\x1b[2K  2.5 s  Drawing …\r\x1b[2K"


def test_a_terminal_that_cannot_clear_a_line_gets_one_for_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would show the signs for that instead."""
    monkeypatch.setenv("TERM", "dumb")
    terminal = _Terminal()
    progress_on(terminal).step("Drawing")
    assert terminal.getvalue() == "Drawing\n"


def test_the_stream_decides_and_quiet_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever kind of terminal it is."""
    monkeypatch.setenv("TERM", "never-heard-of")
    terminal = _Terminal()
    progress_on(terminal).step("Drawing")
    assert terminal.getvalue().startswith("\r\x1b[2K")
    log = io.StringIO()
    progress_on(log, quiet=True).step("Drawing")
    assert log.getvalue() == ""
