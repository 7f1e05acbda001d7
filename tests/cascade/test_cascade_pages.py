"""The pages on which a cascade can be read: alignment, line of sight, all scorecards."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bsc_site.compute.assess import assess
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Place, Problem, Severity
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company, company
from tests.builders.organisations import NORTH, write_family

AS_OF = date(2025, 4, 5)
GOLDEN = Path(__file__).parent / "golden"


def _assessed(root: Path) -> Assessment:
    project = load_project(root).project
    assert project is not None
    readings = load_readings(root, project).readings
    return assess(project, build_series(project, readings, AS_OF).series, AS_OF, None)


def _pages(root: Path) -> dict[str, str]:
    return {page.address: page.markdown for page in render_pages(SiteMaterial(_assessed(root)))}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of the small organisation in three levels, by address."""
    return _pages(write_family(tmp_path_factory.mktemp("family") / "p"))


def without_way_around(markdown: str) -> str:
    """The page without the links to all other overview pages of its scorecard."""
    return re.sub(r'<nav class="bsc-local".*?</nav>\n', "", markdown)


def _steps(markdown: str) -> list[tuple[str, str]]:
    """Label and words of each step of the line of sight."""
    steps = re.findall(r'<span class="bsc-sight__label">(.*?)</span><ul>(.*?)</ul></li>\n', markdown)
    return [(label, re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", items)).strip()) for label, items in steps]


@pytest.mark.parametrize(("address", "name"), [("alignment/", "group.md"), ("s/south/alignment/", "south.md")])
def test_the_alignment_page_is_exactly_this(pages: dict[str, str], address: str, name: str) -> None:
    """Of the root with two scorecards below, and of a region with one shop."""
    assert without_way_around(pages[address]) == (GOLDEN / name).read_text(encoding="utf-8")


def test_every_scorecard_has_an_alignment_page_and_leads_to_it(pages: dict[str, str]) -> None:
    """Also the shop and the north, which have nobody below."""
    homes = ("", "s/north/", "s/south/", "s/shop/")
    assert {each for each in pages if each.endswith("alignment/")} == {f"{home}alignment/" for home in homes}
    assert all('href="alignment/index.html"' in pages[home] for home in homes)


def test_a_scorecard_with_nobody_below_says_what_its_objectives_support(pages: dict[str, str]) -> None:
    """The one that supports two, and the one that supports none."""
    page = pages["s/north/alignment/"]
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index("bsc-headline") :]))
    assert "1 of 2 objectives of this scorecard supports one of Group. No scorecard is below this one." in told
    assert "Welcome guests Not scored Keep customers Not scored Grow sales Off track" in told
    assert "Supports nothing above" in told
    assert "#unsupported" not in page
    assert "#unsupporting" not in page


def test_a_single_scorecard_says_that_nothing_cascades_from_it_yet() -> None:
    """On a page to which nothing leads."""
    alone = {page.address: page.markdown for page in render_pages(SiteMaterial(assessed_company(company())))}
    assert "Nothing cascades from this scorecard yet." in alone["alignment/"]
    assert not re.search("^##", alone["alignment/"], re.MULTILINE)
    assert "alignment/index.html" not in alone[""]
    assert "Alignment" not in str(navigation(assessed_company(company())))


def test_many_scorecards_below_become_a_list_by_objective(tmp_path: Path) -> None:
    """Nine columns are too many for a page."""
    more = {
        f"n{index}": NORTH.replace("id: north\n", f"id: n{index}\n").replace("-north", f"-n{index}")
        for index in range(7)
    }
    page = _pages(write_family(tmp_path / "p", **more))["alignment/"]
    assert "<table" not in page
    assert "Supported by 9 objectives of 9 scorecards" in page
    assert page.count("See guests again") == 1


def test_eight_scorecards_below_still_make_a_matrix(tmp_path: Path) -> None:
    """One column for each."""
    more = {
        f"n{index}": NORTH.replace("id: north\n", f"id: n{index}\n").replace("-north", f"-n{index}")
        for index in range(6)
    }
    page = _pages(write_family(tmp_path / "p", **more))["alignment/"]
    assert page.split("</thead>")[0].count('<th scope="col">') == 9


def test_the_line_of_sight_leads_from_the_vision_to_the_people(pages: dict[str, str]) -> None:
    """Through every level above."""
    assert _steps(pages["s/north/objectives/welcome/"]) == [
        ("Vision", "The shop that people tell their friends about"),
        ("Group", "Keep customers Not scored Grow sales Off track"),
        ("This objective", "Welcome guests Not scored"),
        ("Measured by", "Return rate Not scored"),
        ("Worked on by", "Welcome cards Off track"),
        ("In the hands of", "Bob Ray owns the objective; leads Welcome cards"),
    ]


def test_the_line_of_sight_runs_through_three_levels_in_both_directions(pages: dict[str, str]) -> None:
    """From the shop up to the group, and from the group down to the shop."""
    up = [label for label, _ in _steps(pages["s/shop/objectives/greet/"])]
    assert up[:4] == ["Vision", "Group", "South", "This objective"]
    assert _steps(pages["objectives/retain/"])[1:4] == [
        ("This objective", "Keep customers Not scored"),
        ("Supported by", "Welcome guests Not scored North See guests again Not scored South"),
        ("Supported by", "Greet everyone Off track Corner shop"),
    ]


def test_a_person_sees_where_their_work_leads(pages: dict[str, str]) -> None:
    """From their objective and the work for it up to the objectives above."""
    page = pages["people/north-lead/"]
    way = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index('id="sight"') :]))
    assert "The shop that people tell their friends about" in way
    assert "Welcome guests Not scored owns it; leads Welcome cards → Keep customers , Grow sales" in way


def test_a_shared_kpi_has_one_page_to_which_every_scorecard_leads(pages: dict[str, str]) -> None:
    """The shop lists the group's sales: no second page, and a link up."""
    assert [each for each in pages if each.endswith("kpis/sales/")] == ["kpis/sales/"]
    assert 'href="../../../../kpis/sales/index.html"' in pages["s/shop/objectives/greet/"]


def test_a_few_scorecards_stand_in_the_nav(tmp_path: Path) -> None:
    """With the alignment before them."""
    nav = navigation(_assessed(write_family(tmp_path / "p")))
    assert {"Alignment": "alignment/index.md"} in nav
    assert {
        "Scorecards below": [
            {"North": "s/north/index.md"},
            {"South": "s/south/index.md"},
            {"Corner shop": "s/shop/index.md"},
        ],
    } in nav


def test_the_problems_of_the_project_stand_on_one_page(tmp_path: Path) -> None:
    """The pages of the scorecards below lead there, or two hundred of them would each hold all problems."""
    flaw = Problem(Place("data/figures.csv", 14), "BSC301", Severity.WARNING, "", "'n/a' is not a number")
    assessment = _assessed(write_family(tmp_path / "p"))
    pages = {page.address: page.markdown for page in render_pages(SiteMaterial(assessment, (flaw,)))}
    assert "BSC301" in pages["data-quality/"]
    below = pages["s/north/data-quality/"]
    assert "BSC301" not in below
    assert 'stands with the <a href="../../../data-quality/index.html">Group</a>' in below
