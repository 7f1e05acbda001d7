"""The first sentences of a scorecard: what is most pressing, who has no figure, what turned and when."""

from __future__ import annotations

from datetime import date

import pytest

from bsc_site.model.period import Frequency, Period
from bsc_site.wording.headline_text import HeadCount, missing_headline, moves_headline, standing_headline

OCTOBER = Period(Frequency.MONTHLY, date(2026, 10, 1))


@pytest.mark.parametrize(
    ("tally", "sentence"),
    [
        (HeadCount(), "No KPI of this scorecard is scored."),
        (HeadCount(no_data=1), "The only KPI has no figure yet."),
        (HeadCount(no_data=4), "None of the 4 KPIs has a figure yet."),
        (HeadCount(off_track=4), "All 4 KPIs need action."),
        (HeadCount(off_track=1), "The only KPI needs action."),
        (HeadCount(on_track=13, at_risk=6, off_track=3), "3 of 22 KPIs need action."),
        (HeadCount(on_track=3, off_track=1, no_data=2), "1 of 4 KPIs needs action."),
        (HeadCount(on_track=3, at_risk=1), "No KPI needs action; 1 of 4 is to be watched."),
        (HeadCount(on_track=2, at_risk=2), "No KPI needs action; 2 of 4 are to be watched."),
        (HeadCount(at_risk=2, off_track=1), "1 of 3 KPIs needs action."),
        (HeadCount(on_track=5), "All 5 KPIs are on track."),
        (HeadCount(on_track=1), "The only KPI is on track."),
        (HeadCount(on_track=1, no_data=3), "The only KPI with a figure is on track."),
        (HeadCount(off_track=1, no_data=3), "The only KPI with a figure needs action."),
        (HeadCount(on_track=2, no_data=1), "All 2 KPIs with a figure are on track."),
        (HeadCount(off_track=2, no_data=1), "All 2 KPIs with a figure need action."),
    ],
)
def test_the_worst_comes_first(tally: HeadCount, sentence: str) -> None:
    """KPIs without a figure are not among those that are judged."""
    assert standing_headline(tally) == sentence


@pytest.mark.parametrize(
    ("tally", "sentence"),
    [
        (HeadCount(on_track=3, no_data=1), "1 more has no figure yet."),
        (HeadCount(off_track=1, no_data=2), "2 more have no figure yet."),
        (HeadCount(on_track=3), ""),
        (HeadCount(no_data=3), ""),
    ],
)
def test_those_without_a_figure_are_told_beside_the_others(tally: HeadCount, sentence: str) -> None:
    """Where none has a figure, the first sentence says so already."""
    assert missing_headline(tally) == sentence


@pytest.mark.parametrize(
    ("better", "worse", "sentence"),
    [
        (4, 2, "4 got better and 2 got worse in October 2026."),
        (4, 0, "4 got better in October 2026, none got worse."),
        (0, 1, "1 got worse in October 2026, none got better."),
        (0, 0, "No status changed in October 2026."),
    ],
)
def test_then_comes_what_moved_in_the_period_of_all_of_it(better: int, worse: int, sentence: str) -> None:
    """The month with its full name."""
    assert moves_headline(HeadCount(on_track=9, better=better, worse=worse, known=True, period=OCTOBER)) == sentence


@pytest.mark.parametrize(
    ("better", "worse", "sentence"),
    [
        (4, 2, "With the latest figures 4 got better and 2 got worse."),
        (4, 0, "With the latest figures 4 got better, none got worse."),
        (0, 1, "With the latest figures 1 got worse, none got better."),
        (0, 0, "No status changed with the latest figures."),
    ],
)
def test_moves_of_several_periods_name_none(better: int, worse: int, sentence: str) -> None:
    """A month and a quarter are not one period."""
    assert moves_headline(HeadCount(on_track=9, better=better, worse=worse, known=True)) == sentence


def test_a_day_is_told_without_its_name() -> None:
    """It would need other words around it."""
    day = Period(Frequency.DAILY, date(2026, 10, 1))
    assert moves_headline(HeadCount(on_track=1, better=1, known=True, period=day)).startswith("With the latest figures")


def test_nothing_is_said_of_moves_where_there_is_no_period_before() -> None:
    """As with the first figures of a new project."""
    assert moves_headline(HeadCount(on_track=9)) == ""
