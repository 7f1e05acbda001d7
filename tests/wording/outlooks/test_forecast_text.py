"""What a forecast says reads as people speak: chances, what is needed, bands, totals, and why there is none."""

from __future__ import annotations

from typing import Any, get_args

import numpy as np
import pytest

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.model.concluded.outlook import Chance, Obstacle, TooFewPeriods, TooLargeFigures, TooManyGaps
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation
from bsc_site.wording.outlooks.forecast_text import (
    chance_figure,
    chance_sentence,
    chance_statement,
    forecast_sentences,
    needed_text,
    obstacle_sentence,
)
from tests.builders.small_projects import course, declared

NOISE = np.random.default_rng(5).normal(0, 1, 30).tolist()
OBSTACLES: dict[Obstacle, str] = {
    TooFewPeriods(3, 24): "Too little data for a forecast: 3 months of the 24 that it takes.",
    TooFewPeriods(1, 24): "Too little data for a forecast: 1 month of the 24 that it takes.",
    TooManyGaps(): "Too many periods are missing for a forecast.",
    TooLargeFigures(): "The figures are too large for a forecast.",
}


def _told(values: list[float], **keys: Any) -> tuple[Chance, str, str]:
    """The one chance, its sentence and what it takes."""
    kpi = declared(**keys)
    (chance,) = forecast_of(kpi, course(values, "2024-01"), None).chances
    return chance, chance_sentence(chance, kpi), needed_text(chance, kpi)


@pytest.mark.parametrize(
    ("probability", "words", "figure"),
    [
        (0.0, "Less than 1 %", "< 1 %"),
        (0.006, "1 %", "1 %"),
        (0.624, "62 %", "62 %"),
        (0.99, "99 %", "99 %"),
        (0.996, "More than 99 %", "> 99 %"),
    ],
)
def test_nothing_is_certain(probability: float, words: str, figure: str) -> None:
    chance = Chance(parse_period("2025-01"), 1.0, probability, 0.0)
    assert chance_sentence(chance, declared()) == f"{words} likely to reach 1 by Jan 2025."
    assert chance_statement(chance, declared()) == f"{words} likely to reach 1 by Jan 2025"
    assert chance_figure(chance) == figure


def test_a_band_has_both_ends_and_the_period_in_which_the_value_is_to_lie_between_them() -> None:
    values = [7 + each / 2 for each in NOISE]
    chance, sentence, needed = _told(
        values, unit="weeks", direction="band", targets=[{"period": "2026-12", "low": 6, "high": 9.5}], decimals=1
    )
    assert sentence.endswith(" % likely to lie between 6.0 and 9.5 weeks in Dec 2026.")
    assert (chance.low, chance.target, needed) == (6, 9.5, "")


def test_a_difference_of_percentages_is_in_points_with_as_many_digits_as_tell_it_from_nothing() -> None:
    values = [25 + each / 10 for each in NOISE[:29]] + [28.0]
    _, sentence, needed = _told(values, unit="%", decimals=0, targets=[{"period": "2026-12", "value": 30}])
    assert needed == "it takes +0.3 points a month from here"
    assert sentence.endswith(" likely to reach 30 % by Dec 2026.")


def test_a_yearly_total_needs_an_average_of_what_is_left() -> None:
    values = [1_000_000 + 10_000 * each for each in NOISE[:24]] + [1_000_000.0] * 6
    keys = {"unit": "EUR", "aggregate": "sum"}
    _, sentence, needed = _told(values, **keys, targets=[{"period": "2026", "value": 15_120_000}])
    assert needed == "it takes an average of € 1,520,000 in each remaining month"
    assert sentence.endswith(" likely to reach € 15,120,000 in 2026.")


def test_the_costs_of_a_year_stay_below_an_average_or_are_beyond_it_already() -> None:
    values = [100 + each for each in NOISE[:24]] + [100.0] * 6
    keys = {"unit": "EUR", "aggregate": "sum", "direction": "lower"}
    _, sentence, needed = _told(values, **keys, targets=[{"period": "2026", "value": 1_200}])
    assert needed == "it takes an average of at most € 100 in each remaining month"
    assert sentence.endswith(" likely to stay at or below € 1,200 in 2026.")
    assert _told(values, **keys, targets=[{"period": "2026", "value": 500}])[2] == "already beyond it"


def test_a_total_that_is_reached_already_needs_nothing() -> None:
    values = [100 + each for each in NOISE[:24]] + [100.0] * 6
    _, sentence, needed = _told(values, unit="EUR", aggregate="sum", targets=[{"period": "2026", "value": 500}])
    assert (sentence, needed) == ("More than 99 % likely to reach € 500 in 2026.", "")


def test_a_lower_target_is_come_down_to_or_kept() -> None:
    values = [20 + each for each in NOISE[:29]] + [20.0]
    far = _told(values, unit="days", direction="lower", targets=[{"period": "2026-12", "value": 8}])
    near = _told(values, unit="days", direction="lower", targets=[{"period": "2026-12", "value": 40}])
    assert far[1:] == (
        "Less than 1 % likely to come down to 8 days by Dec 2026.",
        "it takes −2 days a month from here",
    )
    assert near[1:] == ("More than 99 % likely to stay at or below 40 days by Dec 2026.", "")


def test_a_higher_target_that_is_met_is_stayed_above() -> None:
    values = [20 + each for each in NOISE[:29]] + [20.0]
    _, sentence, needed = _told(values, unit="days", targets=[{"period": "2026-12", "value": 2}])
    assert (sentence, needed) == ("More than 99 % likely to stay at or above 2 days by Dec 2026.", "")


@pytest.mark.parametrize(("obstacle", "sentence"), OBSTACLES.items())
def test_each_obstacle_is_said(obstacle: Obstacle, sentence: str) -> None:
    assert obstacle_sentence(obstacle, declared()) == sentence


def test_no_obstacle_is_without_words() -> None:
    assert {type(each) for each in OBSTACLES} == set(get_args(Obstacle))


def test_a_yearly_pattern_is_told_after_the_chances() -> None:
    first, kpi = parse_period("2021-01"), declared(targets=[{"period": "2025-06", "value": 90}])
    values = [100 + (60 if month % 12 > 9 else 0) + NOISE[month % 30] for month in range(48)]
    forecast = forecast_of(kpi, [Observation(first.shift(place), each) for place, each in enumerate(values)], None)
    (chance,) = forecast.chances
    assert forecast_sentences(forecast, kpi) == (
        chance_sentence(chance, kpi),
        "The yearly pattern is part of the forecast.",
    )
