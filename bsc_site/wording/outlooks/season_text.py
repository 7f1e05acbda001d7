"""Season in words: when in the year, or in the week, a figure is highest and lowest."""

from __future__ import annotations

from functools import cache

from babel import Locale

from bsc_site.model.period import Frequency, Period
from bsc_site.wording.figures import month_in_full
from bsc_site.wording.language import say, spoken


def season_sentence(highest: Period, lowest: Period) -> str:
    """`Its season, highest in December and lowest in February, was taken out before the limits were drawn ..`."""
    ends = {"highest": place_text(highest), "lowest": place_text(lowest)}
    if highest.frequency is Frequency.DAILY:
        return say(
            "Its week, highest on {highest} and lowest on {lowest}, was taken out before the limits were drawn, and "
            "put back into them.",
            **ends,
        )
    return say(
        "Its season, highest in {highest} and lowest in {lowest}, was taken out before the limits were drawn, and put "
        "back into them.",
        **ends,
    )


def place_text(period: Period) -> str:
    """The place of a period in its cycle: `December`, `Q4`, `week 51`, `Friday`."""
    if period.frequency is Frequency.MONTHLY:
        return month_in_full(period.start.month)
    if period.frequency is Frequency.WEEKLY:
        return say("week {week}", week=period.start.isocalendar().week)
    if period.frequency is Frequency.DAILY:
        return _days(spoken().locale)[period.start.weekday()]
    return str(period).partition("-")[2]


@cache
def _days(locale: Locale) -> dict[int, str]:
    return {number: str(name) for number, name in locale.days["format"]["wide"].items()}
