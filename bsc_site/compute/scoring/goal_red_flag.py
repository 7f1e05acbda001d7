"""Goal and red flag: at risk between red flag and target, on track from the target on."""

from __future__ import annotations

import numpy as np

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Column, Rating, not_scored, sign_of, stretched, stretched_column
from bsc_site.model.calculation.scoring_steps import NoScore, ScoredByGoal
from bsc_site.model.vocabularies import Direction, Status


def rate(case: Case) -> Rating:
    """Status and score on the goal/red-flag scale; not scored without a target or without an amber zone."""
    target, red_flag = case.expected.target, case.expected.red_flag
    if target is None:
        return not_scored(NoScore.NO_TARGET_HOLDS)
    if red_flag is None:
        return not_scored(NoScore.NO_AMBER_ZONE)
    if sign_of(case.kpi.direction) * (target - red_flag) <= 0:
        return not_scored(NoScore.RED_FLAG_MISPLACED)
    return stretched(case.value, red_flag, target)


def rated_column(
    values: Column, targets: Column, red_flags: Column, direction: Direction
) -> tuple[list[Status], Column]:
    """The same of many values at once, to the last digit; NaN stands for no target, no red flag and no score."""
    scored = np.flatnonzero(sign_of(direction) * (targets - red_flags) > 0)
    if scored.size == values.size:
        return stretched_column(values, red_flags, targets)
    statuses, scores = [Status.NOT_SCORED] * values.size, np.full(values.size, np.nan)
    found, scores[scored] = stretched_column(values[scored], red_flags[scored], targets[scored])
    for place, status in zip(scored.tolist(), found, strict=True):
        statuses[place] = status
    return statuses, scores


def step(case: Case, outcome: Rating) -> ScoredByGoal | None:
    """The value against target and red flag."""
    target, red_flag = case.expected.target, case.expected.red_flag
    if outcome.score is None or target is None or red_flag is None:
        return None
    return ScoredByGoal(outcome.status, outcome.score, case.period, case.value, target, red_flag)
