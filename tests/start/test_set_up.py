"""Whoever cannot set up the program gets one line that says what is missing and how to go on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "mkdir", "tail", "grep", "touch", "make", "cat", "sed")
CLOSED = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
"""An index that does not answer; port 9 discards."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make and sh are of other systems")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """What the set-up needs of a clone, and a folder `bin` with the tools of a plain system."""
    for name in ("Makefile", "constraints.txt", "pyproject.toml", ".ci/environment"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    return tmp_path


def _python(place: Path, name: str, script: str) -> None:
    """A program of this name that pretends to be an interpreter."""
    path = place / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def _make(place: Path, *words: str, **variables: str) -> tuple[int, list[str]]:
    """`make site`: its exit code and what it says on standard error, but for make's own last line."""
    done = subprocess.run(
        [str(place / "bin" / "make"), "site", *words],
        cwd=place,
        env={"PATH": str(place / "bin"), "HOME": str(place), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, [line for line in done.stderr.splitlines() if not line.startswith("make")]


OLD = 'case "$1" in --version) echo Python 3.9.18 ;; *) exit 1 ;; esac'


def test_an_old_python_is_named_with_what_to_install(place: Path) -> None:
    """And how to name one that stands elsewhere."""
    _python(place, "python3", OLD)
    code, (line,) = _make(place)
    assert (code, "3.11 or newer is needed, and there is Python 3.9.18; install it (Debian," in line) == (2, True)
    assert line.endswith("or say where it is (make site PYTHON=/path/to/python3.11)")


def test_no_python_at_all_is_told(place: Path) -> None:
    """As on a fresh image of a system."""
    code, (line,) = _make(place)
    assert (code, "there is no Python; install it" in line) == (2, True)


def test_a_python_that_was_named_and_does_not_fit_is_told(place: Path) -> None:
    """It is not replaced by another one in silence."""
    _python(place, "python3", OLD)
    (place / "bin" / "python3.11").symlink_to(sys.executable)
    code, (line,) = _make(place, "PYTHON=python3")
    assert (code, line.startswith("bsc-site: python3 is not Python 3.11 or newer; name another one")) == (2, True)


def test_a_python_without_virtual_environments_is_told(place: Path) -> None:
    """Debian packs them apart."""
    _python(place, "python3", 'case "$2" in *venv*) exit 1 ;; esac')
    code, (line,) = _make(place)
    assert (code, "apt-get install python3-venv" in line) == (2, True)


def test_a_place_that_cannot_be_written_is_told(place: Path) -> None:
    """True for the superuser too: a file stands where the folder should be."""
    (place / "bin" / "python3.11").symlink_to(sys.executable)
    (place / "taken").write_text("mine")
    code, (line,) = _make(place, "VENV=taken/venv")
    assert (code, line.startswith("bsc-site: taken/venv cannot be written;")) == (2, True)


@pytest.mark.slow
def test_without_a_network_the_set_up_says_so_and_can_be_repeated(place: Path) -> None:
    """Nothing is left behind that the next run would take for a finished set-up."""
    (place / "bin" / "python3.11").symlink_to(sys.executable)
    code, (line,) = _make(place, **CLOSED)
    assert (code, line.startswith("bsc-site: the package index could not be reached; run the same command again")) == (
        2,
        True,
    )
    assert not (place / ".venv" / ".ready").exists()


def test_an_old_python_that_starts_the_package_is_told(tmp_path: Path) -> None:
    """Before it stumbles over words that it does not know."""
    text = (ROOT / "bsc_site" / "__main__.py").read_text(encoding="utf-8")
    pretended = "import sys; sys.version_info = (3, 9, 18)\n"
    (tmp_path / "started.py").write_text(pretended + text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, tmp_path / "started.py"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (1, "bsc-site needs Python 3.11 or newer; this is 3.9\n")
