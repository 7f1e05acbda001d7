"""A table of many KPIs is light: rows far below come with words and figures, and a script adds what else they show."""
# the names of tests are sentences

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown import markdown  # type: ignore[import-untyped]  # published without types
from playwright.sync_api import Browser, Page

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.data_files.later_files import later_files
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.views.kpi_views.late_rows import WHOLE
from tests.browser.demo import awaited
from tests.builders.company import assessed_company, company, full_kpi
from tests.frontend.built import SCRIPT, STYLE

MANY = 300


def _large(count: int) -> Assessment:
    """Every second KPI tells about an objective."""
    card = company(kpis=[*company()["kpis"], *(full_kpi(f"k{at}") for at in range(count - 4))])
    card["perspectives"][1]["objectives"][1]["kpis"] = ["days", *(f"k{at}" for at in range(0, count - 4, 2))]
    return assessed_company(card)


def _page(found: Assessment, address: str) -> str:
    return next(page.markdown for page in render_pages(SiteMaterial(found)) if page.address == address)


@pytest.fixture(scope="module")
def large() -> Assessment:
    """A scorecard of so many KPIs."""
    return _large(MANY)


@pytest.fixture(scope="module")
def table(large: Assessment) -> str:
    """Its page."""
    return _page(large, "scorecard/")


def _rows(page: str) -> list[str]:
    return re.findall(r"<tr(?: class=[^>]*)?><td>.*?</tr>", page)


def _late(found: Assessment) -> dict[str, Any]:
    text = later_files(found)["scorecard/rows.js"].decode()
    rows: dict[str, Any] = json.loads(text.partition(" = ")[2].removesuffix(";\n"))
    return rows


def test_every_kpi_has_a_row_with_its_words_and_figures(large: Assessment, table: str) -> None:
    rows = _rows(table)
    assert len(rows) == MANY
    assert {name for row in rows for name in re.findall(r"kpis/([\w-]+)/index", row)} == set(large.kpis)
    for row in rows:
        cells = [re.sub("<[^>]*>", "", each) for each in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)]
        assert [at for at, each in enumerate(cells) if not each] in ([2], [2, 8])  # the course, and nobody who owns it


def test_only_the_first_rows_are_whole(table: str) -> None:
    rows = _rows(table)
    assert ["data-places" in row and "<svg>" in row for row in rows] == [True] * WHOLE + [False] * (MANY - WHOLE)
    assert max(map(len, rows[WHOLE:])) < 240


def test_a_part_of_the_table_has_the_status_of_its_rows(table: str) -> None:
    words = {"bsc-off-track": "Off track", "bsc-at-risk": "At risk", "bsc-on-track": "On track"}
    parts = re.findall(r'<tbody class="([\w-]+)">\n(.*?)</tbody>', table, re.DOTALL)
    assert sum(len(_rows(part)) for _, part in parts) == MANY - WHOLE
    for shape, part in parts:
        assert {re.findall(r"<td>(.*?)</td>", row)[0] for row in _rows(part)} == {words[shape]}
        assert len(_rows(part)) <= WHOLE


def test_the_script_adds_to_each_row_what_the_row_of_a_short_table_shows(large: Assessment, table: str) -> None:
    late, rows = _late(large), _rows(table)[WHOLE:]
    assert len(late["rows"]) == len(rows)
    for row, (places, tokens, about, owner, gap, to, course) in zip(rows, late["rows"], strict=True):
        (name,) = re.findall(r"kpis/([\w-]+)/index", row)
        assert places.split(",")[0] == str(list(large.kpis).index(name))
        assert tokens.split()[0] == f"s{['Off track', 'At risk', 'On track'].index(row[8:].partition('<')[0])}"
        goals = [each.objective.name for each in large.scorecards["corporate"].objectives.values() if name in each.kpis]
        assert late["objectives"][about] == ", ".join(goals)
        assert late["owners"][owner] in {"../people/ann/index.html", "../people/bob/index.html", ""}
        assert (-2 <= float(gap) <= 2, to in {"↗", "→", "↘", ""}, len(course)) == (True, True, 3)


def test_a_short_table_needs_no_script_for_its_rows() -> None:
    found = _large(WHOLE)
    assert "data-rows" not in _page(found, "scorecard/")
    assert "scorecard/rows.js" not in later_files(found)


def test_a_row_costs_little_however_long_the_table_is(table: str) -> None:
    longer = _page(_large(MANY + 100), "scorecard/")
    assert (len(longer) - len(table)) / 100 < 230


def test_a_cell_of_the_heat_map_says_its_status_where_it_is_not_that_of_its_row(large: Assessment) -> None:
    page = _page(large, "heatmap/")
    rows = re.findall(r'<tr class="(bsc-[\w-]+)"><th scope="row">(.*?)</tr>', page)
    assert len(rows) == MANY
    for shape, row in rows:
        own = re.findall(r'<td class="(bsc-[\w-]+)">', row)
        assert shape not in own
        assert len(own) <= row.count("<td>")


@pytest.fixture
def opened(browser: Browser, large: Assessment, table: str, tmp_path: Path) -> Iterator[Page]:
    """The page from a disk."""
    body = markdown(table.split("---\n", 2)[2], extensions=["attr_list", "md_in_html"])
    text = f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{STYLE}</style><body>{body}</body></html>'
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "rows.js").write_bytes(later_files(large)["scorecard/rows.js"])
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((tmp_path / "index.html").as_uri())
    yield page
    page.close()


@pytest.mark.browser
def test_rows_become_whole_by_themselves(opened: Page) -> None:
    assert opened.locator("tbody svg").count() == WHOLE
    opened.add_script_tag(content=SCRIPT)
    awaited(opened, f"document.querySelectorAll('tbody tr[data-places]').length === {MANY}")
    last = opened.locator("tbody tr").last
    assert last.locator("svg path").count() == 3
    assert last.locator("td:last-child a").get_attribute("href") == "../people/ann/index.html"
    assert opened.locator("td[data-to]").count() > MANY / 2
    assert last.get_by_role("rowheader").inner_text().startswith("Name of k")
    assert "bsc-on-track" in (last.get_attribute("class") or "")


@pytest.mark.browser
def test_whoever_filters_at_once_finds_the_rows_far_below(opened: Page) -> None:
    opened.add_script_tag(content=SCRIPT)
    opened.get_by_role("searchbox").fill("quickly")
    awaited(opened, "document.querySelectorAll('tbody tr').length === 149")
    assert opened.locator("caption").inner_text() == f"149 of {MANY} KPIs"
    opened.get_by_role("button", name="Current").click()
    places = opened.evaluate("[...document.querySelectorAll('tbody tr')].map(e => +e.dataset.places.split(',')[2])")
    assert places == sorted(places)
