"""Pages stand still: what a script adds after the page is there moves nothing that somebody reads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import reading
from tests.browser.test_pictures import PAGES

pytestmark = pytest.mark.browser

SHIFT = 0.01
"""Share of the screen times distance: web.dev calls 0.1 good; nothing of ours has a reason to move at all."""
_WATCH = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      const moved = each.sources.map(({ node }) => node?.parentElement?.closest("[class]")?.className);
      window.shifts.push([each.value, String(moved)]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_nothing_moves_after_the_page_stands(browser: Browser, address: str, size: tuple[int, int]) -> None:
    """Each kind of page, until its scripts have done their work."""
    moved: dict[str, list[list[object]]] = {}
    with reading(browser, address, size=size) as reader:
        reader.context.add_init_script(_WATCH)
        for name, path in PAGES.items():
            page = reader.open(path)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(200)
            shifts = page.evaluate("window.shifts")
            if sum(each[0] for each in shifts) > SHIFT:
                moved[name] = shifts
    assert moved == {}
