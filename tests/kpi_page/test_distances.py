"""The distance to the target in words: above or below by the numbers, the judgement left to the status."""

from __future__ import annotations

from typing import Any

import pytest

from bsc_site.render.views.parts.value_sentences import distance_sentence, gap_sentence
from tests.builders.small_projects import judged, kpi

RANGE: dict[str, Any] = {"direction": "band", "targets": [{"period": "2025-05", "low": 3, "high": 5}], "unit": "days"}
STATES: dict[str, Any] = {"scoring": {"method": "states", "states": {"Red": 0, "Amber": 50, "Green": 100}}}
ENOUGH: dict[str, Any] = {"scoring": {"method": "bands", "bands": [{"from": 80, "status": "on_track"}]}}


def said(value: float, target: float | None = 90, **keys: Any) -> tuple[str, str]:
    """The distance with the target and without, of a KPI with one figure and this target."""
    targets = {} if target is None else {"targets": [{"period": "2025-05", "value": target}]}
    found = judged(kpi(**(targets | keys)), {"2025-05": value})
    assert found.current is not None
    return distance_sentence(found.kpi, found.current), gap_sentence(found.kpi, found.current)


@pytest.mark.parametrize("direction", ["higher", "lower", "none"])
@pytest.mark.parametrize(
    ("value", "with_target", "alone"),
    [
        (95, "5.0 points above 90.0 %", "5.0 points above the target"),
        (85, "5.0 points below 90.0 %", "5.0 points below the target"),
        (90, "exactly on 90.0 %", "exactly on target"),
        (89.99, "0.01 points below 90.00 %", "0.01 points below the target"),
    ],
)
def test_above_and_below_follow_from_the_numbers_whichever_way_is_better(
    direction: str, value: float, with_target: str, alone: str
) -> None:
    assert said(value, direction=direction, unit="%", decimals=1) == (with_target, alone)


@pytest.mark.parametrize(
    ("value", "with_target", "alone"),
    [
        (6.5, "1.5 days above the range (3.0 to 5.0 days)", "1.5 days above the range"),
        (2.5, "0.5 days below the range (3.0 to 5.0 days)", "0.5 days below the range"),
        (4, "inside the range (3 to 5 days)", "inside the range"),
    ],
)
def test_a_range_is_missed_above_or_below(value: float, with_target: str, alone: str) -> None:
    assert said(value, None, **RANGE) == (with_target, alone)


def test_short_of_the_target_and_good_all_the_same_is_said() -> None:
    assert said(85, **ENOUGH) == ("5 below 90, which is enough", "5 below the target, which is enough")


def test_between_states_and_between_yes_and_no_there_is_no_distance() -> None:
    """The target is named, and that is all."""
    assert said(50, 100, **STATES)[0] == "Green expected"
    assert said(100, 100, **STATES)[0] == "as expected"
    assert said(0, 1, unit="yes/no")[0] == "Yes expected"
    assert said(1, 1, unit="yes/no")[0] == "as expected"


def test_without_a_target_there_is_no_distance() -> None:
    assert said(50, None) == ("", "")
