"""What axe-core finds in our part of each kind of page, and the way through the map without a mouse."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.demo import kinds, reading

pytestmark = pytest.mark.browser

WIDE, PHONE = (1440, 900), (390, 844)


def _findings(page: Page, part: Any) -> list[str]:
    violations = Axe().run(page, context=part).response["violations"]
    return [f"{each['id']}: {node['target']} {node['html'][:120]}" for each in violations for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_axe_finds_nothing_inside_the_article(
    browser: Browser, site: Path, address: str, size: tuple[int, int], scheme: str
) -> None:
    """Every rule that axe has, contrast included."""
    found: dict[str, list[str]] = {}
    with reading(browser, address, size=size, color_scheme=scheme) as reader:
        for path in kinds(site):
            page = reader.open(path)
            page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
            if findings := _findings(page, "article"):
                found[path] = findings[:5]
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_page_that_says_how_old_it_is(browser: Browser, address: str, scheme: str) -> None:
    """The note half a year after the build."""
    with reading(browser, address, color_scheme=scheme) as reader:
        reader.page.clock.set_fixed_time(datetime(2027, 5, 5, 9, tzinfo=UTC))
        page = reader.open("index.html")
        page.locator("article .bsc-age:not(:empty)").wait_for()
        assert _findings(page, "article") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_axe_finds_nothing_around_the_article(
    browser: Browser, site: Path, address: str, size: tuple[int, int], scheme: str
) -> None:
    """Header, tabs, search and footer, on each kind of page: the tabs can be read."""
    found: dict[str, list[str]] = {}
    with reading(browser, address, size=size, color_scheme=scheme) as reader:
        for path in kinds(site):
            page = reader.open(path)
            page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
            if findings := _findings(page, {"exclude": [["article"]]}):
                found[path] = findings[:5]
    assert found == {}


def test_the_keys_n_and_p_lead_to_the_pages_beside(browser: Browser, address: str) -> None:
    """And not while somebody writes."""
    with reading(browser, address) as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        onward = page.locator('.bsc-neighbours a[rel="next"]').get_attribute("href")
        page.keyboard.press("n")
        page.wait_for_url(f"**/{(onward or '').removeprefix('../')}")
        assert page.url != f"{address}/kpis/repeat-rate/index.html"
        page.keyboard.press("p")
        page.wait_for_url("**/kpis/repeat-rate/index.html")
        page.locator(".md-search__input").focus()
        page.keyboard.type("nn")
        page.wait_for_timeout(300)
        assert page.url == f"{address}/kpis/repeat-rate/index.html"


def test_the_keyboard_goes_through_the_map_as_one_reads_it(browser: Browser, address: str) -> None:
    """From box to box, row by row from the left, each with a visible frame; Enter opens the objective."""
    with reading(browser, address) as reader:
        page = reader.open("index.html")
        drawn = page.locator(".bsc-map__box").evaluate_all("all => all.map(each => each.dataset.id)")
        page.locator(".bsc-map__box").first.focus()
        reached = []
        for _ in drawn:
            reached.append(page.evaluate("document.activeElement.dataset.id"))
            page.keyboard.press("Tab")
        assert reached == drawn
        page.keyboard.press("Shift+Tab")
        frame = "getComputedStyle(document.activeElement.querySelector('.bsc-map__card')).strokeWidth"
        assert page.evaluate(frame) == "3px"
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/objectives/{drawn[-1]}/**")


def test_rows_of_the_map_are_in_the_order_of_the_value_chain(browser: Browser, address: str) -> None:
    """No box comes before another that stands in a row above it."""
    with reading(browser, address) as reader:
        tops = (
            reader.open("index.html")
            .locator(".bsc-map__card")
            .evaluate_all(
                "all => all.map(each => each.closest('a').dataset.perspective ?? Math.round(each.getBBox().y / 40))"
            )
        )
    if all(isinstance(each, int) for each in tops):
        assert tops == sorted(tops)
    else:
        assert [each for at, each in enumerate(tops) if each in tops[:at] and tops[at - 1] != each] == []


def test_every_control_of_a_page_shows_where_the_focus_is(browser: Browser, address: str) -> None:
    """Links, buttons and fields inside the article have an outline or a frame when reached by keyboard."""
    with reading(browser, address) as reader:
        page = reader.open("scorecard/index.html")
        page.locator("article input").first.focus()
        missing = []
        for _ in range(12):
            page.keyboard.press("Tab")
            style = page.evaluate(
                "(e => [e.outerHTML.slice(0, 80), getComputedStyle(e).outlineStyle])(document.activeElement)"
            )
            if style[1] == "none":
                missing.append(style[0])
        assert missing == []
