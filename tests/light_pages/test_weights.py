"""What a KPI of ten years of months weighs: its page before its live chart, and its files."""
# the names of tests are sentences

from __future__ import annotations

import re
from datetime import date

import pytest

from benchmarks.made_up import write_project
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.pipeline import Circle, Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.drawing import draw
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages

KB = 1000


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """Some KPIs of 120 months."""
    folder = tmp_path_factory.mktemp("made-up")
    write_project(folder, 8)
    found = examine(Order(folder, date(2025, 1, 15), Circle.EVERYTHING)).assessment
    assert found is not None
    return found


@pytest.fixture(scope="module")
def kpi_pages(made_up: Assessment) -> list[Page]:
    """Their pages, with what is drawn on them."""
    charts = charts_of(made_up)
    drawings = {key: draw(chart) for key, chart in charts.items() if key.startswith("kpi/")}
    pages = render_pages(SiteMaterial(made_up, (), charts, drawings))
    return [each for each in pages if each.address.startswith("kpis/")]


def test_what_the_page_of_a_kpi_says_weighs_little(kpi_pages: list[Page]) -> None:
    for page in kpi_pages:
        figure = re.findall(r"<figure.*?</figure>", page.markdown)
        assert len(figure) == 1
        assert len(figure[0].encode()) < 13 * KB
        assert len(page.markdown.replace(figure[0], "").encode()) < 17 * KB


def test_what_brings_its_chart_to_life_comes_with_its_page_and_not_in_it(kpi_pages: list[Page]) -> None:
    for page in kpi_pages:
        (path, text), _ = page.beside
        assert path == f"data/charts/kpi/{page.address.split('/')[1]}.js"
        assert f'data-live="kpi/{page.address.split("/")[1]}"' in page.markdown
        assert len(text.encode()) < 12 * KB


def test_the_chart_for_other_pages_weighs_little(kpi_pages: list[Page]) -> None:
    """Of ten years of months too."""
    for page in kpi_pages:
        _, (path, text) = page.beside
        assert path == f"{page.address}embed/index.html"
        assert len(text.encode()) < 6 * KB


def test_files_of_a_kpi_weigh_little(made_up: Assessment) -> None:
    files = documents(made_up, ())
    for name in made_up.kpis:
        assert len(files[f"api/v1/kpis/{name}.json"]) < 22 * KB
        assert len(files[f"data/{name}.csv"]) < 7 * KB
