"""The portfolio adds up what initiatives cost, earn and serve."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.initiatives.portfolio_sums import portfolio_of
from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.portfolio import Money, Portfolio
from tests.builders.small_projects import assessed, kpi, monthly, project, readings

TODAY = date(2025, 7, 10)
ROWS = [
    {"id": "top", "name": "Top", "objectives": [{"id": "a", "name": "A", "kpis": ["k"]}, {"id": "b", "name": "B"}]},
    {"id": "low", "name": "Low", "objectives": [{"id": "c", "name": "C"}]},
]
OFF_TRACK = kpi(targets=[{"period": "2025-06", "value": 100}], thresholds={"red_flag": 90})

MONEY = st.floats(0, 1e9).filter(lambda each: each == 0 or each >= 1e-18)
"""As a scorecard may declare it."""


def work(name: str, **keys: Any) -> dict[str, Any]:
    """An initiative of the first half of 2025."""
    return {"id": name, "name": name, "start": "2025-01", "end": "2025-06"} | keys


def card(*initiatives: dict[str, Any]) -> ScorecardAssessment:
    """A scorecard of three objectives, of which `a` is off track."""
    one = project(OFF_TRACK, perspectives=ROWS, initiatives=list(initiatives))
    return assessed(one, readings("k", monthly([50.0] * 6)), as_of=TODAY).scorecards["c"]


def portfolio(*initiatives: dict[str, Any]) -> Portfolio:
    """Their portfolio in July 2025."""
    return portfolio_of(card(*initiatives), TODAY)


def test_earned_value_and_variance_are_worked_out_by_hand() -> None:
    """60 % of 120,000 is 72,000; 80,000 are spent, so 8,000 more than was earned."""
    found = portfolio(work("app", budget=120000, spent=80000, progress="60%"), work("depot", budget=50000))
    assert found.holdings["app"].money == Money(120000, 80000, 72000, -8000)
    assert found.holdings["depot"].money == Money(50000, None, None, None)
    assert (found.total, found.counted) == (Money(170000, 80000, 72000, -8000), 1)


def test_costs_are_shared_evenly_between_the_objectives_served() -> None:
    """90 for three objectives in two perspectives, 10 for none."""
    found = portfolio(
        work("all", serves=["a", "b", "c"], budget=90, spent=30), work("lost", budget=10), work("one", serves=["c"])
    )
    assert [(each.id, each.budget, each.spent) for each in found.objectives] == [
        ("a", 30, 10),
        ("b", 30, 10),
        ("c", 30, 10),
        ("", 10, 0),
    ]
    assert [(each.id, round(each.budget, 9), each.initiatives) for each in found.perspectives] == [
        ("top", 60, ("all",)),
        ("low", 30, ("all", "one")),
        ("", 10, ("lost",)),
    ]
    assert found.serving_nothing == ("lost",)


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from("abc")), st.none() | MONEY, st.none() | MONEY),
        max_size=6,
    )
)
def test_the_shares_add_up_to_the_whole(plans: list[tuple[set[str], float | None, float | None]]) -> None:
    """Whatever serves what: by objective, by perspective and in total."""
    works = [
        work(f"w{number}", serves=sorted(serves), **_known(budget=budget, spent=spent))
        for number, (serves, budget, spent) in enumerate(plans)
    ]
    found = portfolio(*works)
    for shares in (found.objectives, found.perspectives):
        assert sum(each.budget for each in shares) == pytest.approx(found.total.budget or 0.0)
        assert sum(each.spent for each in shares) == pytest.approx(found.total.spent or 0.0)


def _known(**amounts: float | None) -> dict[str, float]:
    return {name: amount for name, amount in amounts.items() if amount is not None}


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ({}, 10),
        ({"progress": "100%"}, None),
        ({"end": "2025-12"}, None),
        ({"status": "cancelled"}, None),
        ({"end": "2025-12", "milestones": [{"name": "A", "due": "2025-05"}]}, 40),
        ({"end": "2025-12", "milestones": [{"name": "A", "due": "2025-05-10", "done": "2025-05-20"}]}, 10),
        ({"end": "2025-12", "milestones": [{"name": "A", "due": "2025-05", "done": "2025-05-21"}]}, -10),
        ({"end": "2025-12", "milestones": [{"name": "A", "due": "2025-08"}]}, None),
        ({"milestones": [{"name": "A", "due": "2025-04", "done": "2025-05-05"}]}, 5),
    ],
)
def test_slippage_is_counted_in_days(keys: dict[str, Any], days: int | None) -> None:
    """By what is overdue on 10 July, otherwise by the milestone reached last; the end was 30 June."""
    assert portfolio(work("w", **keys)).holdings["w"].slippage == days


def test_each_milestone_has_its_own_delay() -> None:
    """Reached before its day, overdue on 10 July, and still to come."""
    stones = [
        {"name": "A", "due": "2025-05", "done": "2025-05-21"},
        {"name": "B", "due": "2025-06"},
        {"name": "C", "due": "2025-08"},
    ]
    assert portfolio(work("w", milestones=stones)).holdings["w"].delays == (-10, 10, None)


def test_an_objective_off_track_with_nothing_under_way_is_named() -> None:
    """What is over does not help any more."""
    over = work("over", serves=["a"], progress="100%")
    assert portfolio(over).unserved == ("a",)
    assert portfolio(over, work("now", serves=["a"])).unserved == ()


def test_what_an_initiative_waits_for_is_what_is_not_done() -> None:
    """One of two dependencies is done; who is done waits for nothing."""
    first, second = work("first", progress="100%"), work("second")
    third = work("third", depends_on=["first", "second"])
    fourth = work("fourth", depends_on=["second"], status="done")
    found = {each.initiative: each.waiting for each in portfolio(first, second, third, fourth).holdings.values()}
    assert (found["third"], found["fourth"]) == (("second",), ())
