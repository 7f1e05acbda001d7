"""Freshness: whether the data is as recent as it should be."""

from __future__ import annotations

from datetime import date, timedelta

from bsc_site.model.concluded.assessment import Freshness
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import FreshnessWord

DAYS_ALLOWED = {
    Frequency.DAILY: 2,
    Frequency.WEEKLY: 4,
    Frequency.MONTHLY: 10,
    Frequency.QUARTERLY: 20,
    Frequency.HALF_YEARLY: 30,
    Frequency.YEARLY: 60,
}
"""Days for delivery after a period's end, unless the KPI says otherwise with `due`."""


def freshness_of(kpi: Kpi, series: Series, as_of: date) -> Freshness:
    """Where the KPI stands between its latest period with a value and the next delivery.

    A latest period that has ended, but whose last part is missing from the source, is itself the next one to deliver.
    """
    days = DAYS_ALLOWED[kpi.frequency] if kpi.due is None else round(kpi.due.days)
    if not series.observations:
        return Freshness(FreshnessWord.STALE, None, None, None, 0)
    last = series.observations[-1]
    cut_short = not last.complete and last.period.end <= as_of
    following = last.period if cut_short else last.period.shift(1)
    missed = _missed(following, as_of, days)
    word = _word(missed, following, as_of)
    next_due = following.end + timedelta(days=days)
    return Freshness(word, last.period, following, next_due, missed)


def _missed(following: Period, as_of: date, days: int) -> int:
    """How many periods from `following` on are past their day of delivery."""
    open_day = as_of - timedelta(days=days)
    current = period_of(open_day, following.frequency, _year_start(following))
    return max(0, current.ordinal - following.ordinal)


def _year_start(period: Period) -> int:
    """A month from which the calendar of `period` can be counted."""
    return period.start.month if period.frequency.months else 1


def _word(missed: int, following: Period, as_of: date) -> FreshnessWord:
    if missed:
        return FreshnessWord.OVERDUE if missed == 1 else FreshnessWord.STALE
    return FreshnessWord.FRESH if as_of <= following.end else FreshnessWord.DUE
