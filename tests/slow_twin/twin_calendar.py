"""The calendar of the twin: periods as a kind and a number, counted from the year 0 on."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"]
MONTHS: dict[str, int] = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
MONDAY = date(1, 1, 1)
"""A Monday."""


@dataclass(frozen=True, order=True)
class TwinPeriod:
    """The period of a kind that has this number; `starts` is the month in which the year begins."""

    kind: Kind
    number: int
    starts: int = 1

    @property
    def first_day(self) -> date:
        """On which it begins."""
        if self.kind == "daily":
            return MONDAY + timedelta(self.number)
        if self.kind == "weekly":
            return MONDAY + timedelta(7 * self.number)
        month = self.number * MONTHS[self.kind] + self._offset
        return date(month // 12, month % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        """With which it ends."""
        return TwinPeriod(self.kind, self.number + 1, self.starts).first_day - timedelta(1)

    @property
    def _offset(self) -> int:
        """Years begin with another month; months do not."""
        return 0 if self.kind == "monthly" else self.starts - 1

    def later(self, by: int) -> TwinPeriod:
        """So many of its kind after it, or before."""
        return TwinPeriod(self.kind, self.number + by, self.starts)

    def written(self) -> str:
        """As the scorecard file writes it: a fiscal year has the number of the year in which it ends."""
        day = self.first_day
        if self.kind == "daily":
            return day.isoformat()
        if self.kind == "weekly":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02}"
        if self.kind == "monthly":
            return f"{day.year}-{day.month:02}"
        year, month = (self.number * MONTHS[self.kind] // 12, self.number * MONTHS[self.kind] % 12)
        part = {"quarterly": f"-Q{month // 3 + 1}", "half-yearly": f"-H{month // 6 + 1}", "yearly": ""}[self.kind]
        return f"{year}{part}" if self.starts == 1 else f"FY{year + 1}{part}"


def period_of(kind: Kind, day: date, starts: int = 1) -> TwinPeriod:
    """The period of that kind in which the day lies."""
    if kind == "daily":
        return TwinPeriod(kind, (day - MONDAY).days, starts)
    if kind == "weekly":
        return TwinPeriod(kind, (day - MONDAY).days // 7, starts)
    offset = 0 if kind == "monthly" else starts - 1
    return TwinPeriod(kind, (day.year * 12 + day.month - 1 - offset) // MONTHS[kind], starts)


def after(day: date, words: str) -> date:
    """The day so long after another: `10 days`; `1 month` from the last day of a month is that of the next."""
    count, unit = words.split()
    number = int(count)
    if unit.startswith("day"):
        return day + timedelta(number)
    if unit.startswith("week"):
        return day + timedelta(7 * number)
    month = day.year * 12 + day.month - 1 + number
    year, month = month // 12, month % 12 + 1
    last = monthrange(year, month)[1]
    return date(year, month, last if (day + timedelta(1)).day == 1 else min(day.day, last))
