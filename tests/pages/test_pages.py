"""The pages of a small company, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from bsc_site.model.concluded.assessment import Coverage
from bsc_site.model.problem import Place, Problem, Severity
from bsc_site.render.addresses import Addresses
from bsc_site.render.page import Page
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company, company, department, full_kpi
from tests.effort import growth

PROBLEM = Problem(Place("data/crm.csv", 14), "BSC301", Severity.WARNING, "", "'n/a' is not a number")


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Every page by its address."""
    return {page.address: page for page in render_pages(SiteMaterial(assessed_company(), (PROBLEM,)))}


def _words(page: Page) -> str:
    """What a reader sees of a page, on one line."""
    body = page.markdown.split("---\n", 2)[2]
    text = re.sub(r"<(svg|template).*?</\1>|<[^>]+>", " ", body, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


def test_each_element_has_its_page(pages: dict[str, Page]) -> None:
    """Those of the root at the top, those of the scorecard below in its folder."""
    assert {
        "", "map/", "scorecard/", "heatmap/", "initiatives/", "data-quality/", "method/", "definitions/",
        "perspectives/customer/", "objectives/loyal/", "kpis/nps/", "initiatives/app/", "people/ann/",
        "s/shop/", "s/shop/scorecard/", "s/shop/objectives/help/", "s/shop/kpis/helped/",
    } <= set(pages)  # fmt: skip


def test_no_two_pages_have_one_address() -> None:
    """A KPI that two scorecards list still has one page."""
    shop = department()
    shop["perspectives"][0]["objectives"][0]["kpis"] = ["helped", "nps"]
    addresses = [page.address for page in render_pages(SiteMaterial(assessed_company(company(), shop)))]
    assert len(addresses) == len(set(addresses))


def test_a_kpi_page_answers_in_this_order(pages: dict[str, Page]) -> None:
    """Where it stands, whose it is, whether that is real, since when, what next, what was decided, and its grounds."""
    places = re.findall(r' id="(\w+)"', pages["kpis/nps/"].markdown.partition("<template")[0])
    places += re.findall(r' id="(\w+)"', pages["kpis/nps/"].markdown.partition("</template>")[2])
    order = ["where", "owner", "real", "since", "next", "decided", "definition", "how", "against", "source", "figures"]
    order.append("share")
    assert places == order


def test_a_kpi_page_opens_with_value_status_target_and_trend(pages: dict[str, Page]) -> None:
    """The thirty seconds of a reader."""
    assert "40.49 % On track Jun 2025 2.826 points above 37.67 % ↘ Steady Owner Ann Lee" in _words(
        pages["kpis/repeat-rate/"]
    )


def test_a_kpi_page_shows_24_periods_and_leads_to_the_rest(pages: dict[str, Page]) -> None:
    """The latest first, the others in the CSV."""
    page = pages["s/shop/kpis/helped/"].markdown
    assert (page.count("<tr><th>"), '<a href="../../data/helped.csv">CSV</a>' in page) == (24, True)


def test_a_kpi_page_names_the_benchmark_with_source_and_year(pages: dict[str, Page]) -> None:
    """A range that others reach is worth what its source is worth."""
    assert "Benchmark 20 to 40 % Statista, 2023" in _words(pages["kpis/repeat-rate/"])


@pytest.mark.parametrize(("scored", "told"), [(3, "scored from 3 of 4 KPIs"), (4, ""), (0, "scored from 0 of 4 KPIs")])
def test_a_score_says_on_how_many_kpis_it_stands_where_some_are_missing(scored: int, told: str) -> None:
    """And only then: what stands in every line is read in none. Its status tells it in any case to who asks."""
    whole = assessed_company()
    card = whole.scorecards["corporate"]
    standing = replace(card.standing, coverage=Coverage(scored, 4))
    found = {**whole.scorecards, "corporate": replace(card, standing=standing)}
    page = next(page for page in render_pages(SiteMaterial(replace(whole, scorecards=found))) if not page.address)
    mark = page.markdown[page.markdown.index("bsc-rows__whole") :][:700]
    assert (f">{told}</button>" in mark) == bool(told)
    assert f"scored from {scored} of 4 KPIs" in mark


def test_the_home_page_tells_what_changed(pages: dict[str, Page]) -> None:
    """The flip with the figures on both sides."""
    assert (
        "Net promoter score On track to At risk 38.18 in Q1 2025, "
        "36.82 in Q2 2025 against 37.67; no longer meets its target" in _words(pages[""])
    )


def test_the_home_page_begins_with_the_answer(pages: dict[str, Page]) -> None:
    """How many need action, which, the map, what changed, and only then the rest."""
    page = pages[""].markdown
    order = (
        "bsc-headline",
        "bsc-bar",
        'id="action"',
        "bsc-map__svg",
        'id="changed"',
        'id="perspectives"',
        'id="attention"',
    )
    places = [page.index(each) for each in order]
    assert places == sorted(places)


def test_a_card_of_the_home_page_says_what_one_must_know_of_a_kpi_off_track(pages: dict[str, Page]) -> None:
    """Value, since when, target and period, owner; the bar leads to the table of just these."""
    words = _words(pages[""])
    card = words[words.index("Needs action") : words.index("What changed")]
    known = ("Off track Delivery time since May 2025", "35.76 days target 37.67 days, Jun 2025")
    assert [each for each in known if each not in card] == []
    assert 'href="scorecard/index.html?status=Off%20track"' in pages[""].markdown


@pytest.mark.parametrize(
    "words",
    [
        "At risk: worsening 1 KPI Net promoter score",
        "Figures missing 2 KPIs Delivery time Stale",
        "Nobody responsible 3 elements Deliver quickly",
    ],
)
def test_the_home_page_tells_what_needs_attention(pages: dict[str, Page], words: str) -> None:
    """Each reason once, with the elements."""
    assert words in _words(pages[""])


def test_an_objective_shows_its_hypotheses_with_reason_and_lag(pages: dict[str, Page]) -> None:
    """An arrow without a because is only a line."""
    assert (
        "What it drives Grow revenue On track should raise it after 3 months "
        "because returning customers buy more often" in _words(pages["objectives/loyal/"])
    )


def test_an_objective_shows_the_line_to_the_vision(pages: dict[str, Page]) -> None:
    """From delivery over loyalty to revenue."""
    assert "Deliver quickly Earn repeat customers Grow revenue The brand that customers return to" in _words(
        pages["objectives/quick/"]
    )


def test_a_person_sees_the_oldest_figures_first(pages: dict[str, Page]) -> None:
    """What is overdue, then what is due."""
    cell = re.compile(r'<td><span class="bsc-status bsc-\w+">(\w+)</span></td><td>Latest')
    marks = cell.findall(pages["people/ann/"].markdown)
    assert marks == ["Overdue", "Due", "Fresh"]


def test_data_quality_shows_problems_and_silenced_rules(pages: dict[str, Page]) -> None:
    """With file and line, and with the reason."""
    words = _words(pages["data-quality/"])
    assert ("BSC301 warning data/crm.csv:14 'n/a' is not a number" in words, "BSC204 agreed" in words) == (True, True)


def test_a_scorecard_below_shows_the_way_up(pages: dict[str, Page]) -> None:
    """The nav of the site belongs to the root."""
    trail = '<ol><li><a href="../../index.html">Corporate scorecard</a></li><li aria-current="page">Shop</li></ol>'
    assert trail in pages["s/shop/"].markdown


def test_links_between_pages_lead_to_pages(pages: dict[str, Page]) -> None:
    """Every relative link arrives at an address that exists."""
    there = {*pages, *(path.removesuffix("index.html") for page in pages.values() for path, _ in page.beside)}
    dead = [
        (page.address, href)
        for page in pages.values()
        for href in re.findall(r'href="([^"]*index\.html)"', page.markdown)
        if _arrives(page.address, href) not in there
    ]
    assert dead == []


def _arrives(address: str, href: str) -> str:
    parts = address.split("/")[:-1]
    for part in href.split("/")[:-1]:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "".join(f"{part}/" for part in parts)


def test_the_nav_names_no_kpi() -> None:
    """A nav entry stands on every page: with the KPIs in it the site would grow with the square of their number."""
    assert "kpis/" not in str(navigation(assessed_company()))


def test_every_entry_of_the_nav_is_a_page(pages: dict[str, Page]) -> None:
    """As the path of its Markdown."""
    paths = re.findall(r"'([\w/-]*index\.md)'", str(navigation(assessed_company())))
    assert (len(paths) > 8, set(paths) - {page.source_path for page in pages.values()}) == (True, set())


def test_the_same_material_makes_the_same_pages() -> None:
    """Byte by byte."""
    assert render_pages(SiteMaterial(assessed_company())) == render_pages(SiteMaterial(assessed_company()))


def test_a_scorecard_without_anything_still_has_its_pages() -> None:
    """The first day of a project."""
    empty = assessed_company({"id": "new", "title": "New"})
    assert {page.address for page in render_pages(SiteMaterial(empty))} >= {"", "map/", "scorecard/", "method/"}


@pytest.mark.slow
def test_the_page_of_a_kpi_is_no_more_work_among_many() -> None:
    """Counted in calls, which no load of the machine changes."""

    def many(count: int) -> Callable[[], object]:
        found = assessed_company(
            company(kpis=[full_kpi(f"k{n}") for n in range(count)], perspectives=[], initiatives=[])
        )
        return lambda: render_pages(SiteMaterial(found))

    many(1)()  # templates are read once
    assert growth(many(100), many(200)) < 2.1


def test_every_kpi_address_is_one_of_the_pages(pages: dict[str, Page]) -> None:
    """What the published data says about addresses holds."""
    found = assessed_company()
    assert {Addresses(found.project).kpi(each) for each in found.kpis} <= set(pages)
