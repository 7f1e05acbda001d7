"""States: each named state has its score, which decides the status; the figures of such a KPI are those scores."""

from __future__ import annotations

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import FULL, Rating, leeway, rated, status_of
from bsc_site.model.calculation.scoring_steps import ScoredByState


def rate(case: Case) -> Rating:
    """The figure as a score; the mean of several states lies between their scores."""
    score = min(max(case.value, 0.0), FULL)
    return rated(status_of(score), score)


def step(case: Case, outcome: Rating) -> ScoredByState | None:
    """The state whose score the figure is."""
    if outcome.score is None:
        return None
    states = case.kpi.scoring.states.items()
    near = (name for name, figure in states if abs(figure - case.value) <= leeway(figure, 1.0))
    return ScoredByState(outcome.status, outcome.score, next(near, None))
