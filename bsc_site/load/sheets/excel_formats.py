"""Excel formats: what the number format of a cell makes of its number, a date, a span of time or per cent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache, partial
from typing import Any

from bsc_site.load.tables.cells import PerCent

Meaning = Callable[[int | float], Any]
"""What a cell with such a number holds."""

SINCE_1900, SINCE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # cells hold local time
_FALSE_LEAP_DAY = 60
"""29 Feb 1900, which Excel counts and nobody has seen."""
_MILLISECONDS = 86_400_000
_OWN_FORMATS = 164
"""From this number on formats are a workbook's own."""
_BUILT_IN = {9: "0%", 10: "0.00%", **dict.fromkeys((*range(14, 23), 45, 47), "d"), 46: "[h]"}
"""What matters of the formats that every workbook knows by their numbers; all others show plain numbers."""
_LITERAL = re.compile(r'"[^"]*"?|[\\_*].|\[[^]]*\]')
"""What a number format shows as it stands: quoted, escaped, as a blank of its width, repeated, or in brackets."""
_NO_PART_OF_A_DATE = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_OF_A_DATE = re.compile(r"(?<![_\\])[dmhysDMHYS]")
_OF_A_SPAN = re.compile(r"\[(hh?|mm?|ss?)\]", re.IGNORECASE)


def meanings(numbers: Sequence[int], own: dict[int, str], epoch: datetime) -> list[Meaning | None]:
    """What each style of a workbook, by the number of its format, makes of a number; None where nobody can tell.

    `own` holds the texts of the workbook's own formats. A plain number is given back as it is.
    """
    return [_meaning(number, own.get(number, _BUILT_IN.get(number)), epoch) for number in numbers]


def as_it_is(number: float) -> Any:
    """The number of a cell without any format."""
    return number


def shown_per_cent(number: float, number_format: str) -> PerCent:
    """A number as its format shows it: 41.2 for 0.412 by `0.0%`."""
    return PerCent(Decimal(repr(number)).scaleb(2) if _multiplies(number_format) else number)


def _meaning(number: int, text: str | None, epoch: datetime) -> Meaning | None:
    if text is None:
        return None if number >= _OWN_FORMATS else as_it_is
    first = text.split(";")[0]
    if _OF_A_DATE.search(_NO_PART_OF_A_DATE.sub("", first)):
        return _span if _OF_A_SPAN.search(first) else partial(_moment, epoch)
    return partial(shown_per_cent, number_format=text) if "%" in text else as_it_is


@cache
def _multiplies(number_format: str) -> bool:
    """Whether a format shows its number times 100: `0.0%` does; one where the sign is quoted or escaped does not."""
    return "%" in _LITERAL.sub("", number_format)


def _moment(epoch: datetime, number: float) -> Any:
    """The date, or the time of day before the first one; the word of Excel where there is no such date."""
    try:
        day, rest = divmod(number, 1)
        since = timedelta(milliseconds=round(rest * _MILLISECONDS))
        if 0 <= number < 1 and since.days == 0:
            return (epoch + since).time()
        if 0 < number < _FALSE_LEAP_DAY and epoch == SINCE_1900:
            day += 1
        return epoch + timedelta(days=day) + since
    except (OverflowError, ValueError):
        return "#VALUE!"


def _span(number: float) -> Any:
    """The span of time, to the millisecond."""
    try:
        span = timedelta(days=number)
        if not span.microseconds:
            return span
        return timedelta(seconds=span.total_seconds() // 1, microseconds=round(span.microseconds, -3))
    except (OverflowError, ValueError):
        return "#VALUE!"
