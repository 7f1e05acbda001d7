"""Spellings of periods: the ways in which tables write one, each read as one period or refused with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal

from bsc_site.model.period import Frequency, Period, PeriodSpellingError, parse_period, period_of

Order = Literal["day first", "month first", "year first"]

_EARLIEST, _LATEST = 1800, 2200
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "JAN JANUARY",
            "FEB FEBRUARY",
            "MAR MARCH",
            "APR APRIL",
            "MAY",
            "JUN JUNE",
            "JUL JULY",
            "AUG AUGUST",
            "SEP SEPT SEPTEMBER",
            "OCT OCTOBER",
            "NOV NOVEMBER",
            "DEC DECEMBER",
        ),
        start=1,
    )
    for name in names.split()
}
_NAME = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:FY ?)?(?:\d{4}[-/]\d{4}|\d{4}[-/]\d{2}|\d{4}|\d{2}))"
_FOUR = r"(?P<year>\d{4})"
_SHORT_OR_LONG = r"'?(?P<year>\d{4}|\d{2})"
_GAP = r"[ \-/.,_]*"
_PART = r"(?P<part>Q|QTR|QUARTER|H|HALF|HY|W|WK|WEEK) ?(?P<number>\d{1,2})"
_DAY = r"(?P<day>\d{1,2})(?:ST|ND|RD|TH)?"
_WEEKDAY = r"(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*,? )?"

_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}" + _TIME.pattern, re.ASCII)
_SPACES = re.compile(r"\s+")
_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "\ufeff": None})


class AmbiguousPeriodError(PeriodSpellingError):
    """A text that may mean two different periods."""


@dataclass(slots=True)
class PeriodReader:
    """Reads the periods of one column.

    `year_starts` is the month in which the organisation's year starts, `dates` the declared order of numeric dates,
    `year` the year of texts that name only a month. A column is read in one order: without a declared one, a date that
    only fits one order (31/03/2024) is read and from then on the other order is refused, and a date that fits both
    (03/04/2024) is refused always.
    """

    year_starts: int = 1
    dates: Order | None = None
    year: int | None = None
    timed: bool = False
    """Whether any cell so far named a time of day: then two figures of one day are two moments, not a contradiction."""
    _proven: Order | None = None
    _known: dict[Any, Period | PeriodSpellingError] = field(default_factory=dict)

    def read(self, cell: Any) -> Period:
        """The period that a cell holds; PeriodSpellingError says why there is none, AmbiguousPeriodError which two."""
        key = self._key(cell)
        known = self._known.get(key)
        if known is None:
            try:
                known = self._checked(key)
            except PeriodSpellingError as error:
                known = error
            self._known[key] = known
        if isinstance(known, Period):
            return known
        raise known

    def _key(self, cell: Any) -> Any:
        """The cell without its time of day, so that a million moments of one day are one entry."""
        if isinstance(cell, str):
            if len(cell) > 15 and cell[13] == ":" and _MOMENT.fullmatch(cell):  # noqa: PLR2004  # 2024-03-31 12:28
                self.timed = self.timed or not _is_midnight(cell[10:])
                return cell[:10]
        elif isinstance(cell, datetime):
            self.timed = self.timed or cell.time() != time.min
            return cell.date()
        return cell

    def _checked(self, cell: Any) -> Period:
        try:
            period = self._day(cell) if isinstance(cell, date) else self._spelled(_text_of(cell))
        except PeriodSpellingError:
            raise
        except (ValueError, OverflowError) as error:
            raise PeriodSpellingError(f"'{cell}' does not exist in the calendar ({error})") from None
        if not _EARLIEST <= period.start.year <= _LATEST:
            raise PeriodSpellingError(f"'{cell}' lies outside of the years {_EARLIEST} to {_LATEST}")
        return period

    def _day(self, cell: date) -> Period:
        return Period(Frequency.DAILY, date(cell.year, cell.month, cell.day), self.year_starts)

    def _spelled(self, written: str) -> Period:
        text = _SPACES.sub(" ", written.translate(_DASHES)).strip().upper()
        try:
            return parse_period(text, self.year_starts)
        except PeriodSpellingError as error:
            if "does not exist" in str(error) and not _FISCAL.fullmatch(text):
                raise
        text = self._without_time(text)
        for pattern, meaning in _MEANINGS:
            match = pattern.fullmatch(text)
            if match:
                return meaning(self, match)
        raise PeriodSpellingError(
            f"'{written.strip()}' is not a period; write it like 2025-03, 2025-Q3, 2025-W07, 2025-03-31 or FY2025",
        )

    def _without_time(self, text: str) -> str:
        match = _TIME.search(text)
        if match is None or match.end() != len(text):
            return text
        self.timed = self.timed or not _is_midnight(match[0])
        return text[: match.start()]

    def _iso_day(self, match: re.Match[str]) -> Period:
        return self._day(date(int(match["year"]), int(match["month"]), int(match["day"])))

    def _numeric_date(self, match: re.Match[str]) -> Period:
        first, second, third = int(match["first"]), int(match["second"]), match["third"]
        if self.dates == "year first" and len(third) <= 2:  # noqa: PLR2004  # 24-03-31
            return self._day(date(_full_year(f"{first:02d}"), second, int(third)))
        days = {
            order: self._day(date(_full_year(third), month, day))
            for order, month, day in (("day first", second, first), ("month first", first, second))
            if month <= 12 and self.dates in {None, order}  # noqa: PLR2004  # months of a year
        }
        if not days:
            raise PeriodSpellingError(f"'{match[0]}' is no date {self.dates or 'in any order'}")
        if len(set(days.values())) > 1:
            one, other = days.values()
            raise AmbiguousPeriodError(
                f"'{match[0]}' is {one} or {other}; declare `dates: day first` or `dates: month first`"
            )
        return self._in_order(match[0], days)

    def _in_order(self, text: str, days: dict[Any, Period]) -> Period:
        order, day = next(iter(days.items()))
        if len(days) == 1 and self.dates is None:
            if self._proven not in {None, order}:
                raise AmbiguousPeriodError(f"'{text}' is only a date {order}, but rows above are {self._proven}")
            self._proven = order
        return day

    def _month(self, match: re.Match[str]) -> Period:
        year = _full_year(match["year"])
        return Period(Frequency.MONTHLY, date(year, int(match["month"]), 1), self.year_starts)

    def _slashed_year(self, match: re.Match[str]) -> Period:
        """`2024/25` and `2024-25` are fiscal years, `2024/03` is a month, `2011/12` could be both."""
        first, second = match["year"], match["second"]
        follows = int(second) == (int(first) + 1) % 10 ** len(second)
        is_month = len(second) <= 2 and 1 <= int(second) <= 12  # noqa: PLR2004  # months of a year
        if follows and is_month and len(second) == 2:  # noqa: PLR2004
            raise AmbiguousPeriodError(
                f"'{match[0]}' is a month or a fiscal year; write {first}-{second} or FY20{second}"
            )
        if is_month:
            return Period(Frequency.MONTHLY, date(int(first), int(second), 1), self.year_starts)
        if follows:
            return self._of_year(match[0])
        raise PeriodSpellingError(f"'{match[0]}' is neither a month nor two years in a row")

    def _of_year(self, written: str, part: str = "") -> Period:
        """A year (`2024`, `24`, `FY25`, `2024/25`) or a part of it; fiscal years are named by the year they end in."""
        text = written.replace(" ", "")
        crossing = "/" in text or "-" in text
        if crossing and self.year_starts == 1:
            raise PeriodSpellingError(
                f"'{written}' spans two years, but the scorecard's starts in January; declare `fiscal_year_starts`",
            )
        year = _full_year(re.split("[/-]", text.removeprefix("FY"))[0]) + crossing
        fiscal = "FY" if crossing or text.startswith("FY") else ""
        return parse_period(f"{fiscal}{year}{part}", self.year_starts)

    def _fiscal_year(self, match: re.Match[str]) -> Period:
        return self._of_year(match["year"])

    def _part_of_year(self, match: re.Match[str]) -> Period:
        letter, number = match["part"][0], int(match["number"])
        if letter == "W":
            if not match["year"].isdigit():
                raise PeriodSpellingError(
                    f"'{match[0]}' is no week; weeks are counted in calendar years, like 2025-W07"
                )
            year = _full_year(match["year"])
            return Period(Frequency.WEEKLY, date.fromisocalendar(year, number, 1), self.year_starts)
        return self._of_year(match["year"], f"-{letter}{number}")

    def _named_month(self, match: re.Match[str]) -> Period:
        return Period(Frequency.MONTHLY, date(_full_year(match["year"]), _MONTHS[match["name"]], 1), self.year_starts)

    def _named_day(self, match: re.Match[str]) -> Period:
        return self._day(date(_full_year(match["year"]), _MONTHS[match["name"]], int(match["day"])))

    def _month_alone(self, match: re.Match[str]) -> Period:
        if self.year is None:
            raise PeriodSpellingError(f"'{match[0].title()}' names a month without a year; declare `year: 2025`")
        return Period(Frequency.MONTHLY, date(self.year, _MONTHS[match["name"]], 1), self.year_starts)


def on_grid(days: set[Period], frequency: Frequency, year_starts: int) -> bool:
    """Whether dates stand for whole periods of `frequency`: all are its first days, all its last, or all one weekday.

    A column 2024-01-01, 2024-02-01, ... of a monthly KPI holds months, not single days. One date alone proves nothing.
    """
    if len(days) < 2 or frequency is Frequency.DAILY or any(day.frequency is not Frequency.DAILY for day in days):  # noqa: PLR2004
        return False
    if frequency is Frequency.WEEKLY:
        return len({day.start.weekday() for day in days}) == 1
    whole = [(day.start, period_of(day.start, frequency, year_starts)) for day in days]
    return all(day == period.start for day, period in whole) or all(day == period.end for day, period in whole)


def _is_midnight(written: str) -> bool:
    """Whether a time is what exports add to a mere date: 00:00:00, in whatever time zone."""
    return re.match(r"[T ]+00:00(?!:0*[1-9]|:\d*[1-9])", written) is not None


def _text_of(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _full_year(text: str) -> int:
    """Two digits 70 to 99 are 19xx, others 20xx."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004  # written in full
        return year
    return 1900 + year if year >= 70 else 2000 + year  # noqa: PLR2004  # the usual pivot


_FISCAL = re.compile(r"(?P<year>\d{4})[/-](?P<second>\d{4}|\d{1,2})")
_MEANINGS = tuple(
    (re.compile(pattern, re.ASCII), meaning)
    for pattern, meaning in (
        (r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})", PeriodReader._iso_day),  # noqa: SLF001
        (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", PeriodReader._iso_day),  # noqa: SLF001
        (r"(?P<first>\d{1,2})([-/. ])(?P<second>\d{1,2})\2(?P<third>\d{4}|\d{2})", PeriodReader._numeric_date),  # noqa: SLF001
        (_FISCAL.pattern, PeriodReader._slashed_year),  # noqa: SLF001
        (r"(?P<year>\d{4})[. ]?(?P<month>\d{2})", PeriodReader._month),  # noqa: SLF001
        (r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})", PeriodReader._month),  # noqa: SLF001
        (r"(?P<year>FY ?(?:\d{4}[-/]\d{4}|\d{4}[-/]\d{2}|\d{2}[-/]\d{2}|\d{4}|\d{2}))", PeriodReader._fiscal_year),  # noqa: SLF001
        (_PART + _GAP + "'?" + _YEAR, PeriodReader._part_of_year),  # noqa: SLF001
        (_YEAR + _GAP + _PART, PeriodReader._part_of_year),  # noqa: SLF001
        (r"(?P<number>[1-4])(?P<part>Q|H)" + _GAP + "'?" + _YEAR, PeriodReader._part_of_year),  # noqa: SLF001
        (_NAME + _GAP + _SHORT_OR_LONG, PeriodReader._named_month),  # noqa: SLF001
        (_FOUR + _GAP + _NAME, PeriodReader._named_month),  # noqa: SLF001
        (_WEEKDAY + _DAY + _GAP + _NAME + _GAP + _SHORT_OR_LONG, PeriodReader._named_day),  # noqa: SLF001
        (_WEEKDAY + _NAME + _GAP + _DAY + r"(?:, ?| )" + _FOUR, PeriodReader._named_day),  # noqa: SLF001
        (_FOUR + _GAP + _NAME + _GAP + _DAY, PeriodReader._named_day),  # noqa: SLF001
        (_NAME, PeriodReader._month_alone),  # noqa: SLF001
    )
)
