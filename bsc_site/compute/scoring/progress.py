"""Progress: the share of the way from the baseline to the dated target that has been covered."""

from __future__ import annotations

import math

from bsc_site.compute.scoring import goal_red_flag
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
    sign_of,
)
from bsc_site.model.calculation.kpi_steps import ProgressMade
from bsc_site.model.calculation.scoring_steps import NoProgress, NoScore, ScoredByGoal, ScoredByProgress
from bsc_site.model.vocabularies import Status


def measure(case: Case) -> ProgressMade | NoProgress:
    """The share of the way from baseline to target, or why it cannot be told."""
    baseline, aim = case.yardstick.baseline, case.aim
    if baseline is None:
        return NoProgress.NO_BASELINE
    if aim is None:
        return NoProgress.NO_TARGET
    if baseline.value == aim.value:
        return NoProgress.NO_WAY
    share = covered(case.value, baseline.value, aim.value)
    if share is not None and share > 1 and _leads_back(case):
        return NoProgress.WRONG_WAY
    if share is None:
        return NoProgress.TOO_FAR_APART
    return ProgressMade(share, case.value, baseline.value, aim.value, aim.written)


def _leads_back(case: Case) -> bool:
    """Whether the target is worse than the baseline: then the level is judged, not the way."""
    baseline, aim = case.yardstick.baseline, case.aim
    if baseline is None or aim is None:
        return False
    return sign_of(case.kpi.direction) * (aim.value - baseline.value) < 0


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
    way = measure(case)
    if way is NoProgress.NO_WAY or _leads_back(case):
        return goal_red_flag.rate(case)
    if isinstance(way, NoProgress):
        return not_scored(way)
    if case.expected.target is None:  # before the baseline
        return not_scored(NoScore.NO_TARGET_HOLDS)
    at_risk, on_track = _shares(case)
    if way.share >= on_track - leeway(on_track, at_risk):
        status = Status.ON_TRACK
    else:
        status = Status.AT_RISK if way.share >= at_risk - leeway(at_risk, on_track) else Status.OFF_TRACK
    return rated(
        status, piecewise(way.share, ((0.0, 0.0), (at_risk, AT_RISK_FROM), (on_track, ON_TRACK_FROM), (1.0, FULL)))
    )


def _shares(case: Case) -> tuple[float, float]:
    declared = case.kpi.scoring
    on_track = 2 / 3 if declared.on_track is None else declared.on_track
    at_risk = min(1 / 3, on_track / 2) if declared.at_risk is None else declared.at_risk
    return min(at_risk, on_track), on_track


def step(case: Case, outcome: Rating) -> ScoredByProgress | ScoredByGoal | None:
    """The share of the way, and those that are asked for; the level where there is no way ahead."""
    way = measure(case)
    if way is NoProgress.NO_WAY or _leads_back(case):
        return goal_red_flag.step(case, outcome)
    if outcome.score is None or isinstance(way, NoProgress):
        return None
    return ScoredByProgress(outcome.status, outcome.score, way.share, *_shares(case))
