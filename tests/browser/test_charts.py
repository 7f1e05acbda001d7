"""Every chart of the site is drawn, and comes alive when the reader turns to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

DRAWING = ".bsc-chart__drawing"
TIP = ".bsc-chart__tip"
MARKS = "svg => svg.querySelectorAll('path, line, rect').length"


def _with_charts(site: Path) -> list[str]:
    whole = [page for page in sorted(site.rglob("index.html")) if page.parent.name != "embed"]
    pages = [page for page in whole if 'class="bsc-chart' in page.read_text("utf-8")]
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
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            drawing = page.locator(DRAWING).first
            assert drawing.locator("> svg").evaluate(MARKS) > 3, path
            drawing.hover()
            _alive(page)
        assert (reader.complaints, reader.strangers) == ([], [])


def test_a_live_chart_loses_nothing_that_was_drawn(browser: Browser, address: str) -> None:
    """Target, fan and limits are lines and areas of groups, and each group has them."""
    with reading(browser, address) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        page.locator(DRAWING).first.hover()
        _alive(page)
        groups = page.locator(".bsc-chart__live").first.locator("g.mark-group.role-scope")
        drawn = [each.locator(":is(.mark-line, .mark-area) path").count() for each in groups.all()]
        assert len(drawn) > 4
        assert 0 not in drawn


def test_a_chart_wakes_by_keyboard_and_reads_its_values(browser: Browser, address: str) -> None:
    """Focus, then the arrow keys."""
    with reading(browser, address) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        page.locator(".bsc-chart__zoom button").last.focus()
        page.keyboard.press("Tab")
        _alive(page)
        page.keyboard.press("ArrowLeft")
        assert "Oct 2026" in page.locator(".bsc-chart__tip").first.inner_text()


def test_a_tap_tells_the_value_from_a_memory_stick(browser: Browser, site: Path) -> None:
    """A finger, no server: the nearest period with value, target and status, and the next one by a further tap."""
    with reading(browser, site.as_uri(), size=(390, 844), has_touch=True, is_mobile=True) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        plot = page.locator(DRAWING).first
        plot.scroll_into_view_if_needed()
        box = plot.bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + box["width"] * 0.951, box["y"] + box["height"] / 2)
        page.locator(f"{TIP} > b").first.wait_for()
        assert page.locator(f"{TIP} > *").all_inner_texts() == ["Oct 2026", "28.9 %", "29.7 % expected", "Watch"]
        page.touchscreen.tap(box["x"] + box["width"] * 0.49, box["y"] + box["height"] / 2)
        assert page.locator(f"{TIP} > b").first.inner_text() == "Mar 2025"
        told = page.locator(TIP).first.bounding_box()
        assert told
        assert told["x"] >= 0
        assert told["x"] + told["width"] <= 390
        assert reader.strangers == []


def test_a_button_shows_a_part_of_the_time_by_touch(browser: Browser, site: Path) -> None:
    """It stands there before, so nothing moves when the chart comes alive."""
    with reading(browser, site.as_uri(), size=(390, 844), has_touch=True, is_mobile=True) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        before = page.locator(DRAWING).first.evaluate("e => e.offsetTop")
        page.locator(".bsc-chart__zoom button").last.tap()
        _alive(page)
        page.locator(".bsc-chart__live text", has_text="Apr").first.wait_for()
        assert page.locator(DRAWING).first.evaluate("e => e.offsetTop") == before
        assert reader.complaints == []


def test_boxes_switch_parts_without_javascript(browser: Browser, address: str) -> None:
    """Limits are off at first where the latest value says nothing; buttons that would do nothing are not shown."""
    with reading(browser, address, java_script_enabled=False) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        limits = page.locator(f"{DRAWING} > svg .bsc-chart__limits text").first
        assert limits.is_hidden()
        page.locator("input[name=limits]").check()
        assert limits.is_visible()
        assert page.locator(".bsc-chart__zoom").is_hidden()


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
