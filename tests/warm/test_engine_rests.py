"""A figure is another one: every page that says so is set into the ground of an earlier build, without the engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bsc_site.model.period import parse_period
from bsc_site.pipeline import Order, build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.engine.run_engine import EngineReport, PythonEngine
from tests.warm.edited_project import SETTINGS, EditedProject


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every run of the engine."""
    found: list[Path] = []
    build = PythonEngine.build

    def noted(self: PythonEngine, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:
        found.append(site_dir)
        return build(self, config_file, site_dir, asked)

    monkeypatch.setattr(PythonEngine, "build", noted)
    return found


def _another_figure(project: EditedProject) -> None:
    """The first KPI, which stands on the most pages: on those of the style and of reviews too."""
    project.figures["k0"][max(project.figures["k0"])] += 7


def _one_more_figure(project: EditedProject) -> None:
    row = project.figures["k1"]
    row[str(parse_period(max(row)).shift(1))] = 60


def _another_description(project: EditedProject) -> None:
    project.kpis[0]["description"] = "Said anew <at last>"


def _nothing_reviewed_yet(project: EditedProject) -> None:
    """The pages of reviews, risks, initiatives and scorecards show the lines with which to begin."""
    project.cards.pop()
    project.cards[0]["kpis"].pop()
    project.objectives[-1]["kpis"].pop()
    del project.figures["s0"]
    for each in ("reviews", "risks", "initiatives"):
        del project.cards[0][each]


def _off_track(project: EditedProject) -> None:
    for row in project.figures.values():
        row[max(row)] = 1


def _nothing(_: EditedProject) -> None:
    """As it is."""


EDITS: tuple[Callable[[EditedProject], None], ...] = (
    _another_figure,
    _one_more_figure,
    _another_description,
    _off_track,
)


@pytest.mark.parametrize("begin", [_nothing, _nothing_reviewed_yet])
@pytest.mark.parametrize("settings", [SETTINGS[0], SETTINGS[2]])
def test_one_figure_has_changed_and_the_engine_is_not_started(
    tmp_path: Path, runs: list[Path], settings: str, begin: Callable[[EditedProject], None]
) -> None:
    project = EditedProject(random.Random(7))  # noqa: S311  # made-up figures, not a secret
    project.files["mkdocs.yml"] = settings
    begin(project)
    for edit in (_nothing, *EDITS):
        edit(project)
        project.write_to(tmp_path)
        order = Order(tmp_path, project.day, project.readers)
        outcome = build_site(order, Delivery(tmp_path / "build" / "site", cached=True))
        assert outcome.published is not None, "\n".join(str(each) for each in outcome.problems if "error" in str(each))
    assert len(runs) == 1
