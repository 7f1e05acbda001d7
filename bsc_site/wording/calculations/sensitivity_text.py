"""Sensitivity in words: whether a rolled-up status is firm, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.concluded.assessment import Nudge, OtherStatus, Sensitivity
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.wording.language import enumeration, noted, say, told

SHOWN = 3
"""How many changes a sentence names before it only counts them."""
_WITH: Mapping[Nudge, str] = {
    Nudge.STRICTER: noted("{status} with the thresholds of {name} a tenth stricter"),
    Nudge.MILDER: noted("{status} with the thresholds of {name} a tenth milder"),
    Nudge.HEAVIER: noted("{status} with the weight of {name} a tenth higher"),
    Nudge.LIGHTER: noted("{status} with the weight of {name} a tenth lower"),
}


def sensitivity_sentence(found: Sensitivity, names: StatusNames) -> str:
    """`Firm: ..`, or `On the edge: it would be At risk with the weight of Sales a tenth lower.`."""
    if found.firm:
        return say("Firm: no weight or threshold moved by a tenth would change this status.")
    cases = enumeration(_case(flip, names) for flip in found.flips[:SHOWN])
    more = len(found.flips) - SHOWN
    if more <= 0:
        return say("On the edge: it would be {cases}.", cases=cases)
    return say("On the edge: it would be {cases}, and {more} more.", cases=cases, more=more)


def _case(flip: OtherStatus, names: StatusNames) -> str:
    return told(_WITH[flip.nudge], status=names.of(flip.status, flip.score), name=flip.child)
