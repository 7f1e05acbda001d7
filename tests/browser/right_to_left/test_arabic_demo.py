"""In Arabic every kind of page runs from right to left, fits its window, and can be read by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from tests.browser.demo import build_demo, kinds, reading, served

pytestmark = pytest.mark.browser

WIDE, PHONE = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company's site in Arabic."""
    return build_demo(tmp_path_factory.mktemp("arabic"), language="ar")


@pytest.fixture(scope="module")
def base(arabic: Path) -> Iterator[str]:
    """Where it is served."""
    with served(arabic) as found:
        yield found


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_every_kind_of_page_runs_from_right_to_left_and_fits(
    browser: Browser, arabic: Path, base: str, size: tuple[int, int]
) -> None:
    """By its root; nothing scrolls sideways, and nothing complains."""
    with reading(browser, base, size=size) as reader:
        for path in kinds(arabic):
            root = reader.open(path).locator("html")
            assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl"), path
            wide, seen = root.evaluate("root => [root.scrollWidth, root.clientWidth]")
            assert wide <= seen, path
        assert (reader.complaints, reader.strangers) == ([], [])


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")])
def test_axe_finds_nothing_in_arabic(
    browser: Browser, arabic: Path, base: str, size: tuple[int, int], scheme: str
) -> None:
    """Inside of the article and around it."""
    found: dict[str, list[str]] = {}
    with reading(browser, base, size=size, color_scheme=scheme) as reader:
        for path in kinds(arabic):
            page = reader.open(path)
            page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
            violations = Axe().run(page).response["violations"]
            if told := [f"{each['id']}: {node['target']}" for each in violations for node in each["nodes"]]:
                found[path] = told[:5]
    assert found == {}


def test_pages_begin_on_the_right_and_time_on_the_left(browser: Browser, base: str) -> None:
    """First columns, ways and bars stand on the right; a chart runs on as its axis does, and so do signs of numbers."""
    with reading(browser, base) as reader:
        table = reader.open("scorecard/index.html").locator(".bsc-kpis thead th")
        assert _left(table.first) > _left(table.last)
        page = reader.open("kpis/repeat-rate/index.html")
        trail = page.locator(".bsc-trail li")
        assert _left(trail.first) > _left(trail.last)
        assert _before(page, '.bsc-neighbours a[rel="prev"]', "::before") == '"→"'
        assert _before(page, '.bsc-neighbours a[rel="next"]', "::after") == '"←"'
        assert page.locator(".bsc-chart__drawing").first.evaluate("each => getComputedStyle(each).direction") == "ltr"
        gauge = reader.open("reviews/index.html").locator(".bsc-gauge").first
        assert gauge.evaluate("each => getComputedStyle(each).backgroundPositionX").startswith("100%")


def test_a_name_in_another_script_leaves_the_sentence_around_it_alone(browser: Browser, base: str) -> None:
    """The colon after an Arabic word stands on its left, the Latin name further left, in its own order."""
    with reading(browser, base) as reader:
        heading = reader.open("map/index.html").locator("article h1")
        text = heading.inner_text()
        first, last = text.index("Quillmoor"), text.index("scorecard")
        colon = text.index(":")
        place = """(heading, at) => {
            const node = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getBoundingClientRect().left;
        }"""
        at = [heading.evaluate(place, each) for each in (first, last, colon)]
        assert at[0] < at[1] < at[2]


def _left(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["x"]


def _before(page: Page, selector: str, part: str) -> str:
    script = "([selector, part]) => getComputedStyle(document.querySelector(selector), part).content"
    told: str = page.evaluate(script, [selector, part])
    return told
