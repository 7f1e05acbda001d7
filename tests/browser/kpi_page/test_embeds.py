"""Embedded charts as readers see them on other pages: in frames of every size, light and dark, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

KPIS = ("nps", "orders", "data-audit", "gross-margin")
"""A line, bars, steps, and one with a long forecast."""
WIDTHS = (200, 390, 800)


@contextmanager
def framed(browser: Browser, address: str, kpi: str, width: int, **context: Any) -> Iterator[tuple[Page, Frame]]:
    """A page elsewhere that shows the chart in a frame of this width, and the frame."""
    with reading(browser, address, **context) as reader:
        page = reader.page
        frame = (
            f'<iframe src="{address}/kpis/{kpi}/embed/index.html" title="Chart" width="{width}" height="360"></iframe>'
        )
        page.set_content(f'<!doctype html><html lang="en"><title>Elsewhere</title><body style="margin:0">{frame}')
        page.frame_locator("iframe").locator(".bsc-embed svg path").first.wait_for(state="attached")
        yield page, page.frames[1]
        assert reader.complaints == []
        assert reader.strangers == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_an_embedded_chart(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Every rule that axe has, contrast included."""
    found: dict[str, list[str]] = {}
    with reading(browser, address, size=(width, 360), color_scheme=scheme) as reader:
        for kpi in KPIS:
            page = reader.open(f"kpis/{kpi}/embed/index.html")
            violations = Axe().run(page).response["violations"]
            if violations:
                found[kpi] = [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in violations]
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kpi", KPIS)
def test_a_chart_fits_its_frame(browser: Browser, address: str, kpi: str, width: int) -> None:
    """Nothing is wider than the frame, and the plot has the most of its height that words leave."""
    with framed(browser, address, kpi, width) as (_, frame):
        wide, inner, plot = frame.evaluate(
            "() => [document.documentElement.scrollWidth, innerWidth,"
            " document.querySelector('.bsc-chart__drawing').getBoundingClientRect().height]"
        )
        assert wide <= inner == width
        assert plot > (50 if width < 300 else 100)


def test_it_is_dark_for_a_reader_who_has_it_dark(browser: Browser, address: str) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        with framed(browser, address, "nps", 600, color_scheme=scheme) as (_, frame):
            grounds[scheme] = frame.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(30, 33, 41)"}


def test_it_shows_all_without_scripts_and_loads_a_page_and_a_sheet(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with reading(browser, address, java_script_enabled=False) as reader:
        reader.context.on("request", lambda request: asked.append(request.url))
        page = reader.open("kpis/nps/embed/index.html")
        assert page.locator("h1").inner_text() == "Net promoter score"
        assert page.locator(".bsc-status").is_visible()
        assert page.locator(".bsc-chart__drawing > svg").is_visible()
    assert [each.rpartition("/")[2] for each in asked] == ["index.html", "embed.css"]


def test_its_link_opens_the_page_of_the_kpi_in_a_tab_of_its_own(browser: Browser, address: str) -> None:
    with framed(browser, address, "nps", 600) as (page, frame):
        with page.context.expect_page() as opened:
            frame.locator("a").click()
        assert opened.value.url == f"{address}/kpis/nps/index.html"


def test_the_page_of_a_kpi_has_a_fold_that_says_how_to_share_it(browser: Browser, address: str, site: Path) -> None:
    """The demo has no address, so it says what is missing; the link leads to the chart."""
    assert (site / "kpis/nps/embed/index.html").is_file()
    with reading(browser, address) as reader:
        page = reader.open("kpis/nps/index.html#share")
        fold = page.locator("#share")
        assert fold.evaluate("each => each.open")
        assert "site_url" in fold.inner_text()
        fold.locator("a").first.click()
        page.wait_for_url("**/kpis/nps/embed/index.html")
