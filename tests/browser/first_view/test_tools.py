"""What answers a reader comes with the first sign of one, and what was done before it came is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.demo import Reader, awaited, reading

pytestmark = pytest.mark.browser

TOOLS = "later-tools.js"


@contextmanager
def _held(browser: Browser, address: str, **settings: object) -> Iterator[tuple[Reader, list[Route]]]:
    """A reader whose tools come when the test lets them: the requests for them so far."""
    with reading(browser, address, **settings) as reader:
        asked: list[Route] = []
        reader.context.route(f"**/{TOOLS}", lambda route: asked.append(route))  # noqa: PLW0108  # no builtin may listen
        yield reader, asked
        assert reader.complaints == []


def _let_in(reader: Reader, asked: list[Route]) -> None:
    reader.page.wait_for_timeout(300)
    (one,) = asked
    one.continue_()
    awaited(reader.page, "window.bscTools")


def test_nothing_comes_before_a_sign(browser: Browser, address: str) -> None:
    with _held(browser, address) as (reader, asked):
        for path in ("index.html", "kpis/repeat-rate/index.html", "scorecard/index.html"):
            reader.open(path).wait_for_load_state("networkidle")
        assert asked == []


@pytest.mark.parametrize(
    "path", ["scorecard/index.html?words=rate", "map/index.html#theme=loyalty", "definitions/index.html"]
)
def test_what_the_address_asks_for_waits_for_nobody(browser: Browser, address: str, path: str) -> None:
    """Nor do tables whose tools are put there."""
    with reading(browser, address) as reader, reader.page.expect_request(f"**/{TOOLS}"):
        reader.open(path)


def test_what_was_pressed_before_the_tools_came_is_done_then(browser: Browser, address: str) -> None:
    with _held(browser, address) as (reader, asked):
        page = reader.open("scorecard/index.html")
        sort = page.locator("th .bsc-sort").first
        sort.click()
        _let_in(reader, asked)
        expect(page.locator("th[aria-sort]")).to_have_count(1)


def test_what_was_typed_before_the_tools_came_is_looked_for_then(browser: Browser, address: str) -> None:
    """Enter sends nothing away."""
    with _held(browser, address) as (reader, asked):
        page = reader.open("scorecard/index.html")
        whole = page.locator("table.bsc-kpis--all tbody tr").count()
        page.get_by_role("searchbox", name="Filter by").fill("repeat")
        page.keyboard.press("Enter")
        _let_in(reader, asked)
        awaited(page, f"document.querySelectorAll('table.bsc-kpis--all tbody tr').length < {whole}")
        assert "words=repeat" in page.url


def test_a_tap_before_the_tools_came_tells_the_value_then(browser: Browser, address: str) -> None:
    with _held(browser, address, size=(390, 844), has_touch=True, is_mobile=True) as (reader, asked):
        page = reader.open("kpis/repeat-rate/index.html")
        box = page.locator(".bsc-chart__drawing").first.bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + box["width"] * 0.951, box["y"] + box["height"] / 2)
        _let_in(reader, asked)
        expect(page.locator(".bsc-chart__tip > b").first).to_have_text("Oct 2026")


def test_a_pointer_that_rests_on_a_chart_wakes_it(browser: Browser, address: str) -> None:
    with _held(browser, address) as (reader, asked):
        page = reader.open("kpis/repeat-rate/index.html")
        page.locator(".bsc-chart__drawing").first.hover()
        _let_in(reader, asked)
        page.locator("figure[data-state=alive]").first.wait_for(timeout=15_000)


def test_the_focus_that_rests_on_a_chart_reads_it_by_keys(browser: Browser, address: str) -> None:
    with _held(browser, address) as (reader, asked):
        page = reader.open("kpis/repeat-rate/index.html")
        page.locator(".bsc-chart__drawing").first.focus()
        page.keyboard.press("ArrowLeft")
        _let_in(reader, asked)
        expect(page.locator(".bsc-chart__tip > b").first).to_have_text("Oct 2026")


def test_who_gets_no_tools_is_asked_again_by_the_next_sign(browser: Browser, address: str) -> None:
    with reading(browser, address) as reader:
        refused: list[Route] = []

        def refuse(route: Route) -> None:
            refused.append(route)
            route.abort()

        reader.context.route(f"**/{TOOLS}", refuse, times=1)
        page = reader.open("scorecard/index.html")
        page.mouse.move(300, 300)
        page.wait_for_timeout(200)
        assert len(refused) == 1
        page.mouse.move(310, 310)
        awaited(page, "window.bscTools")
