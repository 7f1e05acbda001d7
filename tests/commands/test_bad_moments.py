"""A disk that fills up, a build that is killed, two builds at once, a file beyond all measure: the site stands."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.failure import MachineError
from bsc_site.pipeline import Order, build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication import site as publication
from tests.builders.program import DAY, PROGRAM, Ran, run, shop
from tests.builders.project_folders import files_of
from tests.builders.publications import SmallDisk

BUILD = (*PROGRAM, "build", "--as-of", DAY)
HUGE = 200_000_000
ENOUGH = 1_500_000
"""Kilobytes of memory that any check must do with."""
_MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], check=False).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site stands."""
    root = shop(tmp_path_factory.mktemp("standing"))
    told = run("build", "-C", root, "--as-of", DAY)
    assert told.code == 0, told.err
    return root


def _measured(root: Path) -> tuple[Ran, int]:
    """A check of the project, and the most memory that it ever took in kilobytes."""
    command = [sys.executable, "-c", _MEASURED, *PROGRAM, "check", "-C", str(root), "--as-of", DAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    *out, size = done.stdout.splitlines()
    return Ran(done.returncode, "\n".join(out), done.stderr), int(size)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"repeat-rate,2025-06,26," + b"the same again " * 20 + b"\n", 0),
        (b"nobody,2025-06,26," + b"of no KPI " * 30 + b"\n", 1),
    ],
    ids=["repeats", "unknown"],
)
def test_a_csv_of_200_megabytes_takes_bounded_memory(row: bytes, code: int, tmp_path: Path) -> None:
    """What it says is one figure, or one mistake: a handful of lines."""
    with (shop(tmp_path) / "data" / "huge.csv").open("wb") as file:
        file.write(b"kpi,period,value,note\n")
        for _ in range(HUGE // (len(row) * 1000)):
            file.write(row * 1000)
    told, memory = _measured(tmp_path)
    assert (told.code, len(told.lines) < 20, "Traceback" in told.err) == (code, True, False), told.err
    assert memory < ENOUGH
    assert ("data/huge.csv:2:1: BSC316 error: there is no KPI 'nobody'" in told.err) == (code == 1)


@contextmanager
def _killed_after(seconds: float, root: Path) -> Iterator[None]:
    """A build that is killed in the middle, with the engine that it has started."""
    with subprocess.Popen([*BUILD, "-C", str(root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()
        yield


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_site_and_the_next_one_works(standing: Path) -> None:
    """Five moments between its beginning and its end; the bytes are the same, for the input is."""
    begun = time.monotonic()
    assert run("build", "-C", standing, "--as-of", DAY).code == 0
    whole = time.monotonic() - begun
    before = files_of(standing / "build" / "site")
    moments = random.Random(5)  # noqa: S311  # the same moments in every run
    for _ in range(5):
        with _killed_after(moments.uniform(0.05, 0.95) * whole, standing):
            assert files_of(standing / "build" / "site") == before
    told = run("build", "-C", standing, "--as-of", DAY)
    assert (told.code, files_of(standing / "build" / "site") == before) == (0, True), told.err
    assert list((standing / "build").glob(".site.new-*")) == []


@pytest.mark.slow
def test_of_two_builds_at_once_one_gets_a_clear_line(standing: Path) -> None:
    """Or both succeed one after the other; the site is whole."""
    before = files_of(standing / "build" / "site")
    command = [*BUILD, "-C", str(standing)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ends = [(each.communicate(timeout=300)[1], each.returncode) for each in both]
    assert sorted(code for _, code in ends) in ([0, 0], [0, 3])
    for told, code in ends:
        assert "Traceback" not in told
        assert ("BSC905 error: another build" in told) == (code == 3)
    assert files_of(standing / "build" / "site") == before


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 20_000, 400_000])
def test_a_disk_that_fills_up_leaves_the_site(room: int, standing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is being written; one line says so."""
    root = standing.with_name(f"full-{room}")
    shutil.copytree(standing, root)
    shutil.rmtree(root / "build" / "docs")
    before = files_of(root / "build" / "site")
    surroundings = publication.Surroundings
    monkeypatch.setattr(
        "bsc_site.publish.publication.site.Surroundings",
        lambda *given, **named: replace(surroundings(*given, **named), disk=SmallDisk(room)),
    )
    with pytest.raises(MachineError, match=r"build/.* BSC901 error: no space is left on the disk") as caught:
        build_site(Order(root, date.fromisoformat(DAY)), Delivery(root / "build" / "site"))
    assert (caught.value.exit_code, len(caught.value.problems)) == (3, 1)
    assert files_of(root / "build" / "site") == before
