"""How a scorecard stood: a period is picked, and stands in the address; without a script all scores are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import reading

pytestmark = pytest.mark.browser
PAGE = "scorecard/as-of/index.html"


@pytest.mark.parametrize("from_disk", [True, False])
def test_a_period_is_picked_and_stands_in_the_address(
    browser: Browser, site: Path, address: str, *, from_disk: bool
) -> None:
    with reading(browser, site.as_uri() if from_disk else address) as reader:
        page = reader.open(PAGE)
        assert page.locator("script[src*=past]").count() == 0
        page.get_by_label("Show all as of the end of").select_option("2026-07")
        expect(page.get_by_role("heading", name="At the end of Jul 2026")).to_be_visible()
        expect(page.locator(".bsc-past__kpis tbody tr").first.locator(".bsc-status").first).to_be_visible()
        assert page.url.endswith("?as-of=2026-07")
        page.get_by_role("button", name="Earlier").click()
        expect(page.get_by_role("heading", name="At the end of Jun 2026")).to_be_visible()
        page.reload()
        expect(page.get_by_role("heading", name="At the end of Jun 2026")).to_be_visible()


def test_without_scripts_every_score_of_every_period_is_there(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{PAGE}")
    assert page.locator(".bsc-past form").is_hidden()
    assert page.locator(".bsc-past__table tbody tr").count() == 37
    context.close()
