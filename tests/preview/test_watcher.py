"""The watcher hears of every edit, and of nothing that a build writes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bsc_site.publish.preview.watcher import Watcher
from tests.builders.publications import site_folder


def _heard(folder: Path, *edits: Callable[[], object]) -> list[bool]:
    """Whether each edit was noticed within seconds."""
    noticed = threading.Event()
    watcher = Watcher(folder, ("scorecard", "data", "docs"), noticed.set)
    watcher.start()
    heard = []
    try:
        _settle(folder, noticed)
        for edit in edits:
            noticed.clear()
            edit()
            heard.append(noticed.wait(3))
            threading.Event().wait(0.4)
    finally:
        watcher.stop()
    return heard


def _settle(folder: Path, noticed: threading.Event) -> None:
    """Edit until the watcher is awake; nothing tells when the system has begun to watch."""
    for number in range(40):
        (folder / "scorecard" / "start.yml").write_text(str(number))
        (folder / "mkdocs.yml").write_text(str(number))
        if noticed.wait(0.25):
            break
    threading.Event().wait(0.6)


@pytest.mark.slow
def test_edits_of_yaml_data_pages_and_settings_are_noticed(tmp_path: Path) -> None:
    """Also in a folder that appears later."""
    site_folder(tmp_path, {"scorecard/a.yml": "", "data/a.csv": "", "mkdocs.yml": ""})
    docs = tmp_path / "docs"
    heard = _heard(
        tmp_path,
        lambda: (tmp_path / "scorecard/a.yml").write_text("id: a"),
        lambda: (tmp_path / "data/a.csv").write_text("a,b"),
        lambda: (tmp_path / "mkdocs.yml").write_text("site_name: X"),
        docs.mkdir,
        lambda: (docs / "about.md").write_text("# About"),
    )
    assert heard == [True] * 5


def test_what_the_build_writes_is_not_noticed(tmp_path: Path) -> None:
    """Otherwise it would build for ever."""
    site_folder(tmp_path, {"scorecard/a.yml": "", "build/docs/index.md": "", "mkdocs.yml": ""})
    noticed = threading.Event()
    watcher = Watcher(tmp_path, ("scorecard",), noticed.set)
    watcher.start()
    _settle(tmp_path, noticed)
    noticed.clear()
    (tmp_path / "build/docs/index.md").write_text("x")
    (tmp_path / "build/new").mkdir()
    (tmp_path / ".bsc-cache").mkdir()
    assert not noticed.wait(1)
    watcher.stop()
