"""The site is the same however many processes write its pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.made_up import write_cascade
from tests.builders.program import PROGRAM
from tests.builders.project_folders import files_of

COPIED = """
import os, sys
from bsc_site import cli
copy = os.fork
def fork():
    print("copied", file=sys.stderr)
    return copy()
os.fork = fork
cli.main(sys.argv[1:])
"""
"""The program, which tells whenever it copies itself."""


def _built(project: Path, out: str, *words: str) -> tuple[dict[str, bytes], int]:
    """The files of the site, and how often the program copied itself."""
    command = (sys.executable, "-c", COPIED, "build", "--as-of", "2025-01-15", "--out", out, *words)
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return files_of(project / out), done.stderr.count("copied")


only_linux = pytest.mark.skipif(sys.platform != "linux", reason="no process is copied elsewhere")


@only_linux
def test_it_is_the_same_by_one_and_by_three(tmp_path: Path) -> None:
    """Of several scorecards, each with pages of its own."""
    write_cascade(tmp_path, 3, 30, 3)
    one, copies = _built(tmp_path, "build/one", "--jobs", "1", "--no-cache")
    assert copies == 0
    other, copies = _built(tmp_path, "build/three", "--jobs", "3", "--no-cache")
    assert copies > 1
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


@only_linux
@pytest.mark.slow
def test_it_is_the_same_with_what_others_kept(tmp_path: Path) -> None:
    """Each process keeps what it writes, for whichever process comes next."""
    write_cascade(tmp_path, 3, 30, 3)
    one, _ = _built(tmp_path, "build/one", "--jobs", "1", "--no-cache")
    cold, copies = _built(tmp_path, "build/cold", "--jobs", "2")
    assert cold == one
    assert copies > 0
    kept = {path.name for path in (tmp_path / ".bsc-cache").iterdir()}
    (tmp_path / "data" / "unit-002.csv").write_text("kpi,period,value\nkpi-002-001,2015-01,5\n", encoding="utf-8")
    warm, _ = _built(tmp_path, "build/warm", "--jobs", "2")
    assert warm == _built(tmp_path, "build/again", "--jobs", "1", "--no-cache")[0]
    assert kept - {path.name for path in (tmp_path / ".bsc-cache").iterdir()} == set()


@only_linux
def test_nothing_is_copied_for_few_pages(tmp_path: Path) -> None:
    """To begin takes longer than to do it alone."""
    write_cascade(tmp_path, 1, 8, 3)
    assert _built(tmp_path, "build/site", "--jobs", "2")[1] == 0


def test_all_processors_are_used_unless_told_otherwise() -> None:
    """As `--help` says."""
    said = subprocess.run((*PROGRAM, "build", "--help"), capture_output=True, text=True, check=True).stdout
    assert "one for each processor" in " ".join(said.split())
