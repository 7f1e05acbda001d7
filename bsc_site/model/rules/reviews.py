"""Rules about reviews and their decisions, as declared (17x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule


def _error(code: str, title: str, meaning: str, mend: str) -> Rule:
    return Rule(code, Severity.ERROR, title, meaning, mend)


def _warning(code: str, title: str, meaning: str, mend: str) -> Rule:
    return Rule(code, Severity.WARNING, title, meaning, mend)


RULES: tuple[Rule, ...] = (
    _warning(
        "BSC170",
        "Nobody owns a decision",
        "What a meeting decided without naming someone is rarely done, and no person's page shows it.",
        "Name a person of people: under owner:.",
    ),
    _warning(
        "BSC171",
        "A decision has no due date",
        "It stays open forever and is never overdue, so nobody is reminded of it.",
        "Say under due: by when; or under done: when it was carried out.",
    ),
    _error(
        "BSC172",
        "A decision is due or done before its review",
        "A decision cannot be carried out before the time that the review looks at has begun.",
        "Correct due: or done: of the decision, or the period of the review.",
    ),
    _warning(
        "BSC173",
        "A review says nothing",
        "The entry names an element and neither an analysis nor a recommendation nor a decision.",
        "Say what the meeting found, or remove the entry.",
    ),
)
