"""Paper: the foot of every printed page, and the pack of a review."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, PdfMargins

from tests.browser.demo import reading
from tests.fonts.faces import face, style_of

pytestmark = pytest.mark.browser

REVIEW = "reviews/2026-Q3/index.html"
MARGINS: PdfMargins = {"top": "14mm", "right": "14mm", "bottom": "14mm", "left": "14mm"}
AROUND = 5
"""The main points, the map, all KPIs, what was discussed, the decisions."""


@pytest.mark.parametrize("font", ["plain", "dejavu", "noto"])
def test_each_kpi_off_track_has_a_page_of_the_printed_pack(
    browser: Browser, site: Path, address: str, font: str
) -> None:
    """On A4, in Chromium, also in wide fonts; the heading over them shares the page of the first."""
    red = (site / REVIEW).read_text(encoding="utf-8").count('class="bsc-red"')
    with reading(browser, address) as reader:
        page = reader.open(REVIEW)
        page.add_style_tag(content=style_of(face(font)))
        page.evaluate("document.fonts.ready.then(() => document.fonts.size)")
        printed = page.pdf(format="A4", margin=MARGINS, prefer_css_page_size=True)
    assert red > 0
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == AROUND + red


def test_what_serves_the_screen_alone_is_not_printed_and_notes_have_room(browser: Browser, address: str) -> None:
    """The hint how to print, and the map as a list."""
    with reading(browser, address) as reader:
        page = reader.open(REVIEW)
        page.emulate_media(media="print")
        assert page.locator(".bsc-screen").is_hidden()
        assert page.locator(".bsc-map__text").is_hidden()
        room = page.locator(".bsc-notes").first.bounding_box()
    assert room is not None
    assert room["height"] > 130


_MARGINS = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === "print")
  .flatMap((rule) => [...rule.cssRules]).filter((rule) => rule instanceof CSSPageRule)
  .flatMap((rule) => [...rule.cssRules]).map((rule) => [rule.name, rule.style.content])"""


def test_the_browser_reads_the_margins_of_every_page(browser: Browser, address: str) -> None:
    """Left, middle and right at the foot."""
    with reading(browser, address) as reader:
        found = dict(reader.open("scorecard/index.html").evaluate(_MARGINS))
    assert found == {
        "bottom-left": '"Quillmoor scorecard"',
        "bottom-center": '"Figures as of 5 Nov 2026"',
        "bottom-right": '"Page " counter(page) " of " counter(pages)',
    }
