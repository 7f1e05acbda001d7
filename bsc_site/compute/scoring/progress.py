"""Progress: the share of the way from the baseline to the dated target that has been covered."""

from __future__ import annotations

import math
from typing import NamedTuple

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import (
    AT_RISK_FROM,
    FULL,
    ON_TRACK_FROM,
    Rating,
    leeway,
    not_scored,
    piecewise,
    rated,
)
from bsc_site.compute.scoring.scoring_sentences import precisely, score_text
from bsc_site.model.figures import period_text, quantity_text, share_text
from bsc_site.model.vocabularies import Status

PER_CENT = "%"


class Measure(NamedTuple):
    """A published number, None where it cannot be had, and the sentence that tells how or why not."""

    value: float | None
    sentence: str


def measure(case: Case) -> Measure:
    """The share of the way from baseline to target, 1 at the target; it may be below 0 and above 1."""
    baseline, aim = case.yardstick.baseline, case.aim
    if baseline is None or aim is None:
        return Measure(None, f"No progress: the KPI has no {'baseline' if baseline is None else 'target'}")
    start, end = baseline.value, aim.value
    if start == end:
        return Measure(None, "No progress: the target equals the baseline")
    share = covered(case.value, start, end)
    if share is None:
        return Measure(None, "No progress: the figures are too far apart to compare")
    x, b, t = (precisely(figure) for figure in (case.value, start, end))
    when = f"the target of {period_text(aim.written)}"
    return Measure(share, f"Progress to {when} = ({x} − {b}) / ({t} − {b}) = {quantity_text(share * 100, PER_CENT, 0)}")


def covered(value: float, start: float, end: float) -> float | None:
    """`(value - start) / (end - start)` without overflow on the way; None where it is beyond all numbers."""
    largest = max(abs(value), abs(start), abs(end))
    way = end / largest - start / largest
    if way == 0:
        return None
    share = (value / largest - start / largest) / way
    return share if math.isfinite(share * 100) else None


def rate(case: Case) -> Rating:
    """Status and score by the share of the way: on track from two thirds, at risk from one third, unless declared."""
    share = measure(case)
    if share.value is None:
        return not_scored(share.sentence)
    at_risk, on_track = _shares(case)
    if share.value >= on_track - leeway(on_track, at_risk):
        status = Status.ON_TRACK
    else:
        status = Status.AT_RISK if share.value >= at_risk - leeway(at_risk, on_track) else Status.OFF_TRACK
    return rated(
        status, piecewise(share.value, ((0.0, 0.0), (at_risk, AT_RISK_FROM), (on_track, ON_TRACK_FROM), (1.0, FULL)))
    )


def _shares(case: Case) -> tuple[float, float]:
    declared = case.kpi.scoring
    on_track = 2 / 3 if declared.on_track is None else declared.on_track
    at_risk = min(1 / 3, on_track / 2) if declared.at_risk is None else declared.at_risk
    return min(at_risk, on_track), on_track


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """The share of the way, the shares asked for and the score."""
    share = measure(case)
    if outcome.score is None or share.value is None:
        return ()
    at_risk, on_track = _shares(case)
    asked = f"{share_text(on_track)} are on track, {share_text(at_risk)} at risk"
    way = quantity_text(share.value * 100, PER_CENT, 0)
    status = f"{way} of the way, where {asked}: {case.yardstick.status(outcome.status)}"
    knots = f"0 % (0), {share_text(at_risk)} (33.33), {share_text(on_track)} (66.67) and 100 % (100)"
    return status, f"Score = {score_text(outcome)}: linear between {knots}"
