"""Lengths of time in words: `7 quarters`, `3 months`."""

from __future__ import annotations

from bsc_site.model.declared.fields import Duration
from bsc_site.model.period import Frequency
from bsc_site.wording.language import say_count


def periods_text(count: int, frequency: Frequency) -> str:
    """So many periods of the frequency: `1 month`, `7 quarters`."""
    return _text(count, frequency.noun)


def duration_text(length: Duration) -> str:
    """A length as scorecards declare it: `3 months`, `1 year`."""
    return _text(length.count, length.unit)


def _text(count: int, noun: str) -> str:
    return {
        "day": say_count("{count} day", "{count} days", count),
        "week": say_count("{count} week", "{count} weeks", count),
        "month": say_count("{count} month", "{count} months", count),
        "quarter": say_count("{count} quarter", "{count} quarters", count),
        "half-year": say_count("{count} half-year", "{count} half-years", count),
        "year": say_count("{count} year", "{count} years", count),
    }[noun]
