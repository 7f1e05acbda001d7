"""Goal and red flag: at risk between red flag and target, on track from the target on."""

from __future__ import annotations

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Rating, not_scored, sign_of, stretched
from bsc_site.compute.scoring.scoring_sentences import against, clipped_note, precisely, score_text


def rate(case: Case) -> Rating:
    """Status and score on the goal/red-flag scale; not scored without a target or without an amber zone."""
    target, red_flag = case.expected.target, case.expected.red_flag
    if target is None:
        return not_scored("no target holds at this period")
    if red_flag is None:
        return not_scored("a share of a target of 0 leaves no amber zone; declare thresholds.red_flag")
    if sign_of(case.kpi.direction) * (target - red_flag) <= 0:
        return not_scored("the red flag is not on the bad side of the target")
    return stretched(case.value, red_flag, target)


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """The comparison and the score with the numbers put in."""
    target, red_flag = case.expected.target, case.expected.red_flag
    if outcome.score is None or target is None or red_flag is None:
        return ()
    x, r, g = (precisely(figure) for figure in (case.value, red_flag, target))
    raw = f"100 × ({x} − 2 × {r} + {g}) / (3 × ({g} − {r}))"
    return against(case, target, outcome), f"Score = {raw} = {score_text(outcome)}{clipped_note(outcome)}"
