"""Frequencies: what pages say of the figures of one period, as whole sentences for each length of it."""

from __future__ import annotations

from bsc_site.model.period import Frequency
from bsc_site.wording.language import noted, told

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


def slope_text(difference: str, frequency: Frequency) -> str:
    """How much a value moves from one period to the next: `about +0.4 points a month`."""
    return told(_SLOPES[frequency], difference=difference)


def several_figures(frequency: Frequency) -> str:
    """The label of the rule for figures of one period: `Several figures in a month`."""
    return told(_SEVERAL[frequency])
