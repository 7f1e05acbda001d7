"""Sentences that several scoring methods share."""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import FULL, Rating
from bsc_site.model.figures import number_text


def against(case: Case, target: float, outcome: Rating) -> str:
    """`41.2 against 40 expected by 2025-06: on track`."""
    value, expected = case.yardstick.apart(case.value, target)
    return f"{value} against {expected} expected by {case.period}: {case.yardstick.status(outcome.status)}"


def precisely(figure: float) -> str:
    """A figure with six significant digits, so that a sum worked out by hand comes to the same result."""
    size = math.floor(math.log10(abs(figure))) if figure else 0
    text = number_text(figure, max(0, min(9, 5 - size)))
    return text.rstrip("0").rstrip(".") if "." in text else text


def score_text(outcome: Rating) -> str:
    """The score as text, `none` where there is no score."""
    return "none" if outcome.score is None else number_text(outcome.score)


def clipped_note(outcome: Rating) -> str:
    """Says that a score stands at the end of the scale."""
    return " (the scale ends at 0 and 100)" if outcome.score in {0.0, FULL} else ""
