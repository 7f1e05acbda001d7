"""The charity of the gallery shows what its page says of it."""

from __future__ import annotations

from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Grade, Status, TrendWord
from tests.gallery.exhibits import concluded, grade, statuses


def test_the_mission_stands_on_top_and_donors_at_the_foot() -> None:
    rows = [each.id for each in concluded("charity").project.root.perspectives]
    assert rows == ["mission", "learners", "work", "growth", "stewardship", "givers"]


def test_nine_kpis_come_by_the_quarter_and_by_the_year() -> None:
    kpis = [each.kpi for each in concluded("charity").kpis.values()]
    assert len(kpis) == 9
    assert {each.frequency for each in kpis} == {Frequency.QUARTERLY, Frequency.YEARLY}


def test_as_many_are_on_track_as_off_it() -> None:
    assert statuses("charity") == {"on_track": 3, "at_risk": 3, "off_track": 3}


def test_donors_leave_and_a_review_ends_the_campaign() -> None:
    kept = concluded("charity").kpis["donors-kept"]
    reviews = [each for each in concluded("charity").project.root.reviews if each.on == "kpi/donors-kept"]
    assert (kept.status, kept.trend.word) == (Status.OFF_TRACK, TrendWord.WORSENING)
    assert [decision.done is not None for review in reviews for decision in review.decisions] == [True, False]


def test_tutors_lead_to_lessons_and_shorter_waits_do_not_show_in_learners() -> None:
    assert grade("charity", "tutors-stay", "hold-lessons") is Grade.CONSISTENT
    assert grade("charity", "begin-soon", "more-learners") is Grade.NOT_CONSISTENT
    assert grade("charity", "more-learners", "adults-read") is Grade.NOT_TESTABLE_YET


def test_reserves_fell_below_their_band() -> None:
    reserves = concluded("charity").kpis["reserves"]
    assert reserves.current is not None
    assert (reserves.status, reserves.current.value < 4.5) == (Status.AT_RISK, True)


def test_every_initiative_has_a_budget() -> None:
    assert all(each.budget for each in concluded("charity").project.root.initiatives)
