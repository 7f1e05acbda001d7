"""Rare events in words: how often a figure leaves its usual value, and since when it did not."""

from __future__ import annotations

from bsc_site.model.concluded.outlook import RareEvents
from bsc_site.model.declared.kpi import Kpi
from bsc_site.wording.figures import period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.language import say, say_count
from bsc_site.wording.period_counts import periods_text


def rare_sentence(rare: RareEvents, kpi: Kpi) -> str:
    """`It was 0 in 20 of 22 months. 2 others, the last of them 8 months ago (Feb 2026), are too rare for limits ..`."""
    if rare.last is None:
        return unmoved_sentence(kpi, rare.usual)
    often = {
        "value": figure_text(kpi, rare.usual),
        "usual": rare.n - rare.others,
        "periods": periods_text(rare.n, kpi.frequency),
        "others": say_count("{count} other", "{count} others", rare.others),
        "last": period_text(rare.last),
    }
    if not rare.since:
        return say(
            "It was {value} in {usual} of {periods}. {others}, the last of them now ({last}): too rare for limits of "
            "natural variation.",
            **often,
        )
    return say(
        "It was {value} in {usual} of {periods}. {others}, the last of them {since} ago ({last}): too rare for limits "
        "of natural variation.",
        since=periods_text(rare.since, kpi.frequency),
        **often,
    )


def unmoved_sentence(kpi: Kpi, value: float) -> str:
    """That there is nothing to draw limits from."""
    return say(
        "It has been {value} all along: there is no variation yet to tell noise from.", value=figure_text(kpi, value)
    )
