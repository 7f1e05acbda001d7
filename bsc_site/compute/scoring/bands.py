"""Bands: each range of values has its status."""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Rating, leeway, not_scored, rated
from bsc_site.compute.scoring.scoring_sentences import score_text
from bsc_site.model.declared.kpi import ValueBand
from bsc_site.model.vocabularies import Status

DEFAULT_SCORES = {Status.ON_TRACK: 100.0, Status.AT_RISK: 50.0, Status.OFF_TRACK: 0.0}


def declared_rating(status: Status, score: float | None) -> Rating:
    """A declared status with its score, moved into the range of that status; 100, 50 and 0 by default."""
    if not status.judged:
        return Rating(status, None, "the scoring says so")
    return rated(status, DEFAULT_SCORES[status] if score is None else score)


def rate(case: Case) -> Rating:
    """Status and score of the highest band that the value reaches; off track below all of them."""
    if not case.kpi.scoring.bands:
        return not_scored("the scoring declares no bands")
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


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """Which band the value falls into, and the score of that band."""
    if outcome.score is None:
        return ()
    band, scale = _band_of(case), case.yardstick
    if band is None:
        where = "is below every band"
    elif band.from_ is None:
        where = "is in the lowest band"
    else:
        where = f"is in the band from {scale.quantity(band.from_)}"
    return (
        f"{scale.quantity(case.value)} {where}: {scale.status(outcome.status)}",
        f"Score = {score_text(outcome)}, the score of this band",
    )
