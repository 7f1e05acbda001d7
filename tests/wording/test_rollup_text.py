"""A roll-up is told in sentences that can be checked by hand, and whether it is firm."""
# the names of tests are sentences

from __future__ import annotations

from typing import get_args

import pytest

from bsc_site.compute.rollup.standing import Child, Terms, standing_of
from bsc_site.model.calculation.rollup_steps import NothingToRollUp, RollUpStep
from bsc_site.model.concluded.assessment import Coverage, Nudge, OtherStatus, Sensitivity
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import RollUp, Status
from bsc_site.wording.calculations.rollup_text import rollup_sentence, standing_steps
from bsc_site.wording.calculations.sensitivity_text import sensitivity_sentence

NAMES = StatusNames()
GREEN, AMBER = Child("green", Status.ON_TRACK, 90), Child("amber", Status.AT_RISK, 50)
GREY, UNSCORED = Child("grey", Status.NO_DATA, None), Child("plain", Status.NOT_SCORED, None)


def steps(*children: Child, rollup: RollUp = RollUp.MEAN, least: float = 0.0) -> tuple[str, ...]:
    """The roll-up of KPIs in words."""
    total = [child for child in children if child.status is not Status.NOT_SCORED]
    coverage = Coverage(sum(child.score is not None for child in total), len(total))
    return standing_steps(standing_of(children, coverage, Terms(rollup, least)), NAMES)


def test_the_mean_can_be_checked_by_hand() -> None:
    assert steps(GREEN._replace(weight=2), AMBER) == (
        "Scored from 2 of 2",
        "Mean = (2 × 90 (green) + 1 × 50 (amber)) / (2 + 1) = 76.67",
        "Score 76.67: On track (On track from 66.67, At risk from 33.33)",
    )


@pytest.mark.parametrize(
    ("rollup", "said"),
    [
        (RollUp.WORST, "The worst decides: amber, 50"),
        (RollUp.BEST, "The best decides: green, 90"),
        (RollUp.MOST_FREQUENT, "The most frequent status decides (a tie: the worse); 2 of 3 share it"),
        (RollUp.SELF, "Its own measure green decides: 90, On track"),
    ],
)
def test_each_way_of_rolling_up_says_what_decides(rollup: RollUp, said: str) -> None:
    assert said in steps(GREEN, AMBER, AMBER, rollup=rollup)


def test_whatever_keeps_a_score_away_is_told() -> None:
    assert steps(GREEN, GREY, UNSCORED)[:2] == ("Scored from 1 of 2", "Left out, without a score: grey, plain")
    assert steps() == ("Nothing below is scored",)
    assert steps(GREY) == ("Scored from 0 of 1",)
    assert steps(GREEN, GREY, GREY, least=0.5) == ("Scored from 1 of 3: 33 % is less than the 50 % it takes to judge",)
    assert steps(GREEN._replace(weight=0))[-1] == "No child with a score has a weight above zero"
    assert steps(GREY, GREEN, rollup=RollUp.SELF) == ("Its own measure grey decides: no score, No data",)
    assert rollup_sentence(NothingToRollUp.NO_OWN_KPI, NAMES) == "There is no own KPI"


def test_every_kind_of_step_has_words() -> None:
    assert all(rollup_sentence.dispatch(each) is not rollup_sentence.dispatch(object) for each in get_args(RollUpStep))


def test_a_firm_status_says_so() -> None:
    assert sensitivity_sentence(Sensitivity(), NAMES) == (
        "Firm: no weight or threshold moved by a tenth would change this status."
    )


def test_a_status_on_the_edge_names_three_changes_and_counts_the_rest() -> None:
    flips = [OtherStatus(nudge, name, Status.AT_RISK) for nudge, name in zip(Nudge, "abcd", strict=True)]
    assert sensitivity_sentence(Sensitivity((flips[3],)), NAMES) == (
        "On the edge: it would be At risk with the weight of d a tenth lower."
    )
    assert sensitivity_sentence(Sensitivity(tuple(flips)), NAMES) == (
        "On the edge: it would be At risk with the thresholds of a a tenth stricter, "
        "At risk with the thresholds of b a tenth milder, At risk with the weight of c a tenth higher, and 1 more."
    )
