"""Every kind of page opens without a complaint, from a web server and from a memory stick, on every width."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import kinds, reading

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_complains_or_asks_another_host(browser: Browser, site: Path, address: str, width: int) -> None:
    """No error, no warning, no request beyond the site itself, also after scrolling to the end."""
    with reading(browser, address, size=(width, 800)) as reader:
        for path in kinds(site):
            page = reader.open(path)
            page.mouse.wheel(0, 100_000)
            page.wait_for_load_state("networkidle")
        assert (reader.complaints, reader.strangers) == ([], [])


def test_no_page_complains_from_a_memory_stick(browser: Browser, site: Path) -> None:
    """Opened as files, without any server."""
    with reading(browser, site.as_uri()) as reader:
        for path in kinds(site):
            reader.open(path).wait_for_timeout(150)
        assert (reader.complaints, reader.strangers) == ([], [])


@pytest.mark.parametrize("width", [360, 768, 1440, 3840])
def test_no_page_scrolls_sideways(browser: Browser, site: Path, address: str, width: int) -> None:
    """What is wider than the page scrolls in its own place."""
    with reading(browser, address, size=(width, 800)) as reader:
        wider = {
            path: found
            for path in kinds(site)
            if (found := reader.open(path).evaluate("document.documentElement.scrollWidth")) > width
        }
    assert wider == {}


def test_every_page_says_what_it_is(browser: Browser, site: Path, address: str) -> None:
    """One first heading, and a title in the browser's tab that starts with it or names the site."""
    with reading(browser, address) as reader:
        for path in kinds(site):
            page = reader.open(path)
            assert page.locator("article h1").count() == 1, path
            assert page.title().strip(), path


def test_pages_are_whole_without_javascript(browser: Browser, site: Path, address: str) -> None:
    """Map, charts, tables and links stand in the page itself."""
    with reading(browser, address, java_script_enabled=False) as reader:
        for path in kinds(site):
            page = reader.open(path)
            assert len(page.locator("article").inner_text()) > 100, path
        home = reader.open("index.html")
        assert home.locator(".bsc-map__svg").is_visible()
        home.locator(".bsc-map__box").first.click()
        assert "/objectives/" in home.url
        rows = reader.open("scorecard/index.html").locator("tbody tr:visible").count()
        assert rows > 20
        assert reader.open("kpis/repeat-rate/index.html").locator(".bsc-chart__drawing > svg").is_visible()


def test_half_a_year_later_every_page_says_how_old_it_is(browser: Browser, site: Path, address: str) -> None:
    """Each kind of page, and those of the project's own; a week after the build none does."""
    paths = [*kinds(site), "about.html"]
    assert _notes(browser, address, paths, datetime(2026, 11, 12, 9, tzinfo=UTC)) == {}
    later = _notes(browser, address, paths, datetime(2027, 5, 5, 9, tzinfo=UTC))
    assert later.keys() == set(paths)
    assert {text.partition(";")[0] for text in later.values()} == {
        "These are the figures as of 5 Nov 2026, 181 days ago"
    }


def _notes(browser: Browser, address: str, paths: list[str], now: datetime) -> dict[str, str]:
    found = {}
    with reading(browser, address, timezone_id="UTC") as reader:
        reader.page.clock.set_fixed_time(now)
        for path in paths:
            page = reader.open(path)
            page.wait_for_timeout(150)
            for text in page.locator("article .bsc-age").all_inner_texts():
                found[path] = text
        assert reader.complaints == []
    return found
