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
from bsc_site.render.charts.live_data import live_file
from tests.builders.charts import Observed, chart, charted, gantt, initiative
from tests.frontend.built import SCRIPT, STYLE

pytestmark = pytest.mark.browser
POLICY = "default-src 'none'; script-src file:; style-src file: 'unsafe-inline'"
DRAWING = ".bsc-chart__drawing"
TIP = ".bsc-chart__tip"


ASSETS = "assets/bsc-site"


def figures() -> tuple[str, dict[str, str]]:
    """A KPI of four years with limits, a benchmark and an initiative, and a plan; and the files with their data."""
    observed = Observed(
        [30 + at / 3 for at in range(48)],
        first="2021-01",
        expected=lambda _: Expectation(target=40),
        status=Status.ON_TRACK,
        notes={47: "<b>bold</b>"},
    )
    work = (initiative("Plan", "2023-01", "2024-06", progress=0.5), InitiativeStatus.ON_TRACK)
    benchmark = {"low": 32, "high": 40, "source": "S", "year": 2023}
    charts = {"kpi/nps": chart(charted(benchmark=benchmark), observed, [work]), "gantt/all": gantt(work)}
    shown = "\n".join(figure_html(each, draw(each), key) for key, each in charts.items())
    return shown, dict(live_file(key, each) for key, each in charts.items())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with two charts, forbidden to evaluate text or to reach another host."""
    folder = tmp_path_factory.mktemp("site")
    shown, data = figures()
    code = {**live_bundle(), "site.js": SCRIPT.encode(), "site.css": STYLE.encode()}
    files = {f"{ASSETS}/{name}": content for name, content in code.items()}
    for name, content in {**files, **{path: text.encode() for path, text in data.items()}}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    head += '<meta name="viewport" content="width=device-width"><title>t</title>'
    head += f'<link rel="stylesheet" href="{ASSETS}/site.css">'
    script = f'<script src="{ASSETS}/site.js"></script>'
    body = f'<body data-md-color-scheme="default">{shown}{script}</body>'
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
    """At once, in the drawing as it stands: the engine is not waited for."""
    page.locator(DRAWING).first.hover(position={"x": 400, "y": 100})
    assert "40 % expected" in page.locator(TIP).first.inner_text()
    woken(page)
    page.locator(DRAWING).first.hover(position={"x": 420, "y": 100})
    assert "40 % expected" in page.locator(TIP).first.inner_text()


def test_the_keyboard_reads_values_and_notes_stay_text(page: Page) -> None:
    page.locator(DRAWING).first.focus()
    page.keyboard.press("ArrowLeft")
    words = page.locator(f"{TIP} > *").all_inner_texts()
    assert (words[:2], words[-1]) == (["Dec 2024", "45.67 %"], "<b>bold</b>")
    page.keyboard.press("ArrowLeft")
    assert page.locator(f"{TIP} > b").first.inner_text() == "Nov 2024"
    page.keyboard.press("Escape")
    assert page.locator(TIP).first.is_hidden()


@pytest.mark.parametrize("alive", [False, True])
def test_words_of_a_value_do_not_cover_the_latest_one(page: Page, alive: bool) -> None:  # noqa: FBT001  # a parameter
    if alive:
        woken(page)
    now = f".bsc-chart__{'live' if alive else 'drawing > svg'} .bsc-chart__now text >> visible=true"
    latest = page.locator(now).first.bounding_box()
    plot = page.locator(DRAWING).first.bounding_box()
    assert latest
    assert plot
    for share in range(1, 20):
        page.mouse.move(plot["x"] + plot["width"] * share / 20, plot["y"] + 60)
        tip = page.locator(TIP).first.bounding_box()
        assert tip
        apart = tip["x"] + tip["width"] <= latest["x"] or tip["y"] + tip["height"] <= latest["y"]
        assert apart, share


@pytest.mark.parametrize("alive", [False, True])
def test_boxes_switch_parts_of_the_drawing_and_of_the_live_chart(page: Page, alive: bool) -> None:  # noqa: FBT001
    if alive:
        woken(page)
    scope = ".bsc-chart__live" if alive else f"{DRAWING} > svg"
    for name in ("benchmark", "initiatives"):
        marks = page.locator(f"{scope} .bsc-chart__{name} text >> visible=true")
        assert marks.count() > 0
        page.locator(f"input[name={name}]").uncheck()
        assert marks.count() == 0
        page.emulate_media(media="print")
        assert marks.count() == 0
        page.emulate_media(media="screen")


def test_a_tap_reads_the_value_without_the_engine(browser: Browser, site: str) -> None:
    """A finger on the plot turns to the nearest period and goes on telling it when it is lifted."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site)
    box = page.locator(DRAWING).first.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] * 0.51, box["y"] + 80)
    page.locator(f"{TIP} > b").first.wait_for()
    told = page.locator(f"{TIP} > *").all_inner_texts()
    tip = page.locator(TIP).first.bounding_box()
    loaded = page.evaluate("performance.getEntriesByType('resource').some(e => e.name.includes('bsc-vega'))")
    context.close()
    assert (told[1:4], loaded) == (["38 %", "40 % expected", "On track"], False)
    assert tip
    assert tip["x"] >= 0
    assert tip["x"] + tip["width"] <= 390


def test_a_button_turns_to_the_last_year(page: Page) -> None:
    """It stands there from the beginning, and brings the live chart by itself."""
    page.get_by_role("button", name="1 year").click()
    page.locator(".bsc-chart__live text", has_text="Mar").first.wait_for(timeout=20_000)
    assert page.get_by_role("button", name="1 year").get_attribute("aria-pressed") == "true"


def test_a_chart_that_comes_alive_looks_as_it_was_drawn(page: Page) -> None:
    """Every word at the same place, to two pixels."""
    places = """scope => [...document.querySelectorAll(scope + ' text')].map(t => {
      const box = t.getBoundingClientRect();
      return [t.textContent, box.width && box.left, box.width && box.top];
    }).filter(each => each[1]).sort()"""
    drawn = page.evaluate(places, "figure:first-of-type .bsc-chart__drawing > svg")
    woken(page)
    assert len(drawn) > 10
    live = page.evaluate(places, "figure:first-of-type .bsc-chart__live")
    assert [each[0] for each in live] == [each[0] for each in drawn]
    assert [each[1:] for each in live] == [pytest.approx(each[1:], abs=2) for each in drawn]


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
    sizes = page.locator(f"{DRAWING} > svg text").evaluate_all(
        "all => all.map(t => parseFloat(getComputedStyle(t).fontSize))"
    )
    assert min(sizes) >= 12
