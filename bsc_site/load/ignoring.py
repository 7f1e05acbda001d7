"""Ignoring: which rules an element silences, and for what reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.problem import Severity
from bsc_site.model.rules import RULES

_NEVER_IGNORED = ("BSC0", "BSC1")


def can_be_ignored(code: str) -> bool:
    """Whether a rule may be silenced: all but the errors in the file itself and in its references and values."""
    return not code.startswith(_NEVER_IGNORED) or RULES[code].severity is not Severity.ERROR


def reason_at(card: Scorecard, path: Iterable[str | int], code: str) -> str | None:
    """Why the rule `code` is ignored at `path`, by the element itself or one around it; None when it is not."""
    if not can_be_ignored(code):
        return None
    value: Any = card
    ignores = list(card.ignore)
    for part in path:
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        else:
            value = getattr(value, part, None)
        ignores += getattr(value, "ignore", ())
    return next((each.because for each in reversed(ignores) if each.rule == code), None)
