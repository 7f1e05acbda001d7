"""Result periods: from the first and last days of results to how often there are any, and to the periods."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.value_class import dataclass

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+)?(?:Z|[+-]\d{2}:?\d{2})?")
_MADE_OF_MONTHS = {each.months: each for each in Frequency if each.months}
_YEARS = range(1900, 2201)
_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class DaySpan:
    """From a first day, where one is named, to a last one."""

    start: date | None
    end: date


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often there is a figure, and the month with which the year begins."""

    frequency: Frequency
    year_starts: int = 1

    def period(self, span: DaySpan) -> Period | None:
        """The period of this rhythm that the span is, or with whose last day a span without a first one ends."""
        period = period_of(span.end, self.frequency, self.year_starts)
        return period if period.end == span.end and span.start in (None, period.start) else None


def day_of(text: str, *, last: bool) -> date | None:
    """The day of an ISO date; of a month or a year its first day or, for `last`, its last one. None for other texts."""
    found = _DATE.fullmatch(text.strip())
    if found is None or int(found[1]) not in _YEARS:
        return None
    year, month = int(found[1]), int(found[2] or (_A_YEAR if last else 1))
    if not 1 <= month <= _A_YEAR:
        return None
    length = monthrange(year, month)[1]
    day = int(found[3] or (length if last else 1))
    return date(year, month, day) if 1 <= day <= length else None


def rhythm_of(spans: Sequence[DaySpan], year_starts: int | None = None) -> Rhythm | None:
    """The finest rhythm of spans that are whole periods; of last days alone, that in which they follow each other.

    None where there is none, or where the year could begin with several months, of which `year_starts` is none.
    """
    whole = [shape for each in spans if each.start and (shape := _months(each)) is not None]
    if whole:
        return _of_months(min(whole, key=lambda each: each[0])[0], whole, year_starts)
    if any(each.start and each.start != each.end for each in spans):
        weeks = all(each.start and each.start.weekday() == 0 and each.end - each.start == _A_WEEK for each in spans)
        return Rhythm(Frequency.WEEKLY) if weeks else None
    return _of_days(sorted({each.end for each in spans}))


_A_WEEK = timedelta(days=6)


def _months(span: DaySpan) -> tuple[int, int] | None:
    """So many months, and the month with which they begin; None for what is no period of a calendar."""
    after = span.end + timedelta(days=1)
    if span.start is None or span.start.day != 1 or after.day != 1:
        return None
    count = (after.year - span.start.year) * _A_YEAR + after.month - span.start.month
    return (count, span.start.month) if count in _MADE_OF_MONTHS else None


def _of_months(count: int, shapes: Iterable[tuple[int, int]], year_starts: int | None) -> Rhythm | None:
    """The rhythm of so many months in the one year into which all spans fit, that of the calendar before others."""
    fitting = [
        month for month in range(1, _A_YEAR + 1) if all((start - month) % length == 0 for length, start in shapes)
    ]
    if not fitting:
        return None
    if count == 1 or 1 in fitting:
        return Rhythm(_MADE_OF_MONTHS[count])
    starts = year_starts if year_starts in fitting else fitting[0]
    return Rhythm(_MADE_OF_MONTHS[count], starts) if starts == year_starts or len(fitting) == 1 else None


def _of_days(days: Sequence[date]) -> Rhythm | None:
    """A day alone is a year's where it is the year's last; several at the same distance are what they look like."""
    if not days:
        return None
    if all((each.month, each.day) == (_A_YEAR, 31) for each in days):
        return Rhythm(Frequency.YEARLY)
    afters = [each + timedelta(days=1) for each in days]
    if len(days) > 1 and all(each.day == 1 for each in afters):
        months = [each.year * _A_YEAR + each.month for each in afters]
        steps = {later - earlier for earlier, later in pairwise(months)}
        if len(steps) == 1 and (step := steps.pop()) in _MADE_OF_MONTHS:
            starts = afters[0].month if step == _A_YEAR else 1
            if step in (1, _A_YEAR) or (afters[0].month - 1) % step == 0:
                return Rhythm(_MADE_OF_MONTHS[step], starts)
    return Rhythm(Frequency.DAILY)
