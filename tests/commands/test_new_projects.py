"""A new project of every kind passes the strictest check, and its preview follows each edit."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bsc_site.model.vocabularies import Preset
from tests.commands.running import AS_OF, PROGRAM, project, run

PATIENCE = 120.0
"""Seconds that a build may take on a busy machine."""


@pytest.mark.slow
@pytest.mark.parametrize("preset", [each.value for each in Preset])
def test_a_new_project_is_checked_and_built_strictly(preset: str, tmp_path: Path) -> None:
    """As its own workflow does it, without any edit."""
    assert run("init", tmp_path / "new", "--preset", preset).code == 0
    for command in ("check", "build"):
        told = run(command, "-C", tmp_path / "new", "--strict")
        assert told.code == 0, told.err + told.out
    assert (tmp_path / "new" / "build" / "site" / "index.html").is_file()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project that is served, and the address of its preview."""
    port = _free_port()
    command = [*PROGRAM, "serve", "-C", str(project(tmp_path)), "--as-of", AS_OF, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        yield tmp_path, f"http://127.0.0.1:{port}/"
        running.send_signal(signal.SIGINT)
        try:
            running.wait(20)
        finally:
            running.kill()


def _page(address: str) -> str:
    """The page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  # our own server
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def _problems(address: str) -> list[str]:
    return list(json.loads(_page(f"{address}-/preview?after=0") or '{"problems": []}')["problems"])


def _until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"in {PATIENCE:.0f} seconds: {what}"
        time.sleep(0.2)


@pytest.mark.slow
def test_a_preview_follows_edits_and_survives_mistakes(served: tuple[Path, str]) -> None:
    """Built, edited, broken and mended; the last good site is served all the while."""
    root, address = served
    card = root / "scorecard" / "shop.yml"
    text = card.read_text(encoding="utf-8")
    _until(lambda: "Earn repeat customers" in _page(address), "the first site is served")
    card.write_text(text.replace("Earn repeat customers", "Win them for life"), encoding="utf-8")
    _until(lambda: "Win them for life" in _page(address), "an edit is shown")
    card.write_text(text.replace("kind: leading", "kind: leeding"), encoding="utf-8")
    _until(lambda: bool(_problems(address)), "a mistake is told")
    assert any(line.startswith("scorecard/shop.yml:16:5: BSC012 error kpis[0].kind") for line in _problems(address))
    assert "Win them for life" in _page(address)
    card.write_text(text.replace("Earn repeat customers", "Mended"), encoding="utf-8")
    _until(lambda: "Mended" in _page(address) and not _problems(address), "it recovers")
