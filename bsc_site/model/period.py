"""Periods: the days, weeks, months, quarters, half-years and years that figures belong to."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache

from bsc_site.model.saying import yaml_value_sentences as told
from bsc_site.model.saying.calendar_reasons import calendar_reason
from bsc_site.model.saying.said import said
from bsc_site.model.value_class import dataclass

MONTHS_A_YEAR = 12


class Frequency(StrEnum):
    """How often a figure is measured, from the finest to the coarsest."""

    DAILY = "daily"
    """One figure a day."""
    WEEKLY = "weekly"
    """One figure a week, Monday to Sunday."""
    MONTHLY = "monthly"
    """One figure a month."""
    QUARTERLY = "quarterly"
    """One figure a quarter of the organisation's year."""
    HALF_YEARLY = "half-yearly"
    """One figure every half of the organisation's year."""
    YEARLY = "yearly"
    """One figure a year of the organisation."""

    @property
    def rank(self) -> int:
        """Position from fine (0, daily) to coarse (5, yearly)."""
        return _RANKS[self]

    @property
    def months(self) -> int:
        """Months in one period; 0 for days and weeks, which are not made of months."""
        return _MONTHS.get(self, 0)

    @property
    def a_year(self) -> float:
        """Periods in one year: 365.25 days, 52.18 weeks, 12 months, 4 quarters, 2 halves, 1 year."""
        return _A_YEAR[self]

    @property
    def noun(self) -> str:
        """One such period in words: day, week, month, quarter, half-year, year."""
        return _NOUNS[self]


_RANKS = {frequency: rank for rank, frequency in enumerate(Frequency)}
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}
_A_YEAR = {
    Frequency.DAILY: 365.25,
    Frequency.WEEKLY: 365.25 / 7,
    Frequency.MONTHLY: 12.0,
    Frequency.QUARTERLY: 4.0,
    Frequency.HALF_YEARLY: 2.0,
    Frequency.YEARLY: 1.0,
}
_NOUNS = dict(zip(Frequency, ("day", "week", "month", "quarter", "half-year", "year"), strict=True))


@dataclass(frozen=True)
class Period:
    """One day, week (Monday to Sunday), month, quarter, half-year or year.

    Two periods are equal when frequency and first day are. `year_starts` is the month in which the organisation's year
    starts; it only decides how the period is written (`FY2025-Q3` instead of `2025-Q3` when it is not 1). What is
    found out about a period is kept with it: a scorecard has few periods and looks at each a thousand times.
    """

    frequency: Frequency
    start: date
    year_starts: int = field(default=1, compare=False)

    @cached_property
    def end(self) -> date:
        """The last day of the period."""
        if self.frequency is Frequency.DAILY:
            return self.start
        if self.frequency is Frequency.WEEKLY:
            return self.start + timedelta(days=6)
        return _add_months(self.start, self.frequency.months) - timedelta(days=1)

    @cached_property
    def ordinal(self) -> int:
        """A whole number that grows by one from each period to the next of the same frequency."""
        if self.frequency is Frequency.DAILY:
            return self.start.toordinal()
        if self.frequency is Frequency.WEEKLY:
            return (self.start.toordinal() - 1) // 7
        return (self.start.year * MONTHS_A_YEAR + self.start.month - 1) // _MONTHS[self.frequency]

    def shift(self, count: int) -> Period:
        """The period `count` steps later (earlier when negative)."""
        if self.frequency is Frequency.DAILY:
            start = self.start + timedelta(days=count)
        elif self.frequency is Frequency.WEEKLY:
            start = self.start + timedelta(days=7 * count)
        else:
            start = _add_months(self.start, count * self.frequency.months)
        return Period(self.frequency, start, self.year_starts)

    def following(self, count: int) -> tuple[Period, ...]:
        """The `count` periods after this one; the same ones for whoever asks, with what is found out about them."""
        return _following(self.frequency, self.start, self.year_starts, count)

    def within(self, frequency: Frequency) -> Period:
        """The period of `frequency` to which this one belongs, or its last one; on the organisation's own calendar."""
        return last_part(self, frequency, self.year_starts)

    @property
    def deciding_day(self) -> date:
        """The day that decides to which longer period this one belongs: the Thursday of a week, else the last day."""
        return self.start + _TO_THURSDAY if self.frequency is Frequency.WEEKLY else self.end

    def __lt__(self, other: Period) -> bool:
        """Earlier end first; of two that end on the same day, the finer one first."""
        return (self.end, self.frequency.rank) < (other.end, other.frequency.rank)

    def __hash__(self) -> int:
        """That of the first day; finer and coarser periods that start together are few."""
        return hash(self.start)

    def __str__(self) -> str:
        """The spelling of the scorecard file: 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, FY2025-Q3."""
        return self._spelling

    @cached_property
    def _spelling(self) -> str:
        if self.frequency is Frequency.DAILY:
            return self.start.isoformat()
        if self.frequency is Frequency.WEEKLY:
            year, week, _ = self.start.isocalendar()
            return f"{year}-W{week:02d}"
        if self.frequency is Frequency.MONTHLY:
            return f"{self.start.year}-{self.start.month:02d}"
        return self._year_text() + self._part_text()

    def _year_text(self) -> str:
        months_in = (self.start.month - self.year_starts) % MONTHS_A_YEAR
        first = _add_months(self.start, -months_in)
        if self.year_starts == 1:
            return f"{first.year}"
        return f"FY{first.year + 1}"

    def _part_text(self) -> str:
        part = (self.start.month - self.year_starts) % MONTHS_A_YEAR // self.frequency.months + 1
        letters = {Frequency.QUARTERLY: f"-Q{part}", Frequency.HALF_YEARLY: f"-H{part}"}
        return letters.get(self.frequency, "")


@lru_cache(maxsize=1024)
def _following(frequency: Frequency, start: date, year_starts: int, count: int) -> tuple[Period, ...]:
    period = Period(frequency, start, year_starts)
    return tuple(period.shift(step) for step in range(1, count + 1))


@lru_cache(maxsize=16384)
def period_of(day: date, frequency: Frequency, year_starts: int = 1) -> Period:
    """The period of `frequency` that contains `day`; quarters, halves and years follow the organisation's year."""
    if frequency is Frequency.DAILY:
        return Period(frequency, day, year_starts)
    if frequency is Frequency.WEEKLY:
        return Period(frequency, day - timedelta(days=day.weekday()), year_starts)
    months_in = (day.month - year_starts) % MONTHS_A_YEAR % frequency.months
    return Period(frequency, _add_months(day.replace(day=1), -months_in), year_starts)


def last_part(period: Period, frequency: Frequency, year_starts: int = 1) -> Period:
    """The last period of `frequency` that belongs to `period`, or the longer one to which `period` itself belongs.

    A week belongs to the month and the year in which its Thursday lies (ISO 8601), so that 2026 has 53 of them, and
    no week is counted in two years; every other period belongs where it ends.
    """
    return period_of(period.end - _between_weeks(period, frequency), frequency, year_starts)


def first_part(period: Period, frequency: Frequency, year_starts: int = 1) -> Period:
    """The first period of `frequency` that belongs to `period`; weeks belong where their Thursday lies."""
    return period_of(period.start + _between_weeks(period, frequency), frequency, year_starts)


def _between_weeks(period: Period, frequency: Frequency) -> timedelta:
    """From the edge of a period to the day that decides: three days where weeks meet months, either way."""
    weeks_and_longer = {period.frequency, frequency} - {Frequency.DAILY}
    return _TO_THURSDAY if len(weeks_and_longer) > 1 and Frequency.WEEKLY in weeks_and_longer else timedelta()


_TO_THURSDAY = timedelta(days=3)
"""From Monday, the first day of a week, and from Sunday, its last one."""


def counted_year(period: Period, month: int) -> int:
    """The calendar year in which the year of a period began, for years that start with `month`.

    A week belongs to the year of its Thursday, as in ISO 8601; anything else to the one in which it ends.
    """
    day = period.start + timedelta(days=3) if period.frequency is Frequency.WEEKLY else period.end
    return day.year - (day.month < month)


class PeriodSpellingError(ValueError):
    """A text that is none of the spellings of a period."""

    def __init__(self, message: str) -> None:
        """Keep what is wrong, as it was said."""
        super().__init__(message)
        self.message = message


_SPELLINGS = re.compile(
    r"(?P<fiscal>FY)?(?P<year>\d{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d{2})|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?",
)


_FIRST_YEAR, _LAST_YEAR = 1000, 9990
"""So that the periods before and after still exist in the calendar."""


@lru_cache(maxsize=65536)
def parse_period(text: str, year_starts: int = 1) -> Period:
    """The period that `text` spells: `2025`, `2025-H1`, `2025-Q3`, `2025-03`, `2025-W07`, `2025-03-31`, `FY2025`.

    A fiscal year is named after the calendar year in which it ends: with `year_starts` 4, FY2025 is April 2024 to
    March 2025. Raises PeriodSpellingError, which says what is allowed.
    """
    match = _SPELLINGS.fullmatch(text)
    if match is None:
        raise PeriodSpellingError(said(told.NO_SPELLING_OF_A_PERIOD, text=text))
    if not _FIRST_YEAR <= int(match["year"]) <= _LAST_YEAR:
        years = {"first": str(_FIRST_YEAR), "last": str(_LAST_YEAR)}
        raise PeriodSpellingError(said(told.YEAR_OUT_OF_RANGE, text=text, **years))
    parts = {name: int(part) for name, part in match.groupdict().items() if part and name != "fiscal"}
    try:
        return _from_parts(parts, year_starts, fiscal=match["fiscal"] is not None)
    except ValueError as error:
        raise PeriodSpellingError(said(told.NOT_IN_THE_CALENDAR, text=text, reason=calendar_reason(error))) from None


def _from_parts(parts: dict[str, int], year_starts: int, *, fiscal: bool) -> Period:
    year = parts["year"]
    if "week" in parts:
        return Period(Frequency.WEEKLY, date.fromisocalendar(year, parts["week"], 1), year_starts)
    if "month" in parts:
        frequency = Frequency.DAILY if "day" in parts else Frequency.MONTHLY
        return Period(frequency, date(year, parts["month"], parts.get("day", 1)), year_starts)
    first_month = year_starts if fiscal else 1
    first_day = date(year - 1 if fiscal and year_starts > 1 else year, first_month, 1)
    written = year_starts if fiscal else 1
    if "quarter" in parts:
        return Period(Frequency.QUARTERLY, _add_months(first_day, 3 * (parts["quarter"] - 1)), written)
    if "half" in parts:
        return Period(Frequency.HALF_YEARLY, _add_months(first_day, 6 * (parts["half"] - 1)), written)
    return Period(Frequency.YEARLY, first_day, written)


def _add_months(day: date, count: int) -> date:
    months = day.year * MONTHS_A_YEAR + day.month - 1 + count
    year, month = divmod(months, MONTHS_A_YEAR)
    last = day.day if day.day <= _IN_EVERY_MONTH else min(day.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, last)


_IN_EVERY_MONTH = 28
