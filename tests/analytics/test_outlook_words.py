"""What a forecast says reads as people speak: chances, what is needed, bands and totals."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bsc_site.compute.forecast.forecast_sentences import percent_text
from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.kpi.trend import trend_of
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.concluded.outlook import Chance
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import Direction, TrendWord
from bsc_site.wording.trend_text import trend_steps

NOISE = np.random.default_rng(5).normal(0, 1, 30).tolist()


def _observations(values: list[float]) -> tuple[Observation, ...]:
    first = parse_period("2024-01")
    return tuple(Observation(first.shift(place), value) for place, value in enumerate(values))


def _chance(values: list[float], **keys: Any) -> Chance:
    kpi = Kpi.model_validate({"id": "any", "name": "Any", **keys})
    (chance,) = forecast_of(kpi, _observations(values), None).chances
    return chance


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.0, "less than 1 %"), (0.006, "1 %"), (0.624, "62 %"), (0.99, "99 %"), (0.996, "more than 99 %")],
)
def test_nothing_is_certain(probability: float, words: str) -> None:
    """Neither 0 nor 100 per cent is ever said."""
    assert percent_text(probability) == words


def test_a_band_has_both_ends() -> None:
    """And the period in which the value is to lie between them."""
    values = [7 + each / 2 for each in NOISE]
    chance = _chance(
        values, unit="weeks", direction="band", targets=[{"period": "2026-12", "low": 6, "high": 9.5}], decimals=1
    )
    assert chance.sentence.endswith(" % likely to lie between 6.0 and 9.5 weeks in Dec 2026.")
    assert (chance.low, chance.target, chance.needed) == (6, 9.5, "")


def test_a_difference_of_percentages_is_in_points() -> None:
    """With as many digits as it takes to tell it from nothing."""
    values = [25 + each / 10 for each in NOISE[:29]] + [28.0]
    chance = _chance(values, unit="%", decimals=0, targets=[{"period": "2026-12", "value": 30}])
    assert chance.needed == "+0.33 points a month from here"
    assert chance.sentence.endswith(" likely to reach 30 % by Dec 2026.")


def test_a_yearly_total_needs_an_average() -> None:
    """Of what is left; months before the year do not count."""
    values = [1_000_000 + 10_000 * each for each in NOISE[:24]] + [1_000_000.0] * 6
    keys = {"unit": "EUR", "aggregate": "sum"}
    this_year = _chance(values, **keys, targets=[{"period": "2026", "value": 15_120_000}])
    assert this_year.needed == "an average of € 1,520,000 in each remaining month"
    assert this_year.sentence.endswith(" likely to reach € 15,120,000 in 2026.")
    next_year = _chance(values, **keys, targets=[{"period": "2027", "value": 12_000_000}])
    assert next_year.required == 1_000_000
    assert 0.2 < next_year.probability < 0.8


def test_a_lower_target_is_come_down_to() -> None:
    """Or kept."""
    values = [20 + each for each in NOISE[:29]] + [20.0]
    far = _chance(values, unit="days", direction="lower", targets=[{"period": "2026-12", "value": 8}])
    near = _chance(values, unit="days", direction="lower", targets=[{"period": "2026-12", "value": 40}])
    assert far.sentence == "Less than 1 % likely to come down to 8 days by Dec 2026."
    assert far.needed == "−2 days a month from here"
    assert near.sentence == "More than 99 % likely to stay at or below 40 days by Dec 2026."
    assert near.needed == ""


def test_the_season_is_taken_out_before_the_trend() -> None:
    """Sales that double each December and grow a little; without the season the growth would not be seen."""
    values = [100 + 0.5 * month + (60 if month % 12 > 9 else 0) + NOISE[month % 30] for month in range(48)]
    trend = trend_of(_observations(values), Direction.HIGHER, Expectation())
    assert trend.word is TrendWord.IMPROVING
    assert trend_steps(trend, Frequency.MONTHLY)[0].startswith("48 months, the season taken out, compared in pairs: ")
    assert trend.slope == pytest.approx(0.5, abs=0.15)


def test_a_season_is_found_whatever_the_size_of_the_figures() -> None:
    """In millionths as in billions."""
    for size in (1e-9, 1.0, 1e12):
        values = [size * (10 + (5 if month % 12 == 11 else 0) + NOISE[month % 30] / 10) for month in range(48)]
        kpi = Kpi.model_validate({"id": "any", "name": "Any", "frequency": Frequency.MONTHLY})
        assert forecast_of(kpi, _observations(values), None).seasonal
