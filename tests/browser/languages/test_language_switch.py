"""A reader changes the language on any page, stays where they are, and searches in the language of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo import Reader, reading, served
from tests.builders.program import called
from tests.several_languages.polyglot import DAY, LOOK, polyglot

pytestmark = pytest.mark.browser
HOME, MAP, KPI = "index.html", "map/index.html", "kpis/repeat-rate/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop in English, German and Arabic."""
    root = polyglot(tmp_path_factory.mktemp("polyglot"), LOOK.replace(", nl", ""))
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    return root / "build" / "site"


@pytest.fixture(scope="module", params=["server", "disk"])
def reader(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Reader]:
    """Somebody who reads it from a web server, and somebody who reads it from a disk."""
    if request.param == "disk":
        with reading(browser, site.as_uri()) as found:
            yield found
        return
    with served(site) as address, reading(browser, address) as found:
        yield found


def _choose(page: Page, code: str) -> None:
    page.locator(".md-select button").hover()
    page.locator(f".md-select a[hreflang={code}]").click()


def _language(page: Page) -> list[str]:
    root: list[str] = page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]")
    return root


@pytest.mark.parametrize("path", [HOME, MAP, KPI])
def test_the_switch_leads_to_the_same_page_and_back(reader: Reader, path: str) -> None:
    page = reader.open(path)
    assert _language(page) == ["en", "ltr"]
    for code, folder, direction in (("de", "de/", "ltr"), ("ar", "ar/", "rtl"), ("en", "", "ltr")):
        _choose(page, code)
        page.wait_for_url(f"**/{folder}{path}")
        assert page.url == f"{reader.base}/{folder}{path}"
        assert _language(page) == [code, direction]
    assert reader.complaints == []


@pytest.mark.parametrize(
    ("folder", "typed", "name"),
    [
        ("", "purchase", "Repeat purchase rate"),
        ("de/", "wiederkauf", "Wiederkaufrate"),
        ("ar/", "تكرار", "معدل تكرار الشراء"),
    ],
)
def test_each_language_is_searched_in_its_words(reader: Reader, folder: str, typed: str, name: str) -> None:
    page = reader.open(f"{folder}{HOME}")
    field = page.locator(".md-search__input")
    field.click()
    field.fill(typed)
    field.press("End")  # the theme listens to keys
    found = page.locator(".md-search-result__link[href*='kpis/repeat-rate/']").first
    expect(found).to_contain_text(name)
    found.click()
    page.wait_for_url(f"**/{folder}{KPI}*")
    assert reader.complaints == []


def test_the_switch_works_by_keyboard_and_says_where_it_stands(reader: Reader) -> None:
    page = reader.open(f"de/{KPI}")
    button = page.get_by_role("button", name="Sprache wechseln")
    button.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    assert page.evaluate("document.activeElement.getBoundingClientRect().height") >= 24
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{reader.base}/{KPI}")
