"""Yes or no: yes is on track, no is off track; reversed where lower is better."""

from __future__ import annotations

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import FULL, Rating, rated
from bsc_site.model.calculation.scoring_steps import ScoredByAnswer
from bsc_site.model.vocabularies import Direction, Status

HALFWAY = 0.5


def rate(case: Case) -> Rating:
    """On track with 100 for the wanted answer, off track with 0 for the other; a half and more is yes."""
    wanted = (case.value >= HALFWAY) != (case.kpi.direction is Direction.LOWER)
    return rated(Status.ON_TRACK, FULL) if wanted else rated(Status.OFF_TRACK, 0.0)


def step(case: Case, outcome: Rating) -> ScoredByAnswer | None:
    """The answer, and what was wanted."""
    if outcome.score is None:
        return None
    wanted = case.kpi.direction is not Direction.LOWER
    return ScoredByAnswer(outcome.status, outcome.score, case.period, case.value >= HALFWAY, wanted)
