"""Whatever is edited between two builds, the second one makes the site that a build from nothing makes."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from bsc_site.pipeline import Order, build_site
from bsc_site.publish.delivery import Delivery
from tests.builders.project_folders import files_of
from tests.warm.edited_project import EditedProject
from tests.warm.edits import edit


def _made(root: Path, project: EditedProject, stood: Path, *, cached: bool) -> tuple[list[str], dict[str, bytes]]:
    """What a build says and every file of its site; `stood` is the site that stood before, which it compares with."""
    order = Order(root, project.day, project.readers, stands=stood)
    outcome = build_site(order, Delivery(root / "build" / "site", cached=cached))
    said = [str(each) for each in (*outcome.problems, outcome.published is not None)]
    return said, files_of(root / "build" / "site") if outcome.published else {}


def _run(folder: Path, seed: int, steps: int) -> None:
    """Edits by the dice, and after each of them a warm and a cold build."""
    dice = random.Random(seed)  # noqa: S311  # made-up edits, not a secret
    project, warm, done = EditedProject(dice), folder / "warm", []
    for step in range(steps + 1):
        edits = [edit(project) for _ in range(project.dice.choice((1, 1, 1, 2, 4)))] if step else []
        done.append(edits)
        stood, cold = folder / f"stood-{step}", folder / f"cold-{step}"
        if (warm / "build" / "site").is_dir():
            shutil.copytree(warm / "build" / "site", stood)
        for root in (warm, cold):
            root.mkdir(exist_ok=True)
            project.write_to(root)
        said, site = _made(warm, project, stood, cached=True)
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
