"""Freshness: how up to date figures are, as a mark and in a sentence."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import Freshness
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.freshness_text import freshness_steps
from bsc_site.wording.language import noted, say, say_count, told

_WORDS = {
    FreshnessWord.FRESH: noted("Fresh"),
    FreshnessWord.DUE: noted("Due"),
    FreshnessWord.OVERDUE: noted("Overdue"),
    FreshnessWord.STALE: noted("Stale"),
}
LATE = (FreshnessWord.STALE, FreshnessWord.OVERDUE)
OLDEST_FIRST = tuple(reversed(FreshnessWord))
_STYLES = {word: own(word.value) for word in FreshnessWord}


def freshness_mark(freshness: Freshness) -> StatusMark:
    """Freshness as shape and word."""
    return StatusMark(_STYLES[freshness.word], told(_WORDS[freshness.word]), " ".join(freshness_steps(freshness)))


def word_mark(word: FreshnessWord) -> StatusMark:
    """The mark of a word alone, for counts and legends."""
    return StatusMark(_STYLES[word], told(_WORDS[word]), "")


def delivery_text(freshness: Freshness) -> str:
    """`Latest figure: Jun 2025. Jul 2025 is due on 10 Aug 2025.`."""
    if freshness.latest is None:
        return _first_delivery(freshness)
    latest = period_text(freshness.latest)
    if freshness.word in LATE:
        return say_count(
            "Latest figure: {latest}. {count} figure missing since.",
            "Latest figure: {latest}. {count} figures missing since.",
            freshness.missed,
            latest=latest,
        )
    if freshness.next_period is None or freshness.next_due is None:
        return say("Latest figure: {latest}.", latest=latest)
    return say(
        "Latest figure: {latest}. {next} is due on {day}.",
        latest=latest,
        next=period_text(freshness.next_period),
        day=date_text(freshness.next_due),
    )


def _first_delivery(freshness: Freshness) -> str:
    if freshness.next_period is None or freshness.next_due is None:
        return say("No figure has arrived yet.")
    figures = {"next": period_text(freshness.next_period), "day": date_text(freshness.next_due)}
    if freshness.word in LATE:
        return say("No figure has arrived yet; the first one, of {next}, was due on {day}.", **figures)
    return say("No figure has arrived yet; the first one, of {next}, is due on {day}.", **figures)
