"""Sensitivity: whether a rolled-up status hangs on one weight or threshold that could as well be a little different."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bsc_site.compute.scoring.scale import AT_RISK_FROM, FULL, ON_TRACK_FROM, status_of
from bsc_site.model.calculation.rollup_steps import WeightedScore
from bsc_site.model.concluded.assessment import Nudge, OtherStatus, Sensitivity
from bsc_site.model.vocabularies import RollUp, Status

TENTH = 0.1
THRESHOLD_SHIFT = (ON_TRACK_FROM - AT_RISK_FROM) * TENTH
"""What a child's score moves when its target or red flag moves by a tenth of the distance between them."""


def sensitivity_of(parts: Sequence[WeightedScore], rollup: RollUp) -> Sensitivity:
    """Firm when no weight moved by 10 % of itself, and no threshold by 10 % of the amber zone, changes the status."""
    status = _status(parts, rollup)
    return Sensitivity(tuple(flip for flip in _flips(parts, rollup) if flip.status is not status))


_CHANGES: tuple[tuple[Nudge, float, float], ...] = (
    (Nudge.STRICTER, 0.0, -THRESHOLD_SHIFT),
    (Nudge.MILDER, 0.0, THRESHOLD_SHIFT),
    (Nudge.HEAVIER, TENTH, 0.0),
    (Nudge.LIGHTER, -TENTH, 0.0),
)


def _flips(parts: Sequence[WeightedScore], rollup: RollUp) -> Iterator[OtherStatus]:
    status = _statuses_of_means(parts) if rollup is RollUp.MEAN else _statuses(parts, rollup)
    for nudge, heavier, better in _CHANGES:
        for place, part in enumerate(parts):
            score = min(max(part.score + better, 0.0), FULL)
            weight = min(part.weight * (1 + heavier), sys.float_info.max)
            yield OtherStatus(nudge, part.name, status(place, WeightedScore(part.name, weight, score)))


def _statuses(parts: Sequence[WeightedScore], rollup: RollUp) -> Callable[[int, WeightedScore], Status]:
    return lambda place, changed: _status([*parts[:place], changed, *parts[place + 1 :]], rollup)


def _statuses_of_means(parts: Sequence[WeightedScore]) -> Callable[[int, WeightedScore], Status]:
    """The status with one part changed, without adding up all the others again."""
    heaviest = max(part.weight for part in parts)
    weights = math.fsum(part.weight / heaviest for part in parts)
    total = math.fsum(part.weight / heaviest * part.score for part in parts)

    def status(place: int, changed: WeightedScore) -> Status:
        before, after = parts[place].weight / heaviest, changed.weight / heaviest
        mean = (total - before * parts[place].score + after * changed.score) / (weights - before + after)
        return status_of(mean)

    return status


def _status(parts: Sequence[WeightedScore], rollup: RollUp) -> Status:
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
