"""No command that makes a site needs a network: each does its work where there is none, not even within the machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.browser.chromium import chromium_path
from tests.builders.program import PROGRAM, Ran
from tests.builders.project_folders import files_of
from tests.house.repository import ROOT

DAY = "2026-11-05"
DEMO = ("scorecard", "data", "pages", "mkdocs.yml")
_WAYS = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
"""A network namespace that holds no interface but a loopback that is down, for root and for others."""


@cache
def _alone() -> tuple[str, ...]:
    """The words that start a program without any network; the test is skipped where the system has none for us."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip("only Linux has namespaces without a network, by `unshare` of util-linux")
    for way in _WAYS:
        if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return way
    pytest.skip("this system lets us make no namespace without a network (unshare --map-root-user --net)")


def _run_alone(*words: object) -> Ran:
    done = subprocess.run([*_alone(), *map(str, words)], capture_output=True, text=True, check=False, timeout=600)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_whoever_asks_the_network_there_fails() -> None:
    """Even a port of this very machine, which answers outside."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        asking = f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=5)"
        assert subprocess.run([sys.executable, "-c", asking], check=False).returncode == 0
        ran = _run_alone(sys.executable, "-c", asking)
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "OSError: [Errno 101] Network is unreachable")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company, in a folder that is no repository, with whatever earlier tests built left out."""
    root = tmp_path_factory.mktemp("demo")
    for name in DEMO:
        shutil.copytree(ROOT / name, root / name) if (ROOT / name).is_dir() else shutil.copy(ROOT / name, root / name)
    return root


@pytest.mark.slow
def test_the_demo_is_checked_built_and_verified_without_a_network(demo: Path) -> None:
    """From nothing kept, and once more from all that was kept; the same site as with a network."""
    asked = ("-C", demo, "--as-of", DAY)
    assert _run_alone(*PROGRAM, "check", *asked).code == 0
    first = _run_alone(*PROGRAM, "build", *asked)
    assert first.code == 0, first.err
    alone = files_of(demo / "build" / "site")
    (demo / "data" / "crm.csv").touch()
    assert _run_alone(*PROGRAM, "build", *asked).code == 0
    assert files_of(demo / "build" / "site") == alone
    (demo / "data" / "crm.csv").touch()
    assert subprocess.run([*PROGRAM, "build", *map(str, asked), "--no-cache"], check=False).returncode == 0
    assert files_of(demo / "build" / "site") == alone
    verified = _run_alone(*PROGRAM, "verify", demo / "build" / "site", "-C", demo)
    assert verified.code == 0, verified.err


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("form", ["pdf", "pptx", "docx", "xlsx", "stratml"])
def test_files_for_others_are_written_without_a_network(form: str, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what a browser prints."""
    monkeypatch.setenv("CHROME", chromium_path())
    out = demo / f"pack.{form}"
    ran = _run_alone(*PROGRAM, "export", form, "-C", demo, "--as-of", DAY, "--out", out)
    assert ran.code == 0, ran.err
    assert out.stat().st_size > 1_000
