"""An organisation's own statuses: by their thresholds on score and pace, each within one of the three usual ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.rollup.sensitivity import sensitivity_of
from bsc_site.model.calculation.rollup_steps import WeightedScore
from bsc_site.model.concluded.assessment import KpiAssessment, Nudge
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.vocabularies import RollUp, Status
from bsc_site.wording.calculations.calculation_text import calculation_steps
from tests.builders.small_projects import assessed, project, readings

CANADA: list[dict[str, Any]] = [
    {"name": "Target achieved", "from": 90, "pace": "achieved"},
    {"name": "On track", "from": "target", "pace": 0.95},
    {"name": "Acceleration needed", "from": "red flag", "pace": 0.6},
    {"name": "Limited", "from": 10, "pace": 0},
    {"name": "Deterioration"},
]
WEATHER: list[dict[str, Any]] = [
    {"name": "Sun", "from": "target", "pace": 0.95},
    {"name": "Sun and cloud", "from": "red flag", "pace": 0.8},
    {"name": "Cloud", "from": 10, "pace": 0},
    {"name": "Thunderstorm"},
]
MET: list[dict[str, Any]] = [{"name": "Met", "from": "target"}, {"name": "Not met"}]
SIX: list[dict[str, Any]] = [
    {"name": "Deep green", "from": 85},
    {"name": "Green", "from": "target"},
    {"name": "Yellow", "from": 50},
    {"name": "Amber", "from": "red flag"},
    {"name": "Red", "from": 15},
    {"name": "Deep red"},
]
LISTS = (CANADA, WEATHER, MET, SIX)


def scale_of(statuses: list[dict[str, Any]]) -> StatusScale:
    """The scale that a scorecard with these statuses has."""
    return Scorecard.model_validate({"id": "c", "title": "C", "statuses": statuses}).scale


def found_at(value: float, statuses: list[dict[str, Any]], **keys: Any) -> tuple[KpiAssessment, str]:
    """A yearly KPI from 100 in 2020 to 50 in 2030 with this value in 2025, and the word for its status."""
    kpi = {"id": "k", "name": "K", "frequency": "yearly", "direction": "lower", "scoring": "pace"}
    way = {"baseline": {"period": "2020", "value": 100}, "targets": [{"period": "2030", "value": 50}]}
    one = project(kpi | way | keys, statuses=statuses)
    whole = assessed(one, readings("k", {"2025": value}), as_of=date(2026, 2, 1))
    found = whole.kpis["k"]
    return found, one.root.words.of(found.status, found.score)


def value_at(pace: float) -> float:
    """The value of 2025 whose growth since 2020 is the one needed, times the pace."""
    needed = 0.5**0.1 - 1
    return 100 * float((1 + pace * needed) ** 5)


@pytest.mark.parametrize(
    ("pace", "canada", "weather"),
    [
        (3.5, "Target achieved", "Sun"),
        (1.8, "On track", "Sun"),
        (0.96, "On track", "Sun"),
        (0.94, "Acceleration needed", "Sun and cloud"),
        (0.79, "Acceleration needed", "Cloud"),
        (0.59, "Limited", "Cloud"),
        (0.01, "Limited", "Cloud"),
        (-0.01, "Deterioration", "Thunderstorm"),
        (-3, "Deterioration", "Thunderstorm"),
    ],
)
def test_a_kpi_scored_by_its_pace_has_the_status_of_its_pace(pace: float, canada: str, weather: str) -> None:
    assert found_at(value_at(pace), CANADA)[1] == canada
    assert found_at(value_at(pace), WEATHER)[1] == weather


def test_declared_paces_are_the_yardstick_of_the_drawn_path_too() -> None:
    found, _ = found_at(value_at(0.81), WEATHER)
    assert found.current is not None
    assert found.status is Status.AT_RISK
    assert found.current.expected.red_flag == pytest.approx(value_at(0.8))
    assert found_at(value_at(0.79), WEATHER)[0].status is Status.OFF_TRACK


def test_a_fast_pace_is_less_than_a_target_that_is_met_where_that_counts_for_more() -> None:
    fast, met = found_at(51, CANADA)[0], found_at(50, CANADA)[0]
    assert fast.score is not None
    assert fast.score < 90
    assert met.score == 100


def test_the_steps_name_the_thresholds_by_which_the_status_follows() -> None:
    found, _ = found_at(value_at(0.3), CANADA)
    words = Scorecard.model_validate({"id": "c", "title": "C", "statuses": CANADA}).words
    told = calculation_steps(found, words)
    assert (
        "Pace 0.3 (Target achieved when the target is met, On track from 0.95, Acceleration needed from 0.60, "
        "Limited from 0.00): Limited"
    ) in told
    assert "Score = 21.67: linear between the paces 0.00 (10), 0.60 (33.33), 0.95 (66.67)" in told
    assert (
        "Score 21.67: Limited (Target achieved from 90, On track from 66.67, Acceleration needed from 33.33, "
        "Limited from 10)"
    ) in told


@pytest.mark.parametrize("statuses", LISTS)
@given(score=st.floats(0, 100))
def test_the_own_status_never_contradicts_the_usual_one(statuses: list[dict[str, Any]], score: float) -> None:
    scale = scale_of(statuses)
    for status in (Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK):
        own = scale.own(status, score)
        assert own is not None
        assert scale.meaning(own) is scale.within(status)


def test_each_of_two_to_six_statuses_begins_at_its_threshold() -> None:
    scale = scale_of(SIX)
    scores = (100, 85, 84.9, 200 / 3, 66.6, 50, 49.9, 100 / 3, 33.2, 15, 14.9, 0)
    usual = [Status.ON_TRACK] * 4 + [Status.AT_RISK] * 4 + [Status.OFF_TRACK] * 4
    found = [scale.own(status, score) for status, score in zip(usual, scores, strict=True)]
    names = [own.name for own in found if own]
    pairs = ["Deep green"] * 2 + ["Green"] * 2 + ["Yellow"] * 2 + ["Amber"] * 2 + ["Red"] * 2 + ["Deep red"] * 2
    assert names == pairs


def test_where_one_status_is_left_below_the_target_nothing_is_at_risk() -> None:
    keys = {"scoring": "goal_red_flag", "tolerance": "10%", "baseline": None}
    target = 50
    for value, word in ((target, "Met"), (target * 1.05, "Not met"), (target * 1.5, "Not met")):
        found, told = found_at(value, MET, **keys)
        assert told == word
        assert found.status in (Status.ON_TRACK, Status.OFF_TRACK)
        assert found.current is not None
        assert found.current.expected.red_flag is None


def test_a_status_set_by_hand_is_the_nearest_own_one() -> None:
    by_hand = {"status": "off_track", "because": "the register failed", "until": "2026"}
    found, word = found_at(50, CANADA, manual_status=by_hand)
    assert (found.status, word) == (Status.OFF_TRACK, "Limited")
    words = Scorecard.model_validate({"id": "c", "title": "C", "statuses": CANADA}).words
    assert calculation_steps(found, words)[-1] == (
        "Set by hand to Limited until 2026, because the register failed (computed: Target achieved)"
    )


@pytest.mark.parametrize("pace", [3.5, 1.8, 0.96, 0.94, 0.7, 0.59, 0.3, 0.01, -0.01, -3])
def test_an_objective_with_one_kpi_has_the_status_of_that_kpi(pace: float) -> None:
    for statuses in (CANADA, WEATHER, SIX, MET):
        kpi = {"id": "k", "name": "K", "frequency": "yearly", "direction": "lower", "scoring": "pace"}
        way = {"baseline": {"period": "2020", "value": 100}, "targets": [{"period": "2030", "value": 50}]}
        one = project(kpi | way, statuses=statuses)
        whole = assessed(one, readings("k", {"2025": value_at(pace)}), as_of=date(2026, 2, 1))
        found, card = whole.kpis["k"], whole.scorecards["c"]
        words = one.root.words.of(found.status, found.score)
        for standing in (card.objectives["o"].standing, card.perspectives["p"].standing, card.standing):
            assert one.root.words.of(standing.status, standing.score) == words


def test_a_roll_up_hangs_on_a_tenth_where_that_turns_one_own_status_into_another() -> None:
    parts = [WeightedScore("a", 1, 91)]
    assert sensitivity_of(parts, RollUp.MEAN).firm
    told = sensitivity_of(parts, RollUp.MEAN, scale_of(CANADA))
    assert [(each.nudge, each.status) for each in told.flips] == [(Nudge.STRICTER, Status.ON_TRACK)]
