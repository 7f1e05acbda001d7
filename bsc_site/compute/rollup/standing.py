"""Standing: the children of an element become its score and status."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bsc_site.compute.rollup.sensitivity import sensitivity_of
from bsc_site.compute.scoring.scale import coherent, status_of
from bsc_site.model.calculation.rollup_steps import (
    BestDecides,
    LeftOut,
    MeanDecides,
    MostFrequentDecides,
    NothingToRollUp,
    OwnDecides,
    RollUpStep,
    ScoredFrom,
    StatusOfScore,
    TooLittleScored,
    WeightedScore,
    WorstDecides,
)
from bsc_site.model.concluded.assessment import Coverage, Sensitivity, Standing
from bsc_site.model.declared.own_statuses import NO_SCALE, StatusScale
from bsc_site.model.vocabularies import RollUp, Status


class Child(NamedTuple):
    """One child of an element, with its weight relative to its siblings."""

    name: str
    status: Status
    score: float | None
    weight: float = 1.0


class Terms(NamedTuple):
    """How an element is rolled up; `least` is the coverage (0 to 1) below which it is not judged.

    `tested` says whether to look at what would turn the status.
    """

    rollup: RollUp
    least: float
    scale: StatusScale = NO_SCALE
    tested: bool = True


class _Outcome(NamedTuple):
    status: Status
    score: float
    step: RollUpStep


def standing_of(children: Sequence[Child], coverage: Coverage, terms: Terms) -> Standing:
    """Score and status of a parent; children without a score are left out, and their weight is shared by the others.

    The score lies between the scores of the worst and the best child that count.
    """
    covered = ScoredFrom(coverage.scored, coverage.total)
    if coverage.total == 0:
        return Standing(Status.NOT_SCORED, None, coverage, (NothingToRollUp.NOTHING_SCORED,))
    if coverage.scored == 0:
        return Standing(Status.NO_DATA, None, coverage, (covered,))
    if coverage.share < terms.least - 1e-9:
        step = TooLittleScored(coverage.scored, coverage.total, coverage.share, terms.least)
        return Standing(Status.NO_DATA, None, coverage, (step,))
    if terms.rollup is RollUp.SELF:
        return _own(children, coverage, terms)
    counted = [child for child in children if child.score is not None and child.weight > 0]
    if not counted:
        return Standing(Status.NOT_SCORED, None, coverage, (covered, NothingToRollUp.NO_WEIGHT))
    outcome = _WAYS[terms.rollup](counted, terms.scale)
    left_out = tuple(child.name for child in children if child.score is None)
    without = (LeftOut(left_out),) if left_out else ()
    steps = (covered, *without, outcome.step, StatusOfScore(outcome.score, outcome.status))
    told = _sensitivity(counted, terms) if terms.tested else None
    return Standing(outcome.status, outcome.score, coverage, steps, told)


def withheld_standing(coverage: Coverage) -> Standing:
    """That of an element whose score is for fewer readers; `coverage` is that of what they see."""
    return Standing(Status.NOT_SCORED, None, coverage, (NothingToRollUp.WITHHELD,))


def _sensitivity(children: Sequence[Child], terms: Terms) -> Sensitivity:
    return sensitivity_of([_weighted(child) for child in children], terms.rollup, terms.scale)


def _weighted(child: Child) -> WeightedScore:
    return WeightedScore(child.name, child.weight, child.score or 0.0)


def _own(children: Sequence[Child], coverage: Coverage, terms: Terms) -> Standing:
    if not children:
        return Standing(Status.NOT_SCORED, None, coverage, (NothingToRollUp.NO_OWN_KPI,))
    own = children[0]
    status = terms.scale.within(own.status)
    step = OwnDecides(own.name, own.score, status)
    told = _sensitivity((own,), terms) if terms.tested and own.score is not None else None
    return Standing(status, own.score, coverage, (step,), told)


def _mean(children: Sequence[Child], scale: StatusScale) -> _Outcome:
    heaviest = max(child.weight for child in children)
    pairs = [(child.weight / heaviest, child.score or 0.0) for child in children]
    total = math.fsum(weight for weight, _ in pairs)
    mean = math.fsum(weight * score for weight, score in pairs) / total
    scores = [score for _, score in pairs]
    mean = min(max(mean, min(scores)), max(scores))
    return _Outcome(status_of(mean, scale), mean, MeanDecides(tuple(_weighted(child) for child in children), mean))


def _worst(children: Sequence[Child], scale: StatusScale) -> _Outcome:
    child = min(children, key=lambda each: each.score or 0.0)
    return _Outcome(scale.within(child.status), child.score or 0.0, WorstDecides(child.name, child.score or 0.0))


def _best(children: Sequence[Child], scale: StatusScale) -> _Outcome:
    child = max(children, key=lambda each: each.score or 0.0)
    return _Outcome(scale.within(child.status), child.score or 0.0, BestDecides(child.name, child.score or 0.0))


def _most_frequent(children: Sequence[Child], scale: StatusScale) -> _Outcome:
    counts = Counter(scale.within(child.status) for child in children)
    status = max(counts, key=lambda each: (counts[each], each.rank))
    inside = [child for child in children if scale.within(child.status) is status]
    score = coherent(status, _mean(inside, scale).score, scale)
    return _Outcome(status, score, MostFrequentDecides(len(inside), len(children)))


_WAYS: dict[RollUp, Callable[[Sequence[Child], StatusScale], _Outcome]] = {
    RollUp.MEAN: _mean,
    RollUp.WORST: _worst,
    RollUp.BEST: _best,
    RollUp.MOST_FREQUENT: _most_frequent,
}
