"""Freshness: whether the data is as recent as it should be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bsc_site.compute.known.kpi_home import KpiHome
from bsc_site.model.concluded.assessment import Freshness
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.fields import Duration
from bsc_site.model.period import Frequency, Period, first_part, last_part, period_of
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import FreshnessWord

DAYS_ALLOWED = {
    Frequency.DAILY: 2,
    Frequency.WEEKLY: 4,
    Frequency.MONTHLY: 10,
    Frequency.QUARTERLY: 20,
    Frequency.HALF_YEARLY: 30,
    Frequency.YEARLY: 60,
}
"""Days for delivery after a period's end, unless the KPI or its scorecard says otherwise with `due`."""
_SPARE = 31
"""More days than those by which months of the calendar differ from as many of the usual length."""


def freshness_of(kpi: Kpi, home: KpiHome, series: Series, as_of: date) -> Freshness:
    """Where the KPI stands between its latest period with a value and the next delivery.

    It looks at the periods by which the status is found, the complete ones: one of which only a part has been
    delivered is itself the next one, and so is one whose latest figure counts while it runs. Without any figure it is
    the first one that the scorecard asks for; where that is not known, nothing is told but that there never was a
    figure.
    """
    complete = series.complete
    following = _following(complete, series) or _first(kpi, home)
    latest = complete[-1].period if complete else None
    if following is None:
        return Freshness(FreshnessWord.STALE, latest, None, None, 0)
    due = kpi.due or home.due or allowed(kpi.frequency)
    missed = _missed(following, as_of, due)
    word = _word(missed, following, as_of)
    return Freshness(word, latest, following, due.after(following.end), missed)


def allowed(frequency: Frequency) -> Duration:
    """The time for delivery where none is declared."""
    return Duration(DAYS_ALLOWED[frequency], "day")


def _following(complete: Sequence[Observation], series: Series) -> Period | None:
    """The period whose figure is to be delivered next; None where there never was any."""
    if complete:
        last = complete[-1]
        return last.period if last.running else last.period.shift(1)
    return series.observations[0].period if series.observations else None


def _first(kpi: Kpi, home: KpiHome) -> Period | None:
    """The first period after the baseline and within the scorecard's horizon; None where neither is declared."""
    starts, known = home.year_starts_of(kpi), []
    if kpi.baseline is not None:
        known.append(last_part(kpi.baseline.period, kpi.frequency, starts).shift(1))
    if home.horizon is not None:
        known.append(first_part(home.horizon.from_, kpi.frequency, starts))
    return max(known, default=None)


def _missed(following: Period, as_of: date, due: Duration) -> int:
    """How many periods from `following` on are past their day of delivery."""
    day = min(as_of, as_of - timedelta(days=round(due.days) - _SPARE))
    latest = period_of(day, following.frequency, _year_start(following))
    while latest.ordinal >= following.ordinal and due.after(latest.end) >= as_of:
        latest = latest.shift(-1)
    return max(0, latest.ordinal - following.ordinal + 1)


def _year_start(period: Period) -> int:
    """A month from which the calendar of `period` can be counted."""
    return period.start.month if period.frequency.months else 1


def _word(missed: int, following: Period, as_of: date) -> FreshnessWord:
    if missed:
        return FreshnessWord.OVERDUE if missed == 1 else FreshnessWord.STALE
    return FreshnessWord.FRESH if as_of <= following.end else FreshnessWord.DUE
