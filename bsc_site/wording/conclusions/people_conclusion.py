"""What one person or a team owes."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.wording.language import say, say_count


def due_conclusion(days: Sequence[int]) -> str:
    """`2 things are overdue, the longest by 56 days. 3 more have time.`; `days` until each is due, below zero over."""
    overdue = [-each for each in days if each < 0]
    ahead = [each for each in days if each >= 0]
    if not days:
        return say("Nothing is due.")
    if not overdue:
        return _ahead(ahead)
    late = say_count(
        "{count} thing is overdue, the longest by {days}.",
        "{count} things are overdue, the longest by {days}.",
        len(overdue),
        days=say_count("{count} day", "{count} days", max(overdue)),
    )
    if not ahead:
        return late
    return " ".join((late, say_count("{count} more has time.", "{count} more have time.", len(ahead))))


def _ahead(days: Sequence[int]) -> str:
    when = say_count("in {count} day", "in {count} days", min(days)) if min(days) else say("today")
    return say_count(
        "Nothing is overdue; one thing is due, {when}.",
        "Nothing is overdue; the first of {count} things is due {when}.",
        len(days),
        when=when,
    )
