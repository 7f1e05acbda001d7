"""Coverage: which periods are over with all their figures in, and which ones without a row stand for zero."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bsc_site.compute.series.calendar import Calendar
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period, last_part
from bsc_site.model.series import Reading, Readings
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate

_DAYS_THAT_PROVE = 10
"""So many days with rows, none of them at a weekend, show a source of business days: by chance one in thirty would."""
_SNAPSHOTS_THAT_PROVE = 2
"""So many earlier periods with one row each show on which day of the period the next one is to be expected."""
_STEADY_DAYS, _STEADY_SHARE = 20, 0.9
"""Whoever has rows on nine of ten days of a table delivers figures, and a period without any lacks them."""
_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What the rows of one KPI say about the periods of a calendar; `groups` holds its rows by period, in order.

    `latest` are the last periods that the source holds, in these rows and in its whole table. What it holds after the
    build's date says nothing about what it held before.
    """

    kpi: Kpi
    rule: Aggregate
    readings: Readings
    calendar: Calendar
    groups: dict[Period, list[Reading]]
    latest: tuple[Period, ...]

    def is_in(self, period: Period, rows: Sequence[Reading]) -> bool:
        """Whether the period is over and all its figures are in.

        Over: its last day is reached, and that of its last week where rows are weeks. In: a row of its own length; a
        row of its last part, or of a later period; the last business day where rows come on business days only; a
        declaration; a row on the usual day of a source with one row a period; or a file delivered after its end.
        """
        if rows and rows[0].period.frequency is period.frequency:
            return period.end <= self.calendar.as_of
        finer = bool(rows)
        last = last_part(period, rows[0].period.frequency, self.calendar.year_starts) if finer else period
        if max(period.end, last.end) > self.calendar.as_of:
            return False
        if rows and rows[0].period.frequency.rank >= period.frequency.rank:
            return True
        return self._reached(period, last.end) or self._usual_day(period, rows) or self._delivered(period, rows)

    def zeros(self) -> Iterator[tuple[Period, bool]]:
        """The periods in which nothing happened though the source speaks of them, and whether each is in.

        Their figure is zero. One that is not in has counted rows of others so far, and none of this KPI.
        """
        first = self._first_that_counts()
        if first is None:
            return
        period = self.calendar.period_with(first)
        spoken_of = {self.calendar.period_with(each) for each in self.readings.reach.held}
        while period.start <= self.calendar.as_of:
            known, spoken = self.is_in(period, ()), period in spoken_of
            if not known and not (self._counted and spoken):
                return
            # Where amounts are added up, only rows of others in the same period show that there were none of this KPI.
            if period not in self.groups and (self._counted or spoken):
                yield period, known
            period = period.shift(1)

    def _reached(self, period: Period, last_day: date) -> bool:
        """Whether the source or a declaration goes as far as the period's end, or to its last business day."""
        declared = self.readings.reach.until
        if declared is not None and declared >= period.end:
            return True
        begun = (self.calendar.period_with(each).start > period.start for each in self.latest)
        if any(begun) or any(each.end >= last_day for each in self.latest):
            return True
        day = last_business_day(period)
        return any(day <= each.end for each in self.latest) and self._business_days()

    def _business_days(self) -> bool:
        """Whether rows come on business days only, as declared or as many days of the table show."""
        if self.readings.reach.business_days:
            return True
        days = self._days()
        return len(days) >= _DAYS_THAT_PROVE and all(day.weekday() < _SATURDAY for day in days)

    def _days(self) -> set[date]:
        periods = self.readings.reach.held or {row.period for row in self.readings.rows}
        return {each.start for each in periods if each.frequency is Frequency.DAILY}

    def _usual_day(self, period: Period, rows: Sequence[Reading]) -> bool:
        """Whether a source with one row a period has it on its usual day, or later; totals only on the last one."""
        earlier = [(each, members) for each, members in self.groups.items() if each.start < period.start]
        if _count(rows) != 1 or len(earlier) < _SNAPSHOTS_THAT_PROVE or any(_count(each) > 1 for _, each in earlier):
            return False
        usual = max(_business_days_left(each, members[0].period.end) for each, members in earlier)
        return _business_days_left(period, rows[0].period.end) <= (0 if self.rule is Aggregate.SUM else usual)

    def _delivered(self, period: Period, rows: Sequence[Reading]) -> bool:
        """Whether the file is from after the period's end, and no longer without a row then than it was before.

        Where rows are counted, their absence is what the file says.
        """
        known = self.readings.reach
        if known.until is not None or known.delivered is None or known.delivered <= period.end:
            return False
        if self._counted:
            return True
        if not rows:
            return False
        *places, end = self._places(period)
        usual = max((later - earlier for earlier, later in pairwise(places)), default=0)
        return end - places[-1] < usual

    def _places(self, period: Period) -> list[int]:
        """Where the rows up to the end of the period stand, in order, and its end: in days, or in their own periods.

        A month without a row is one month, whether it has 28 days or 31.
        """
        own = sorted({row.period for row in self.readings.rows if row.period.end <= period.end}, key=_end_of)
        if len({each.frequency for each in own}) > 1:
            return [*(each.end.toordinal() for each in own), period.end.toordinal()]
        last = last_part(period, own[0].frequency, self.calendar.year_starts)
        return [*(each.ordinal for each in own), last.ordinal]

    @property
    def _counted(self) -> bool:
        return self.kpi.source is not None and self.kpi.source.count is not None

    def _first_that_counts(self) -> Period | None:
        """The first period of the table, None where a period without a row of this KPI is no zero.

        It is one where rows are counted, or amounts of single days that a filter picks are added up.
        """
        own = [row.period for row in self.readings.rows]
        if self.rule is not Aggregate.SUM or not self.groups or not (self._counted or self._picked(own)):
            return None
        return min((*own, *self.readings.reach.held))

    def _picked(self, own: Collection[Period]) -> bool:
        source = self.kpi.source
        if source is None or not source.where or self.calendar.frequency is Frequency.DAILY:
            return False
        return all(each.frequency is Frequency.DAILY for each in own) and not self._steady(own)

    def _steady(self, own: Collection[Period]) -> bool:
        days, held = {each.start for each in own}, self._days()
        return len(days) >= _STEADY_DAYS and len(days) >= _STEADY_SHARE * len(held)


def source_coverage(
    kpi: Kpi, rule: Aggregate, readings: Readings, calendar: Calendar, groups: dict[Period, list[Reading]]
) -> SourceCoverage:
    """What is known about the periods of `calendar` from the rows by period, those that have begun, in order."""
    own = [row.period for row in groups[next(reversed(groups))]] if groups else []
    table = {*readings.reach.held, *((readings.covers_to,) if readings.covers_to else ())}
    known = [*own, *(each for each in table if each.start <= calendar.as_of)]
    latest = tuple({max(known, key=_start_of), max(known)}) if known else ()
    return SourceCoverage(kpi, rule, readings, calendar, groups, latest)


def _count(rows: Sequence[Reading]) -> int:
    return sum(row.of_rows for row in rows)


def _start_of(period: Period) -> date:
    return period.start


def _end_of(period: Period) -> date:
    return period.end


def last_business_day(period: Period) -> date:
    """The last day of the period from Monday to Friday, whatever holidays there are."""
    day = period.end
    while day.weekday() >= _SATURDAY and day > period.start:
        day -= _DAY
    return day


def _business_days_left(period: Period, day: date) -> int:
    """How many days from Monday to Friday follow in the period after `day`."""
    rest = (day + _DAY * step for step in range(1, (period.end - day).days + 1))
    return sum(each.weekday() < _SATURDAY for each in rest)
