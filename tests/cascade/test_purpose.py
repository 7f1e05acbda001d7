"""The destination beside this year's targets, the value proposition, and perspectives of any name and number."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bsc_site.compute.cascade.destination import declared_in, expected_in
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Preset
from bsc_site.pipeline import Order, examine
from bsc_site.publish.starting.new_project import start_project
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.small_projects import declared

AS_OF = date(2025, 4, 5)
CARD = """\
id: charity
title: Charity
vision: Nobody is left alone
destination: {period: 2028, text: Every street has a door that is open}
value_proposition: {functionality: A meal and a bed, image: Neighbours and no office}
perspectives:
  - id: why
    name: Why we are here
    question: Whom do we serve?
    objectives:
      - {id: serve, name: Serve everyone, kpis: [meals, beds, mood, calls], value_proposition: [functionality]}
kpis:
  - {id: meals, name: Meals, aggregate: sum,
     targets: [{period: 2025, value: 1200}, {period: 2028, value: 2400}]}
  - {id: beds, name: Beds, baseline: {period: 2024-12, value: 40}, targets: [{period: 2028-12, value: 88}]}
  - {id: mood, name: Mood, direction: band, unit: points,
     targets: [{period: 2025-06, low: 6, high: 9}, {period: 2028-12, low: 7, high: 9}]}
  - {id: calls, name: Calls, targets: [{period: 2025-12, value: 10}]}
"""


def _pages(root: Path, text: str) -> dict[str, str]:
    (root / "scorecard").mkdir(parents=True)
    (root / "scorecard" / "card.yml").write_text(text, encoding="utf-8")
    assessment = examine(Order(root, AS_OF)).assessment
    assert assessment is not None
    return {page.address: page.markdown for page in render_pages(SiteMaterial(assessment))}


def _rows(markdown: str) -> list[list[str]]:
    """The cells of the table of the destination."""
    part = markdown[markdown.index('id="way"') :]
    body = part[part.index("<tbody>") : part.index("</tbody>")]
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in body.splitlines()
        if row.startswith("<tr>")
    ]


def test_the_destination_stands_beside_the_targets_of_this_year(tmp_path: Path) -> None:
    """A total without a date, a point on the path as about, a band as a range; no KPI without a target for then."""
    home = _pages(tmp_path, CARD)["strategy/"]
    assert "By 2028</span></h2><p>Every street has a door that is open" in home
    assert _rows(home) == [
        ["Meals", "No data", "—", "1,200", "2,400"],
        ["Beds", "No data", "—", "about 52 by Dec 2025", "88 by Dec 2028"],
        ["Mood", "No data", "—", "6 to 9 points by Jun 2025", "7 to 9 points by Dec 2028"],
    ]


@pytest.mark.parametrize("address", ["strategy/", "map/"])
def test_the_value_proposition_names_the_objectives_that_carry_it(tmp_path: Path, address: str) -> None:
    """And says where no objective does; a part that is not declared is not shown."""
    page = _pages(tmp_path, CARD)[address]
    offer = page[page.index('id="offer"') :]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", offer[: offer.index("</div>\n</div>")]))
    assert "Functionality A meal and a bed Serve everyone No data Image Neighbours and no office No objective" in words
    assert "Relationship" not in words


def test_what_is_not_declared_has_no_section(tmp_path: Path) -> None:
    """Neither a destination nor an offer."""
    text = re.sub(r"(destination|value_proposition): \{.*\}\n", "", CARD).replace(
        ", value_proposition: [functionality]", ""
    )
    home = _pages(tmp_path, text)["strategy/"]
    assert 'id="way"' not in home
    assert 'id="destination"' not in home
    assert 'id="offer"' not in home


@pytest.mark.parametrize("count", [1, 2, 7])
def test_perspectives_have_free_names_and_any_number(tmp_path: Path, count: int) -> None:
    """Each with its question on its page, on the home page and in the order of the file."""
    rows = "".join(
        f"  - {{id: r{each}, name: Row {each}, question: Why {each}?, objectives: [{{id: o{each}, name: O{each}}}]}}\n"
        for each in range(count)
    )
    pages = _pages(tmp_path, f"id: free\ntitle: Free\nperspectives:\n{rows}")
    home = pages[""]
    positions = [home.index(f"Row {each}") for each in range(count)]
    assert positions == sorted(positions)
    for each in range(count):
        assert f"Why {each}&#63;" in pages[f"perspectives/r{each}/"]
        assert f"Why {each}&#63;" in home


def test_the_last_target_inside_of_the_year_counts() -> None:
    """Of two in one year the later one; a target that ends after the year is none of it."""
    kpi = declared(
        targets=[
            {"period": "2025-06", "value": 1},
            {"period": "2025-Q4", "value": 2},
            {"period": "2026-01", "value": 3},
        ]
    )
    found = declared_in(kpi, parse_period("2025"))
    assert found is not None
    assert (found.expected.target, str(found.period)) == (2, "2025-Q4")
    assert declared_in(kpi, parse_period("2024")) is None


def test_a_total_is_not_read_off_between_two_targets() -> None:
    """Its path holds for single months, not for the year."""
    home = Scorecard.model_validate({"id": "c", "title": "C"})
    targets = [{"period": "2024", "value": 1200}, {"period": "2026", "value": 2400}]
    assert expected_in(declared(aggregate="sum", targets=targets), home, parse_period("2025")) is None
    between = expected_in(declared(targets=targets), home, parse_period("2025"))
    assert between is not None
    assert (between.expected.target, between.declared) == (1800, False)


@pytest.mark.parametrize("preset", list(Preset))
def test_a_new_project_shows_its_destination_and_every_question(tmp_path: Path, preset: Preset) -> None:
    """For every kind of organisation."""
    start_project(tmp_path / "p", preset, AS_OF)
    project = load_project(tmp_path / "p").project
    assert project is not None
    assert project.root.destination is not None
    assert all(row.question for row in project.root.perspectives)
    assessment = examine(Order(tmp_path / "p", AS_OF)).assessment
    assert assessment is not None
    home = next(page.markdown for page in render_pages(SiteMaterial(assessment)) if page.address == "strategy/")
    assert len(_rows(home)) == len(project.kpis)
    if preset is not Preset.OUTCOMES:
        assert "No objective carries it" not in home[home.index('id="offer"') :]
