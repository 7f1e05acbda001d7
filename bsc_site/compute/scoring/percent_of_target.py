"""Percent of target: how much of the target the value reaches."""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import FULL, Rating, not_scored, rated, stretched
from bsc_site.compute.scoring.scoring_sentences import against, score_text
from bsc_site.model.figures import number_text
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
        return not_scored("no target holds at this period")
    if case.kpi.direction is Direction.BAND:
        return not_scored("a band has no percent of target")
    share = reached(case)
    if share is None:
        return not_scored("a percentage needs a target above zero")
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


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """The percentage with the numbers put in, what is asked for, and the score."""
    share, target = reached(case), case.expected.target
    if outcome.score is None or share is None or target is None:
        return ()
    at_risk, on_track = _shares(case, target)
    x, t = number_text(case.value), number_text(target)
    parts = f"{t} / {x}" if case.kpi.direction is Direction.LOWER else f"{x} / {t}"
    percent = (
        f"{parts} = {number_text(share * 100)} % of the target"
        if math.isfinite(share * 100)
        else "Nothing is left to lower"
    )
    asked = f"on track from {number_text(on_track * 100)} %, at risk from {number_text(at_risk * 100)} %"
    return (
        against(case, target, outcome),
        f"{percent}; {asked}",
        f"Score = {score_text(outcome)} on the scale of those two",
    )
