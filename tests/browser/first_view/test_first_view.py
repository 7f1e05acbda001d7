"""The first view of a page is light: few files, few bytes, and nothing that no reader has asked for."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from bsc_site.publish.engine.theme_style import narrowed
from tests.browser.demo import reading

pytestmark = pytest.mark.browser

FEW = 6
"""Files that a page may load, itself among them."""
LIGHT = 90_000
"""Bytes that they may have, zipped as a web server sends them."""
SHIFTS = """window.shifted = 0; new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.shifted += each.value;
}).observe({ type: "layout-shift", buffered: true });"""
CLASSES = re.compile(r'class="?([^">]*)')
BLOCK = re.compile(r"([^{}]*)\{([^{}]*)\}")


@pytest.mark.parametrize("path", ["index.html", "kpis/repeat-rate/index.html", "scorecard/index.html"])
def test_a_page_loads_few_files_and_few_bytes(browser: Browser, site: Path, address: str, path: str) -> None:
    """One style sheet and one script of ours, one of the theme, the mark."""
    with reading(browser, address) as reader:
        asked: list[str] = []
        reader.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
        reader.open(path).wait_for_load_state("networkidle")
    files = set(asked)
    assert len(files) <= FEW, files
    assert sum(len(gzip.compress((site / each.lstrip("/")).read_bytes(), 6)) for each in files) <= LIGHT


@pytest.mark.parametrize("path", ["index.html", "kpis/repeat-rate/index.html", "scorecard/index.html"])
def test_nothing_moves_on_a_page_that_says_how_old_it_is(browser: Browser, address: str, path: str) -> None:
    """The note stands at the lower edge of the window, and at the end of the page."""
    with reading(browser, address, size=(390, 844), has_touch=True, is_mobile=True) as reader:
        reader.page.clock.set_fixed_time(datetime(2027, 5, 5, 9, tzinfo=UTC))
        reader.page.add_init_script(SHIFTS)
        page = reader.open(path)
        note = page.locator("article .bsc-age:not(:empty)")
        note.wait_for()
        page.wait_for_timeout(300)
        box = note.bounding_box()
        assert box
        assert 600 < box["y"] + box["height"] <= 844
        assert page.evaluate("window.shifted") <= 0.01


def test_no_page_of_the_demo_lacks_a_rule_of_the_theme(site: Path) -> None:
    """Of each selector that is left out a class is on no page at all."""
    (sheet,) = site.glob("assets/stylesheets/main.*.min.css")
    pages = [path.read_text("utf-8") for path in sorted(site.rglob("*.html"))]
    words = {word for page in pages for found in CLASSES.findall(page) for word in found.split()}
    whole = BLOCK.findall(narrowed(sheet.read_text("utf-8"), words | {"md-author", "md-source"}))
    style = (site / "assets" / "bsc-site" / "site.css").read_text("utf-8")
    missing = [before for before, _ in whole if before not in style]
    dressed = [each for each in missing if all(name in words for name in re.findall(r"\.([\w-]+)", each))]
    assert len(whole) > 500
    assert dressed == []
