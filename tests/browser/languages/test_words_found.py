"""The search and the box of all names find words as their readers type them, from a server as from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo import Reader, reading, served
from tests.builders.program import called
from tests.builders.project_folders import write

pytestmark = pytest.mark.browser

NAMES = {
    "resume": "Résumés lus en un an",
    "umsatz": "Umsätze der Straße",
    "manzoku": "顧客の満足度",
    "ripito": "ﾘﾋﾟｰﾄ購入率",
    "iade": "İade oranı ve ısı",
    "arbah": "مُعَدَّل الأرباح السنوية",
    "senal": "Señales del año",
    "returns": "Return rate",
}
TYPED = [
    ("resume", "resume"),
    ("RÉSUMÉ", "resume"),
    ("umsaetze", "umsatz"),
    ("umsatze", "umsatz"),
    ("Umsätze strasse", "umsatz"),
    ("満足度", "manzoku"),
    ("顧客満足度", "manzoku"),
    ("リピート", "ripito"),
    ("iade orani", "iade"),
    ("ISI", "iade"),
    ("معدل ارباح", "arbah"),
    ("senales ano", "senal"),
    ("returns", "returns"),
]
"""What somebody types, and the id of the KPI that is meant."""


@pytest.fixture(scope="module")
def japanese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Japanese with names in many languages."""
    kpis = "".join(f"  - id: {id_}\n    name: {name}\n    direction: higher\n" for id_, name in NAMES.items())
    rows = "".join(f"{id_},2026-{month:02},{month}\n" for id_ in NAMES for month in range(1, 7))
    root = write(
        tmp_path_factory.mktemp("japanese"),
        {
            "mkdocs.yml": "site_name: 戦略\ntheme: {name: material, language: ja}\n",
            "scorecard/one.yml": "id: one\ntitle: 会社\nperspectives:\n  - id: p\n    name: 財務\n"
            "    objectives:\n      - id: o\n        name: 成長する\n"
            f"        kpis: [{', '.join(NAMES)}]\nkpis:\n{kpis}",
            "data/figures.csv": f"kpi,period,value\n{rows}",
        },
    )
    ran = called("build", "-C", root, "--as-of", "2026-07-01")
    assert ran.code == 0, ran.out + ran.err
    return root / "build" / "site"


@pytest.fixture(scope="module", params=["server", "disk"])
def base(request: pytest.FixtureRequest, japanese: Path) -> Iterator[str]:
    """Where the site is read: from a server, then from a disk."""
    if request.param == "disk":
        yield japanese.as_uri()
    else:
        with served(japanese) as address:
            yield address


@pytest.fixture(scope="module")
def reader(browser: Browser, base: str) -> Iterator[Reader]:
    """Somebody on the home page."""
    with reading(browser, base) as found:
        found.open("index.html")
        yield found


def _ask(page: Page, question: str) -> None:
    field = page.locator(".md-search__input")
    field.click()
    field.fill(question)
    field.press("End")  # the theme listens to keys


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_the_search_in_all_texts_finds_it(reader: Reader, typed: str, meant: str) -> None:
    """Its page is an answer, with the word marked, and nothing is said to be missing."""
    page = reader.page
    _ask(page, typed)
    answer = page.locator(f".md-search-result__link[href*='kpis/{meant}/']").first
    expect(answer).to_be_visible()
    assert answer.locator("mark").count() >= 1
    assert answer.locator("del").count() == 0
    assert reader.complaints == []


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_the_box_of_all_names_finds_it(reader: Reader, typed: str, meant: str) -> None:
    """As its first answer."""
    page = reader.page
    page.keyboard.press("Control+k")
    page.locator(".bsc-finder__input").fill(typed)
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("data-address", f"kpis/{meant}/")
    page.keyboard.press("Escape")
    assert reader.complaints == []


def test_words_of_the_pages_are_found_too(reader: Reader) -> None:
    """The page of the strategy map by the word of its site's language, whose answers are counted in it."""
    page = reader.page
    _ask(page, "マップ")
    expect(page.locator(".md-search-result__link[href*='map/']").first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_contain_text("件")


def test_an_answer_leads_to_its_page_where_the_word_is_marked(browser: Browser, base: str) -> None:
    """As it is written there, however it was typed."""
    with reading(browser, base) as reader:
        page = reader.open("index.html")
        page.locator(".md-search__input").click()
        page.keyboard.type("umsaetze", delay=20)
        page.locator(".md-search-result__link[href*='kpis/umsatz/']").first.click()
        page.wait_for_url("**/kpis/umsatz/**")
        expect(page.locator("article mark").first).to_have_text("Umsätze")
