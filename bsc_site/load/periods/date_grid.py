"""The grid of dates: whether single days stand for whole periods."""

from __future__ import annotations

from collections.abc import Collection

from bsc_site.model.period import Frequency, Period, period_of

SUNDAY = 6


def on_grid(days: set[Period], frequency: Frequency, year_starts: int) -> bool:
    """Whether dates stand for whole periods of `frequency`: all are its first days, all its last, or all one weekday.

    A column 2024-01-01, 2024-02-01, ... of a monthly KPI holds months, not single days. One date alone proves nothing.
    """
    if len(days) < 2 or any(day.frequency is not Frequency.DAILY for day in days):  # noqa: PLR2004
        return False
    return ends_periods(days, frequency, year_starts)


def ends_periods(days: Collection[Period], frequency: Frequency, year_starts: int) -> bool:
    """Whether all days are the first of a period of `frequency`, or all the last; of weeks, whether all are one day."""
    if frequency is Frequency.DAILY:
        return False
    if frequency is Frequency.WEEKLY:
        return len({day.start.weekday() for day in days}) == 1
    whole = [(day.start, period_of(day.start, frequency, year_starts)) for day in days]
    return all(day == period.start for day, period in whole) or all(day == period.end for day, period in whole)


def whole_period(day: Period, frequency: Frequency, *, sunday_first: bool) -> Period:
    """The period of `frequency` that a day stands for; a Sunday that begins its week stands for the days after it."""
    return (day.shift(1) if sunday_first else day).within(frequency)


def straddles(period: Period, frequency: Frequency, year_starts: int) -> bool:
    """Whether a period of months lies in two periods of `frequency` of a year that begins in another month."""
    if not may_straddle(period.frequency, frequency):
        return False
    first, last = (period_of(day, frequency, year_starts) for day in (period.start, period.end))
    return first != last


def may_straddle(one: Frequency, other: Frequency) -> bool:
    """Whether a period of `one` can lie in two of `other`: both are made of months, and it of several."""
    return one.months > 1 and other.months > 0


def all_sundays(days: Collection[Period]) -> bool:
    """Whether all days are Sundays: the first days of weeks in one country, the last ones in another."""
    return all(day.start.weekday() == SUNDAY for day in days)
