"""Every chart of the site is drawn, and comes alive when the reader turns to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

DRAWING = ".bsc-chart__drawing"
MARKS = "svg => svg.querySelectorAll('path, line, rect').length"


def _with_charts(site: Path) -> list[str]:
    pages = [page for page in sorted(site.rglob("index.html")) if 'class="bsc-chart' in page.read_text("utf-8")]
    return [page.relative_to(site).as_posix() for page in pages]


def _alive(page: Page) -> None:
    page.locator("figure[data-state=alive]").first.wait_for(timeout=15_000)
    assert page.locator(".bsc-chart__live svg").first.is_visible()
    assert page.locator(".bsc-chart__live svg").first.evaluate(MARKS) > 5


def test_every_chart_is_drawn_and_wakes_under_the_pointer(browser: Browser, site: Path, address: str) -> None:
    """The drawing stands before any script; hovering brings the live chart, without a complaint."""
    pages = _with_charts(site)
    assert len(pages) > 20
    with reading(browser, address) as reader:
        for path in pages:
            page = reader.open(path)
            drawing = page.locator(DRAWING).first
            assert drawing.locator("> svg").evaluate(MARKS) > 3, path
            drawing.hover()
            _alive(page)
        assert (reader.complaints, reader.strangers) == ([], [])


def test_a_chart_wakes_by_keyboard_and_reads_its_values(browser: Browser, address: str) -> None:
    """Focus, then the arrow keys."""
    with reading(browser, address) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        page.locator(DRAWING).first.focus()
        _alive(page)
        page.keyboard.press("ArrowLeft")
        assert "Oct 2026" in page.locator(".bsc-chart__tip").first.inner_text()


def test_a_chart_wakes_by_touch_from_a_memory_stick(browser: Browser, site: Path) -> None:
    """A finger, no server."""
    with reading(browser, site.as_uri(), size=(390, 844), has_touch=True, is_mobile=True) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        page.locator(DRAWING).first.tap()
        _alive(page)
        assert reader.strangers == []


def test_the_engine_of_charts_is_loaded_only_for_who_turns_to_one(browser: Browser, address: str) -> None:
    """A page without a chart, and a chart that nobody looks at, cost nothing."""
    asked: list[str] = []
    with reading(browser, address) as reader:
        reader.context.on("request", lambda request: asked.append(request.url))
        for path in ("index.html", "scorecard/index.html", "kpis/repeat-rate/index.html"):
            reader.open(path).wait_for_load_state("networkidle")
        assert [each for each in asked if "vega" in each] == []
        reader.page.locator(DRAWING).first.hover()
        _alive(reader.page)
        assert [each for each in asked if "vega" in each] != []
