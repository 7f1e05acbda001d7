"""A status says whether it is firm, or would be another one with slightly different weights or thresholds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.rollup.sensitivity import THRESHOLD_SHIFT, sensitivity_of
from bsc_site.model.calculation.rollup_steps import WeightedScore
from bsc_site.model.concluded.assessment import Nudge
from bsc_site.model.vocabularies import RollUp, Status


def test_a_score_far_from_every_boundary_is_firm() -> None:
    """All children in the middle of the amber zone."""
    told = sensitivity_of([WeightedScore("a", 1, 50), WeightedScore("b", 1, 50)], RollUp.MEAN)
    assert told.firm
    assert told.flips == ()


def test_a_score_just_above_a_boundary_names_what_would_change_it() -> None:
    """67 is on track by a third of a point; a tenth of one child's amber zone is worth more."""
    told = sensitivity_of([WeightedScore("a", 1, 67), WeightedScore("b", 1, 67)], RollUp.MEAN)
    assert [each[:3] for each in told.flips] == [
        (Nudge.STRICTER, "a", Status.AT_RISK),
        (Nudge.STRICTER, "b", Status.AT_RISK),
    ]


def test_a_weight_can_be_what_the_status_hangs_on() -> None:
    """(1 x 100 + 1 x 34) / 2 = 67; with 1.1 for the poor one it is 65.4."""
    told = sensitivity_of([WeightedScore("good", 1, 100), WeightedScore("poor", 1, 34)], RollUp.MEAN)
    assert (Nudge.HEAVIER, "poor", Status.AT_RISK) in [each[:3] for each in told.flips]


def test_the_worst_child_alone_decides_a_worst_roll_up() -> None:
    """A better child's threshold does not matter."""
    told = sensitivity_of([WeightedScore("poor", 1, 34), WeightedScore("good", 1, 67)], RollUp.WORST)
    assert {flip.child for flip in told.flips} == {"poor"}


@given(st.floats(0.1, 9), st.floats(0, 0.99))
def test_a_score_within_a_tenth_of_a_boundary_is_never_firm(weight: float, share: float) -> None:
    """One child whose score lies above the boundary by less than a tenth of the amber zone."""
    told = sensitivity_of([WeightedScore("a", weight, 200 / 3 + share * THRESHOLD_SHIFT)], RollUp.MEAN)
    assert not told.firm


@given(st.lists(st.tuples(st.floats(0.1, 9), st.floats(0, 100)), min_size=1, max_size=6))
def test_the_order_of_children_does_not_matter(pairs: list[tuple[float, float]]) -> None:
    """Firm or not is a matter of weights and scores alone."""
    parts = [WeightedScore(f"k{place}", weight, score) for place, (weight, score) in enumerate(pairs)]
    assert sensitivity_of(parts, RollUp.MEAN).firm == sensitivity_of(parts[::-1], RollUp.MEAN).firm
