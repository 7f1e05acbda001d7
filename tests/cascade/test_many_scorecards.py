"""Two hundred scorecards in three levels: read, assessed and written as pages in time that grows with their number."""

from __future__ import annotations

import time
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
from tests.cascade.many import written

AS_OF = date(2026, 1, 5)
FEW, MANY = 50, 200


def _made(root: Path, below: int) -> tuple[Assessment, tuple[Page, ...], float]:
    """The assessment, the pages, and the seconds of processor time that they took."""
    written(root, below)
    begun = time.process_time()
    loaded = load_project(root)
    assert loaded.project is not None
    readings = load_readings(root, loaded.project).readings
    series = build_series(loaded.project, readings, AS_OF).series
    assessment = assess(loaded.project, series, AS_OF, None)
    pages = render_pages(SiteMaterial(assessment))
    return assessment, pages, time.process_time() - begun


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> tuple[Assessment, tuple[Page, ...], float]:
    """Fifty scorecards below the root."""
    return _made(tmp_path_factory.mktemp("few") / "p", FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Assessment, tuple[Page, ...], float]:
    """Two hundred."""
    return _made(tmp_path_factory.mktemp("many") / "p", MANY)


@pytest.mark.slow
def test_the_time_grows_with_the_number_of_scorecards(
    few: tuple[Assessment, tuple[Page, ...], float], many: tuple[Assessment, tuple[Page, ...], float]
) -> None:
    """Four times the scorecards take less than eight times as long: its square would be sixteen times."""
    assert many[2] < 2 * MANY / FEW * few[2]


@pytest.mark.slow
def test_each_scorecard_has_all_its_pages(many: tuple[Assessment, tuple[Page, ...], float]) -> None:
    """In its own folder, in all three levels."""
    addresses = {page.address for page in many[1]}
    assert len(addresses) == len(many[1])
    cards = many[0].scorecards
    assert len(cards) == MANY + 1
    below = [name for name in cards if name != "root"]
    assert {f"s/{name}/objectives/means-first/" for name in below} <= addresses
    assert {f"s/{name}/alignment/" for name in below} <= addresses


@pytest.mark.slow
def test_the_nav_does_not_grow_with_the_scorecards(
    few: tuple[Assessment, tuple[Page, ...], float], many: tuple[Assessment, tuple[Page, ...], float]
) -> None:
    """It stands on every page: one entry leads to the page of all scorecards."""
    assert navigation(many[0]) == navigation(few[0])
    assert {"All scorecards": "scorecards/index.md"} in navigation(many[0])
    tree = next(page.markdown for page in many[1] if page.address == "scorecards/")
    assert tree.count("index.html") == MANY + 1


@pytest.mark.slow
def test_figures_are_rolled_up_through_all_levels(many: tuple[Assessment, tuple[Page, ...], float]) -> None:
    """The root's sales are those of all teams together."""
    found = many[0].kpis["sales-root"].points
    teams = [each for name, each in many[0].kpis.items() if name.startswith("sales-d") and "-t" in name]
    assert len(teams) == MANY - MANY // 20
    assert [each.value for each in found] == [
        pytest.approx(sum(each.points[step].value for each in teams)) for step in range(len(found))
    ]


@pytest.mark.slow
def test_no_page_of_an_objective_grows_with_the_scorecards(
    few: tuple[Assessment, tuple[Page, ...], float], many: tuple[Assessment, tuple[Page, ...], float]
) -> None:
    """A step of the line of sight shows a dozen and counts the rest."""
    sizes = [
        max(len(page.markdown) for page in made[1] if "objectives/" in page.address and "s/" not in page.address[:2])
        for made in (few, many)
    ]
    assert sizes[1] < 1.5 * sizes[0]
