"""A status set by hand holds until it runs out, and weights may change with time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.compute.assess import assess
from bsc_site.model.calculation.manual_steps import RanOut, SetByHand
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.fields import weight_at
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Status


def _assessed(as_of: date, first: dict[str, Any], objective: dict[str, Any] | None = None) -> Assessment:
    target = {"targets": [{"period": "2025-01", "value": 100}]}
    kpis = [{"id": "good", "name": "Good", **target, **first}, {"id": "bad", "name": "Bad", **target}]
    row = {
        "id": "row",
        "name": "Row",
        "objectives": [{"id": "o", "name": "O", "kpis": ["good", "bad"], **(objective or {})}],
    }
    card = Scorecard.model_validate({"id": "one", "title": "One", "perspectives": [row], "kpis": kpis})
    period = parse_period("2025-06")
    series = {
        name: Series(name, period.frequency, (Observation(period, value),))
        for name, value in (("good", 120.0), ("bad", 80.0))
    }
    return assess(Project((card,)), series, as_of, None)


MANUAL = {"status": "off_track", "because": "the till failed", "until": "2025-08"}


def test_a_status_set_by_hand_holds_until_its_last_day() -> None:
    """And the score moves no further than into its range."""
    found = _assessed(date(2025, 8, 31), {"manual_status": MANUAL}).kpis["good"]
    assert found.status is Status.OFF_TRACK
    assert found.score == pytest.approx(100 / 3, abs=1e-5)


def test_the_steps_say_why_and_what_was_computed() -> None:
    """Nobody has to guess that a person overruled the figures."""
    found = _assessed(date(2025, 7, 1), {"manual_status": MANUAL}).kpis["good"]
    said = found.calculation[-1]
    assert isinstance(said, SetByHand)
    assert (said.status, said.until, said.because) == (Status.OFF_TRACK, parse_period("2025-08"), "the till failed")
    assert (said.computed, said.score) == (Status.ON_TRACK, found.score)


def test_after_it_the_computed_status_is_back() -> None:
    """With a step that says so."""
    found = _assessed(date(2025, 9, 1), {"manual_status": MANUAL}).kpis["good"]
    assert (found.status, found.calculation[-1]) == (Status.ON_TRACK, RanOut(parse_period("2025-08")))


def test_an_objective_can_be_set_by_hand_too() -> None:
    """Its perspective rolls it up as it was set."""
    assessed = _assessed(date(2025, 7, 1), {}, {"manual_status": {**MANUAL, "status": "on_track"}})
    card = assessed.scorecards["one"]
    assert card.objectives["o"].standing.status is Status.ON_TRACK
    assert card.perspectives["row"].standing.status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2024, 1, 1), 2.0), (date(2025, 6, 30), 2.0), (date(2025, 7, 1), 0.0), (date(2026, 1, 1), 3.0)],
)
def test_the_latest_weight_that_has_begun_holds(day: date, expected: float) -> None:
    """Before the first dated one the first holds."""
    steps = [{"from": "2025-07", "value": 0}, {"from": "2025-01", "value": 2}, {"from": "2026-01", "value": 3}]
    kpi = Kpi.model_validate({"id": "k", "name": "K", "weight": steps})
    assert weight_at(kpi.weight, day) == expected


def test_a_weight_that_falls_to_zero_leaves_the_other_kpi_alone() -> None:
    """The good KPI stops counting in July."""
    weights = {"weight": [{"value": 1}, {"from": "2025-07", "value": 0}]}
    before, after = (
        _assessed(day, weights).scorecards["one"].standing.score for day in (date(2025, 6, 30), date(2025, 7, 1))
    )
    assert before is not None
    assert after is not None
    assert after < before
