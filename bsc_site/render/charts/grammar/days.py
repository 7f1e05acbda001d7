"""The axis of time: where a period stands, the words below the plot, and the spans that a reader can zoom to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from bsc_site.model.period import MONTHS_A_YEAR, Period
from bsc_site.model.value_class import dataclass
from bsc_site.wording.figures import month_name, period_text
from bsc_site.wording.language import Language, say_count, spoken

DAY = timedelta(days=1)
_FIRST_DAY = date(1970, 1, 1).toordinal()
_A_DAY = 86_400_000
MOST_WORDS = 6
MOST_ON_A_DESK = 14
_STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
_FEWEST_DAYS_FOR_MONTHS = 62
_CHARACTERS_ACROSS = 46
_YEAR = 365.25
_ROOM_TO_ZOOM = 1.3
_FUTURE_SHARE = 0.2


def milliseconds(day: date) -> int:
    """The first moment of a day as JavaScript counts time, in UTC."""
    return (day.toordinal() - _FIRST_DAY) * _A_DAY


def middle(period: Period) -> date:
    """The day in the middle of a period."""
    return period.start + (period.end - period.start) / 2


def moments(first: date, last: date, zoom: str = "all") -> list[dict[str, Any]]:
    """Rows for at most six words of time between two days: years, months or days, whichever fit."""
    return [{"k": "moment", "z": zoom, "t": day, "s": word} for day, word in _words(first, last, MOST_WORDS, spoken())]


def fine_moments(first: date, last: date) -> list[dict[str, Any]]:
    """Rows for the words that a wide page has room for between those of `moments`."""
    coarse = {day for day, _ in _words(first, last, MOST_WORDS, spoken())}
    fine = _words(first, last, MOST_ON_A_DESK, spoken())
    if not coarse < {day for day, _ in fine}:
        return []
    return [{"k": "fine moment", "t": day, "s": word} for day, word in fine if day not in coarse]


@lru_cache(maxsize=1024)
def _words(first: date, last: date, most: int, _language: Language) -> tuple[tuple[str, str], ...]:
    """Days and their words: charts of one scorecard have most of them in common."""
    days = _days(first, last, most)
    return tuple((day.isoformat(), _word(day, number, days)) for number, day in enumerate(days))


def named_moments(periods: Sequence[Period], *, centred: bool) -> list[dict[str, Any]] | None:
    """Rows that name each period itself; None when there are too many to stand side by side."""
    if len(periods) > _CHARACTERS_ACROSS:
        return None
    words = [period_text(each) for each in periods]
    if sum(len(word) + 2 for word in words) > _CHARACTERS_ACROSS:
        return None
    days = [middle(each) if centred else each.start for each in periods]
    return [{"k": "moment", "z": "all", "t": day.isoformat(), "s": word} for day, word in zip(days, words, strict=True)]


@dataclass(frozen=True, slots=True)
class Zoom:
    """A part of the time that a reader can turn to: its name, the words on its button, its first and last day."""

    name: str
    words: str
    first: date
    last: date


def zooms(first: date, latest: date, last: date) -> list[Zoom]:
    """The years up to the `latest` value and a little of the future; empty for a short series."""
    length = (latest - first).days / _YEAR
    years = [count for count in (5, 2, 1) if length > count * _ROOM_TO_ZOOM]
    return [
        Zoom(
            f"{count}y",
            say_count("{count} year", "{count} years", count),
            _years_before(latest, count),
            min(last, latest + (latest - _years_before(latest, count)) * _FUTURE_SHARE),
        )
        for count in years
    ]


def _years_before(day: date, count: int) -> date:
    return day - timedelta(days=round(count * _YEAR))


def _days(first: date, last: date, most: int = MOST_WORDS) -> list[date]:
    if (last - first).days < _FEWEST_DAYS_FOR_MONTHS:
        step = max(1, -(-(last - first).days // (MOST_WORDS - 1)))
        return [first + step * number * DAY for number in range((last - first).days // step + 1)]
    for step in _STEPS_IN_MONTHS:
        found = _months(first, last, step)
        if len(found) <= most:
            return [date(month // 12, month % 12 + 1, 1) for month in found]
    return [first, last]


def _months(first: date, last: date, step: int) -> range:
    """Every `step`-th month, counted from a January, that begins from `first` to `last`; as months since the year 0."""
    start, end = first.year * MONTHS_A_YEAR + first.month - 1, last.year * MONTHS_A_YEAR + last.month - 1
    start += first.day > 1
    return range(-(-start // step) * step, end + 1, step)


def _word(day: date, number: int, days: Sequence[date]) -> str:
    name = month_name(day)
    if any(each.day > 1 for each in days):
        return f"{day.day} {name}" if number else f"{day.day} {name} {day.year}"
    if day.month == 1:
        return str(day.year)
    return name if number or any(each.month == 1 for each in days[:2]) else f"{name} {day.year}"
