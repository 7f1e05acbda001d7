"""A yearly pattern is told from a trend and from a forecast, whatever the size of the figures."""

from __future__ import annotations

import numpy as np
import pytest

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.kpi.trend import trend_of
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import Direction, TrendWord
from bsc_site.wording.trend_text import trend_steps
from tests.builders.small_projects import declared

NOISE = np.random.default_rng(5).normal(0, 1, 30).tolist()


def _observations(values: list[float]) -> tuple[Observation, ...]:
    first = parse_period("2024-01")
    return tuple(Observation(first.shift(place), value) for place, value in enumerate(values))


def test_the_season_is_taken_out_before_the_trend() -> None:
    """Sales that double each December and grow a little; without the season the growth would not be seen."""
    values = [100 + 0.5 * month + (60 if month % 12 > 9 else 0) + NOISE[month % 30] for month in range(48)]
    trend = trend_of(_observations(values), Direction.HIGHER, Expectation())
    assert trend.word is TrendWord.IMPROVING
    assert trend_steps(trend, declared())[0].startswith("48 months, the season taken out, compared in pairs: ")
    assert trend.slope == pytest.approx(0.5, abs=0.15)


def test_a_season_is_found_whatever_the_size_of_the_figures() -> None:
    """In millionths as in billions."""
    for size in (1e-9, 1.0, 1e12):
        values = [size * (10 + (5 if month % 12 == 11 else 0) + NOISE[month % 30] / 10) for month in range(48)]
        kpi = Kpi.model_validate({"id": "any", "name": "Any", "frequency": Frequency.MONTHLY})
        assert forecast_of(kpi, _observations(values), None).seasonal
