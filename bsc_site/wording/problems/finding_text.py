"""Findings in words: the message of a finding with its figures put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from bsc_site.model.figures import period_text
from bsc_site.model.period import Frequency
from bsc_site.model.problem import Chain, Figure, Finding
from bsc_site.wording.language import say_count, say_in, told

_NAMED = 3
"""How many periods a finding names before it only counts them."""
_FREQUENCIES: Mapping[Frequency, Callable[[], str]] = {
    Frequency.DAILY: lambda: say_in("frequency", "daily"),
    Frequency.WEEKLY: lambda: say_in("frequency", "weekly"),
    Frequency.MONTHLY: lambda: say_in("frequency", "monthly"),
    Frequency.QUARTERLY: lambda: say_in("frequency", "quarterly"),
    Frequency.HALF_YEARLY: lambda: say_in("frequency", "half-yearly"),
    Frequency.YEARLY: lambda: say_in("frequency", "yearly"),
}


def worded(finding: Finding) -> Finding:
    """The finding with its message in words, which needs no figures any more."""
    return replace(finding, message=finding_message(finding), figures=()) if finding.figures else finding


def finding_message(finding: Finding) -> str:
    """What was found: `the formula divides by zero in Jan 2025, Feb 2025, Mar 2025 and 2 more periods; ..`."""
    if not finding.figures:
        return finding.message
    return told(finding.message, **{name: _figure_text(figure) for name, figure in finding.figures})


def _figure_text(figure: Figure) -> str:
    match figure:
        case Frequency():
            return _FREQUENCIES[figure]()
        case str():
            return figure
        case Chain(ids):
            return " → ".join(ids)
        case tuple():
            named, more = ", ".join(period_text(each) for each in figure[:_NAMED]), len(figure) - _NAMED
            if more <= 0:
                return named
            return say_count("{named} and {count} more period", "{named} and {count} more periods", more, named=named)
    assert_never(figure)
