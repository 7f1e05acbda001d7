"""Roll-up: a parent from its children."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.rollup.standing import Child, Terms, standing_of
from bsc_site.compute.scoring.scale import status_of
from bsc_site.model.calculation.rollup_steps import LeftOut, NothingToRollUp, ScoredFrom
from bsc_site.model.concluded.assessment import Coverage, Standing
from bsc_site.model.vocabularies import RollUp, Status

GREEN = Child("green", Status.ON_TRACK, 90)
AMBER = Child("amber", Status.AT_RISK, 50)
RED = Child("red", Status.OFF_TRACK, 10)
GREY = Child("grey", Status.NO_DATA, None)
UNSCORED = Child("plain", Status.NOT_SCORED, None)


def rolled(*children: Child, rollup: RollUp = RollUp.MEAN, least: float = 0.0) -> Standing:
    """The standing of a parent whose children are KPIs."""
    total = [child for child in children if child.status is not Status.NOT_SCORED]
    coverage = Coverage(sum(child.score is not None for child in total), len(total))
    return standing_of(children, coverage, Terms(rollup, least))


@pytest.mark.parametrize(
    ("rollup", "score", "status"),
    [
        (RollUp.MEAN, 50, Status.AT_RISK),
        (RollUp.WORST, 10, Status.OFF_TRACK),
        (RollUp.BEST, 90, Status.ON_TRACK),
        (RollUp.MOST_FREQUENT, 10, Status.OFF_TRACK),
        (RollUp.SELF, 90, Status.ON_TRACK),
    ],
)
def test_each_way_of_rolling_up(rollup: RollUp, score: float, status: Status) -> None:
    standing = rolled(GREEN, AMBER, RED, rollup=rollup)
    assert (standing.score, standing.status) == (score, status)


def test_weights_are_relative() -> None:
    assert rolled(GREEN._replace(weight=3), RED._replace(weight=1)).score == 70
    assert rolled(GREEN._replace(weight=0.3), RED._replace(weight=0.1)).score == pytest.approx(70)
    assert rolled(GREEN._replace(weight=1), RED._replace(weight=0)).score == 90


def test_a_child_without_data_is_left_out_and_its_absence_is_shown() -> None:
    standing = rolled(GREEN, GREY, UNSCORED)
    assert standing.score == 90
    assert standing.coverage == Coverage(1, 2)
    assert standing.calculation[:2] == (ScoredFrom(1, 2), LeftOut(("grey", "plain")))


def test_too_little_coverage_turns_the_parent_grey() -> None:
    assert rolled(GREEN, GREY, least=0.5).status is Status.ON_TRACK
    assert rolled(GREEN, GREY, GREY, least=0.5).status is Status.NO_DATA
    assert rolled(GREEN, GREY, GREY, least=0.5).score is None


@pytest.mark.parametrize(
    ("children", "status"),
    [((), Status.NOT_SCORED), ((UNSCORED,), Status.NOT_SCORED), ((GREY,), Status.NO_DATA)],
)
def test_a_parent_of_nothing_has_no_score(children: tuple[Child, ...], status: Status) -> None:
    assert rolled(*children).status is status


def test_weights_that_are_all_zero_give_no_score_and_say_so() -> None:
    standing = rolled(GREEN._replace(weight=0), RED._replace(weight=0))
    assert standing.status is Status.NOT_SCORED
    assert standing.calculation[-1] is NothingToRollUp.NO_WEIGHT


def test_the_most_frequent_status_wins_and_a_tie_goes_to_the_worse() -> None:
    assert rolled(GREEN, GREEN, RED, rollup=RollUp.MOST_FREQUENT).status is Status.ON_TRACK
    assert rolled(GREEN, GREEN, RED, RED, rollup=RollUp.MOST_FREQUENT).status is Status.OFF_TRACK


def test_an_own_kpi_without_data_leaves_the_parent_without_data() -> None:
    assert rolled(GREY, GREEN, rollup=RollUp.SELF).status is Status.NO_DATA


scores = st.floats(0, 100)
weights = st.floats(0, 1e308)


@given(st.lists(st.tuples(scores, weights), min_size=1, max_size=8), st.sampled_from(list(RollUp)))
def test_a_parent_is_never_better_than_its_best_child_nor_worse_than_its_worst(
    pairs: list[tuple[float, float]], rollup: RollUp
) -> None:
    children = [Child(str(at), status_of(score), score, weight) for at, (score, weight) in enumerate(pairs)]
    standing = rolled(*children, rollup=rollup)
    if standing.score is None:
        assert all(child.weight == 0 for child in children)
        return
    assert min(score for score, _ in pairs) <= standing.score <= max(score for score, _ in pairs)
    assert standing.status is status_of(standing.score)
