"""Whatever is edited between two builds, the second one makes the site that a build from nothing makes."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bsc_site.compute.known.memory import Memory
from bsc_site.pipeline import Order, build_site
from bsc_site.publish.delivery import Delivery
from tests.builders.program import PROGRAM
from tests.builders.project_folders import files_of, write
from tests.warm.edited_project import EditedProject
from tests.warm.edits import EDITS, OF_ONE_KPI, edit


def _made(
    root: Path, project: EditedProject, stood: Path, *, cached: bool, memory: Memory | None = None
) -> tuple[list[str], dict[str, bytes]]:
    """What a build says and every file of its site; `stood` is the site that stood before, which it compares with."""
    order = Order(root, project.day, project.readers, stands=stood)
    outcome = build_site(order, Delivery(root / "build" / "site", cached=cached, memory=memory))
    said = [str(each) for each in (*outcome.problems, outcome.published is not None)]
    return said, files_of(root / "build" / "site") if outcome.published else {}


def _run(folder: Path, seed: int, steps: int, edits: Sequence[Callable[[EditedProject], None]] = EDITS) -> None:
    """Edits by the dice, after each a warm and a cold build; every other seed warm as in a process that serves."""
    dice = random.Random(seed)  # noqa: S311  # made-up edits, not a secret
    project, warm, done, memory = EditedProject(dice), folder / "warm", [], Memory() if seed % 2 else None
    for step in range(steps + 1):
        done.append([edit(project, edits) for _ in range(project.dice.choice((1, 1, 1, 2, 4)))] if step else [])
        stood, cold = folder / f"stood-{step}", folder / f"cold-{step}"
        if (warm / "build" / "site").is_dir():
            shutil.copytree(warm / "build" / "site", stood)
        for root in (warm, cold):
            root.mkdir(exist_ok=True)
            project.write_to(root)
        said, site = _made(warm, project, stood, cached=True, memory=memory)
        said_cold, from_nothing = _made(cold, project, stood, cached=False)
        assert said == said_cold, done
        assert sorted(site) == sorted(from_nothing), done
        assert [name for name in site if site[name] != from_nothing[name]] == [], done
        for root in (stood, cold):
            shutil.rmtree(root, ignore_errors=True)


@pytest.mark.parametrize("seed", [0])
def test_a_warm_build_makes_the_site_of_a_cold_one(tmp_path: Path, seed: int) -> None:
    _run(tmp_path, seed, 2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 9))
def test_a_warm_build_makes_the_site_of_a_cold_one_after_many_edits(tmp_path: Path, seed: int) -> None:
    _run(tmp_path, seed, 6)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20, 23))
def test_a_warm_build_makes_the_site_of_a_cold_one_after_edits_of_what_kpis_declare(tmp_path: Path, seed: int) -> None:
    _run(tmp_path, seed, 6, OF_ONE_KPI)


def _garbage(cache: Path, dice: random.Random) -> None:
    """Every file cut, changed in one place or replaced, and some that nobody has made."""
    for file in sorted(cache.iterdir()):
        content = file.read_bytes()
        at = dice.randrange(len(content) or 1)
        spoilt = (content[:at], content[:at] + b"?" + content[at + 1 :], b"\xff" * 50)
        file.write_bytes(dice.choice(spoilt))
    write(cache, {"more.page": b"", "0.ground": b"x", "a.unfinished": b"half", "folder.html/a": b""})


def _as_a_file(cache: Path, _: random.Random) -> None:
    """Nothing can be written where the folder would be."""
    shutil.rmtree(cache)
    cache.write_text("a file")


def _gone(cache: Path, _: random.Random) -> None:
    shutil.rmtree(cache)


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [_garbage, _as_a_file, _gone])
def test_whatever_becomes_of_the_cache_the_site_is_the_same(
    tmp_path: Path, spoil: Callable[[Path, random.Random], None]
) -> None:
    dice = random.Random(5)  # noqa: S311  # made-up damage, not a secret
    project, warm, cold, stood = EditedProject(dice), tmp_path / "warm", tmp_path / "cold", tmp_path / "stood"
    project.write_to(warm)
    _made(warm, project, stood, cached=True)
    shutil.copytree(warm / "build" / "site", stood)
    spoil(warm / ".bsc-cache", dice)
    project.figures["k2"]["2025-01"] += 5
    for root in (warm, cold):
        project.write_to(root)
    assert _made(warm, project, stood, cached=True) == _made(cold, project, stood, cached=False)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [1.0, 2.5, 4.0])
def test_a_build_that_was_killed_leaves_nothing_that_shows(tmp_path: Path, seconds: float) -> None:
    """At whatever it was: the next one makes the whole site, and until then the one that stood stands."""
    project, warm, cold, stood = EditedProject(random.Random(6)), tmp_path / "warm", tmp_path / "cold", tmp_path / "s"  # noqa: S311  # likewise
    project.write_to(warm)
    _, before = _made(warm, project, stood, cached=True)
    shutil.copytree(warm / "build" / "site", stood)
    project.figures["k2"]["2025-01"] += 5
    project.write_to(warm)
    command = [*PROGRAM, "build", "-C", str(warm), "--as-of", project.day.isoformat()]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as build:
        time.sleep(seconds)
        build.kill()
    project.write_to(cold)
    from_nothing = _made(cold, project, stood, cached=False)
    assert files_of(warm / "build" / "site") in (before, from_nothing[1])
    assert _made(warm, project, stood, cached=True) == from_nothing
