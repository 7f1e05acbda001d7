"""Likely spellings: what a date or a number that is written in another way may stand for, as it is written here."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(?P<first>\d{1,2})([./-])(?P<second>\d{1,2})\2(?P<year>\d{4})")
_DAY_FROM_YEAR = re.compile(r"(?P<year>\d{4})([./-])(?P<second>\d{1,2})\2(?P<first>\d{1,2})")
_MONTH = re.compile(r"(?P<month>\d{1,2})[./-](?P<year>\d{4})|(?P<year2>\d{4})[./-](?P<month2>\d{1,2})")
_BLANKS = re.compile(r"(?<=\d)[ '\u00a0\u202f\u2019](?=\d{3}(?!\d))")
_WRITINGS = (
    (re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"), str.maketrans("", "", ",")),
    (re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})"), str.maketrans(",", ".", ".")),
    (re.compile(r"[+-]?\d+(?:\.\d+)?"), str.maketrans("", "")),
    (re.compile(r"[+-]?\d+,\d+"), str.maketrans(",", ".")),
)
"""Commas between groups, points between groups, none, a comma before the decimals: how each is written here."""
_LAST_MONTH = 12


def likely_periods(text: str) -> tuple[str, ...]:
    """The days or the month that `text` may stand for: two where day and month could change places, often none."""
    if match := _DAY.fullmatch(text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        return _days(year, {(second, first), (first, second)})
    if match := _DAY_FROM_YEAR.fullmatch(text):
        return _days(int(match["year"]), {(int(match["second"]), int(match["first"]))})
    if match := _MONTH.fullmatch(text):
        month = int(match["month"] or match["month2"])
        return (f"{match['year'] or match['year2']}-{month:02}",) if 1 <= month <= _LAST_MONTH else ()
    return ()


def _days(year: int, months_and_days: set[tuple[int, int]]) -> tuple[str, ...]:
    found = []
    for month, day in sorted(months_and_days):
        try:
            found.append(date(year, month, day).isoformat())
        except ValueError:  # there is no such day
            continue
    return tuple(found)


def likely_numbers(text: str) -> tuple[str, ...]:
    """The numbers that `text` may stand for: 1.5 for `1,5`, and for `1,234` two, 1234 or 1.234."""
    plain = _BLANKS.sub("", text.strip())
    return tuple(plain.translate(as_here) for written, as_here in _WRITINGS if written.fullmatch(plain))
