"""The national framework of the gallery shows what its page says of it."""

from __future__ import annotations

from collections import Counter

from bsc_site.model.concluded.assessment import Breakdown
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Grade, Method
from bsc_site.render.strategy_map.courses import courses_of
from tests.gallery.exhibits import concluded

STATUSES = ["Target reached", "On course", "Too slow", "Standing still or turning back"]


def _spread(kpi: str) -> float:
    """How far the groups of the first column lie apart, as a share of the whole."""
    found = concluded("nation").kpis[kpi]
    groups: Breakdown = found.breakdowns[0]
    latest = [each.points[-1].value for each in groups.groups]
    assert found.current is not None
    return (max(latest) - min(latest)) / found.current.value


def test_seventeen_indicators_come_once_a_year_and_are_judged_by_their_pace() -> None:
    kpis = [each.kpi for each in concluded("nation").kpis.values()]
    assert len(kpis) == 17
    assert {each.frequency for each in kpis} == {Frequency.YEARLY}
    assert {each.scoring.method for each in kpis} == {Method.PACE}


def test_each_of_the_four_statuses_is_there() -> None:
    found = concluded("nation")
    names = [each.name for each in found.project.root.statuses]
    scores = [each.score for each in found.kpis.values() if each.score is not None]
    counted = Counter(
        names[0] if score >= 90 else names[1] if score >= 200 / 3 else names[2] if score >= 100 / 3 else names[3]
        for score in scores
    )
    assert names == STATUSES
    assert [counted[name] for name in names] == [1, 5, 6, 5]


def test_names_come_from_the_table_of_the_statistical_office() -> None:
    assert concluded("nation").kpis["5-1"].kpi.name == "Greenhouse gases per person"


def test_women_and_men_lie_apart_in_deaths_and_hardly_in_trust() -> None:
    assert _spread("1-2") > 0.4
    assert _spread("7-1") < 0.06


def test_the_map_shows_ten_years_of_each_indicator_and_two_where_figures_come_by_the_month() -> None:
    """So that a course has more than two strokes."""
    yearly, monthly = (list(concluded(name).kpis.values()) for name in ("nation", "city"))
    assert {len(course) for course in courses_of(yearly, {each.kpi.id for each in yearly}).values()} == {9, 10}
    assert len(courses_of(monthly, {"satisfaction"})["satisfaction"]) == 25


def test_no_arrow_can_be_tested_by_yearly_figures() -> None:
    evidence = concluded("nation").scorecards["corvany"].evidence
    assert {each.grade for each in evidence} == {Grade.NOT_TESTABLE_YET}


def test_a_decision_was_not_carried_out_and_the_next_review_names_it() -> None:
    first, second = (each for each in concluded("nation").project.root.reviews if each.on == "kpi/6-2")
    assert [each.done for each in first.decisions] == [None]
    assert "was not brought" in (second.analysis or "")
