"""Assessing: the whole way from readings to what the pages say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.compute.assess import shared_trend
from bsc_site.model.calculation.kpi_steps import TargetExpected, TargetInData
from bsc_site.model.concluded.assessment import Coverage
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import FreshnessWord, Status, TrendWord
from tests.builders.small_projects import assessed, judged, kpi, project, readings

TARGET = [{"period": "2025", "value": 10}]


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
    expected = TargetExpected(parse_period("2025-06"), 10, TargetInData())
    assert (result.status, result.calculation[1]) == (Status.AT_RISK, expected)


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
