"""No word of a site escapes translation: all that we say stands in the brackets of a language of tests."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from bsc_site.model.vocabularies import Method
from tests.house.repository import ROOT
from tests.languages.pseudo import CLOSE, OPEN, pseudo_site

pytestmark = pytest.mark.slow

IN_BRACKETS = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
WORD = re.compile(r"[A-Za-z]{3,}")
STOP_BEHIND = re.compile(rf"[^\s{CLOSE}]{CLOSE}\.")
"""A stop that a sentence does not hold; a place stands outside of the brackets, with a blank before it."""
READ_ALOUD = ("aria-label", "title", "alt", "placeholder")
NOT_OURS = "script, style, svg, code, pre, .md-top, .headerlink"
"""What programs read, what is to be typed as it stands, and what the theme says in the languages that it knows."""
SHOWN_AS_THEY_ARE = {"style/index.html", "s/marketing/style/index.html", "s/operations/style/index.html"}
"""The pages about the look name variables and colours."""
MONTHS = {*calendar.month_abbr, *calendar.month_name}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's."""
    return pseudo_site(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture(scope="module")
def known() -> set[str]:
    """Words that a page may have as they stand."""
    return words_of_the_demo()


def words_of_the_demo() -> set[str]:
    """The words of the people who keep the demo, of its files, and the keys of the YAML that a page may name."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "scorecard").rglob("*.yml")]
    texts += [path.read_text(encoding="cp1252") for path in (ROOT / "data").glob("*.csv")]
    return {*WORD.findall(" ".join([*texts, *Method]))} | MONTHS | {"German"}


def _texts(page: LexborHTMLParser) -> Iterator[str]:
    body = page.css_first("article") or page.css_first("main")
    assert body is not None
    for part in (body, *page.css(".md-copyright")):
        for each in part.css(NOT_OURS):
            each.decompose()
        yield from (each.text(deep=False) for each in part.traverse(include_text=True) if each.tag == "-text")
        for name in READ_ALOUD:
            yield from (each.attributes[name] or "" for each in part.css(f"[{name}]"))


def test_every_word_of_a_page_is_translated_or_the_organisations_own(site: Path, known: set[str]) -> None:
    """On every page of the demo, and in what a screen reader reads."""
    escaped: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix()
        if name in SHOWN_AS_THEY_ARE:
            continue
        for text in _texts(LexborHTMLParser(path.read_text(encoding="utf-8"))):
            words = [each for each in WORD.findall(IN_BRACKETS.sub(" ", text)) if each not in known]
            if words:
                escaped.setdefault(text.strip(), name)
    assert escaped == {}


def test_the_full_stop_of_a_sentence_is_that_of_its_language(site: Path) -> None:
    """`。` in Japanese: none is put behind a sentence that was said."""
    left: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        for text in _texts(LexborHTMLParser(path.read_text(encoding="utf-8"))):
            if STOP_BEHIND.search(text):
                left.setdefault(text.strip(), path.relative_to(site).as_posix())
    assert left == {}


def test_a_test_that_finds_nothing_would_find_a_word(site: Path) -> None:
    """There are brackets on every page, and a sentence that is not in them is seen."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("index.html")]
    assert all(OPEN in each for each in pages)
    assert 'id="translations"' in (site / "data-quality" / "index.html").read_text(encoding="utf-8")
    page = LexborHTMLParser(f"<article><p>{OPEN}Sooome{CLOSE} words escape</p></article>")
    assert WORD.findall(IN_BRACKETS.sub(" ", " ".join(_texts(page)))) == ["words", "escape"]
