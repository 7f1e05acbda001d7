"""SDMX: the spellings of periods in that standard which no one else uses."""

from __future__ import annotations

import re
from datetime import date, timedelta

_YEAR = re.compile(r"(\d{4})-?A1?", re.ASCII)
_DAY = re.compile(r"(\d{4})-?D(\d{3})", re.ASCII)


def sdmx_text(text: str) -> str:
    """A year such as 2024-A1, or a day of a year such as 2024-D045, as everybody writes it; other texts as they are."""
    year = _YEAR.fullmatch(text)
    if year is not None:
        return year[1]
    day = _DAY.fullmatch(text)
    if day is None:
        return text
    found = date(int(day[1]), 1, 1) + timedelta(days=int(day[2]) - 1)
    return found.isoformat() if found.year == int(day[1]) else text
