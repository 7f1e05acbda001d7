"""Whoever cannot install the tools for scripts and style sheets gets one line, and none of it holds an address."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LOCK: dict[str, Any] = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
CLOSED = {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_fetch_retries": "0"}
"""An index that does not answer; port 9 discards."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """What the set-up needs of a clone, with the programs of this environment in `.venv/bin`."""
    (tmp_path / "tests" / "frontend").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE / name, tmp_path / "tests" / "frontend" / name)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    return tmp_path


def _set_up(place: Path, **variables: str) -> tuple[int, list[str]]:
    """The exit code and the lines on standard error."""
    environment = {**os.environ, **CLOSED, "npm_config_cache": str(place / "cache"), **variables}
    command = ["sh", str(ROOT / ".ci" / "frontend"), ".venv"]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="sh is of other systems")
def test_without_a_network_the_set_up_says_so(place: Path) -> None:
    """In one line, with the place of all others."""
    code, (line,) = _set_up(place)
    assert code == 1
    assert line.startswith("bsc-site: the package index of npm could not be reached; run the same command again when")
    assert line.endswith("(all that npm said: .venv/set-up-frontend.log)")


@pytest.mark.skipif(sys.platform == "win32", reason="sh is of other systems")
def test_nothing_is_installed_that_is_not_locked(place: Path) -> None:
    """The line names what npm has to say first."""
    (place / "tests" / "frontend" / "package-lock.json").unlink()
    code, (line,) = _set_up(place)
    assert code == 1
    assert line.startswith("bsc-site: the tools for scripts and style sheets could not be installed: The `npm")
    assert not (place / "tests" / "frontend" / "node_modules").exists()


def test_every_tool_is_locked_with_its_checksum_and_without_an_address() -> None:
    """The index is that of whoever installs it."""
    packages = {name: found for name, found in LOCK["packages"].items() if name}
    assert len(packages) > 50
    assert [name for name, found in packages.items() if "resolved" in found or "integrity" not in found] == []
    pinned = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert pinned == {name: packages[f"node_modules/{name}"]["version"] for name in pinned}
