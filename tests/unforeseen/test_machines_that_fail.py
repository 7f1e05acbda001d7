"""A real disk without room, input that goes or changes under the build, a clock that jumps: the old site or the new."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, PROGRAM, SCORECARD, run, shop
from tests.builders.project_folders import files_of

pytestmark = pytest.mark.slow
OTHER = FIGURES.replace("2025-06,26", "2025-06,12")
_KILOBYTE = 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of twelve megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or os.geteuid() != 0 or mount is None:
        pytest.skip("may not mount a disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=12m", "tmpfs", place], check=False).returncode:
        pytest.skip("may not mount a disk")
    yield place
    subprocess.run(["umount", place], check=True)  # noqa: S607  # whichever belongs to mount


def _named(root: Path) -> set[str]:
    """All but the site, the spare one, and what was kept of one small change."""
    told = {each.relative_to(root).as_posix() for each in root.rglob("*")}
    return {each for each in told if not each.startswith(("build/site", "build/.site.spare")) and ".more." not in each}


def test_a_disk_without_room_leaves_the_site_and_nothing_else(small_disk: Path) -> None:
    """Wherever it fills up; with room again the next build works."""
    root, fill = shop(small_disk / "project"), small_disk / "fill"
    assert run("build", "-C", root, "--as-of", DAY).code == 0
    before, names = files_of(root / "build" / "site"), _named(root)
    (root / "data" / "shop.csv").write_text(OTHER, encoding="utf-8")
    for room in (0, 4, 8, 16):
        fill.unlink(missing_ok=True)
        fill.write_bytes(b"x" * max(0, shutil.disk_usage(small_disk).free - room * _KILOBYTE))
        told = run("build", "-C", root, "--as-of", DAY)
        errors = [each for each in told.lines if " error" in each]
        assert (told.code, len(errors), "Traceback" in told.err + told.out) == (3, 1, False), told.err
        assert "BSC901 error: no space is left on the disk" in errors[0]
        assert files_of(root / "build" / "site") == before
        assert _named(root) <= names
    fill.unlink()
    assert run("build", "-C", root, "--as-of", DAY).code == 0
    assert files_of(root / "build" / "site") != before
    assert _named(root) == names


CHANGES = {
    "figures that change": ("data/shop.csv", OTHER),
    "figures that go": ("data/shop.csv", None),
    "a scorecard that goes": ("scorecard/shop.yml", None),
    "a scorecard that breaks": ("scorecard/shop.yml", SCORECARD + "  - {"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_input_that_changes_under_a_build_makes_no_mix_and_the_next_build_sees_it(kind: str, tmp_path: Path) -> None:
    """At each of its steps; either the build ends well, or one line says why not."""
    file, content = CHANGES[kind]
    root, other = shop(tmp_path / "project"), shop(tmp_path / "other")
    wanted = []
    for folder, figures in ((root, FIGURES), (other, OTHER)):
        (folder / "data" / "shop.csv").write_text(figures, encoding="utf-8")
        assert run("build", "-C", folder, "--as-of", DAY).code == 0
        wanted.append(files_of(folder / "build" / "site"))
    steps = ("Reading", "Computing", "Looking", "Writing", "Building", "Following")
    for step in steps:
        shop(root)
        _changed_at(step, root / file, content, root)
        assert files_of(root / "build" / "site") in wanted
    shop(root, figures=OTHER)
    assert run("build", "-C", root, "--as-of", DAY).code == 0
    assert files_of(root / "build" / "site") == wanted[1]


def _changed_at(step: str, path: Path, content: str | None, root: Path) -> None:
    """A build during which the file is another one, or gone, as soon as it says that it does the step."""
    command = [*PROGRAM, "build", "-C", str(root), "--as-of", DAY, "--no-cache"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith(step):
                break
        if content is None:
            path.unlink()
        else:
            path.write_text(content, encoding="utf-8")
        out, err = running.communicate(timeout=300)
    assert running.returncode in (0, 1, 3)
    assert "Traceback" not in out + err
    assert "BSC990" not in err
    assert (running.returncode == 0) == (" error" not in err), err


def test_a_clock_that_jumps_back_hides_no_change(tmp_path: Path) -> None:
    """Files that are older than the site, and of the size that they had, are read all the same."""
    root = shop(tmp_path)
    assert run("build", "-C", root, "--as-of", DAY).code == 0
    before = files_of(root / "build" / "site")
    for figures in (OTHER, FIGURES, OTHER):
        path = root / "data" / "shop.csv"
        path.write_text(figures, encoding="utf-8")
        os.utime(path, (946684800, 946684800))  # 1 January 2000, each time
        assert run("build", "-C", root, "--as-of", DAY).code == 0
        assert (files_of(root / "build" / "site") == before) == (figures == FIGURES)
