"""Whatever the series, signal and forecast give a correct answer: no NaN, no stack trace, a sentence at least."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.outlook import NO_SIGNAL, TooFewPeriods
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, period_of
from bsc_site.model.series import Observation
from bsc_site.wording.outlooks.forecast_text import forecast_sentences
from bsc_site.wording.outlooks.signal_text import signal_sentences

START = date(2019, 1, 7)
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False) | st.sampled_from([0.0, 1.0, 100.0, -1.0])


def _observations(values: list[float], frequency: Frequency, gaps: list[bool] | None = None) -> tuple[Observation, ...]:
    first = period_of(START, frequency)
    kept = gaps or [False] * len(values)
    return tuple(
        Observation(first.shift(place), value)
        for place, (value, gone) in enumerate(zip(values, kept, strict=False))
        if not gone or place == 0
    )


def _kpi(**keys: Any) -> Kpi:
    return Kpi.model_validate({"id": "any", "name": "Any", **keys})


def _numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for each in value.values() for number in _numbers(each)]
    if isinstance(value, list | tuple):
        return [number for each in value for number in _numbers(each)]
    return [value] if isinstance(value, float) else []


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(NUMBERS, min_size=1, max_size=60),
    frequency=st.sampled_from(list(Frequency)),
    direction=st.sampled_from(["higher", "lower", "none"]),
    unit=st.sampled_from(["%", "EUR", "count", ""]),
    gaps=st.lists(st.booleans(), min_size=60, max_size=60),
)
def test_any_finite_series_gives_finite_answers(
    values: list[float], frequency: Frequency, direction: str, unit: str, gaps: list[bool]
) -> None:
    """Gaps, constants, zeros, negatives, any frequency."""
    kpi = _kpi(frequency=frequency, direction=direction, unit=unit, targets=[{"period": 2026, "value": 3}])
    observations = _observations(values, frequency, gaps)
    signal = signal_of(kpi, observations, 3.0)
    forecast = forecast_of(kpi, observations, None)
    assert all(math.isfinite(number) for number in _numbers(asdict(signal)) + _numbers(asdict(forecast)))
    assert signal is NO_SIGNAL or signal_sentences(signal, kpi)
    assert forecast.points or forecast_sentences(forecast, kpi)
    assert all(0 <= chance.probability <= 1 for chance in forecast.chances)


@pytest.mark.parametrize(
    "values",
    [
        [5.0] * 30,
        [0.0] * 30,
        [1.0, 2.0, 3.0],
        [-3.0, 4.0] * 15,
        [10.0] * 29 + [100.0],
        np.random.default_rng(1).normal(50, 5, 2000).tolist(),
    ],
    ids=["constant", "zeros", "three points", "negative", "a step at the end", "2,000 days"],
)
def test_awkward_series_have_a_sentence(values: list[float]) -> None:
    """Each is said in words."""
    frequency = Frequency.DAILY if len(values) > 100 else Frequency.MONTHLY
    kpi = _kpi(frequency=frequency, unit="%")
    observations = _observations(values, frequency)
    assert signal_sentences(signal_of(kpi, observations, None), kpi)
    forecast = forecast_of(kpi, observations, None)
    assert forecast.points or forecast_sentences(forecast, kpi)


def test_three_points_are_too_few_for_a_forecast() -> None:
    """And the forecast says how many it takes."""
    forecast = forecast_of(_kpi(), _observations([1.0, 2.0, 3.0], Frequency.MONTHLY), None)
    assert forecast.obstacle == TooFewPeriods(found=3, needed=24)


def test_percentages_stay_inside_their_bounds() -> None:
    """A steep rise towards 100 % does not pass it, nor does its fan."""
    values = [float(value) for value in np.linspace(60, 99, 36)]
    forecast = forecast_of(_kpi(unit="%"), _observations(values, Frequency.MONTHLY), None)
    assert max(point.upper95 for point in forecast.points) <= 100


def test_money_that_was_never_negative_stays_so() -> None:
    """A steep fall stops at zero."""
    values = [float(value) for value in np.linspace(100, 2, 36)]
    forecast = forecast_of(_kpi(unit="EUR"), _observations(values, Frequency.MONTHLY), None)
    assert min(point.lower95 for point in forecast.points) >= 0


def test_a_yearly_total_counts_what_has_been_reached() -> None:
    """With 24 steady months of 100 and six more in the year, 1,200 is about even and 1,100 nearly sure."""
    noise = np.random.default_rng(7).normal(100, 4, 30).tolist()
    kpi = _kpi(aggregate="sum", targets=[{"period": 2021, "value": 1100}])
    observations = _observations(noise, Frequency.MONTHLY)
    (chance,) = forecast_of(kpi, observations, None).chances
    assert chance.probability > 0.95
    assert chance.required == pytest.approx((1100 - sum(noise[24:])) / 6)


def test_months_before_the_year_of_a_total_do_not_count() -> None:
    """What a year to come needs is its target, spread over its months; what noise leaves of it is a chance."""
    noise = [*np.random.default_rng(5).normal(1_000_000, 10_000, 24).tolist(), *[1_000_000.0] * 6]
    kpi = _kpi(aggregate="sum", targets=[{"period": 2022, "value": 12_000_000}])
    (chance,) = forecast_of(kpi, _observations(noise, Frequency.MONTHLY), None).chances
    assert (chance.total, chance.required) == (True, 1_000_000)
    assert 0.2 < chance.probability < 0.8


def test_a_signal_can_be_published_as_json() -> None:
    """All its words are plain texts."""
    signal = signal_of(_kpi(), _observations([1.0, 2.0, 1.0, 2.0, 30.0], Frequency.MONTHLY), None)
    assert json.dumps([point.label for point in signal.points])[-14:] == '"above_limit"]'
