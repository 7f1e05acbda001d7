"""Printed pages: what stands at their foot, and what fits on them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

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
