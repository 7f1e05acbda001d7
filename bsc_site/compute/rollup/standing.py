"""Standing: the children of an element become its score and status."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bsc_site.compute.rollup.sensitivity import WeightedChild, sensitivity_of
from bsc_site.compute.scoring.scale import coherent, status_of
from bsc_site.model.concluded.assessment import Coverage, Sensitivity, Standing
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.figures import number_text, share_text
from bsc_site.model.vocabularies import RollUp, Status


class Child(NamedTuple):
    """One child of an element, with its weight relative to its siblings."""

    name: str
    status: Status
    score: float | None
    weight: float = 1.0


class Terms(NamedTuple):
    """How an element is rolled up; `least` is the coverage (0 to 1) below which it is not judged."""

    rollup: RollUp
    least: float
    names: StatusNames


class _Outcome(NamedTuple):
    status: Status
    score: float
    step: str


def standing_of(children: Sequence[Child], coverage: Coverage, terms: Terms) -> Standing:
    """Score and status of a parent; children without a score are left out, and their weight is shared by the others.

    The score lies between the scores of the worst and the best child that count.
    """
    covered = f"Scored from {coverage.scored} of {coverage.total}"
    if coverage.total == 0:
        return Standing(Status.NOT_SCORED, None, coverage, ("Nothing below is scored",))
    if coverage.scored == 0:
        return Standing(Status.NO_DATA, None, coverage, (covered,))
    if coverage.share < terms.least - 1e-9:
        step = f"{covered}: {share_text(coverage.share)} is less than the {share_text(terms.least)} it takes to judge"
        return Standing(Status.NO_DATA, None, coverage, (step,))
    if terms.rollup is RollUp.SELF:
        return _own(children, coverage, terms)
    counted = [child for child in children if child.score is not None and child.weight > 0]
    if not counted:
        return Standing(Status.NOT_SCORED, None, coverage, (covered, "No child with a score has a weight above zero"))
    outcome = _WAYS[terms.rollup](counted)
    left_out = [child.name for child in children if child.score is None]
    without = (f"Left out, without a score: {', '.join(left_out)}",) if left_out else ()
    names = terms.names
    bounds = f"{names.on_track} from 66.67, {names.at_risk} from 33.33"
    status = f"Score {number_text(outcome.score)}: {names.of(outcome.status)} ({bounds})"
    steps = (covered, *without, outcome.step, status)
    return Standing(outcome.status, outcome.score, coverage, steps, _sensitivity(counted, terms))


def _sensitivity(children: Sequence[Child], terms: Terms) -> Sensitivity:
    parts = [WeightedChild(child.name, child.weight, child.score or 0.0) for child in children]
    return sensitivity_of(parts, terms.rollup, terms.names)


def _own(children: Sequence[Child], coverage: Coverage, terms: Terms) -> Standing:
    if not children:
        return Standing(Status.NOT_SCORED, None, coverage, ("There is no own KPI",))
    own = children[0]
    score = "no score" if own.score is None else number_text(own.score)
    step = f"Its own measure {own.name} decides: {score}, {terms.names.of(own.status)}"
    told = None if own.score is None else _sensitivity((own,), terms)
    return Standing(own.status, own.score, coverage, (step,), told)


def _mean(children: Sequence[Child]) -> _Outcome:
    heaviest = max(child.weight for child in children)
    pairs = [(child.weight / heaviest, child.score or 0.0) for child in children]
    total = math.fsum(weight for weight, _ in pairs)
    mean = math.fsum(weight * score for weight, score in pairs) / total
    scores = [score for _, score in pairs]
    mean = min(max(mean, min(scores)), max(scores))
    parts = " + ".join(
        f"{number_text(child.weight)} × {number_text(child.score or 0.0)} ({child.name})" for child in children
    )
    weights = " + ".join(number_text(child.weight) for child in children)
    status = status_of(mean)
    return _Outcome(status, mean, f"Mean = ({parts}) / ({weights}) = {number_text(mean)}")


def _worst(children: Sequence[Child]) -> _Outcome:
    child = min(children, key=lambda each: each.score or 0.0)
    return _Outcome(
        child.status, child.score or 0.0, f"The worst decides: {child.name}, {number_text(child.score or 0.0)}"
    )


def _best(children: Sequence[Child]) -> _Outcome:
    child = max(children, key=lambda each: each.score or 0.0)
    return _Outcome(
        child.status, child.score or 0.0, f"The best decides: {child.name}, {number_text(child.score or 0.0)}"
    )


def _most_frequent(children: Sequence[Child]) -> _Outcome:
    counts = Counter(child.status for child in children)
    status = max(counts, key=lambda each: (counts[each], each.rank))
    inside = [child for child in children if child.status is status]
    score = coherent(status, _mean(inside).score)
    return _Outcome(
        status, score, f"The most frequent status decides (a tie: the worse); {len(inside)} of {len(children)} share it"
    )


_WAYS: dict[RollUp, Callable[[Sequence[Child]], _Outcome]] = {
    RollUp.MEAN: _mean,
    RollUp.WORST: _worst,
    RollUp.BEST: _best,
    RollUp.MOST_FREQUENT: _most_frequent,
}
