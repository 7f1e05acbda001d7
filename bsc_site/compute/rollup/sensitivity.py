"""Sensitivity: whether a rolled-up status hangs on one weight or threshold that could as well be a little different."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bsc_site.compute.scoring.scale import AT_RISK_FROM, FULL, ON_TRACK_FROM, status_of
from bsc_site.model.concluded.assessment import Sensitivity
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import RollUp, Status

TENTH = 0.1
THRESHOLD_SHIFT = (ON_TRACK_FROM - AT_RISK_FROM) * TENTH
"""What a child's score moves when its target or red flag moves by a tenth of the distance between them."""
SHOWN = 3
FIRM = "Firm: no weight or threshold moved by a tenth would change this status."


class WeightedChild(NamedTuple):
    """A child that counts: its name, its weight and its score from 0 to 100."""

    name: str
    weight: float
    score: float


class _Flip(NamedTuple):
    change: str
    status: Status


def sensitivity_of(parts: Sequence[WeightedChild], rollup: RollUp, names: StatusNames) -> Sensitivity:
    """Firm when no weight moved by 10 % of itself, and no threshold by 10 % of the amber zone, changes the status."""
    status = _status(parts, rollup)
    flips = [flip for flip in _flips(parts, rollup) if flip.status is not status]
    if not flips:
        return Sensitivity(
            firm=True, sentence="Firm: no weight or threshold moved by a tenth would change this status."
        )
    cases = [f"{names.of(flip.status)} with {flip.change}" for flip in flips[:SHOWN]]
    more = f", and {len(flips) - SHOWN} more" if len(flips) > SHOWN else ""
    return Sensitivity(firm=False, sentence=f"On the edge: it would be {', '.join(cases)}{more}.")


_CHANGES = (
    ("the thresholds of {} a tenth stricter", 0.0, -THRESHOLD_SHIFT),
    ("the thresholds of {} a tenth milder", 0.0, THRESHOLD_SHIFT),
    ("the weight of {} a tenth higher", TENTH, 0.0),
    ("the weight of {} a tenth lower", -TENTH, 0.0),
)


def _flips(parts: Sequence[WeightedChild], rollup: RollUp) -> Iterator[_Flip]:
    status = _statuses_of_means(parts) if rollup is RollUp.MEAN else _statuses(parts, rollup)
    for words, heavier, better in _CHANGES:
        for place, part in enumerate(parts):
            score = min(max(part.score + better, 0.0), FULL)
            weight = min(part.weight * (1 + heavier), sys.float_info.max)
            yield _Flip(words.format(part.name), status(place, WeightedChild(part.name, weight, score)))


def _statuses(parts: Sequence[WeightedChild], rollup: RollUp) -> Callable[[int, WeightedChild], Status]:
    return lambda place, changed: _status([*parts[:place], changed, *parts[place + 1 :]], rollup)


def _statuses_of_means(parts: Sequence[WeightedChild]) -> Callable[[int, WeightedChild], Status]:
    """The status with one part changed, without adding up all the others again."""
    heaviest = max(part.weight for part in parts)
    weights = math.fsum(part.weight / heaviest for part in parts)
    total = math.fsum(part.weight / heaviest * part.score for part in parts)

    def status(place: int, changed: WeightedChild) -> Status:
        before, after = parts[place].weight / heaviest, changed.weight / heaviest
        mean = (total - before * parts[place].score + after * changed.score) / (weights - before + after)
        return status_of(mean)

    return status


def _status(parts: Sequence[WeightedChild], rollup: RollUp) -> Status:
    """The status that a roll-up gives, by scores alone."""
    if rollup is RollUp.MEAN:
        heaviest = max(part.weight for part in parts)
        total = math.fsum(part.weight / heaviest for part in parts)
        return status_of(math.fsum(part.weight / heaviest * part.score for part in parts) / total)
    if rollup is RollUp.WORST:
        return status_of(min(part.score for part in parts))
    if rollup is RollUp.BEST:
        return status_of(max(part.score for part in parts))
    if rollup is RollUp.SELF:
        return status_of(parts[0].score)
    counts = Counter(status_of(part.score) for part in parts)
    return max(counts, key=lambda each: (counts[each], each.rank))
