"""Two hundred scorecards in three levels: read, assessed and written with work that grows with their number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bsc_site.compute.assess import assess
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.page import Page
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.organisations import write_many
from tests.effort import effort

AS_OF = date(2026, 1, 5)
FEW, MANY = 50, 200


@dataclass(frozen=True)
class Made:
    """The assessment, the pages, and the effort that they were, in calls."""

    assessment: Assessment
    pages: tuple[Page, ...]
    calls: int


def _worked(root: Path) -> tuple[Assessment, tuple[Page, ...]]:
    loaded = load_project(root)
    assert loaded.project is not None
    readings = load_readings(root, loaded.project).readings
    series = build_series(loaded.project, readings, AS_OF).series
    assessment = assess(loaded.project, series, AS_OF, None)
    return assessment, render_pages(SiteMaterial(assessment))


def _made(root: Path, below: int) -> Made:
    """So many scorecards below the root."""
    write_many(root, below)
    done: list[tuple[Assessment, tuple[Page, ...]]] = []
    calls = effort(lambda: done.append(_worked(root)))
    return Made(*done[0], calls)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Fifty scorecards below the root."""
    return _made(tmp_path_factory.mktemp("few") / "p", FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Two hundred."""
    return _made(tmp_path_factory.mktemp("many") / "p", MANY)


@pytest.mark.slow
def test_the_work_grows_with_the_number_of_scorecards(few: Made, many: Made) -> None:
    """Four times the scorecards are less than five times the work: its square would be sixteen times."""
    assert many.calls < 5 / 4 * MANY / FEW * few.calls


@pytest.mark.slow
def test_each_scorecard_has_all_its_pages(many: Made) -> None:
    """In its own folder, in all three levels."""
    addresses = {page.address for page in many.pages}
    assert len(addresses) == len(many.pages)
    cards = many.assessment.scorecards
    assert len(cards) == MANY + 1
    below = [name for name in cards if name != "root"]
    assert {f"s/{name}/objectives/means-first/" for name in below} <= addresses
    assert {f"s/{name}/alignment/" for name in below} <= addresses


@pytest.mark.slow
def test_the_nav_does_not_grow_with_the_scorecards(few: Made, many: Made) -> None:
    """It stands on every page: one entry leads to the page of all scorecards."""
    assert navigation(many.assessment) == navigation(few.assessment)
    assert {"All scorecards": "scorecards/index.md"} in navigation(many.assessment)
    tree = next(page.markdown for page in many.pages if page.address == "scorecards/")
    assert tree.count("index.html") == MANY + 2  # the top once more in the way that leads here


@pytest.mark.slow
def test_figures_are_rolled_up_through_all_levels(many: Made) -> None:
    """The root's sales are those of all teams together."""
    found = many.assessment.kpis["sales-root"].points
    teams = [each for name, each in many.assessment.kpis.items() if name.startswith("sales-d") and "-t" in name]
    assert len(teams) == MANY - MANY // 20
    assert [each.value for each in found] == [
        pytest.approx(sum(each.points[step].value for each in teams)) for step in range(len(found))
    ]


@pytest.mark.slow
def test_no_page_of_an_objective_grows_with_the_scorecards(few: Made, many: Made) -> None:
    """A step of the line of sight shows a dozen and counts the rest."""
    sizes = [
        max(len(page.markdown) for page in made.pages if "objectives/" in page.address and "s/" not in page.address[:2])
        for made in (few, many)
    ]
    assert sizes[1] < 1.5 * sizes[0]
