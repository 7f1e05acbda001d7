"""Sensitivity: whether a rolled-up status hangs on one weight or threshold that could as well be a little different."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bsc_site.compute.scoring.scale import AT_RISK_FROM, FULL, ON_TRACK_FROM, status_of
from bsc_site.model.calculation.rollup_steps import WeightedScore
from bsc_site.model.concluded.assessment import Nudge, OtherStatus, Sensitivity
from bsc_site.model.declared.own_statuses import NO_SCALE, StatusScale
from bsc_site.model.vocabularies import RollUp, Status

TENTH = 0.1
THRESHOLD_SHIFT = (ON_TRACK_FROM - AT_RISK_FROM) * TENTH
"""What a child's score moves when its target or red flag moves by a tenth of the distance between them."""


class _Stand(NamedTuple):
    status: Status
    score: float


def sensitivity_of(parts: Sequence[WeightedScore], rollup: RollUp, scale: StatusScale = NO_SCALE) -> Sensitivity:
    """Firm when no weight moved by 10 % of itself, and no threshold by 10 % of the amber zone, changes the status.

    Where the organisation has its own statuses, it is one of these that changes.
    """

    def shown(status: Status, score: float | None) -> object:
        return scale.own(status, score) or status

    now = shown(*_stand(parts, rollup, scale))
    return Sensitivity(tuple(flip for flip in _flips(parts, rollup, scale) if shown(flip.status, flip.score) != now))


_CHANGES: tuple[tuple[Nudge, float, float], ...] = (
    (Nudge.STRICTER, 0.0, -THRESHOLD_SHIFT),
    (Nudge.MILDER, 0.0, THRESHOLD_SHIFT),
    (Nudge.HEAVIER, TENTH, 0.0),
    (Nudge.LIGHTER, -TENTH, 0.0),
)


def _flips(parts: Sequence[WeightedScore], rollup: RollUp, scale: StatusScale) -> Iterator[OtherStatus]:
    stand = _stands_of_means(parts, scale) if rollup is RollUp.MEAN else _stands(parts, rollup, scale)
    for nudge, heavier, better in _CHANGES:
        for place, part in enumerate(parts):
            score = min(max(part.score + better, 0.0), FULL)
            weight = min(part.weight * (1 + heavier), sys.float_info.max)
            yield OtherStatus(nudge, part.name, *stand(place, WeightedScore(part.name, weight, score)))


def _stands(
    parts: Sequence[WeightedScore], rollup: RollUp, scale: StatusScale
) -> Callable[[int, WeightedScore], _Stand]:
    return lambda place, changed: _stand([*parts[:place], changed, *parts[place + 1 :]], rollup, scale)


def _stands_of_means(parts: Sequence[WeightedScore], scale: StatusScale) -> Callable[[int, WeightedScore], _Stand]:
    """Where it would stand with one part changed, without adding up all the others again."""
    heaviest = max(part.weight for part in parts)
    weights = math.fsum(part.weight / heaviest for part in parts)
    total = math.fsum(part.weight / heaviest * part.score for part in parts)

    def stand(place: int, changed: WeightedScore) -> _Stand:
        before, after = parts[place].weight / heaviest, changed.weight / heaviest
        mean = (total - before * parts[place].score + after * changed.score) / (weights - before + after)
        return _Stand(status_of(mean, scale), mean)

    return stand


def _stand(parts: Sequence[WeightedScore], rollup: RollUp, scale: StatusScale) -> _Stand:
    """The status that a roll-up gives, by scores alone, and the score that it is told by."""
    if rollup is RollUp.MOST_FREQUENT:
        counts = Counter(status_of(part.score, scale) for part in parts)
        status = max(counts, key=lambda each: (counts[each], each.rank))
        return _Stand(status, _mean([part for part in parts if status_of(part.score, scale) is status]))
    score = _score(parts, rollup)
    return _Stand(status_of(score, scale), score)


def _score(parts: Sequence[WeightedScore], rollup: RollUp) -> float:
    if rollup is RollUp.MEAN:
        return _mean(parts)
    if rollup is RollUp.WORST:
        return min(part.score for part in parts)
    return max(part.score for part in parts) if rollup is RollUp.BEST else parts[0].score


def _mean(parts: Sequence[WeightedScore]) -> float:
    heaviest = max(part.weight for part in parts)
    total = math.fsum(part.weight / heaviest for part in parts)
    return math.fsum(part.weight / heaviest * part.score for part in parts) / total
