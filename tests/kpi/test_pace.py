"""Pace: the path that a KPI is expected to take, where enough of it ends, and what is asked for near a limit."""

from __future__ import annotations

from typing import Any

import pytest

from bsc_site.model.calculation.scoring_steps import ScoredByGrowth
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.vocabularies import Status
from tests.builders.small_projects import calculation_told, judged, kpi

BASE: dict[str, Any] = {"period": "2014", "value": 40}
FROM_ZERO = {"period": "2014", "value": 0}
FAR = [{"period": "2024", "value": 90}]
AIM = [{"period": "2024", "value": 10}]


def paced(value: float, period: str = "2019", **keys: Any) -> KpiAssessment:
    """A yearly KPI of which less is better, on the way from 40 in 2014 to 10 in 2024, with one figure."""
    ordinary = {"frequency": "yearly", "direction": "lower", "scoring": "pace", "baseline": BASE, "targets": AIM}
    return judged(kpi(**(ordinary | keys)), {period: value})


def expected(found: KpiAssessment) -> float | None:
    """What was expected at its figure."""
    assert found.current is not None
    return found.current.expected.target


@pytest.mark.parametrize(
    ("period", "target"),
    [("2014", 40), ("2019", 20), ("2016", 40 * 0.25**0.2), ("2024", 10), ("2023", 40 * 0.25**0.9)],
)
def test_the_path_of_a_pace_falls_by_the_same_share_each_year(period: str, target: float) -> None:
    assert expected(paced(99, period)) == pytest.approx(target)


def test_the_value_expected_is_the_one_whose_pace_is_one() -> None:
    found = paced(20)
    assert found.pace == pytest.approx(1)
    assert found.status is Status.ON_TRACK


@pytest.mark.parametrize("nudge", [0.999, 1.001])
def test_the_amber_zone_ends_where_the_status_turns(nudge: float) -> None:
    edges = paced(20).points[0].expected
    assert edges.target is not None
    assert edges.enough is not None
    assert edges.red_flag is not None
    assert edges.target < edges.enough < edges.red_flag
    better = nudge < 1
    assert paced(edges.enough * nudge).status is (Status.ON_TRACK if better else Status.AT_RISK)
    assert paced(edges.red_flag * nudge).status is (Status.AT_RISK if better else Status.OFF_TRACK)


def test_each_target_has_a_path_of_its_own_from_the_baseline() -> None:
    two = [{"period": "2016", "value": 10}, {"period": "2024", "value": 2.5}]
    assert expected(paced(9, "2015", targets=two)) == pytest.approx(20)
    assert expected(paced(9, "2019", targets=two)) == pytest.approx(10)


@pytest.mark.parametrize("keys", [{"baseline": None}, {"targets": [{"period": "2024", "value": 60}]}])
def test_a_target_that_is_no_better_than_the_baseline_holds_itself(keys: dict[str, Any]) -> None:
    found = paced(70, **keys)
    assert expected(found) == (keys.get("targets") or AIM)[0]["value"]
    assert found.status is not Status.ON_TRACK


@pytest.mark.parametrize(
    "keys",
    [
        {"targets": [{"period": "2024", "value": 0}]},
        {"baseline": FROM_ZERO, "direction": "higher", "targets": FAR},
    ],
)
def test_there_is_no_way_to_or_from_zero_and_the_figures_say_so(keys: dict[str, Any]) -> None:
    found = paced(20, **keys)
    assert (expected(found), found.status) == (None, Status.NOT_SCORED)
    assert "No pace: growth rates need a baseline, a value and a target above zero" in " ".join(calculation_told(found))


def test_a_target_in_the_data_is_what_the_pace_leads_to() -> None:
    found = paced(0, "2019", targets=[])
    assert expected(found) is None
    carried = judged(
        kpi(frequency="yearly", direction="lower", scoring="pace", baseline=BASE, targets=AIM),
        {"2019": {"value": 24.9, "target": 25}},
    )
    assert (expected(carried), carried.status) == (25, Status.ON_TRACK)


def test_the_calculation_tells_the_way_and_its_edges() -> None:
    steps = calculation_told(paced(22))
    assert steps[1] == "20 expected by 2019: the way from 40 (2014) to 10 (2024) at −12.94 % a year"
    assert steps[2] == "A pace of 0.95 would have led to 21, one of 0.60 to 27"


def test_the_course_bends_between_the_figures_and_ahead_of_them() -> None:
    found = judged(
        kpi(frequency="yearly", direction="lower", scoring="pace", baseline=BASE, targets=AIM), {"2014": 40, "2019": 22}
    )
    course = {str(each.period): each.value for each in found.course}
    assert list(course) == ["2015", "2016", "2017", "2018", "2020", "2021", "2022", "2023", "2024"]
    assert course["2024"] == 10
    assert course["2015"] == pytest.approx(40 * 0.25**0.1)


def test_a_straight_path_bends_at_targets_between_two_figures() -> None:
    aims = [{"period": "2016", "value": 30}, {"period": "2024", "value": 10}]
    found = judged(kpi(frequency="yearly", baseline=BASE, targets=aims), {"2014": 40, "2019": 22})
    assert [(str(each.period), each.value) for each in found.course] == [("2016", 30)]


@pytest.mark.parametrize(
    ("direction", "base", "limit", "value", "status"),
    [
        ("higher", 95, 100, 96.6, Status.ON_TRACK),  # 0.34 % a year of 0.20 * 1.5 % = 0.31 %
        ("higher", 95, 100, 96.0, Status.AT_RISK),  # 0.21 % a year, at risk from 0.10 %
        ("higher", 95, 100, 95.2, Status.OFF_TRACK),
        ("higher", 95, None, 96.6, Status.OFF_TRACK),
        ("higher", 100, 100, 100, Status.ON_TRACK),
        ("higher", 100, 100, 99.9, Status.OFF_TRACK),
        ("lower", 10.5, 10, 10.34, Status.ON_TRACK),  # the same distance from a smallest value
        ("lower", 30, 10, 29, Status.AT_RISK),  # so far from it that nothing is eased
        ("lower", 30, 0, 29, Status.AT_RISK),
    ],
)
def test_less_growth_is_asked_for_near_a_limit(
    direction: str, base: float, limit: float | None, value: float, status: Status
) -> None:
    keys: dict[str, Any] = {"targets": [], "direction": direction, "baseline": {**BASE, "value": base}, "limit": limit}
    assert paced(value, **keys).status is status


def test_the_calculation_says_what_is_asked_for_near_a_limit() -> None:
    found = paced(96.6, targets=[], direction="higher", baseline={**BASE, "value": 95}, limit=100, unit="%")
    step = next(each for each in found.calculation if isinstance(each, ScoredByGrowth))
    assert step.eased == pytest.approx(1 - 0.95**4.44)
    assert calculation_told(found)[1] == "Near the limit of 100.0 % only 20.37 % of 1.5 % and 0.5 % a year is asked for"
