"""Forecasts of percentages on their bound, of counts, of totals with holes and of short series keep their promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forecast import kind_gates


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7])
def test_the_fan_of_a_percentage_that_reaches_its_bound_holds_what_it_promises(share: float) -> None:
    found = kind_gates.at_the_bound(share, 60)
    assert 0.75 <= found.likely <= 0.95
    assert 0.90 <= found.sure <= 1
    assert found.brier <= 0.22 + 0.005


@pytest.mark.parametrize("mean", [0.2, 0.4])
def test_the_chance_of_no_event_is_nearly_as_good_as_it_can_be(mean: float) -> None:
    """Who knows the mean scores p (1 - p); 48 months of chance tell it well enough to come close."""
    found = kind_gates.few_events(mean, 80)
    assert found.brier <= kind_gates.best_possible(mean) + 0.02
    assert found.sure >= 0.95


def test_a_hole_in_a_year_costs_the_chance_of_its_total_a_little() -> None:
    whole, holed = (kind_gates.holed_totals(missing, 150) for missing in ((), (38,)))
    assert whole <= holed <= whole + 0.03


@pytest.mark.slow
def test_twelve_quarters_are_enough_for_a_forecast(oracles: Path) -> None:
    assert kind_gates.longer_error(oracles, 3, 12, 8) <= 1.17


@pytest.mark.slow
@pytest.mark.parametrize(("months", "known", "ahead"), [(3, 8, 6), (3, 12, 8), (3, 20, 8), (12, 8, 3), (12, 9, 3)])
def test_the_interval_of_a_short_series_is_wide_enough(oracles: Path, months: int, known: int, ahead: int) -> None:
    """From eight quarters or years on."""
    assert 0.92 <= kind_gates.longer_coverage(oracles, months, known, ahead) <= 0.97
