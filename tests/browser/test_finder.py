"""The box of all names: by keyboard, from a disk as from a server, and for those who only hear it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo import reading

pytestmark = pytest.mark.browser


def _opened(page: Page) -> Page:
    page.keyboard.press("Control+k")
    page.locator(".bsc-finder[open]").wait_for()
    return page


@pytest.mark.parametrize("from_disk", [True, False])
def test_a_misspelt_name_is_found_and_opened_by_keyboard(
    browser: Browser, site: Path, address: str, *, from_disk: bool
) -> None:
    """What is needed for it comes with the first opening and not before."""
    with reading(browser, site.as_uri() if from_disk else address) as reader:
        page = reader.open("kpis/nps/index.html")
        assert page.locator("script[src*=finder]").count() == 0
        _opened(page)
        page.keyboard.type("reveneu")
        expect(page.get_by_role("status").filter(has_text="3 found")).to_be_visible()
        first = page.get_by_role("option").first
        expect(first).to_contain_text("Revenue")
        expect(first).to_contain_text("KPI · ")
        assert first.locator(".bsc-status").count() == 1
        chosen = page.locator(".bsc-finder__input").get_attribute("aria-activedescendant")
        assert chosen == first.get_attribute("id")
        page.keyboard.press("Enter")
        page.wait_for_url("**/kpis/revenue/index.html")
        _opened(page)
        expect(page.get_by_role("option").first).to_contain_text("Revenue")  # opened before


def test_the_focus_goes_back_where_it_was(browser: Browser, address: str) -> None:
    with reading(browser, address) as reader:
        page = reader.open("index.html")
        page.locator(".bsc-find").focus()
        page.keyboard.press("Enter")
        page.locator(".bsc-finder[open]").wait_for()
        page.keyboard.press("Escape")
        expect(page.locator(".bsc-find")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_box(browser: Browser, address: str, scheme: str) -> None:
    """With its suggestions and with answers."""
    with reading(browser, address, color_scheme=scheme) as reader:
        page = _opened(reader.open("index.html"))
        for question in ("", "customers"):
            page.locator(".bsc-finder__input").fill(question)
            found = Axe().run(page, context=".bsc-finder").response["violations"]
            assert [(each["id"], [node["html"][:90] for node in each["nodes"]]) for each in found] == []
