"""The table of all KPIs, the heat map, and what if in a browser: order, filters, address, history, phone, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.demo import reading

pytestmark = pytest.mark.browser

SHIFTS = """window.shifted = 0;
new PerformanceObserver((all) => { for (const each of all.getEntries()) window.shifted += each.value; })
  .observe({ type: "layout-shift", buffered: true });"""
COLUMNS = (
    "[...document.querySelectorAll('.bsc-kpis thead th')].map((each) => Math.round(each.getBoundingClientRect().x))"
)


@pytest.fixture
def table(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the scorecard, which counts what jumps."""
    with reading(browser, address) as reader:
        reader.page.add_init_script(SHIFTS)
        yield reader.turn_to("scorecard/index.html")
        assert reader.complaints == []


def _names(page: Page) -> list[str]:
    return page.locator("tbody th[scope=row] a:visible").all_inner_texts()


def _statuses(page: Page) -> list[str]:
    return page.locator("tbody tr[data-places] td:first-child").all_inner_texts()


def test_the_worst_stands_first_and_the_reader_may_group_by_perspective(table: Page) -> None:
    """By severity; in groups each perspective has its band with its score, and sorting stays inside of them."""
    words = _statuses(table)
    assert words[0] == "Act"
    assert words == sorted(words, key=["Act", "Watch", "On plan", "Ahead"].index)
    table.get_by_role("button", name="By perspective").click()
    bands = table.locator(".bsc-kpis__band:visible")
    assert bands.count() == 4
    assert "Financial" in bands.first.inner_text()
    first = _names(table)[:2]
    table.get_by_role("button", name="KPI", exact=True).click()
    assert _names(table)[:2] != first
    assert bands.count() == 4
    assert "order=perspective" in table.url


def test_chips_narrow_the_table_and_the_way_back_leads_back(table: Page) -> None:
    """Each choice is an entry of the history and stands in the address; the caption counts."""
    every = _names(table)
    table.locator("button[name=status][value=Act]").click()
    assert set(_statuses(table)) == {"Act"}
    assert table.locator("caption").inner_text() == f"{len(_names(table))} of {len(every)} KPIs"
    table.locator("button[name=status][value=Watch]").click()
    assert set(_statuses(table)) == {"Act", "Watch"}
    table.go_back()
    assert set(_statuses(table)) == {"Act"}
    table.go_back()
    assert _names(table) == every
    table.go_forward()
    table.reload()
    assert set(_statuses(table)) == {"Act"}
    assert table.locator("button[name=status][aria-pressed=true]").count() == 1


def test_every_chip_leaves_as_many_rows_as_it_says(table: Page) -> None:
    """Statuses, late, themes."""
    for chip in table.locator("form.bsc-tools--kpis button[data-in]").all():
        count = int(chip.locator("b").inner_text())
        chip.click()
        assert len(_names(table)) == count
        chip.click()


@pytest.mark.parametrize("words", ["internal", "fit the first", "EUR", "Clara", "CUSTOMERS for life", "hours"])
def test_words_find_perspective_objective_unit_owner_and_theme(table: Page, words: str) -> None:
    """Each name that belongs to a KPI, in small or capital letters; typing adds nothing to the history."""
    entries = table.evaluate("history.length")
    table.get_by_role("searchbox", name="Filter by").fill(words)
    assert 0 < len(_names(table)) < 22
    assert table.evaluate("history.length") == entries
    assert "words=" in table.url


def test_nothing_found_says_so_and_offers_the_way_out(table: Page) -> None:
    """No empty table without a word."""
    every = _names(table)
    table.goto(table.url + "?words=zzz")
    assert _names(table) == []
    assert table.get_by_text("No KPI matches.").is_visible()
    table.get_by_role("button", name="Clear the filter").click()
    assert _names(table) == every


def test_mine_is_asked_once(table: Page) -> None:
    """Whoever says who they are sees their own with one click from then on."""
    table.get_by_role("button", name="Mine").click()
    owner = table.locator("select[name=owner]")
    owner.select_option(index=1)
    mine = _names(table)
    assert table.get_by_role("button", name="Mine", pressed=True).is_visible()
    table.goto(table.url.partition("?")[0])
    assert len(_names(table)) > len(mine)
    table.get_by_role("button", name="Mine").click()
    table.get_by_role("button", name="Mine", pressed=True).wait_for()
    assert _names(table) == mine


def test_nothing_jumps(table: Page) -> None:
    """Neither when the script starts nor when rows are sorted or left out: columns stay where they are."""
    table.wait_for_timeout(500)
    assert table.evaluate("window.shifted") <= 0.01
    before = table.evaluate(COLUMNS)
    table.get_by_role("button", name="Target", exact=True).click()
    table.get_by_role("searchbox", name="Filter by").fill("rate")
    assert table.evaluate(COLUMNS) == before


def test_the_headings_stay_in_sight(table: Page) -> None:
    """Below the header of the site."""
    table.mouse.wheel(0, 700)
    table.wait_for_timeout(200)
    box = table.locator(".bsc-kpis thead").bounding_box()
    header = table.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert box["y"] == pytest.approx(header["height"], abs=2)


def test_a_phone_shows_a_short_row_that_opens_its_kpi(browser: Browser, address: str) -> None:
    """64 pixels each; 22 KPIs in two and a half screens."""
    with reading(browser, address, size=(390, 844)) as reader:
        page = reader.open("scorecard/index.html")
        rows = page.locator("tbody tr[data-places]")
        heights = {round(each["height"]) for row in rows.all() if (each := row.bounding_box())}
        assert max(heights) <= 66
        assert page.locator(".bsc-kpis").evaluate("(each) => each.offsetHeight") < 1500
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        rows.nth(2).click(position={"x": 300, "y": 30})
        page.wait_for_url("**/kpis/**")


@pytest.mark.parametrize("path", ["scorecard/index.html", "heatmap/index.html"])
def test_paper_holds_every_column_of_the_sheet_turned_sideways(browser: Browser, address: str, path: str) -> None:
    """A4 landscape, 273 mm inside its margins: no cell ends beyond, none is left out, and headings repeat."""
    inside = round(273 / 25.4 * 96)
    with reading(browser, address, size=(inside, 700)) as reader:
        page = reader.open(path)
        page.emulate_media(media="print")
        found = page.evaluate(
            "[...document.querySelectorAll('.bsc-kpis :is(th, td), .bsc-heat :is(th, td)')].map((each) => "
            "[each.getBoundingClientRect().right, each.scrollWidth - each.clientWidth, each.offsetWidth])"
        )
        assert max(right for right, _, _ in found) <= inside + 1
        assert max(over for _, over, _ in found) <= 1
        assert min(width for _, _, width in found) > 0
        assert page.locator("thead").first.evaluate("e => getComputedStyle(e).display") == "table-header-group"
        buttons = page.locator("thead .bsc-sort").evaluate_all("all => all.map((e) => getComputedStyle(e).display)")
        assert set(buttons) <= {"contents"}, "Chromium repeats no button on the next sheet, and so not its words"
        assert (path == "scorecard/index.html") == bool(buttons)
        sheet = page.pdf(prefer_css_page_size=True)
        assert b"/MediaBox [0 0 841" in sheet


def test_the_heat_map_opens_at_its_newest_period(browser: Browser, address: str) -> None:
    """Next to the names, nothing scrolled; names, headings and caption stay when the reader scrolls."""
    with reading(browser, address, size=(390, 600)) as reader:
        page = reader.open("heatmap/index.html")
        frame = page.locator(".bsc-heat").nth(1)
        assert frame.evaluate("e => e.scrollLeft") == 0
        assert frame.locator("thead th").nth(1).inner_text() == "Oct 26"
        frame.evaluate("e => e.scrollTo(200, 150)")
        name, heading = frame.locator("tbody th").nth(6).bounding_box(), frame.locator("thead").bounding_box()
        outside = frame.bounding_box()
        assert name is not None
        assert heading is not None
        assert outside is not None
        assert name["x"] == pytest.approx(outside["x"], abs=1)
        assert heading["y"] == pytest.approx(outside["y"], abs=1)


def test_cells_of_the_heat_map_say_their_status(browser: Browser, address: str) -> None:
    """Shape and colour for the eye, the organisation's word for the ear."""
    with reading(browser, address) as reader:
        page = reader.open("heatmap/index.html")
        said = page.locator(".bsc-heat td.bsc-off-track").first.evaluate("e => getComputedStyle(e, '::before').content")
        assert '"Act"' in said


def test_other_values_are_tried_out_and_leave_no_trace(table: Page) -> None:
    """Status, score and roll-ups follow, marked as hypothetical; closed, everything is as it was."""
    before = table.locator("table.bsc-kpis tbody").first.inner_text()
    table.get_by_role("button", name="What if").click()
    panel = table.get_by_role("region", name="What if")
    assert "Hypothetical" in panel.inner_text()
    assert "→" not in panel.inner_text()
    row = table.locator("tr[data-places]", has_text="Gross margin")
    row.locator("input").fill("60")
    assert row.locator("td").first.inner_text() == "Ahead"
    assert "Protect the gross margin" in panel.inner_text()
    assert panel.locator("p", has_text="The scorecard").inner_text().count("→") == 1
    table.get_by_role("button", name="Start anew").click()
    assert "→" not in panel.inner_text()
    row.locator("input").fill("60")
    table.get_by_role("button", name="What if").click()
    assert not panel.is_visible()
    assert table.locator("table.bsc-kpis tbody").first.inner_text() == before
    assert "?" not in table.url


DRAWN = "e => e.outerHTML.replace(/ bsc-map--on/g, '')"
RULED = """([scorecard, at, value]) => {
    const [, [, redFlag, target]] = window.bscWhatIfContent[scorecard].kpis[at];
    return Math.max(0, Math.min(100, (100 * (value - redFlag - (redFlag - target))) / (3 * (target - redFlag))));
}"""


@pytest.mark.parametrize("from_disk", [True, False])
def test_other_values_are_tried_out_on_the_map(browser: Browser, site: Path, address: str, *, from_disk: bool) -> None:
    """Boxes and entries of the list follow, marked as hypothetical; closed, all is as it was drawn."""
    with reading(browser, site.as_uri() if from_disk else address) as reader:
        page = reader.turn_to("map/index.html")
        box = page.locator(".bsc-map__box", has_text="Protect the gross")
        item = page.locator(f".bsc-map__item[data-id={box.get_attribute('data-id')}]")
        drawn, shape = page.locator(".bsc-map__svg").evaluate(DRAWN), box.locator(".bsc-map__shape path")
        circle = page.locator(".bsc-map__box.bsc-on-track .bsc-map__shape path").first.get_attribute("d")
        assert "bsc-off-track" in (box.get_attribute("class") or "")
        page.get_by_role("button", name="What if").click()
        panel = page.get_by_role("region", name="What if")
        choice = panel.locator("select")
        choice.select_option(label="Gross margin")
        panel.get_by_label("Another value of Gross margin").fill("47.2")
        score = round(page.evaluate(RULED, ["corporate", int(choice.input_value()), 47.2]))
        assert score > 66
        assert "bsc-on-track" in (box.get_attribute("class") or "")
        assert (shape.get_attribute("d"), box.locator(".bsc-map__score").inner_html()) == (circle, str(score))
        said = f"Protect the gross margin: On plan, score {score}, hypothetical"
        assert box.get_attribute("aria-label") == said
        assert item.locator("summary.bsc-on-track").count() == 1
        told = panel.get_by_role("status").locator("p").all_inner_texts()
        assert [each.split(" Act ")[0] for each in told[1:]] == ["Gross margin", "Protect the gross margin"]
        assert all("→" in each for each in told)
        assert Axe().run(page, context="article").response["violations"] == []
        page.get_by_role("button", name="What if").click()
        assert not panel.is_visible()
        assert page.locator(".bsc-map__svg").evaluate(DRAWN) == drawn
