"""Against the target: on which side of it a value stands, in words that never contradict the status beside them."""

from __future__ import annotations

import math
from enum import Enum

from bsc_site.model.concluded.assessment import Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Direction, Status

SAME = 1e-9
"""Two figures this close, relative to their size, are the same figure."""


class Against(Enum):
    """How a value stands to what was expected of it."""

    NOTHING = "nothing"
    """Nothing was expected."""
    EQUAL = "equal"
    """On the target, or inside the band."""
    BETTER = "better"
    """On the good side of the target."""
    ENOUGH = "enough"
    """Short of the target, and on track all the same: the scoring asks for less, or looks at something else."""
    SHORT = "short"
    """On the bad side of the target."""
    ABOVE = "above"
    """Above the target or the band; no word of praise or blame belongs to it."""
    BELOW = "below"
    """Below the target or the band; no word of praise or blame belongs to it."""


def against(point: Point, kpi: Kpi) -> Against:
    """Where the value of a point stands.

    Better and short are said where the status agrees: a value that is better than the target, and at risk because the
    scoring looks at something else, is above or below it and no more.
    """
    expected = point.expected
    if expected.target is None:
        return _against_band(point)
    if math.isclose(point.value, expected.target, rel_tol=SAME):
        return Against.EQUAL
    above = point.value > expected.target
    side = Against.ABOVE if above else Against.BELOW
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        return side
    if above == (kpi.direction is Direction.HIGHER):
        return side if point.status in (Status.AT_RISK, Status.OFF_TRACK) else Against.BETTER
    return Against.ENOUGH if point.status is Status.ON_TRACK else Against.SHORT


def _against_band(point: Point) -> Against:
    low, high = point.expected.low, point.expected.high
    if low is not None and point.value < low:
        return Against.BELOW
    if high is not None and point.value > high:
        return Against.ABOVE
    return Against.NOTHING if low is None and high is None else Against.EQUAL


def met(point: Point, kpi: Kpi) -> bool | None:
    """Whether the value reaches what was expected, or as much of it as is enough; None where neither can be said.

    It is decided on the figures alone, whatever the status.
    """
    edge = point.expected.on_track_from
    if edge is None:
        stands = _against_band(point)
        return None if stands is Against.NOTHING else stands is Against.EQUAL
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        return None
    near = math.isclose(point.value, edge, rel_tol=SAME)
    return near or (point.value > edge) == (kpi.direction is Direction.HIGHER)


def at_odds(point: Point, kpi: Kpi) -> bool:
    """Whether the status does not follow from the side of the target on which the value stands."""
    stands = against(point, kpi)
    if stands is Against.EQUAL:
        return point.status in (Status.AT_RISK, Status.OFF_TRACK)
    if point.expected.target is None:
        return point.status is Status.ON_TRACK and stands in (Against.ABOVE, Against.BELOW)
    sided = kpi.direction in (Direction.HIGHER, Direction.LOWER)
    return stands is Against.ENOUGH or (sided and stands in (Against.ABOVE, Against.BELOW))
