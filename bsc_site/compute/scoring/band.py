"""Band: on track between two values, best in their middle, at risk as far as the red flag on either side."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import AT_RISK_FROM, FULL, ON_TRACK_FROM, Rating, leeway, not_scored, rated
from bsc_site.compute.scoring.scoring_sentences import clipped_note, score_text
from bsc_site.model.figures import number_text
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
        return not_scored("no band holds at this period")
    if low > high:
        return not_scored("the band ends below its beginning")
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


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """The comparison and the score with the numbers put in."""
    low, high = case.expected.low, case.expected.high
    if outcome.score is None or low is None or high is None:
        return ()
    scale = case.yardstick
    words = f"{scale.quantity(low)} to {scale.quantity(high)} expected by {case.period}: {scale.status(outcome.status)}"
    first = f"{scale.quantity(case.value)} against {words}"
    if outcome.status is Status.ON_TRACK:
        return first, f"Score = {score_text(outcome)}: 66.67 at an edge of the band, rising to 100 at its centre"
    side = _nearer_side(case, low, high)
    gap = number_text(abs(side.red_flag - side.edge))
    formula = f"66.67 − 33.33 × {number_text(side.beyond)} outside / {gap} from edge to red flag"
    return first, f"Score = {formula} = {score_text(outcome)}{clipped_note(outcome)}"
