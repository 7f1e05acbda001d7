"""Period counts: so many days, weeks, months ... in words, and the noun of one of them."""

from __future__ import annotations

from typing import assert_never

from bsc_site.model.fields import Duration
from bsc_site.model.period import Frequency
from bsc_site.wording.language import noted, say_count, told

_NOUNS = {
    Frequency.DAILY: noted("day"),
    Frequency.WEEKLY: noted("week"),
    Frequency.MONTHLY: noted("month"),
    Frequency.QUARTERLY: noted("quarter"),
    Frequency.HALF_YEARLY: noted("half-year"),
    Frequency.YEARLY: noted("year"),
}
_UNITS = {
    "day": Frequency.DAILY,
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY,
    "year": Frequency.YEARLY,
}
"""How a declared length calls the periods that it counts."""

_FREQUENCIES = {
    Frequency.DAILY: noted("daily"),
    Frequency.WEEKLY: noted("weekly"),
    Frequency.MONTHLY: noted("monthly"),
    Frequency.QUARTERLY: noted("quarterly"),
    Frequency.HALF_YEARLY: noted("half-yearly"),
    Frequency.YEARLY: noted("yearly"),
}


def frequency_word(frequency: Frequency) -> str:
    """How often: `monthly`."""
    return told(_FREQUENCIES[frequency])


def period_noun(frequency: Frequency) -> str:
    """One such period: `month`."""
    return told(_NOUNS[frequency])


def periods_text(count: int, frequency: Frequency) -> str:
    """So many of them: `1 month`, `7 months`."""
    match frequency:
        case Frequency.DAILY:
            return say_count("{count} day", "{count} days", count)
        case Frequency.WEEKLY:
            return say_count("{count} week", "{count} weeks", count)
        case Frequency.MONTHLY:
            return say_count("{count} month", "{count} months", count)
        case Frequency.QUARTERLY:
            return say_count("{count} quarter", "{count} quarters", count)
        case Frequency.HALF_YEARLY:
            return say_count("{count} half-year", "{count} half-years", count)
        case Frequency.YEARLY:
            return say_count("{count} year", "{count} years", count)
    assert_never(frequency)


def complete_periods_text(count: int, frequency: Frequency) -> str:
    """So many of them that are complete: `1 complete month`, `7 complete months`."""
    match frequency:
        case Frequency.DAILY:
            return say_count("{count} complete day", "{count} complete days", count)
        case Frequency.WEEKLY:
            return say_count("{count} complete week", "{count} complete weeks", count)
        case Frequency.MONTHLY:
            return say_count("{count} complete month", "{count} complete months", count)
        case Frequency.QUARTERLY:
            return say_count("{count} complete quarter", "{count} complete quarters", count)
        case Frequency.HALF_YEARLY:
            return say_count("{count} complete half-year", "{count} complete half-years", count)
        case Frequency.YEARLY:
            return say_count("{count} complete year", "{count} complete years", count)
    assert_never(frequency)


def duration_text(length: Duration) -> str:
    """A length as scorecards declare it: `3 months`, `1 year`."""
    return periods_text(length.count, _UNITS[length.unit])
