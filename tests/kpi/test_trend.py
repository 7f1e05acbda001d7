"""Trend: a word only where more than chance moves the figures."""

from __future__ import annotations

import numpy as np
import pytest

from bsc_site.compute.kpi.trend import trend_of
from bsc_site.model.concluded.assessment import Expectation, Trend
from bsc_site.model.vocabularies import Direction, TrendWord
from bsc_site.wording.kpi_figures import slope_figure
from bsc_site.wording.trend_text import trend_steps
from tests.builders.small_projects import declared, monthly, observed

UP = [1.0, 2, 4, 3, 5, 6, 8, 7, 9, 11, 10, 12]


def trend(
    values: list[float], direction: Direction = Direction.HIGHER, band: tuple[float, float] | None = None
) -> Trend:
    """The trend of monthly values."""
    expected = Expectation() if band is None else Expectation(low=band[0], high=band[1])
    return trend_of(observed(monthly(values, "2015-01")), direction, expected)


@pytest.mark.parametrize(
    ("values", "direction", "word", "rising"),
    [
        (UP, Direction.HIGHER, TrendWord.IMPROVING, True),
        (UP, Direction.LOWER, TrendWord.WORSENING, True),
        (UP[::-1], Direction.HIGHER, TrendWord.WORSENING, False),
        (UP[::-1], Direction.LOWER, TrendWord.IMPROVING, False),
        (UP, Direction.NONE, TrendWord.STEADY, True),
        ([5.0] * 12, Direction.HIGHER, TrendWord.STEADY, None),
        ([5.0, 6] * 10, Direction.HIGHER, TrendWord.STEADY, None),
        (UP[:7], Direction.HIGHER, TrendWord.TOO_SHORT, None),
    ],
)
def test_the_word_follows_the_direction_and_the_arrow_follows_the_value(
    values: list[float],
    direction: Direction,
    word: TrendWord,
    rising: bool | None,  # noqa: FBT001  # from the table
) -> None:
    found = trend(values, direction)
    assert (found.word, found.rising) == (word, rising)


@pytest.mark.parametrize(
    ("band", "word"),
    [((20, 30), TrendWord.IMPROVING), ((-9, 0), TrendWord.WORSENING), ((-100, 100), TrendWord.STEADY)],
)
def test_moving_towards_the_band_is_improving(band: tuple[float, float], word: TrendWord) -> None:
    assert trend(UP, Direction.BAND, band).word is word


@pytest.mark.parametrize(
    ("values", "run"),
    [
        ([1, 2, 3, 4], 3),
        ([1, 2, 3, 2], 1),
        ([5, 4, 6, 5, 4], 2),
        ([1, 2, 2], 0),
        ([1], 0),
        ([], 0),
        ([1e308, -1e308], 1),
    ],
)
def test_the_run_counts_the_latest_moves_in_one_direction(values: list[float], run: int) -> None:
    assert trend(values).run_length == run


def test_the_slope_is_the_median_slope_a_month_across_gaps() -> None:
    months = monthly([0.0, 2, 4, 6, 8, 10, 12, 14, 16, 100], "2025-01")
    del months["2025-04"]
    found = trend_of(observed(months), Direction.HIGHER, Expectation())
    assert found.slope == pytest.approx(2)


def test_the_steps_tell_the_test_and_the_slope() -> None:
    # 66 pairs, 3 of them the other way: S = 60; variance 12 x 11 x 29 / 18 = 212.67; z = 59 / 14.58 / 1.18
    first, second = trend_steps(trend(UP[::-1]), declared())
    assert first.startswith("12 months compared in pairs: 60 more falls than rises (S), z = −3.422, beyond ±1.96")
    assert second == "The median slope between two months (Theil-Sen) is −1 a month"


def test_a_slope_is_no_finer_than_the_figures_unless_nothing_would_be_left_of_it() -> None:
    units = declared(unit="%", decimals=1)
    assert [slope_figure(units, each) for each in (0.5667, 0.0667, 0.0312, 0)] == [
        "0.6 points",
        "0.1 points",
        "0.03 points",
        "0.0 points",
    ]


def test_the_steps_say_that_the_latest_value_was_left_out() -> None:
    first, _ = trend_steps(trend([10.0, 21, 29, 42, 50, 61, 70, 79, 91, 30]), declared())
    assert first.startswith("9 months before the latest compared in pairs: 36 more rises than falls (S)")


@pytest.mark.parametrize("size", [5e-324, 1e-308, 1e-9, 1.0, 1e9, 1.7e308])
def test_figures_of_any_size_give_finite_numbers(size: float) -> None:
    found = trend([size * ((-1) ** at * (at % 5) / 4) for at in range(20)])
    assert found.slope is None or np.isfinite(found.slope)
