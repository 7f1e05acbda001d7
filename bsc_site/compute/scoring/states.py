"""States: each named state has its score, which decides the status; the figures of such a KPI are those scores."""

from __future__ import annotations

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import FULL, Rating, leeway, rated, status_of
from bsc_site.compute.scoring.scoring_sentences import score_text


def rate(case: Case) -> Rating:
    """The figure as a score; the mean of several states lies between their scores."""
    score = min(max(case.value, 0.0), FULL)
    return rated(status_of(score), score)


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """The state, its score and the status that follows."""
    if outcome.score is None:
        return ()
    states = case.kpi.scoring.states.items()
    near = (name for name, figure in states if abs(figure - case.value) <= leeway(figure, 1.0))
    state = next(near, None)
    origin = "between the declared states" if state is None else f"the state is '{state}'"
    score, status = score_text(outcome), case.yardstick.status(outcome.status)
    return f"Score = {score}: {origin}", f"{score} is {status}: on track from 66.67, at risk from 33.33"
