"""The first sentence of a scorecard, by what is most pressing."""

from __future__ import annotations

import pytest

from bsc_site.wording.headline_text import HeadCount, headline


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
        (HeadCount(on_track=5), "All 5 KPIs are on track."),
        (HeadCount(on_track=1), "The only KPI is on track."),
    ],
)
def test_the_worst_comes_first(tally: HeadCount, sentence: str) -> None:
    """KPIs without a figure are not among those that are judged."""
    assert headline(tally) == sentence


@pytest.mark.parametrize(
    ("better", "worse", "sentence"),
    [
        (4, 2, "Since the period before, 4 got better and 2 got worse."),
        (4, 0, "Since the period before, 4 got better and none got worse."),
        (0, 1, "Since the period before, none got better and 1 got worse."),
        (0, 0, "None changed its status since the period before."),
    ],
)
def test_then_comes_what_moved(better: int, worse: int, sentence: str) -> None:
    """Nothing is said where there is no period before."""
    told = headline(HeadCount(on_track=9, better=better, worse=worse, known=True))
    assert told == f"All 9 KPIs are on track. {sentence}"
