"""Tables are sorted and filtered in the reader's browser, and no page is wider than a small phone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from markdown import markdown  # type: ignore[import-untyped]  # published without types
from playwright.sync_api import Browser, Page

from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company
from tests.frontend.built import SCRIPT, STYLE


def _html(address: str) -> str:
    found = next(page for page in render_pages(SiteMaterial(assessed_company())) if page.address == address)
    body = markdown(found.markdown.split("---\n", 2)[2], extensions=["attr_list", "md_in_html"])
    article = f'<article class="md-typeset">{body}</article>'
    return f'<!doctype html><html lang="en"><style>{STYLE}</style><body>{article}</body></html>'


@pytest.fixture
def scorecard(browser: Browser) -> Iterator[Page]:
    """The scorecard table with its script."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content(_html("scorecard/"))
    page.add_script_tag(content=SCRIPT)
    yield page
    page.close()


def _names(page: Page) -> list[str]:
    return page.locator("tbody th[scope=row] a:visible").all_inner_texts()


def _sorted_by(page: Page, place: int) -> list[int]:
    found = page.evaluate(
        f"[...document.querySelectorAll('tr[data-places]')].map(e => e.dataset.places.split(',')[{place}])"
    )
    return [int(each) for each in found if each]


@pytest.mark.browser
def test_a_table_is_sorted_by_value(scorecard: Page) -> None:
    """By the figure behind the text, not by its letters; a second click turns it round, a third leads back."""
    before = _names(scorecard)
    heading = scorecard.get_by_role("button", name="Current")
    heading.click()
    up = _sorted_by(scorecard, 2)
    heading.click()
    assert (up, _sorted_by(scorecard, 2)) == (sorted(up), sorted(up, reverse=True))
    heading.click()
    assert _names(scorecard) == before


@pytest.mark.browser
def test_a_sorted_column_says_so(scorecard: Page) -> None:
    """To a screen reader, too."""
    scorecard.locator("th .bsc-sort", has_text="Gap to target").click()
    assert scorecard.locator("th[aria-sort=ascending] .bsc-sort").inner_text() == "Gap to target"


@pytest.mark.browser
def test_a_table_is_filtered_by_words(scorecard: Page) -> None:
    """Any word of the name, of the objective, of the owner; how many rows that leaves is said."""
    field = scorecard.get_by_role("searchbox")
    field.fill("promoter")
    assert _names(scorecard) == ["Net promoter score"]
    assert scorecard.locator("caption").inner_text() == "1 of 4 KPIs"
    field.fill("zzz")
    assert _names(scorecard) == []
    scorecard.get_by_role("button", name="Clear the filter").click()
    assert len(_names(scorecard)) == 4


@pytest.mark.browser
def test_a_table_is_filtered_by_status(scorecard: Page) -> None:
    """One status alone."""
    scorecard.get_by_role("button", name="Off track").click()
    assert _names(scorecard) == ["Delivery time"]


@pytest.mark.browser
def test_a_table_is_complete_without_the_script(browser: Browser) -> None:
    """All rows, the worst first; no tool that would do nothing."""
    page = browser.new_page(java_script_enabled=False)
    page.set_content(_html("scorecard/"))
    assert _names(page) == ["Delivery time", "Net promoter score", "Repeat purchase rate", "Revenue"]
    assert not page.locator(".bsc-tools").is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "scorecard/", "heatmap/", "kpis/nps/", "objectives/loyal/", "data-quality/"])
def test_a_page_fits_a_small_phone(browser: Browser, address: str) -> None:
    """360 pixels; what is wider scrolls in its own place."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_content(_html(address))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "scorecard/", "kpis/nps/", "perspectives/customer/", "method/"])
def test_headings_go_down_one_step_at_a_time(browser: Browser, address: str) -> None:
    """One first heading, then no level is skipped."""
    page = browser.new_page()
    page.set_content(_html(address))
    found = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => h.tagName[1])")
    page.close()
    levels = [int(each) for each in found]
    steps = [after - before for before, after in pairwise(levels)]
    assert (levels.count(1), levels[0], [step for step in steps if step > 1]) == (1, 1, [])
