"""Targets: what holds at each period, between the dated targets and beyond them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.compute.kpi.target_path import target_path
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.period import PeriodSpellingError, parse_period
from tests.builders.small_projects import calculation_told, card, judged, kpi

TWO = [{"period": "2025-06", "value": 20}, {"period": "2025-10", "value": 40}]
START = {"period": "2025-01", "value": 10}


def expected(keys: dict[str, Any], period: str, **card_keys: Any) -> Expectation:
    """What holds at one period of the KPI's frequency."""
    home = card(kpi(**keys), **card_keys)
    ordinal = parse_period(period, home.fiscal_year_starts).ordinal
    return target_path(home.kpis[0], home).at(ordinal)


@pytest.mark.parametrize(
    ("keys", "period", "target"),
    [
        ({"targets": TWO}, "2025-06", 20),
        ({"targets": TWO}, "2025-08", 30),
        ({"targets": TWO}, "2026-05", 40),
        ({"targets": TWO}, "2024-01", 20),
        ({"targets": TWO[::-1]}, "2025-08", 30),
        ({"targets": TWO, "baseline": START}, "2025-03", 14),
        ({"targets": TWO, "baseline": START}, "2025-01", 10),
        ({"targets": TWO, "baseline": START}, "2024-12", None),
        ({"targets": TWO, "path": "step"}, "2025-09", 20),
        ({"targets": TWO, "path": "step"}, "2025-10", 40),
        ({"targets": TWO, "path": "step", "baseline": START}, "2025-03", 20),
        ({"targets": [{"period": "2025", "value": 24}]}, "2025-12", 24),
        ({"targets": [{"period": "2025", "value": 24}], "baseline": {"period": "2024-12", "value": 12}}, "2025-06", 18),
        ({"targets": [{"period": "2025", "value": 24}], "aggregate": "sum"}, "2025-06", 2),
        (
            {"targets": [{"period": "2025-Q2", "value": 24}], "aggregate": "sum", "frequency": "quarterly"},
            "2025-Q2",
            24,
        ),
        ({"targets": [{"period": "2025-03", "value": 24}], "frequency": "quarterly"}, "2025-Q1", 24),
        ({}, "2025-06", None),
    ],
)
def test_the_target_that_holds(keys: dict[str, Any], period: str, target: float | None) -> None:
    """Linear between two points, held after the last, from the baseline on where there is one."""
    assert expected(keys, period).target == target


def test_yearly_totals_are_spread_evenly_and_joined_by_a_line() -> None:
    """2025 has 1 a month, 2027 has 3; the middle of 2026 lies between."""
    keys = {"aggregate": "sum", "targets": [{"period": "2025", "value": 12}, {"period": "2027", "value": 36}]}
    found = [expected(keys, period).target for period in ("2025-01", "2025-12", "2027-01", "2027-12")]
    assert found == [1, 1, 3, 3]
    assert 1 < (expected(keys, "2026-07").target or 0) < 3


def test_a_fiscal_target_lies_at_the_end_of_the_fiscal_year() -> None:
    """FY2025 that starts in April ends in March 2025."""
    keys = {"targets": [{"period": "FY2025", "value": 24}], "baseline": {"period": "2024-03", "value": 12}}
    assert expected(keys, "2024-09", fiscal_year_starts=4).target == 18


@pytest.mark.parametrize(
    ("keys", "red_flag"),
    [
        ({}, 38),
        ({"direction": "lower"}, 42),
        ({"tolerance": "10%"}, 36),
        ({"tolerance": 3}, 37),
        ({"thresholds": {"red_flag": 30}}, 30),
        ({"thresholds": {"red_flag": 45}}, 38),
        ({"direction": "none"}, None),
    ],
)
def test_the_red_flag_stands_on_the_bad_side_of_the_target(keys: dict[str, Any], red_flag: float | None) -> None:
    """As declared, or the tolerance away."""
    assert expected({"targets": [{"period": "2025", "value": 40}]} | keys, "2025-06").red_flag == red_flag


def test_a_share_of_a_target_of_zero_leaves_no_amber_zone() -> None:
    """There is no red flag then."""
    assert expected({"targets": [{"period": "2025", "value": 0}]}, "2025-06").red_flag is None


def test_a_band_moves_with_its_targets_and_has_a_red_flag_on_either_side() -> None:
    """Tolerances are relative to the edges; an edge of 0 takes the width of the band."""
    keys = {"direction": "band", "tolerance": "10%", "targets": [{"period": "2025-01", "low": 0, "high": 20}]}
    assert expected(keys, "2025-06") == Expectation(low=0, high=20, red_flag_low=-2, red_flag_high=22)
    constant = {"direction": "band", "tolerance": "10%", "scoring": {"method": "band", "low": 10, "high": 20}}
    assert expected(constant, "2025-06") == Expectation(low=10, high=20, red_flag_low=9, red_flag_high=22)


def test_a_period_at_the_end_of_the_calendar_is_refused() -> None:
    """The year after 9999 does not exist, so nothing could be computed around it."""
    with pytest.raises(PeriodSpellingError, match="'9999' is out of range; write a year from 1000 to 9990"):
        parse_period("9999")


THROUGH = {"baseline": {"period": "2025-12", "value": -60}, "targets": [{"period": "2026-12", "value": 60}]}


@pytest.mark.parametrize(
    ("period", "target", "red_flag"), [("2026-03", -30, -36), ("2026-06", 0, -6), ("2026-12", 60, 54)]
)
def test_on_a_path_through_zero_the_tolerance_is_a_share_of_the_way(
    period: str, target: float, red_flag: float
) -> None:
    """5 % of 120 at every period, also where the target is zero."""
    found = expected(THROUGH, period)
    assert found.target == pytest.approx(target)
    assert found.red_flag == pytest.approx(red_flag)


@pytest.mark.parametrize(("value", "status"), [(50, "on_track"), (0, "on_track"), (-5, "at_risk"), (-7, "off_track")])
def test_a_value_on_a_path_through_zero_is_judged(value: float, status: str) -> None:
    found = judged(kpi(**THROUGH), {"2026-06": value}, date(2026, 7, 20))
    assert found.status == status
    assert "The red flag is −6: 5 % of the way from −60 to 60 below the target" in calculation_told(found)


def test_a_target_of_zero_is_the_end_of_a_way() -> None:
    baseline, target = {"period": "2025-12", "value": 40}, {"period": "2026-12", "value": 0}
    keys = {"direction": "lower", "baseline": baseline, "targets": [target]}
    assert [expected(keys, period).red_flag for period in ("2026-06", "2026-12")] == [22, 2]


def test_a_path_that_begins_at_zero_keeps_shares_of_its_targets() -> None:
    """Only at zero itself, where a share of nothing would be nothing, the way counts."""
    keys = {"baseline": {"period": "2025-12", "value": 0}, "targets": [{"period": "2026-12", "value": 120}]}
    assert [expected(keys, period).red_flag for period in ("2025-12", "2026-06", "2026-12")] == [-6, 57, 114]


@pytest.mark.parametrize(("year", "weeks"), [(2025, 52), (2026, 53), (2020, 53)])
def test_a_yearly_target_in_weeks_is_spread_over_the_weeks_of_its_year(year: int, weeks: int) -> None:
    """Ten a week, in all of them."""
    targets = [{"period": year, "value": 10 * weeks}, {"period": year + 1, "value": 9999}]
    keys = {"frequency": "weekly", "aggregate": "sum", "targets": targets}
    assert {expected(keys, f"{year}-W{week:02d}").target for week in range(1, weeks + 1)} == {10}


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366)])
def test_a_yearly_target_in_days_knows_leap_days(year: int, days: int) -> None:
    keys = {"frequency": "daily", "aggregate": "sum", "targets": [{"period": year, "value": days}]}
    assert expected(keys, f"{year}-12-31").target == 1
