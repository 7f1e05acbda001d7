"""The page of a KPI in the browser: it opens what an address names, and takes two sides of paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

PAGE = "kpis/{kpi}/index.html"
KPIS = ("repeat-rate", "average-order-value", "return-rate")
LONGEST = 1740
"""Pixels of a page at 1440, its rows folded."""


def test_an_address_opens_the_row_that_it_names(browser: Browser, address: str) -> None:
    """When the page is opened, when the address changes, and when the same link is followed again."""
    with reading(browser, address) as reader:
        page = reader.open(PAGE.format(kpi="repeat-rate") + "#source")
        assert page.locator("details#source[open]").count() == 1
        assert page.locator("details.bsc-row[open]").count() == 1
        page.evaluate("location.hash = '#against'")
        page.wait_for_selector("details#against[open]")
        page.evaluate("document.querySelector('#against').open = false")
        page.evaluate("document.querySelector('.bsc-contents a[href=\"#against\"]').click()")
        page.wait_for_selector("details#against[open]")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kpi", KPIS)
def test_a_page_takes_two_sides_of_paper_with_everything_open(
    browser: Browser, address: str, kpi: str, paper: str
) -> None:
    """And it is folded again afterwards."""
    with reading(browser, address) as reader:
        page = reader.open(PAGE.format(kpi=kpi))
        printed = page.pdf(format=paper, prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
        assert page.locator("details.bsc-row[open]").count() == 0
        page.emulate_media(media="print")
        assert page.locator("#source p").first.bounding_box() is not None


@pytest.mark.parametrize("kpi", KPIS)
def test_head_and_chart_fill_the_first_screen_of_a_desk(browser: Browser, address: str, kpi: str) -> None:
    """And the rest is not far below."""
    with reading(browser, address) as reader:
        page = reader.open(PAGE.format(kpi=kpi))
        page.set_viewport_size({"width": 1440, "height": 900})
        chart = page.locator(".bsc-chart__drawing").bounding_box()
        assert chart is not None
        assert chart["y"] + chart["height"] < 900
        assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST


@pytest.mark.parametrize("kpi", KPIS)
def test_a_phone_shows_value_status_distance_and_chance_and_where_the_chart_begins(
    browser: Browser, address: str, kpi: str
) -> None:
    with reading(browser, address) as reader:
        page = reader.open(PAGE.format(kpi=kpi))
        page.set_viewport_size({"width": 390, "height": 844})
        line, chart = (page.locator(each).bounding_box() for each in (".bsc-hero__line", ".bsc-chart__drawing"))
        assert line is not None
        assert chart is not None
        assert line["y"] + line["height"] < chart["y"] < 844
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
