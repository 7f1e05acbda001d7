"""What follows from all elements of a scorecard together is published as the assessment holds it."""
# the names of tests are sentences

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.pipeline import Circle, Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.published_data.published_json import plain
from tests.builders.organisations import GROUP, NORTH, write_family

DEMO = Path(__file__).parents[2]
STORY_TOLD_ON = date(2026, 11, 5)
HIDDEN = """\
initiatives:
  - {id: clubs, name: Clubs, audience: board, serves: [retain, grow], start: 2025-01, end: 2025-12, budget: 90}
  - {id: ads, name: Ads, serves: [grow, retain], depends_on: [clubs], start: 2025-01, end: 2025-12, budget: 10}
risks:
  - {id: strike, name: Strike, on: objective/retain, likelihood: 2, impact: 3}
"""


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """All of the demo company."""
    found = examine(Order(DEMO, STORY_TOLD_ON, Circle.EVERYTHING)).assessment
    assert found is not None
    return found


@pytest.fixture(scope="module")
def cards(assessment: Assessment) -> dict[str, Any]:
    """Its published scorecards by id."""
    files = documents(assessment, ())
    read = [json.loads(body) for path, body in files.items() if path.endswith("api/v1/scorecard.json")]
    return {each["scorecard"]["id"]: each for each in read}


def _goals(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["scorecard"], each["objective"]) for each in found]


def test_the_alignment_and_the_line_of_sight_are_those_of_the_overview(
    assessment: Assessment, cards: dict[str, Any]
) -> None:
    for name, overview in assessment.overviews.items():
        told, rows = cards[name]["alignment"], {each.objective: each for each in overview.alignment.rows}
        assert (told["scorecards"], told["supported"]) == (
            list(overview.alignment.children),
            overview.alignment.supported,
        )
        assert told["unsupported"] == list(overview.alignment.unsupported)
        assert _goals(told["unsupporting"]) == list(overview.alignment.unsupporting)
        for each in cards[name]["objectives"]:
            sight = overview.sights[each["id"]]
            assert _goals(each["above"]) == [goal for level in reversed(sight.above) for goal in level]
            assert _goals(each["below"]) == [goal for level in sight.below for goal in level]
            below = {support["scorecard"]: tuple(support["objectives"]) for support in each["supporters"]}
            assert below == rows[each["id"]].supporters
    assert any(each["supporters"] for each in cards["corporate"]["objectives"])


def test_the_nearest_objective_of_a_line_of_sight_is_one_step_away(tmp_path: Path) -> None:
    """The shop supports the south, which supports the group."""
    found = examine(Order(write_family(tmp_path / "p"), date(2025, 4, 5))).assessment
    assert found is not None
    (goal,) = json.loads(documents(found, ())["s/shop/api/v1/scorecard.json"])["objectives"]
    assert goal["above"] == [
        {"scorecard": "south", "objective": "return", "steps": 1},
        {"scorecard": "group", "objective": "retain", "steps": 2},
    ]


def test_the_portfolio_is_that_of_the_overview(assessment: Assessment, cards: dict[str, Any]) -> None:
    portfolio, told = assessment.overviews["corporate"].portfolio, cards["corporate"]["portfolio"]
    total = portfolio.total
    assert [told[key] for key in ("budget", "spent", "earned", "variance")] == [
        plain(each) for each in (total.budget, total.spent, total.earned, total.variance)
    ]
    for key, shares in (("objectives", portfolio.objectives), ("perspectives", portfolio.perspectives)):
        assert [(each["id"], each["budget"]) for each in told[key]] == [
            (each.id, plain(each.budget)) for each in shares
        ]
    for each in cards["corporate"]["initiatives"]:
        holding = portfolio.holdings[each["id"]]
        assert (each["earned"], each["variance"]) == (plain(holding.money.earned), plain(holding.money.variance))
        assert (each["slippage"], each["waits_for"]) == (holding.slippage, list(holding.waiting))
        assert [step["days_late"] for step in each["milestones"]] == list(holding.delays)
    assert any(each["earned"] for each in cards["corporate"]["initiatives"])


def test_whoever_delivers_a_figure_is_named_with_the_day(assessment: Assessment, cards: dict[str, Any]) -> None:
    """At the root those of the whole project; at each KPI its own."""
    roster = assessment.overviews["corporate"].roster
    told = cards["corporate"]["duties"]
    assert [(each["kpi"], each["person"], each["due"], each["days_late"]) for each in told] == [
        (each.kpi, each.person, str(each.due), each.days_late) for each in roster.duties
    ]
    duties = {each.pop("kpi"): each for each in told}
    for card in cards.values():
        assert {each["id"]: each["duty"] for each in card["kpis"]} == {
            each["id"]: duties.get(each["id"]) for each in card["kpis"]
        }
    assert not all(each["duty"] for each in cards["corporate"]["kpis"])


def test_the_way_to_the_destination_is_that_of_the_overview(assessment: Assessment, cards: dict[str, Any]) -> None:
    course, told = assessment.overviews["corporate"].course, cards["corporate"]["destination"]
    assert course is not None
    assert (told["this_year"], told["then"]) == (str(course.this_year), str(course.then))
    assert [(each["kpi"], each["then"]["target"]) for each in told["kpis"]] == [
        (each.kpi, plain(each.then.expected.target)) for each in course.kpis
    ]
    assert cards["marketing"]["destination"] is None


def test_a_benchmark_has_the_position_of_the_value(assessment: Assessment, cards: dict[str, Any]) -> None:
    told = {each["id"]: each["benchmark_position"] for card in cards.values() for each in card["kpis"]}
    found = {kpi: place for each in assessment.overviews.values() for kpi, place in each.benchmarks.items()}
    assert {kpi: place for kpi, place in told.items() if place} == found
    assert len(found) > 3


def test_a_risk_has_its_rating(assessment: Assessment, cards: dict[str, Any]) -> None:
    declared = assessment.project.root.risks
    assert declared
    told = cards["corporate"]["risks"]
    assert [(each["id"], each["on"], each["rating"]) for each in told] == [
        (each.id, each.on, each.likelihood * each.impact) for each in declared
    ]


def test_what_an_audience_may_not_see_is_in_no_document(tmp_path: Path) -> None:
    """Neither above nor below, in no share of the costs and in no duty."""
    group = GROUP.replace("title: Group\n", "title: Group\naudiences: [public, board]\n")
    group = group.replace("id: retain,", "id: retain, audience: board,") + HIDDEN
    north = NORTH.replace("id: sales-north,", "id: sales-north, audience: board,")
    root = write_family(tmp_path / "p", group=group, north=north)
    seen, whole = (
        documents(found, ())
        for audience in ("public", "board")
        if (found := examine(Order(root, date(2025, 4, 5), audience)).assessment) is not None
    )
    hidden = (b'"retain"', b"clubs", b"strike", b"sales-north")
    assert [word for word in hidden if any(word in body for body in whole.values())] == list(hidden)
    assert [(path, word) for path, body in seen.items() for word in hidden if word in body] == []
    assert json.loads(seen["api/v1/scorecard.json"])["portfolio"]["budget"] == 10
