"""Dark colours, paper, search, and Material's instant navigation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import awaited, build_demo, free_port, kinds, reading, served

pytestmark = pytest.mark.browser

GROUND = "getComputedStyle(document.body).backgroundColor"


def test_dark_follows_the_system(browser: Browser, address: str) -> None:
    """The reader's own preference, without a click."""
    with reading(browser, address, color_scheme="dark") as reader:
        page = reader.open("index.html")
        awaited(page, "document.body.dataset.mdColorScheme === 'slate'")
        red, green, blue = (int(each) for each in page.evaluate(GROUND)[4:-1].split(","))
        assert max(red, green, blue) < 60


def test_dark_is_one_click_away_and_stays(browser: Browser, address: str) -> None:
    """The next page keeps the choice; the drawing of a chart follows."""
    colour = "getComputedStyle(document.querySelector('.bsc-chart__drawing > svg text')).fill"
    with reading(browser, address, color_scheme="light") as reader:
        page = reader.open("kpis/repeat-rate/index.html")
        light = page.evaluate(colour)
        page.locator("label[title*=dark i]").click()
        awaited(page, "document.body.dataset.mdColorScheme === 'slate'")
        assert page.evaluate(colour) != light
        page = reader.open("map/index.html")
        awaited(page, "document.body.dataset.mdColorScheme === 'slate'")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_holds_the_content_alone(browser: Browser, site: Path, address: str, scheme: str) -> None:
    """No bars, no menus, no tools; nothing wider than a sheet; dark readers print dark ink on white as well."""
    with reading(browser, address, color_scheme=scheme, size=(720, 1000)) as reader:
        for path in kinds(site):
            page = reader.open(path)
            page.emulate_media(media="print")
            for each in (".md-header", ".md-tabs", ".md-footer", ".bsc-tools", ".bsc-map__filters", ".bsc-chart__zoom"):
                assert page.locator(f"{each}:visible").count() == 0, (path, each)
            ink = page.locator("article h1").first.evaluate("e => getComputedStyle(e).color")
            assert max(int(each) for each in ink[4:-1].split(",")) < 110, (path, ink)
            page.emulate_media(media="screen")


def test_the_map_is_printed_whole(browser: Browser, address: str) -> None:
    """A PDF of the home page, with the map on it."""
    with reading(browser, address) as reader:
        page = reader.open("index.html")
        assert page.pdf(format="A4").startswith(b"%PDF")
        page.emulate_media(media="print")
        assert page.locator(".bsc-map__svg").is_visible()
        assert not page.locator(".bsc-map__text").is_visible()


def test_the_page_of_the_map_is_printed_across_the_sheet_and_the_map_fits_one(browser: Browser, address: str) -> None:
    """Headline and map on the first sheet, what customers are offered on the second."""
    with reading(browser, address) as reader:
        page = reader.open("map/index.html")
        sheets = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
        assert len(sheets) == 2
        assert all(float(wide) > float(high) for wide, high in sheets)


def test_the_map_fits_one_screen_with_letters_large_enough_to_read(browser: Browser, address: str) -> None:
    """Switch, drawing and key within 700 pixels of a usual laptop; 12 pixels for names, 11 for notes."""
    with reading(browser, address, size=(1440, 900)) as reader:
        page = reader.open("map/index.html")
        top, bottom = (
            page.locator(f".bsc-map__{part}").evaluate(f"e => e.getBoundingClientRect().{side}")
            for part, side in (("bar", "top"), ("hint", "bottom"))
        )
        assert bottom - top < 700
        scale = page.locator(".bsc-map__svg").evaluate("e => e.getBoundingClientRect().width / e.viewBox.baseVal.width")
        sizes = "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
        assert min(page.locator(".bsc-map__svg text:not(.bsc-map__marker)").evaluate_all(sizes)) * scale >= 11
        assert min(page.locator(".bsc-map__name").evaluate_all(sizes)) * scale >= 12


@pytest.mark.parametrize("way", ["server", "stick"])
def test_search_finds_a_kpi(browser: Browser, site: Path, address: str, way: str) -> None:
    """By a word of its name; the finding leads to its page."""
    with reading(browser, address if way == "server" else site.as_uri()) as reader:
        page = reader.open("scorecard/index.html")
        page.locator(".md-search__input").click()
        page.keyboard.type("repeat purchase", delay=20)
        finding = page.locator(".md-search-result__link[href*='repeat-rate']").first
        finding.wait_for(timeout=10_000)
        finding.click()
        page.wait_for_url("**/kpis/repeat-rate/**")
        assert reader.complaints == []


@pytest.mark.parametrize(
    ("way", "beyond"),
    [("kpis/nps/index.html", 0), ("kpis/nps/index.html?q=repeat", 2), ("kpis/nps/index.html?h=score", 2)],
)
def test_the_texts_of_all_pages_are_loaded_for_who_searches(
    browser: Browser, address: str, way: str, beyond: int
) -> None:
    """Neither the index nor the worker comes with a page, unless its address brings the question or its words."""
    with reading(browser, address) as reader:
        asked: list[str] = []
        reader.context.on("request", lambda request: asked.append(request.url))
        page = reader.open(way)
        page.wait_for_load_state("networkidle")
        assert len([each for each in asked if "search" in each.partition("?")[0]]) == beyond
        if beyond:
            shown = ".md-search-result__link[href*='repeat-rate']" if "q=" in way else "article mark"
            page.locator(shown).first.wait_for()
        assert reader.complaints == []


def test_instant_navigation_keeps_charts_map_and_tables_alive(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Pages that are swapped in without being loaded anew work like loaded ones, there and back again."""
    port = free_port()
    site = build_demo(tmp_path_factory.mktemp("instant"), "navigation.instant, navigation.tabs", port)
    with served(site, port) as address, reading(browser, address) as reader:
        page = reader.open("index.html")
        page.evaluate("window.kept = true")
        page.locator("article a[href*='scorecard/']").first.click()
        page.wait_for_url("**/scorecard/**")
        page.get_by_role("button", name="Gap to target", exact=True).click()
        assert page.locator("th[aria-sort=ascending] .bsc-sort").inner_text() == "Gap to target"
        page.locator("article a[href*='kpis/return-rate/']").first.click()
        page.wait_for_url("**/kpis/return-rate/**")
        page.locator(".bsc-chart__drawing").first.hover()
        page.locator("figure[data-state=alive]").first.wait_for(timeout=15_000)
        page.locator(".md-tabs a[href*='map/']").first.click()
        page.wait_for_url("**/map/**")
        page.locator("select[data-filter=theme]").select_option(index=1)
        assert page.locator(".bsc-map__box.bsc-map--out").count() > 0
        assert page.evaluate("window.kept") is True
        assert (reader.complaints, reader.strangers) == ([], [])
