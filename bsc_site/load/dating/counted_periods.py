"""Counted periods: the nth day, week or month from a day on, as exports number them that name no dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from bsc_site.model.period import Frequency, Period, period_of

_WHOLE = re.compile(r"(\d{1,6})(?:\.0+)?", re.ASCII)
_FREQUENCIES = {
    "days": Frequency.DAILY,
    "weeks": Frequency.WEEKLY,
    "months": Frequency.MONTHLY,
    "quarters": Frequency.QUARTERLY,
    "years": Frequency.YEARLY,
}
_MIDDLE = 3
"""Days from the first of seven days to their middle: most of them belong to the week in which it lies."""
_PLACES = re.compile(r"\\\{(y{4}|y{2}|m{1,2}|d{1,2}|y{4}m{2}d{2}|y{4}m{2})\\\}", re.IGNORECASE)
_DIGITS = {
    "yyyy": r"(?P<y>\d{4})",
    "mm": r"(?P<m>\d{2})",
    "dd": r"(?P<d>\d{2})",
    "m": r"(?P<m>\d{1,2})",
    "d": r"(?P<d>\d{1,2})",
}


def number_in(cell: Any) -> int | None:
    """The whole number in a cell; None for anything else."""
    found = _WHOLE.fullmatch(str(cell).strip()) if isinstance(cell, str | int | float) and cell is not True else None
    return None if found is None else int(found[1])


def counted(number: int, counts: str, first: date, year_starts: int) -> Period:
    """The period so many days, weeks, ... after the one in which `first` lies. Raises OverflowError far beyond."""
    frequency = _FREQUENCIES[counts]
    if frequency is Frequency.WEEKLY:
        return period_of(first + timedelta(days=7 * number + _MIDDLE), frequency, year_starts)
    return period_of(first, frequency, year_starts).shift(number)


def is_pattern(text: str) -> bool:
    """Whether a text says where a day stands in a line, such as `# Start date: {yyyymmdd}`."""
    return "{" in text


def day_in_line(pattern: str, line: str) -> date | None:
    """The day that a line names where it reads as the pattern says; blanks may be more or fewer."""
    found = _expression(pattern).search(" ".join(line.split()))
    if found is None:
        return None
    parts = {"m": "1", "d": "1"} | {key: each for key, each in found.groupdict().items() if each}
    try:
        return date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
    except (KeyError, ValueError):
        return None


def _expression(pattern: str) -> re.Pattern[str]:
    text = re.escape(" ".join(pattern.split())).replace(r"\ ", r" ?")
    return re.compile(_PLACES.sub(lambda place: _digits(place[1].lower()), text), re.IGNORECASE)


def _digits(place: str) -> str:
    return "".join(_DIGITS[part] for part in re.findall(r"y{4}|m{1,2}|d{1,2}", place))
