"""Risk levels: how serious a risk is, from how likely it is and how much harm it would do."""

from __future__ import annotations

from enum import StrEnum


class RiskLevel(StrEnum):
    """How serious a risk is, the most serious first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_LEAST = {RiskLevel.CRITICAL: 15, RiskLevel.HIGH: 10, RiskLevel.MEDIUM: 5, RiskLevel.LOW: 1}


def seriousness_of(likelihood: int, impact: int) -> int:
    """Likelihood times impact, each from 1 to 5: 1 to 25."""
    return likelihood * impact


def level_of(seriousness: int) -> RiskLevel:
    """Critical from 15, high from 10, medium from 5, low below."""
    return next(level for level, least in _LEAST.items() if seriousness >= least)
