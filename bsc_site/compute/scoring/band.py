"""Band: on track between two values, best in their middle, at risk as far as the red flag on either side."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import AT_RISK_FROM, FULL, ON_TRACK_FROM, Rating, leeway, not_scored, rated
from bsc_site.model.calculation.scoring_steps import NoScore, ScoredInBand, ScoredOutsideBand
from bsc_site.model.vocabularies import Status


class _Side(NamedTuple):
    edge: float
    red_flag: float
    beyond: float
    """How far the value lies outside the edge; not above zero inside the band."""


def rate(case: Case) -> Rating:
    """Status and score of a value in, near or far from its band; not scored without both edges."""
    low, high = case.expected.low, case.expected.high
    if low is None or high is None:
        return not_scored(NoScore.NO_BAND_HOLDS)
    if low > high:
        return not_scored(NoScore.BAND_TURNED)
    side = _nearer_side(case, low, high)
    if side.beyond <= leeway(side.edge, side.red_flag):
        return rated(Status.ON_TRACK, _inside(case.value, low, high))
    return _outside(side)


def _nearer_side(case: Case, low: float, high: float) -> _Side:
    below, above = low - case.value, case.value - high
    if below > above:
        return _Side(low, low if case.expected.red_flag_low is None else case.expected.red_flag_low, below)
    return _Side(high, high if case.expected.red_flag_high is None else case.expected.red_flag_high, above)


def _inside(value: float, low: float, high: float) -> float:
    half = high / 2 - low / 2
    if half == 0:
        return FULL
    centre = high / 2 + low / 2
    share = min(1.0, abs(value - centre) / half)
    return FULL - (FULL - ON_TRACK_FROM) * share


def _outside(side: _Side) -> Rating:
    gap = abs(side.red_flag - side.edge)
    at_risk = gap > 0 and side.beyond <= gap + leeway(side.edge, side.red_flag)
    status = Status.AT_RISK if at_risk else Status.OFF_TRACK
    if gap == 0:
        return rated(status, 0.0)
    return rated(status, max(0.0, ON_TRACK_FROM - (ON_TRACK_FROM - AT_RISK_FROM) * min(side.beyond / gap, 2.0)))


def step(case: Case, outcome: Rating) -> ScoredInBand | ScoredOutsideBand | None:
    """The value against its band, and how far outside it lies."""
    low, high = case.expected.low, case.expected.high
    if outcome.score is None or low is None or high is None:
        return None
    if outcome.status is Status.ON_TRACK:
        return ScoredInBand(outcome.status, outcome.score, case.period, case.value, low, high)
    side = _nearer_side(case, low, high)
    gap = abs(side.red_flag - side.edge)
    return ScoredOutsideBand(outcome.status, outcome.score, case.period, case.value, low, high, side.beyond, gap)
