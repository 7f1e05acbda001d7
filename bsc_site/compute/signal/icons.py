"""Icons: what the latest point says about the process, and whether the process will meet its target."""

from __future__ import annotations

from bsc_site.compute.signal.limits import Limits
from bsc_site.model.vocabularies import Assurance, Direction, PointLabel, Variation


def variation_of(label: PointLabel, direction: Direction) -> Variation:
    """The variation icon of the latest point's label (NHS "Making Data Count")."""
    if label is PointLabel.COMMON_CAUSE:
        return Variation.COMMON_CAUSE
    high = label.side > 0
    if direction in (Direction.HIGHER, Direction.LOWER):
        improving = high == (direction is Direction.HIGHER)
        word = "improvement" if improving else "concern"
    else:
        word = "neutral"
    return Variation(f"{word}_{'high' if high else 'low'}")


def assurance_of(limits: Limits, target: float | None, direction: Direction) -> Assurance:
    """The assurance icon: on which side of the target the range of natural variation lies.

    Fail when the whole range misses it, pass when the whole range meets it, hit or miss when it lies between.
    """
    if target is None or direction not in (Direction.HIGHER, Direction.LOWER):
        return Assurance.NONE
    if limits.lower <= target <= limits.upper:
        return Assurance.HIT_OR_MISS
    met = target < limits.lower if direction is Direction.HIGHER else target > limits.upper
    return Assurance.PASS if met else Assurance.FAIL


def assurance_on_the_way(now: Limits, later: Limits, target: float | None, direction: Direction) -> Assurance:
    """The same for limits that follow a trend, as they are now and where they lead; one end alone decides nothing."""
    ends = {assurance_of(now, target, direction), assurance_of(later, target, direction)}
    return ends.pop() if len(ends) == 1 else Assurance.HIT_OR_MISS
