"""Freshness in words: what was delivered last, what is due next, and by when."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import Freshness
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import noted, say, say_count, told

_WORDS = {
    FreshnessWord.FRESH: noted("fresh"),
    FreshnessWord.DUE: noted("due"),
    FreshnessWord.OVERDUE: noted("overdue"),
    FreshnessWord.STALE: noted("stale"),
}


def freshness_steps(freshness: Freshness) -> tuple[str, ...]:
    """How the word came about: `The latest value is of Jun 2025; Jul 2025 is to be delivered by 10 Aug 2025: fresh`."""
    if freshness.next_period is None or freshness.next_due is None:
        return (say("There has never been a value"),)
    figures = {
        "next": period_text(freshness.next_period),
        "day": date_text(freshness.next_due),
        "word": told(_WORDS[freshness.word]),
    }
    if freshness.latest is None:
        return (_without_figure(freshness, figures),)
    figures["latest"] = period_text(freshness.latest)
    if freshness.missed:
        missed = say_count("{count} period", "{count} periods", freshness.missed)
        late = say(
            "The latest value is of {latest}; {next} is to be delivered by {day}; {missed} missed: {word}",
            missed=missed,
            **figures,
        )
        return (late,)
    return (say("The latest value is of {latest}; {next} is to be delivered by {day}: {word}", **figures),)


def _without_figure(freshness: Freshness, figures: dict[str, str]) -> str:
    if not freshness.missed:
        return say("There is no value yet; the first one, of {next}, is to be delivered by {day}: {word}", **figures)
    missed = say_count("{count} period", "{count} periods", freshness.missed)
    return say(
        "There has never been a value; the first one, of {next}, was to be delivered by {day}; {missed} missed: {word}",
        missed=missed,
        **figures,
    )
