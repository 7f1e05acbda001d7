"""How serious the risks of a scorecard are."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.model.declared.risk_level import RiskLevel
from bsc_site.wording.language import say, say_count


def risks_conclusion(levels: Sequence[RiskLevel], worst: str) -> str:
    """`1 of 4 risks is critical: Yarn becomes much dearer.`; `worst` is the name of the most serious one."""
    if not levels:
        return say("No risk is declared yet.")
    critical, total = levels.count(RiskLevel.CRITICAL), len(levels)
    if total == 1:
        return _only(levels[0], worst)
    if critical:
        return say_count(
            "{count} of {total} risks is critical: {worst}.",
            "{count} of {total} risks are critical, above all: {worst}.",
            critical,
            total=total,
            worst=worst,
        )
    return {
        RiskLevel.HIGH: say(
            "None of {total} risks is critical; the most serious is high: {worst}.", total=total, worst=worst
        ),
        RiskLevel.MEDIUM: say(
            "None of {total} risks is critical or high; the most serious is medium: {worst}.", total=total, worst=worst
        ),
        RiskLevel.LOW: say("All {total} risks are low; the most serious: {worst}.", total=total, worst=worst),
    }[_worst(levels)]


def _worst(levels: Sequence[RiskLevel]) -> RiskLevel:
    return next(each for each in RiskLevel if each in levels)


def _only(level: RiskLevel, name: str) -> str:
    return {
        RiskLevel.CRITICAL: say("The only risk is critical: {risk}.", risk=name),
        RiskLevel.HIGH: say("The only risk is high: {risk}.", risk=name),
        RiskLevel.MEDIUM: say("The only risk is medium: {risk}.", risk=name),
        RiskLevel.LOW: say("The only risk is low: {risk}.", risk=name),
    }[level]
