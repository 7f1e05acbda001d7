"""Words that are two fifths longer than in English fit: no page scrolls sideways, no word leaves its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import Reader, kinds, reading, served
from tests.languages.pseudo import LONGER, PSEUDO, pseudo_site

pytestmark = pytest.mark.browser

PHONE, WIDE = (390, 844), (1440, 900)
OUT_OF_PLACE = """() => {
  const tolerated = 4;
  const said = (each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.includes("⟦"));
  const shown = (each) => {
    for (let part = each; part; part = part.parentElement) {
      if (part.clientWidth === 1 && part.clientHeight === 1) return false;
    }
    return each.checkVisibility();
  };
  const laidOut = (each) =>
    !each.closest("svg") && getComputedStyle(each).display !== "inline" && each.clientWidth > 0;
  const spills = (each) => each.scrollWidth > each.clientWidth + tolerated;
  const held = (each) => getComputedStyle(each).overflowX === "visible" || each.matches("button, th, td, label");
  const words = [...document.querySelectorAll("article *, .md-tabs *, .md-footer *")];
  return words
    .filter((each) => said(each) && shown(each) && laidOut(each) && held(each) && spills(each))
    .map((each) => `${each.tagName} ${each.className}: ${each.textContent.trim().slice(0, 60)}`);
}"""
"""Each visible part with words of ours that are wider than it; a screen reader's words stand in parts of one pixel."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's, in the language of tests."""
    return pseudo_site(tmp_path_factory.mktemp("longer"))


def _out_of_place(reader: Reader, paths: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        page = reader.open(path)
        told: list[str] = page.evaluate(OUT_OF_PLACE)
        wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        told += [f"{wide} pixels wide"] if wide > window else []
        if told:
            found[path] = told
    return found


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_longer_words_fit_on_every_kind_of_page(browser: Browser, site: Path, size: tuple[int, int]) -> None:
    """On a phone and on a wide screen."""
    with served(site) as base, reading(browser, base, size=size) as reader:
        assert _out_of_place(reader, kinds(site)) == {}
        assert (reader.complaints, reader.strangers) == ([], [])


def test_words_that_did_not_fit_would_be_found(browser: Browser, site: Path) -> None:
    """A column that is too narrow for its heading, and a page that is wider than its window."""
    with served(site) as base, reading(browser, base, size=WIDE) as reader:
        page = reader.open("scorecard/index.html")
        narrow = "heads => heads.forEach(head => Object.assign(head.style, {width: '2rem', whiteSpace: 'nowrap'}))"
        page.locator(".bsc-kpis thead th").evaluate_all(narrow)
        assert page.evaluate(OUT_OF_PLACE)
        assert len(PSEUDO.catalogue.gettext("Gap to target")) >= LONGER * len("Gap to target")
