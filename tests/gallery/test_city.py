"""The city of the gallery shows what its page says of it."""

from __future__ import annotations

from bsc_site.model.vocabularies import FreshnessWord, Grade, Status
from tests.gallery.exhibits import concluded, grade, statuses


def test_the_community_stands_on_top_and_the_money_at_the_foot() -> None:
    rows = [each.id for each in concluded("city").project.root.perspectives]
    assert rows == ["community", "citizens", "services", "staff", "resources"]


def test_two_departments_support_objectives_of_the_city() -> None:
    project = concluded("city").project
    below = [card for card in project.scorecards if card.parent == "city"]
    assert [card.id for card in below] == ["services", "streets"]
    assert all(objective.supports for card in below for objective in card.objectives.values())


def test_most_is_on_course_and_trust_is_not() -> None:
    assert statuses("city") == {"on_track": 9, "at_risk": 7, "off_track": 1}
    assert concluded("city").kpis["trust"].status is Status.OFF_TRACK


def test_the_figures_bear_out_sickness_and_repairs_and_not_that_buses_clean_the_air() -> None:
    assert grade("city", "healthy-staff", "mend-fast") is Grade.SUPPORTED
    assert grade("city", "mend-fast", "trusted-city") is Grade.SUPPORTED
    assert grade("city", "more-by-bus", "clean-air") is Grade.INCONCLUSIVE


def test_the_harbour_lags_behind_in_repairs() -> None:
    districts, _ = concluded("city").kpis["repairs-in-time"].breakdowns
    latest = {group.name: group.points[-1].value for group in districts.groups}
    assert min(latest, key=lambda name: latest[name]) == "Harbour"


def test_the_laboratory_is_not_late_yet() -> None:
    """Its figures end in August and are due 45 days after a month."""
    air = concluded("city").kpis["nitrogen-dioxide"]
    assert air.current is not None
    assert (str(air.current.period), air.freshness.word) == ("2026-08", FreshnessWord.DUE)
