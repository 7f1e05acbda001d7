"""Assessing: the whole way from readings to what the pages say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.compute.assess import shared_trend
from bsc_site.model.concluded.assessment import Coverage
from bsc_site.model.vocabularies import FreshnessWord, Status, TrendWord
from tests.compute.builders import assessed, judged, kpi, project, readings

TARGET = [{"period": "2025", "value": 10}]


def test_the_calculation_of_a_ratio_can_be_checked_by_hand() -> None:
    keys = kpi(
        unit="%",
        baseline={"period": "2025-01", "value": 24},
        targets=[{"period": "2025-12", "value": 30}],
    )
    assert judged(keys, {"2025-05": (380, 1440), "2025-06": (412, 1480)}).calculation == (
        "Jun 2025: 412 of 1,480 = 27.84 % (data/k.csv)",
        "26.73 % expected by Jun 2025: between 24 % (Jan 2025) and 30 % (Dec 2025)",
        "The red flag is 25.39 %: 5 % below the target",
        "27.84 % against 26.73 % expected by 2025-06: on track",
        "Score = 100 × (27.8378 − 2 × 25.3909 + 26.7273) / (3 × (26.7273 − 25.3909)) = 94.37",
        "Progress to the target of Dec 2025 = (27.8378 − 24) / (30 − 24) = 64 %",
        "Pace = 1.552: 42.76 % a year so far, 27.56 % a year needed by Dec 2025",
    )


def test_the_comparison_reads_value_against_target_by_period() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 40}], thresholds={"red_flag": 38})
    assert judged(keys, {"2025-06": 41.2}).calculation[:5] == (
        "Jun 2025: 41.2 (data/k.csv)",
        "40 expected by Jun 2025: the target of Jun 2025",
        "The red flag is 38, as declared",
        "41.2 against 40 expected by 2025-06: on track",
        "Score = 100 × (41.2 − 2 × 38 + 40) / (3 × (40 − 38)) = 86.67",
    )


def test_the_organisations_own_words_name_the_status() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 40}])
    result = judged(keys, {"2025-06": 41.2}, status_names={"on_track": "Auf Kurs"})
    assert "41.2 against 40 expected by 2025-06: Auf Kurs" in result.calculation


def test_a_way_back_is_told_with_a_real_minus_sign() -> None:
    keys = kpi(baseline={"period": "2025-01", "value": 10}, targets=[{"period": "2025-12", "value": 20}])
    steps = judged(keys, {"2025-06": 8}).calculation
    assert "Progress to the target of Dec 2025 = (8 − 10) / (20 − 10) = −20 %" in steps


def test_without_a_baseline_one_sentence_says_why_there_is_no_progress() -> None:
    steps = judged(kpi(targets=TARGET), {"2025-06": 8}).calculation
    assert steps[-1] == "No progress and no pace: the KPI has no baseline"


def test_values_that_look_alike_are_told_apart() -> None:
    keys = kpi(targets=[{"period": "2025-06", "value": 40}])
    assert "39.9999 against 40.0000 expected by 2025-06: at risk" in judged(keys, {"2025-06": 39.9999}).calculation


@pytest.mark.parametrize(
    ("keys", "figures", "first"),
    [
        (kpi(aggregate="sum"), {"2025-06-01": 1, "2025-06-30": 2}, "Jun 2025: the sum of 2 figures = 3 (data/k.csv)"),
        (kpi(unit="EUR"), {"2025-06": 1234}, "Jun 2025: € 1,234 (data/k.csv)"),
    ],
)
def test_the_first_step_says_where_the_value_comes_from(
    keys: dict[str, Any], figures: dict[str, float], first: str
) -> None:
    assert judged(keys, figures).calculation[0] == first


def test_a_formula_shows_the_figures_that_it_used() -> None:
    one = project(kpi(id="orders"), kpi(id="visits"), kpi(id="rate", formula="orders / visits * 100", unit="%"))
    result = assessed(one, readings("orders", {"2025-06": 412}), readings("visits", {"2025-06": 1480}))
    expected = "Jun 2025: 27.84 %, computed from orders / visits * 100 with orders = 412, visits = 1,480"
    assert result.kpis["rate"].calculation[0] == expected


def test_an_equal_part_of_a_yearly_total_is_expected() -> None:
    keys = kpi(aggregate="sum", targets=[{"period": "2025", "value": 24}])
    assert judged(keys, {"2025-06": 2}).calculation[1] == "2 expected by Jun 2025: an equal part of the total for 2025"


def test_an_incomplete_period_is_shown_but_not_judged() -> None:
    result = judged(kpi(targets=TARGET), {"2025-05": 12, "2025-06": 1}, date(2025, 6, 15))
    assert [(point.status, point.score is None) for point in result.points] == [
        (Status.ON_TRACK, False),
        (Status.NOT_SCORED, True),
    ]
    assert result.current is result.points[0]
    assert (result.status, result.previous) == (Status.ON_TRACK, None)


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        (kpi(targets=TARGET), Status.NO_DATA),
        (kpi(targets=TARGET, direction="none"), Status.NOT_SCORED),
        (kpi(), Status.NOT_SCORED),
        (kpi(scoring="yes_no"), Status.NO_DATA),
        (kpi(direction="band", scoring={"method": "band", "low": 1, "high": 2}), Status.NO_DATA),
    ],
)
def test_a_kpi_without_values_is_without_data_only_when_it_could_be_scored(
    keys: dict[str, Any], status: Status
) -> None:
    assert assessed(project(keys)).kpis["k"].status is status


def test_targets_in_the_data_are_compared_without_any_declared() -> None:
    result = judged(kpi(), {"2025-06": {"value": 9.6, "target": 10}})
    assert (result.status, result.calculation[1]) == (Status.AT_RISK, "10 expected by Jun 2025: the target in the data")


def test_scores_roll_up_to_objective_perspective_and_scorecard() -> None:
    kpis = [
        kpi(id="a", targets=TARGET),
        kpi(id="b", targets=TARGET),
        kpi(id="c", direction="none"),
        kpi(id="d", targets=TARGET, weight=3),
    ]
    rows = [
        {"id": "p", "name": "P", "objectives": [{"id": "o", "name": "O", "kpis": ["a", "b", "c"]}]},
        {"id": "q", "name": "Q", "weight": 3, "objectives": [{"id": "r", "name": "R", "kpis": ["a", "d"]}]},
    ]
    figures = [readings("a", {"2025-12": 10}), readings("d", {"2025-12": 1})]
    card = assessed(project(*kpis, perspectives=rows), *figures).scorecards["c"]
    assert card.objectives["o"].standing.score == pytest.approx(200 / 3)
    assert card.objectives["o"].standing.coverage == Coverage(1, 2)
    assert card.objectives["r"].standing.score == pytest.approx(200 / 12)
    assert card.standing.score == pytest.approx((200 / 3 + 3 * 200 / 12) / 4)
    assert card.standing.coverage == Coverage(2, 3)
    assert card.freshness == {
        FreshnessWord.FRESH: 2,
        FreshnessWord.DUE: 0,
        FreshnessWord.OVERDUE: 0,
        FreshnessWord.STALE: 2,
    }


def test_an_objective_takes_the_trend_that_most_of_its_kpis_share() -> None:
    up, down, short = TrendWord.IMPROVING, TrendWord.WORSENING, TrendWord.TOO_SHORT
    assert shared_trend([up, up, down, short, short, short]) is up
    assert shared_trend([up, down]) is down
    assert shared_trend([short]) is short
    assert shared_trend([]) is short
