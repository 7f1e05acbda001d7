"""Rare events have a count and the time since the last, and what never moved has no limits at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.outlook import RareEvents, Signal
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Assurance, PointLabel, Variation
from bsc_site.wording.outlooks.signal_text import signal_sentences
from tests.builders.small_projects import course, declared

ACCIDENTS = [1.0 if at in (3, 13) else 0.0 for at in range(22)]

OUTSIDE = (PointLabel.ABOVE_LIMIT, PointLabel.BELOW_LIMIT)


def _signal(values: Sequence[float], target: float | None = None, **keys: Any) -> Signal:
    return signal_of(declared(**keys), course(list(values), "2025-01"), target)


def _said(values: Sequence[float], **keys: Any) -> str:
    return signal_sentences(_signal(values, **keys), declared(**keys))[0]


def test_two_accidents_in_two_years_are_counted() -> None:
    signal = _signal(ACCIDENTS, 0.0, direction="lower")
    assert signal.rare == RareEvents(0, 22, 2, parse_period("2026-02"), 8)
    assert (signal.chart, signal.grounds, signal.suggestion, signal.trial) == ("rare", None, None, False)
    assert (signal.variation, signal.assurance) == (Variation.COMMON_CAUSE, Assurance.HIT_OR_MISS)
    assert _said(ACCIDENTS) == (
        "It was 0 in 20 of 22 months. 2 others, the last of them 8 months ago (Feb 2026): too rare for limits of "
        "natural variation."
    )


def test_an_event_of_this_month_is_the_last() -> None:
    assert _said([*ACCIDENTS, 4.0]) == (
        "It was 0 in 20 of 23 months. 3 others, the last of them now (Nov 2026): too rare for limits of natural "
        "variation."
    )


def test_percentages_rest_at_100_and_others_at_their_limit() -> None:
    full = [100.0] * 15 + [98.0, 100.0, 97.5, 100.0]
    signal = _signal(full, unit="%")
    assert signal.rare is not None
    assert (signal.rare.usual, signal.rare.others, signal.rare.since) == (100, 2, 1)
    assert _signal(full).rare is None
    assert _signal([5.0] * 10 + [4.0, 5.0, 4.0, 5.0], limit=5).rare is not None


@pytest.mark.parametrize("method", ["nhs", {"method": "nhs", "baseline_points": 12}])
def test_limits_of_the_nhs_are_drawn_whatever_the_figures(method: object) -> None:
    signal = _signal(ACCIDENTS, spc=method)
    assert (signal.rare, signal.chart) == (None, "xmr")


@pytest.mark.parametrize(
    "values",
    [
        [0.0, 3, 0, 4, 2, 0, 5, 1, 0, 2],
        [0.0] * 20 + [41.0, 43, 40, 44, 42, 41, 40, 43],
        [12.0] * 20 + [13.0],
    ],
    ids=["half of them", "a new level", "not at rest"],
)
def test_what_moves_or_has_moved_on_is_not_rare(values: list[float]) -> None:
    signal = _signal(values)
    assert (signal.rare, signal.chart) == (None, "xmr")


@pytest.mark.parametrize("value", [0.0, 5.0, 100.0])
def test_what_never_moved_has_no_limits(value: float) -> None:
    signal = _signal([value] * 24, 5.0, unit="%")
    assert (signal.segments, signal.points, signal.assurance) == ((), (), Assurance.NONE)
    assert "all along: there is no variation yet" in _said([value] * 24, unit="%")


def test_one_move_after_a_long_rest_gives_limits_of_some_width() -> None:
    """Where only the move is left out as an outlier they have none, and every value is outside."""
    signal = _signal([10.0] * 39 + [100.0])
    assert signal.points[0].lower < 10 < signal.points[0].upper
    assert [point.label for point in signal.points if point.label in OUTSIDE] == [PointLabel.ABOVE_LIMIT]
