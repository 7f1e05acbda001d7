"""Bands: each range of values has its status."""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Rating, leeway, not_scored, rated
from bsc_site.model.calculation.scoring_steps import NoScore, ScoredByRange
from bsc_site.model.declared.scoring import ValueBand
from bsc_site.model.vocabularies import Status

DEFAULT_SCORES = {Status.ON_TRACK: 100.0, Status.AT_RISK: 50.0, Status.OFF_TRACK: 0.0}


def declared_rating(status: Status, score: float | None) -> Rating:
    """A declared status with its score, moved into the range of that status; 100, 50 and 0 by default."""
    if not status.judged:
        return Rating(status, None, NoScore.DECLARED)
    return rated(status, DEFAULT_SCORES[status] if score is None else score)


def rate(case: Case) -> Rating:
    """Status and score of the highest band that the value reaches; off track below all of them."""
    if not case.kpi.scoring.bands:
        return not_scored(NoScore.NO_BANDS)
    band = _band_of(case)
    if band is None:
        return declared_rating(Status.OFF_TRACK, None)
    return declared_rating(band.status, band.score)


def _band_of(case: Case) -> ValueBand | None:
    ordered = sorted(case.kpi.scoring.bands, key=_start, reverse=True)
    return next((band for band in ordered if case.value >= _start(band) - leeway(_edge(band), 0.0)), None)


def _start(band: ValueBand) -> float:
    return -math.inf if band.from_ is None else band.from_


def _edge(band: ValueBand) -> float:
    return 0.0 if band.from_ is None else band.from_


def step(case: Case, outcome: Rating) -> ScoredByRange | None:
    """The band that the value falls into."""
    if outcome.score is None:
        return None
    band = _band_of(case)
    begins = None if band is None else band.from_
    return ScoredByRange(outcome.status, outcome.score, case.value, begins, below_all=band is None)
