"""Scoring: each method at, just below and just above its boundaries, in both directions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.compute.scoring.scale import AT_RISK_FROM, ON_TRACK_FROM
from bsc_site.model.calculation.scoring_steps import NoPace
from bsc_site.model.vocabularies import Status
from tests.builders.small_projects import judged, kpi

NUDGE = 1e-4
STATUS = {"on": Status.ON_TRACK, "risk": Status.AT_RISK, "off": Status.OFF_TRACK, "none": Status.NOT_SCORED}
GOAL = {"targets": [{"period": "2025-06", "value": 40}], "thresholds": {"red_flag": 38}}
LOW_GOAL = {"direction": "lower", "targets": [{"period": "2025-06", "value": 40}], "thresholds": {"red_flag": 42}}
BAND = {"direction": "band", "targets": [{"period": "2025-06", "low": 10, "high": 20}], "tolerance": 2}
WAY = {
    "scoring": "progress",
    "baseline": {"period": "2025-01", "value": 10},
    "targets": [{"period": "2025-12", "value": 40}],
}
BACK = WAY | {"direction": "lower", "targets": [{"period": "2025-12", "value": -20}]}
SHARE = {"scoring": "percent_of_target", "targets": [{"period": "2025-06", "value": 40}]}
LESS = SHARE | {"direction": "lower"}
RANGES = {
    "scoring": {
        "method": "bands",
        "bands": [
            {"status": "off_track"},
            {"from": 80, "status": "on_track", "score": 90},
            {"from": 60, "status": "at_risk"},
        ],
    },
}
ANSWER = {"unit": "yes/no", "scoring": "yes_no"}
STATES = {"scoring": {"method": "states", "states": {"red": 10, "amber": 100 / 3, "green": 100}}}


def outcome(keys: dict[str, Any], value: float) -> tuple[Status, float | None]:
    """Status and score of one value in June 2025."""
    result = judged(kpi(**keys), {"2025-06": value})
    return result.status, result.score


@pytest.mark.parametrize(
    ("keys", "value", "status"),
    [
        (GOAL, 40, "on"),
        (GOAL, 40 + NUDGE, "on"),
        (GOAL, 40 - NUDGE, "risk"),
        (GOAL, 38, "risk"),
        (GOAL, 38 + NUDGE, "risk"),
        (GOAL, 38 - NUDGE, "off"),
        (LOW_GOAL, 40, "on"),
        (LOW_GOAL, 40 - NUDGE, "on"),
        (LOW_GOAL, 40 + NUDGE, "risk"),
        (LOW_GOAL, 42, "risk"),
        (LOW_GOAL, 42 - NUDGE, "risk"),
        (LOW_GOAL, 42 + NUDGE, "off"),
        (BAND, 10, "on"),
        (BAND, 10 - NUDGE, "risk"),
        (BAND, 8, "risk"),
        (BAND, 8 - NUDGE, "off"),
        (BAND, 20, "on"),
        (BAND, 20 + NUDGE, "risk"),
        (BAND, 22, "risk"),
        (BAND, 22 + NUDGE, "off"),
        (WAY, 30, "on"),
        (WAY, 30 - NUDGE, "risk"),
        (WAY, 20, "risk"),
        (WAY, 20 - NUDGE, "off"),
        (BACK, -10, "on"),
        (BACK, -10 + NUDGE, "risk"),
        (BACK, 0, "risk"),
        (BACK, NUDGE, "off"),
        (SHARE, 40, "on"),
        (SHARE, 40 - NUDGE, "risk"),
        (SHARE, 38, "risk"),
        (SHARE, 38 - NUDGE, "off"),
        (LESS, 40, "on"),
        (LESS, 40 + NUDGE, "risk"),
        (LESS, 40 / 0.95, "risk"),
        (LESS, 40 / 0.95 + NUDGE, "off"),
        (LESS, 0, "on"),
        (RANGES, 80, "on"),
        (RANGES, 80 - NUDGE, "risk"),
        (RANGES, 60, "risk"),
        (RANGES, 60 - NUDGE, "off"),
        (ANSWER, 1, "on"),
        (ANSWER, 0, "off"),
        (ANSWER | {"direction": "lower"}, 1, "off"),
        (ANSWER | {"direction": "lower"}, 0, "on"),
        (STATES, 100, "on"),
        (STATES, 100 / 3, "risk"),
        (STATES, 10, "off"),
        (GOAL | {"direction": "none"}, 40, "none"),
        ({}, 40, "none"),
        ({"targets": [{"period": "2025-06", "value": 0}]}, 40, "none"),
    ],
)
def test_a_boundary_belongs_to_the_better_side_and_the_score_agrees_with_the_status(
    keys: dict[str, Any], value: float, status: str
) -> None:
    found, score = outcome(keys, value)
    assert found is STATUS[status]
    if score is not None:
        expected = Status.ON_TRACK if score >= ON_TRACK_FROM - 1e-7 else Status.AT_RISK
        assert found is (expected if score >= AT_RISK_FROM - 1e-7 else Status.OFF_TRACK)
    assert (score is None) == (status == "none")


@pytest.mark.parametrize(
    ("keys", "value", "score"),
    [
        (GOAL, 41.2, 86.6666667),  # 100 (41.2 - 76 + 40) / (3 x 2)
        (GOAL, 36, 0),
        (GOAL, 37, 16.6666667),
        (GOAL, 42, 100),
        (GOAL, 50, 100),
        (LOW_GOAL, 41, 50),
        (LOW_GOAL, 38, 100),
        (BAND, 15, 100),
        (BAND, 12.5, 83.3333333),
        (BAND, 9, 50),
        (BAND, 7, 16.6666667),
        (BAND, 0, 0),
        (WAY, 25, 50),
        (WAY, 10, 0),
        (WAY, 5, 0),
        (WAY, 35, 83.3333333),
        (WAY, 45, 100),
        (SHARE, 39, 50),  # 97.5 % between 95 % and 100 %
        (RANGES, 85, 90),
        (RANGES, 65, 50),
        (RANGES, 5, 0),
    ],
)
def test_scores_match_numbers_worked_out_by_hand(keys: dict[str, Any], value: float, score: float) -> None:
    assert outcome(keys, value)[1] == pytest.approx(score, abs=1e-5)


def test_rounding_noise_does_not_miss_the_target() -> None:
    keys = {"targets": [{"period": "2025-06", "value": 0.3}], "direction": "lower"}
    assert outcome(keys, 0.1 + 0.2)[0] is Status.ON_TRACK


def test_the_tolerance_of_the_scorecard_sets_the_red_flag_where_the_kpi_has_none() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 100}])
    assert judged(keys, {"2025-06": 90}, tolerance="10%").status is Status.AT_RISK
    assert judged(keys, {"2025-06": 90}).status is Status.OFF_TRACK
    assert judged(keys | {"tolerance": "20%"}, {"2025-06": 90}, tolerance="1%").status is Status.AT_RISK


def test_a_red_flag_that_is_better_than_an_early_target_gives_way_to_the_tolerance() -> None:
    keys = kpi(
        baseline={"period": "2025-01", "value": 24},
        targets=[{"period": "2025-12", "value": 30}],
        thresholds={"red_flag": 27},
    )
    assert judged(keys, {"2025-02": 24}).status is Status.AT_RISK
    assert judged(keys, {"2025-12": 26.9}).status is Status.OFF_TRACK


@pytest.mark.parametrize(("value", "status"), [(50, Status.ON_TRACK), (30, Status.AT_RISK), (10, Status.OFF_TRACK)])
def test_the_first_rule_that_holds_decides(value: float, status: Status) -> None:
    rules = [
        {"when": "value >= target and value > previous", "status": "on_track"},
        {"when": "value > baseline", "status": "at_risk", "score": 60},
        {"when": "value <= baseline", "status": "off_track"},
    ]
    keys = kpi(
        scoring={"method": "rules", "rules": rules},
        baseline={"period": "2025-01", "value": 20},
        targets=[{"period": "2025-06", "value": 40}],
    )
    assert judged(keys, {"2025-05": 25, "2025-06": value}).status is status


def test_a_rule_over_a_missing_figure_does_not_hold() -> None:
    rules = [{"when": "value > previous", "status": "on_track"}, {"when": "value > 0", "status": "at_risk"}]
    assert judged(kpi(scoring={"method": "rules", "rules": rules}), {"2025-06": 5}).status is Status.AT_RISK


@pytest.mark.parametrize(
    ("value", "pace", "status"),
    [
        (121, 1.0, Status.ON_TRACK),  # 10 % a year needed and reached
        (100 * 1.0951**2, 0.951, Status.ON_TRACK),
        (100 * 1.0949**2, 0.949, Status.AT_RISK),
        (100 * 1.0601**2, 0.601, Status.AT_RISK),
        (100 * 1.0599**2, 0.599, Status.OFF_TRACK),
        (90, -0.5131670, Status.OFF_TRACK),  # sqrt(0.9) - 1 = -5.13 % a year
    ],
)
def test_pace_compares_growth_so_far_with_growth_needed(value: float, pace: float, status: Status) -> None:
    keys = kpi(
        frequency="yearly",
        scoring="pace",
        baseline={"period": "2020", "value": 100},
        targets=[{"period": "2024", "value": 146.41}],
    )
    result = judged(keys, {"2022": value})
    assert result.pace == pytest.approx(pace, abs=1e-6)
    assert result.status is status


@pytest.mark.parametrize(
    ("yearly", "status"),
    [(1.0151, Status.ON_TRACK), (1.0149, Status.AT_RISK), (1.0051, Status.AT_RISK), (1.0049, Status.OFF_TRACK)],
)
def test_pace_without_a_target_looks_at_the_growth_alone(yearly: float, status: Status) -> None:
    keys = kpi(frequency="yearly", scoring="pace", baseline={"period": "2020", "value": 100})
    assert judged(keys, {"2022": 100 * yearly**2}).status is status


@pytest.mark.parametrize(
    ("baseline", "target", "value", "reason"),
    [
        (0, 10, 5, NoPace.NOT_ABOVE_ZERO),
        (-5, 10, 5, NoPace.NOT_ABOVE_ZERO),
        (5, 10, -5, NoPace.NOT_ABOVE_ZERO),
        (10, 10, 12, NoPace.NO_GROWTH_NEEDED),
    ],
)
def test_pace_that_cannot_be_had_says_why(baseline: float, target: float, value: float, reason: NoPace) -> None:
    keys = kpi(baseline={"period": "2025-01", "value": baseline}, targets=[{"period": "2025-12", "value": target}])
    result = judged(keys, {"2025-06": value})
    assert result.pace is None
    assert result.calculation[-1] is reason


def test_progress_counts_towards_the_next_dated_target() -> None:
    keys = kpi(
        baseline={"period": "2025-01", "value": 10},
        targets=[{"period": "2025-06", "value": 20}, {"period": "2025-12", "value": 50}],
    )
    assert judged(keys, {"2025-05": 15}).progress == pytest.approx(0.5)
    assert judged(keys, {"2025-06": 15}).progress == pytest.approx(0.5)
    assert judged(keys, {"2025-07": 30}).progress == pytest.approx(0.5)


def test_a_target_equal_to_the_baseline_has_no_progress() -> None:
    keys = kpi(baseline={"period": "2025-01", "value": 10}, targets=[{"period": "2025-12", "value": 10}])
    assert judged(keys, {"2025-06": 15}).progress is None


def test_a_band_of_one_value_is_met_by_that_value_alone() -> None:
    """Its edges are the same, and it is not turned round."""
    keys = kpi(direction="band", targets=[{"period": "2025-06", "low": 5, "high": 5}], tolerance=2)
    found = [judged(keys, {"2025-06": value}, date(2025, 7, 1)) for value in (5, 6, 8)]
    assert [each.status for each in found] == [Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK]
    assert found[0].score == 100
