"""Limits follow a trend: a break in the course is found, and the course itself is no alarm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from bsc_site.compute.kpi.trend import trend_of
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.compute.signal.limits import Recipe, limits_of
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.concluded.outlook import Signal
from bsc_site.model.vocabularies import Assurance, Direction, PointLabel, TrendWord, Variation
from tests.builders.small_projects import course, declared
from tests.trend import trend_gates

NOISE: list[float] = np.random.default_rng(11).normal(0, 1, 60).tolist()
RISE = [100 + 3 * at + 4 * NOISE[at] for at in range(36)]
FLATTENING = [10 * np.log(1 + at) for at in range(40)]


def _signal(values: Sequence[float], target: float | None = None, **keys: Any) -> Signal:
    return signal_of(declared(**keys), course(list(values), "2020-01"), target)


def test_a_collapse_at_the_end_of_a_rise_is_a_change_for_the_worse() -> None:
    signal = _signal([*RISE[:-1], RISE[-1] - 30])
    assert (signal.variation, signal.points[-1].label) == (Variation.CONCERN_LOW, PointLabel.BELOW_LIMIT)
    assert trend_of(course([*RISE[:-1], RISE[-1] - 30], "2020-01"), Direction.HIGHER, Expectation()).word is (
        TrendWord.IMPROVING
    )


@pytest.mark.parametrize("size", [10, 12, 16])
def test_a_collapse_is_one_in_a_short_series_too(size: int) -> None:
    values = [10.0 * at + NOISE[at] for at in range(size)]
    values[-1] = values[size // 3]
    observations = course(values, "2020-01")
    assert _signal(values).variation is Variation.CONCERN_LOW
    assert trend_of(observations, Direction.HIGHER, Expectation()).word is TrendWord.IMPROVING


def test_what_keeps_to_its_rise_is_nothing_unusual() -> None:
    signal = _signal(RISE)
    assert signal.variation is Variation.COMMON_CAUSE
    assert signal.segments[0].slope == pytest.approx(3, abs=0.2)
    assert signal.points[0].upper < signal.points[-1].lower
    assert signal.segments[0].mean == signal.points[-1].mean


def test_limits_of_the_nhs_and_from_declared_first_points_stay_level() -> None:
    for spc in ("nhs", {"method": "adjusted", "baseline_points": 12}):
        signal = _signal(RISE, spc=spc)
        assert signal.segments[0].slope == 0
        assert len({point.mean for point in signal.points}) == 1


def test_each_segment_has_a_course_of_its_own() -> None:
    fall = [RISE[-1] - 3 * at + NOISE[at] for at in range(24)]
    rebase = [{"period": "2023-01", "because": "new price"}]
    first, second = _signal([*RISE, *fall], rebase=rebase).segments
    assert (first.slope > 2, second.slope < -2) == (True, True)


def test_a_step_is_no_line() -> None:
    signal = _signal([10 + each for each in NOISE[:18]] + [16 + each for each in NOISE[18:36]])
    assert signal.segments[0].slope == 0


@pytest.mark.parametrize("size", [8, 12, 16, 24, 40])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_course_that_never_goes_the_other_way_is_no_concern_where_it_bends(size: int, sign: int) -> None:
    for values in (FLATTENING[:size], [1.2**at for at in range(size)], [at**0.5 for at in range(size)]):
        signal = _signal([sign * value for value in values])
        assert signal.points[-1].label.side == sign


@pytest.mark.parametrize("bend", [lambda at: 1 - 0.9**at, lambda at: min(at, 24) / 24])
def test_what_levels_off_at_its_best_is_no_change_for_the_worse(bend: Callable[[int], float]) -> None:
    concerns = 0
    for each in trend_gates.noise(0.0, 36, 100):
        signal = _signal([20 * bend(at) + float(each[at]) for at in range(36)])
        concerns += signal.variation is Variation.CONCERN_LOW
    assert concerns <= 8


@pytest.mark.parametrize(
    ("target", "direction", "assurance"),
    [
        (150, "higher", Assurance.PASS),
        (300, "higher", Assurance.FAIL),
        (205, "higher", Assurance.HIT_OR_MISS),
        (225, "higher", Assurance.HIT_OR_MISS),
        (215, "lower", Assurance.HIT_OR_MISS),
        (150, "lower", Assurance.FAIL),
    ],
)
def test_a_target_is_judged_by_where_the_line_leads(target: float, direction: str, assurance: Assurance) -> None:
    """It stands at 205 and rises by 36 a year."""
    assert _signal(RISE, target, direction=direction).assurance is assurance


@pytest.mark.parametrize("size", [14, 20, 36, 60])
def test_a_run_is_never_longer_than_half_of_the_values(size: int) -> None:
    for each in (np.sign(np.arange(size) - size / 2), trend_gates.noise(0.7, size, 1)[0]):
        assert limits_of(each, Recipe()).run <= max(size // 2, 7)


@pytest.mark.parametrize("correlation", [0.0, 0.7])
def test_noise_is_seldom_called_a_signal(correlation: float) -> None:
    assert trend_gates.icon_false_alarms(correlation, 36, 500) <= 0.03


def test_a_break_in_the_course_is_found_and_the_course_is_none() -> None:
    assert trend_gates.collapses_found(36, 300) >= 0.96
    assert trend_gates.alarms_on_a_rise(36, 300) <= 0.03
