"""Amber zones: how far a value lies from its target, measured in the distance between its own target and red flag."""

from __future__ import annotations

import math

from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Direction

_SIGNS = {Direction.HIGHER: 1, Direction.LOWER: -1}


def zones_from_target(point: Point, kpi: Kpi) -> float | None:
    """0 at the target, -1 at the red flag, above 0 where it is better than the target, for KPIs of any unit.

    0 inside of a band. None where there is no amber zone to measure with.
    """
    expected = point.expected
    if expected.target is None:
        return _from_band(point.value, expected)
    sign, red_flag = _SIGNS.get(kpi.direction, 0), expected.red_flag
    if red_flag is None:
        return None
    return _measured(sign * (point.value - expected.target), sign * (expected.target - red_flag))


def _from_band(value: float, expected: Expectation) -> float | None:
    low, high = expected.low, expected.high
    if low is not None and value < low:
        return None if expected.red_flag_low is None else _measured(value - low, low - expected.red_flag_low)
    if high is not None and value > high:
        return None if expected.red_flag_high is None else _measured(high - value, expected.red_flag_high - high)
    return None if low is None and high is None else 0.0


def _measured(gap: float, zone: float) -> float | None:
    if zone <= 0:
        return None
    zones = gap / zone
    return None if math.isnan(zones) else zones
