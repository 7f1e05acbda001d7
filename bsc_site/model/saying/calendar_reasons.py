"""Why a day, a week or a month is in no calendar: what Python finds, in sentences of our own."""

from __future__ import annotations

from bsc_site.model.saying.said import Said, said, sentence

_MONTH = sentence("month must be in 1..12")
_DAY = sentence("day is out of range for month")
_WEEK = sentence("the year has no such week")
_TIME = sentence("there is no such day or time")


def calendar_reason(error: Exception) -> Said:
    """What is wrong with the numbers that `date` refuses."""
    text = str(error)
    if text.startswith("month must"):
        return said(_MONTH)
    if text.startswith("day "):
        return said(_DAY)
    return said(_WEEK if "week" in text else _TIME)
