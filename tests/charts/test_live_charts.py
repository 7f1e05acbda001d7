"""Charts in a browser, from the file system."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.vocabularies import InitiativeStatus, Status
from bsc_site.render.charts.bundle import live_bundle
from bsc_site.render.charts.chart_figure import figure_html
from bsc_site.render.charts.drawing import draw
from tests.builders.charts import Observed, chart, charted, gantt, initiative
from tests.frontend.built import SCRIPT, STYLE

pytestmark = pytest.mark.browser
POLICY = "default-src 'none'; script-src file:; style-src file: 'unsafe-inline'"
DRAWING = ".bsc-chart__drawing"


def figures() -> str:
    """A KPI of four years and a plan."""
    observed = Observed(
        [30 + at / 3 for at in range(48)],
        first="2021-01",
        expected=lambda _: Expectation(target=40),
        status=Status.ON_TRACK,
        notes={47: "<b>bold</b>"},
    )
    plan = gantt((initiative("Plan", "2025-01", "2025-12", progress=0.5), InitiativeStatus.ON_TRACK))
    charts = [chart(charted(), observed), plan]
    return "\n".join(figure_html(each, draw(each)) for each in charts)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with two charts, forbidden to evaluate text or to reach another host."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "assets").mkdir()
    for name, code in {**live_bundle(), "site.js": SCRIPT.encode(), "site.css": STYLE.encode()}.items():
        (folder / "assets" / name).write_bytes(code)
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    head += '<title>t</title><link rel="stylesheet" href="assets/site.css">'
    script = '<script src="assets/site.js"></script>'
    body = f'<body data-md-color-scheme="default">{figures()}{script}</body>'
    (folder / "index.html").write_text(f'<!doctype html><html lang="en">{head}{body}</html>', encoding="utf-8")
    return (folder / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """The page, with everything that it asks for and says noted in `requests` and `complaints`."""
    opened = browser.new_page(viewport={"width": 900, "height": 1200})
    opened.goto(site)
    yield opened
    opened.close()


def woken(page: Page, number: int = 0) -> None:
    """Point at a chart and wait until it is alive."""
    page.locator(DRAWING).nth(number).hover()
    page.locator("figure").nth(number).locator(".bsc-chart__live svg").wait_for(timeout=20_000)


def test_the_drawing_shows_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    box = page.locator(f"{DRAWING} > svg").first.bounding_box()
    context.close()
    assert box is not None
    assert box["height"] > 100


def test_nothing_is_loaded_before_the_reader_turns_to_a_chart(page: Page) -> None:
    assert page.evaluate("performance.getEntriesByType('resource').some(e => e.name.includes('bsc-vega'))") is False


def test_a_chart_comes_alive_under_the_pointer_without_a_word_of_complaint(browser: Browser, site: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site)
    woken(page)
    woken(page, 1)
    page.close()
    assert said == []


def test_only_files_of_the_site_are_asked_for(browser: Browser, site: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    woken(page)
    page.close()
    root = site.removesuffix("index.html")
    assert [each for each in asked if not each.startswith(root)] == []


def test_the_pointer_reads_a_value(page: Page) -> None:
    woken(page)
    page.locator(DRAWING).first.hover(position={"x": 400, "y": 100})
    page.locator(DRAWING).first.hover(position={"x": 420, "y": 100})
    assert "40 % expected" in page.locator(".bsc-chart__tip").first.inner_text()


def test_the_keyboard_reads_values_and_notes_stay_text(page: Page) -> None:
    page.locator(DRAWING).first.focus()
    page.locator(".bsc-chart__live svg").first.wait_for(timeout=20_000)
    page.keyboard.press("ArrowLeft")
    assert page.locator(".bsc-chart__tip").first.inner_text().splitlines()[0] == "Dec 2024: 45.67 %"
    assert "<b>bold</b>" in page.locator(".bsc-chart__tip").first.inner_text()


def test_a_button_turns_to_the_last_year(page: Page) -> None:
    woken(page)
    page.get_by_role("button", name="1 year").click()
    page.wait_for_function("document.querySelector('.bsc-chart__live svg').textContent.includes('Jul')")
    assert page.get_by_role("button", name="1 year").get_attribute("aria-pressed") == "true"


def test_live_and_static_colours_follow_the_dark_palette(page: Page) -> None:
    woken(page)
    colour = "s => getComputedStyle(document.querySelector(s + ' [stroke=\"var(--bsc-actual)\"]')).stroke"
    scopes = [f"{DRAWING} > svg", ".bsc-chart__live svg"]
    light = [page.evaluate(colour, each) for each in scopes]
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    dark = [page.evaluate(colour, each) for each in scopes]
    assert (light, dark) == (["rgb(29, 79, 140)"] * 2, ["rgb(141, 188, 245)"] * 2)


def test_paper_shows_the_static_drawing(page: Page) -> None:
    woken(page)
    page.emulate_media(media="print")
    shown = [page.locator(each).first.is_visible() for each in (f"{DRAWING} > svg", ".bsc-chart__live")]
    assert shown == [True, False]


def test_a_missing_engine_leaves_the_drawing(browser: Browser, site: str, tmp_path: Path) -> None:
    whole = Path(site.removeprefix("file://")).parent
    shutil.copytree(whole, tmp_path / "site", ignore=shutil.ignore_patterns("bsc-vega.js"))
    page = browser.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.locator(DRAWING).first.hover()
    page.locator("figure[data-state=still]").first.wait_for(timeout=10_000)
    shown = page.locator(f"{DRAWING} > svg").first.is_visible()
    page.close()
    assert shown


def test_a_phone_reads_every_word(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    heights = page.locator(f"{DRAWING} > svg text").evaluate_all(
        "all => all.map(t => t.getBoundingClientRect().height)"
    )
    assert min(heights) >= 10
