"""Figures that could mean two things because nothing is declared: a finding asks, and each answer settles it."""

from __future__ import annotations

from typing import Any

import pytest

from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.small_projects import built, figures_of, kpi, monthly, project, readings

DAYS = {f"2025-03-{day:02d}": 10 + day for day in range(1, 32)}
WEEKS = {f"2025-W{week:02d}": 20 for week in range(6, 10)}


def asked(keys: dict[str, Any], figures: dict[str, Any], *others: dict[str, Any]) -> list[str]:
    """The lines that ask for an aggregate."""
    found = built(project(keys, *others), readings(keys["id"], figures)).findings
    return [f"{each.element} {each.key}: {finding_message(each)}" for each in found if each.code == "BSC340"]


def test_days_of_a_monthly_kpi_need_a_rule() -> None:
    assert asked(kpi(), DAYS) == [
        (
            "kpi/k : 31 figures of data/k.csv fall into Mar 2025, and nothing says how they become one monthly figure; "
            "declare `aggregate: sum` for what adds up (sales, hours), `aggregate: last` for what stands on a day "
            "(stock, staff), or `aggregate: mean`; a rate names its `numerator` and `denominator` instead"
        )
    ]


@pytest.mark.parametrize("rule", ["sum", "last", "mean", "min", "max"])
def test_a_declared_rule_answers_the_question(rule: str) -> None:
    assert asked(kpi(aggregate=rule), DAYS) == []


@pytest.mark.parametrize(
    ("keys", "figures"),
    [
        ({}, WEEKS),
        ({"frequency": "quarterly"}, monthly([100, 110, 120], "2025-07")),
        ({"frequency": "yearly", "unit": "%"}, monthly([50, 60])),
    ],
    ids=["weeks of a month", "months of a quarter", "per cent"],
)
def test_whatever_is_finer_than_the_kpi_is_asked_about(keys: dict[str, Any], figures: dict[str, Any]) -> None:
    assert len(asked(kpi(**keys), figures)) == 1


@pytest.mark.parametrize(
    ("keys", "figures"),
    [
        ({"frequency": "quarterly"}, {"2025-03": 5, "2025-06": 6}),
        ({}, {"2025-01-31": 5, "2025-02-28": 6}),
        ({"frequency": "quarterly"}, {"2025-01": (1, 4), "2025-02": (3, 4)}),
        ({"frequency": "quarterly", "source": {"file": "a.csv", "count": "rows"}}, monthly([1, 1])),
    ],
    ids=["one month a quarter", "one day a month", "numerators", "counted rows"],
)
def test_what_has_one_meaning_is_not_asked_about(keys: dict[str, Any], figures: dict[str, Any]) -> None:
    assert asked(kpi(**keys), figures) == []


def test_counted_rows_are_added_up() -> None:
    keys = kpi(source={"file": "a.csv", "count": "rows"})
    found = built(project(keys), readings("k", [("2025-01-03", 1), ("2025-01-19", 1), ("2025-01-19", 1)]))
    assert figures_of(found.series["k"]) == {"2025-01": 3}


def test_a_coarser_formula_asks_how_its_months_become_a_quarter() -> None:
    formula = kpi(id="f", frequency="quarterly", formula="k * 2")
    assert asked(kpi(), monthly([1, 2, 3]), formula) == [
        (
            "kpi/k : a quarterly KPI is made from it, and nothing says how its 3 figures of Q1 2025 become one; "
            "declare `aggregate: sum` for what adds up (sales, hours), `aggregate: last` for what stands on a day "
            "(stock, staff), or `aggregate: mean`; a rate names its `numerator` and `denominator` instead"
        )
    ]
    assert asked(kpi(aggregate="last"), monthly([1, 2, 3]), formula) == []


def yearly(value: float) -> dict[str, Any]:
    """A KPI with a target for a year."""
    return kpi(unit="EUR", targets=[{"period": "2025", "value": value}])


def test_a_target_for_the_year_of_what_may_be_a_flow_is_asked_about() -> None:
    assert asked(yearly(1_200_000), monthly([105_000] * 9)) == [
        (
            "kpi/k targets[0].period: the target for 2025 is 1,200,000, the monthly figures are about 105,000, and "
            "nothing says whether they add up to it; declare `aggregate: sum` if it is their total, "
            "`aggregate: last` if each figure is to reach it"
        )
    ]


@pytest.mark.parametrize("rule", ["sum", "last"])
def test_either_answer_settles_it(rule: str) -> None:
    assert asked(yearly(1_200_000) | {"aggregate": rule}, monthly([105_000] * 9)) == []


@pytest.mark.parametrize("value", [90_000, 105_000, 150_000, 400_000])
def test_a_target_of_the_size_of_the_figures_is_a_level(value: float) -> None:
    assert asked(yearly(value), monthly([105_000] * 9)) == []


def test_a_percentage_never_adds_up_to_its_target() -> None:
    assert asked(yearly(90) | {"unit": "%"}, monthly([8] * 9)) == []


def test_percentages_are_not_added_up_over_time() -> None:
    rows = readings("k", {"2025-07": 40, "2025-08": 45})
    keys = {"unit": "%", "frequency": "quarterly"}
    codes = {
        rule: [each.code for each in built(project(kpi(**keys, aggregate=rule)), rows).findings]
        for rule in ("sum", "mean")
    }
    assert codes == {"sum": ["BSC344"], "mean": []}
