"""Percent of target: how much of the target the value reaches."""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import FULL, Rating, not_scored, rated, stretched
from bsc_site.model.calculation.scoring_steps import NoScore, ScoredByShare
from bsc_site.model.vocabularies import Direction, Status


def reached(case: Case) -> float | None:
    """Value by target (target by value where lower is better); None without a target above zero.

    Where lower is better, a value of zero or below has reached everything: infinity.
    """
    target = case.expected.target
    if target is None or target <= 0:
        return None
    if case.kpi.direction is Direction.LOWER:
        return target / case.value if case.value > 0 else math.inf
    return case.value / target


def rate(case: Case) -> Rating:
    """Status and score: on track from the full target and at risk within the tolerance, unless declared."""
    if case.expected.target is None:
        return not_scored(NoScore.NO_TARGET_HOLDS)
    if case.kpi.direction is Direction.BAND:
        return not_scored(NoScore.PERCENT_OF_BAND)
    share = reached(case)
    if share is None:
        return not_scored(NoScore.PERCENT_OF_NOTHING)
    at_risk, on_track = _shares(case, case.expected.target)
    if math.isinf(share):
        return rated(Status.ON_TRACK if share > 0 else Status.OFF_TRACK, FULL if share > 0 else 0.0)
    return stretched(share, at_risk, on_track) if at_risk < on_track else _two_way(share, on_track)


def _shares(case: Case, target: float) -> tuple[float, float]:
    scoring = case.kpi.scoring
    on_track = 1.0 if scoring.on_track is None else scoring.on_track
    amber = case.yardstick.tolerance.around(target) / target
    return max(0.0, 1.0 - amber) if scoring.at_risk is None else scoring.at_risk, on_track


def _two_way(share: float, on_track: float) -> Rating:
    return stretched(share, on_track, on_track) if share or on_track else rated(Status.ON_TRACK, FULL)


def step(case: Case, outcome: Rating) -> ScoredByShare | None:
    """The share that is reached, and those that are asked for."""
    share, target = reached(case), case.expected.target
    if outcome.score is None or share is None or target is None:
        return None
    told = share if math.isfinite(share * 100) else None
    lower = case.kpi.direction is Direction.LOWER
    return ScoredByShare(
        outcome.status, outcome.score, case.period, case.value, target, told, *_shares(case, target), lower
    )
