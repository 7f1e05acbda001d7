"""Goal and red flag: at risk between red flag and target, on track from the target on."""

from __future__ import annotations

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Rating, not_scored, sign_of, stretched
from bsc_site.model.calculation.scoring_steps import NoScore, ScoredByGoal


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


def step(case: Case, outcome: Rating) -> ScoredByGoal | None:
    """The value against target and red flag."""
    target, red_flag = case.expected.target, case.expected.red_flag
    if outcome.score is None or target is None or red_flag is None:
        return None
    return ScoredByGoal(outcome.status, outcome.score, case.period, case.value, target, red_flag)
