"""Cadence: which period is to be reviewed next, and by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.compute.kpi.freshness import allowed
from bsc_site.model.concluded.review_assessment import NextReview
from bsc_site.model.declared.review import ReviewCadence
from bsc_site.model.period import Period, period_of


def next_review(
    cadence: ReviewCadence | None, reviewed: Iterable[Period], as_of: date, year_starts: int
) -> NextReview | None:
    """The period after the latest reviewed one, the running one where none was reviewed; None without a cadence.

    It is to be reviewed within the time that the cadence allows after the period's end, otherwise within that which
    figures of that frequency have.
    """
    if cadence is None:
        return None
    latest = max(reviewed, key=lambda period: period.end, default=None)
    running = period_of(as_of, cadence.every, year_starts)
    following = running if latest is None else period_of(latest.end, cadence.every, year_starts).shift(1)
    due = (cadence.within or allowed(cadence.every)).after(following.end)
    return NextReview(following, due, max(0, (as_of - due).days))
