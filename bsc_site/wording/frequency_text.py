"""Frequencies in words: how many of their periods there are."""

from __future__ import annotations

from bsc_site.model.period import Frequency
from bsc_site.wording.language import say_count


def periods_text(count: int, frequency: Frequency) -> str:
    """So many periods of the frequency: `1 month`, `7 quarters`."""
    return {
        Frequency.DAILY: say_count("{count} day", "{count} days", count),
        Frequency.WEEKLY: say_count("{count} week", "{count} weeks", count),
        Frequency.MONTHLY: say_count("{count} month", "{count} months", count),
        Frequency.QUARTERLY: say_count("{count} quarter", "{count} quarters", count),
        Frequency.HALF_YEARLY: say_count("{count} half-year", "{count} half-years", count),
        Frequency.YEARLY: say_count("{count} year", "{count} years", count),
    }[frequency]
