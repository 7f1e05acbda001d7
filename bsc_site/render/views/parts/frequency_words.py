"""Frequencies: how often figures come, counts of periods, and what is said of one period, each as whole words."""

from __future__ import annotations

from typing import assert_never

from bsc_site.model.period import Frequency
from bsc_site.wording.language import noted, say_count, told

_IN_LISTS = {
    Frequency.DAILY: noted("daily"),
    Frequency.WEEKLY: noted("weekly"),
    Frequency.MONTHLY: noted("monthly"),
    Frequency.QUARTERLY: noted("quarterly"),
    Frequency.HALF_YEARLY: noted("half-yearly"),
    Frequency.YEARLY: noted("yearly"),
}
_SLOPES = {
    Frequency.DAILY: noted("about {difference} a day"),
    Frequency.WEEKLY: noted("about {difference} a week"),
    Frequency.MONTHLY: noted("about {difference} a month"),
    Frequency.QUARTERLY: noted("about {difference} a quarter"),
    Frequency.HALF_YEARLY: noted("about {difference} a half-year"),
    Frequency.YEARLY: noted("about {difference} a year"),
}
_SEVERAL = {
    Frequency.DAILY: noted("Several figures in a day"),
    Frequency.WEEKLY: noted("Several figures in a week"),
    Frequency.MONTHLY: noted("Several figures in a month"),
    Frequency.QUARTERLY: noted("Several figures in a quarter"),
    Frequency.HALF_YEARLY: noted("Several figures in a half-year"),
    Frequency.YEARLY: noted("Several figures in a year"),
}


def frequency_in_list(frequency: Frequency) -> str:
    """How often figures come, among other words: `monthly`."""
    return told(_IN_LISTS[frequency])


def slope_text(difference: str, frequency: Frequency) -> str:
    """How much a value moves from one period to the next: `about +0.4 points a month`."""
    return told(_SLOPES[frequency], difference=difference)


def several_figures(frequency: Frequency) -> str:
    """The label of the rule for figures of one period: `Several figures in a month`."""
    return told(_SEVERAL[frequency])


def periods_text(count: int, frequency: Frequency) -> str:
    """So many periods: `1 month`, `3 half-years`."""
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
