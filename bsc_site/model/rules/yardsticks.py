"""Rules about the yardstick of a KPI: its natural limit, and a pace that nobody can keep (17x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rules.rule import Rule, sentence

FIGURES_BEYOND_LIMIT = sentence("figures of {periods} lie beyond the limit; correct it, or remove limit:")

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC174",
        Severity.WARNING,
        "There is no pace to or from zero",
        "The method pace compares compound growth, the same share each year; that leads neither to nor from zero or a "
        "value below it, so the KPI has no status before its target is met.",
        "Use scoring: progress, which counts the share of the way, or name a baseline and a target above zero.",
        "Statistics Canada and Open SDG",
    ),
    Rule(
        "BSC175",
        Severity.ERROR,
        "A declared value lies beyond the limit",
        "A limit is the best value that can be, such as 100 where all of them have it; no target and no baseline lies "
        "beyond it.",
        "Correct the target or the baseline, or the limit.",
    ),
    Rule(
        "BSC176",
        Severity.ERROR,
        "The limit has no side",
        "A limit lies on the better side: the largest possible value where higher is better, the smallest where lower "
        "is better. With direction band or none there is no such side.",
        "Remove limit:, or set direction: higher or lower.",
    ),
    Rule(
        "BSC177",
        Severity.WARNING,
        "Figures lie beyond the limit",
        "A value beyond what can be is a mistake in the data, or the limit is none.",
        "Correct the figures, or correct or remove limit:.",
    ),
)
