"""Rules about benchmarks (28x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rules.rule import Rule


def _note(code: str, title: str, meaning: str, mend: str, source: str) -> Rule:
    return Rule(code, Severity.NOTE, title, meaning, mend, source)


RULES: tuple[Rule, ...] = (
    _note(
        "BSC281",
        "A benchmark is more than three years old",
        "Others have moved on since. Readers compare today's value with a world that is gone.",
        "Look for newer figures and correct year:, or take the benchmark out.",
        "Plain logic; three years are the time for which most strategies are made.",
    ),
    _note(
        "BSC282",
        "A benchmark names no year",
        "Nobody can tell whether the figures of others are of last year or of another age.",
        "Add year: where the source says it; otherwise silence the rule and say why.",
        "Plain logic.",
    ),
)
