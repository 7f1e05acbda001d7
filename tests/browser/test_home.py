"""The home page answers first: what needs action stands on the first screen, and the page ends soon."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

DESK, PHONE = (1440, 900), (390, 844)


def _top(page: Page, selector: str) -> float:
    found: float = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().top + scrollY")
    return found


def _height(page: Page, selector: str) -> float:
    found: float = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().height")
    return found


@pytest.mark.parametrize(("size", "above"), [(DESK, 600), (PHONE, 2 * 844)])
def test_everything_above_the_map_is_seen_at_once(
    browser: Browser, address: str, size: tuple[int, int], above: float
) -> None:
    """The sentence, the bar, and all that needs action; on a phone within two screens."""
    with reading(browser, address, size=size) as reader:
        page = reader.open("index.html")
        assert _top(page, ".bsc-action") < _top(page, ".bsc-figure") <= above


@pytest.mark.parametrize(("size", "most"), [(DESK, 2600), (PHONE, 5500)])
def test_the_home_page_is_short(browser: Browser, address: str, size: tuple[int, int], most: float) -> None:
    """Header and footer counted."""
    with reading(browser, address, size=size) as reader:
        page = reader.open("index.html")
        assert _height(page, "html") <= most


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_every_part_of_the_bar_shows_its_count_in_full(browser: Browser, address: str, size: tuple[int, int]) -> None:
    """On a desk with its word; on a phone the words stand below."""
    with reading(browser, address, size=size) as reader:
        page = reader.open("index.html")
        cut = "parts => parts.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
        assert page.locator(".bsc-bar__part > a").evaluate_all(cut) == []
        assert page.locator(".bsc-bar__key").is_visible() is (size is PHONE)


def test_printed_it_takes_two_sides(browser: Browser, address: str) -> None:
    """What needs action and the map on the first, the rest on the second."""
    with reading(browser, address) as reader:
        pages = reader.open("index.html").pdf(format="A4").count(b"/Type /Page\n")
        assert 1 <= pages <= 2


def test_a_part_of_the_bar_leads_to_the_table_of_just_these(browser: Browser, address: str) -> None:
    """As many rows as the bar says."""
    with reading(browser, address) as reader:
        page = reader.open("index.html")
        part = page.locator(".bsc-bar__part > a").first
        count = int(part.locator(".bsc-status").inner_text())
        part.click()
        page.wait_for_url("**/scorecard/**")
        page.locator(".bsc-tools").first.wait_for()
        assert page.locator("tbody tr:visible").count() == count
