"""Each way of scoring has an example whose number was worked out by hand."""

from __future__ import annotations

import pytest

from bsc_site.compute.worked_examples import worked_examples
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Method, Status
from bsc_site.wording.calculations.calculation_text import told_steps
from bsc_site.wording.calculations.kpi_words import KpiWords
from bsc_site.wording.calculations.method_text import method_rule

EXAMPLES = {each.method: each for each in worked_examples()}


def _steps(method: Method) -> tuple[str, ...]:
    return told_steps(EXAMPLES[method].steps, KpiWords(EXAMPLES[method].kpi, StatusNames()))


def test_every_method_has_an_example_and_a_rule() -> None:
    """None is left out, and no two read alike."""
    assert set(EXAMPLES) == set(Method)
    assert len({method_rule(each, StatusNames()) for each in Method}) == len(Method)


@pytest.mark.parametrize(
    ("method", "status"),
    [
        (Method.GOAL_RED_FLAG, Status.ON_TRACK),
        (Method.BAND, Status.AT_RISK),
        (Method.PERCENT_OF_TARGET, Status.AT_RISK),
        (Method.PROGRESS, Status.AT_RISK),
        (Method.PACE, Status.ON_TRACK),
        (Method.BANDS, Status.AT_RISK),
        (Method.STATES, Status.AT_RISK),
        (Method.YES_NO, Status.ON_TRACK),
        (Method.RULES, Status.AT_RISK),
    ],
)
def test_its_status_is_the_one_worked_out_by_hand(method: Method, status: Status) -> None:
    """41 against 40; 9.5 outside 6 to 9; 39 of 40; 26 of 50; and so on."""
    assert EXAMPLES[method].status is status


def test_the_goal_and_red_flag_example_shows_its_numbers() -> None:
    """100 (41 - 70 + 40) / (3 x 5) = 73.33."""
    assert "Score = 100 × (41 − 2 × 35 + 40) / (3 × (40 − 35)) = 73.33" in _steps(Method.GOAL_RED_FLAG)


def test_the_pace_example_shows_its_numbers() -> None:
    """0.74 ** (1/4) - 1 = -7.25 % a year, 0.5 ** (1/10) - 1 = -6.70 %: a ratio of 1.083."""
    assert any("1.083" in step for step in _steps(Method.PACE))
