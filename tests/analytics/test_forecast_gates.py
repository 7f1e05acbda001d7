"""The forecast holds up on the 1,428 monthly series of the M3 competition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.analytics import gates

pytestmark = pytest.mark.slow


def test_all_series_are_there(oracles: Path) -> None:
    """As many as were published."""
    assert len(gates.m3(oracles)) == 1428


def test_the_error_is_below_that_of_the_published_theta(oracles: Path) -> None:
    """The published Theta has a mean sMAPE of 13.89."""
    assert gates.forecast_errors(oracles)[0] <= 13.70


def test_the_scaled_error_is_small(oracles: Path) -> None:
    """Scaled by the seasonal naive error of the known values; from two and three years alone, too."""
    assert gates.forecast_errors(oracles)[1] <= 0.855
    assert max(gates.late_error(oracles, most) for most in (25, 36)) <= 0.93


@pytest.mark.parametrize("most", [25, 36, 60, None])
@pytest.mark.parametrize(("level", "least", "highest"), [(0.80, 0.78, 0.86), (0.95, 0.92, 0.97)])
def test_the_fan_holds_what_it_promises(
    oracles: Path, level: float, least: float, highest: float, most: int | None
) -> None:
    """Share of later values inside the interval."""
    assert least <= gates.forecast_coverage(oracles, level, most) <= highest


def test_the_chance_to_meet_a_target_is_honest(oracles: Path) -> None:
    """Brier score of the chance twelve months on."""
    assert gates.forecast_brier(oracles) <= 0.13
