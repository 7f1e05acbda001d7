"""The hospital trust of the gallery shows what its page says of it."""

from __future__ import annotations

from bsc_site.model.concluded.outlook import Signal
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Grade, Status
from tests.gallery.exhibits import concluded, grade, statuses


def _signal(kpi: str) -> Signal:
    return concluded("hospital").kpis[kpi].signal


def _labels(kpi: str) -> dict[str, str]:
    return {str(each.period): each.label.value for each in _signal(kpi).points}


def test_figures_come_by_day_week_month_and_quarter() -> None:
    found = {each.kpi.frequency for each in concluded("hospital").kpis.values()}
    assert found == {Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.QUARTERLY}


def test_most_is_on_plan_and_hands_are_not_clean() -> None:
    assert statuses("hospital") == {"on_track": 12, "at_risk": 9, "off_track": 1}
    assert concluded("hospital").kpis["hand-hygiene"].status is Status.OFF_TRACK


def test_a_signal_of_hands_comes_a_month_before_that_of_infections() -> None:
    hands, infections = _labels("hand-hygiene"), _labels("c-difficile")
    assert min(period for period, label in hands.items() if label == "below_limit") == "2026-07"
    assert {period for period, label in infections.items() if label == "above_limit"} == {"2026-08", "2026-09"}
    assert grade("hospital", "clean-hands", "no-infections") is Grade.SUPPORTED


def test_early_discharges_lead_to_ambulances_and_those_to_the_four_hours() -> None:
    assert grade("hospital", "home-before-noon", "quick-handover") is Grade.SUPPORTED
    assert grade("hospital", "quick-handover", "four-hours") is Grade.SUPPORTED
    assert grade("hospital", "trained-people", "clean-hands") is Grade.INCONCLUSIVE


def test_the_limits_of_the_four_hours_begin_anew_where_the_unit_opened() -> None:
    assert [str(each.start) for each in _signal("within-four-hours").segments] == ["2025-W01", "2026-W10"]


def test_the_target_for_cancer_lies_above_all_that_the_process_reaches() -> None:
    cancer = concluded("hospital").kpis["cancer-in-62-days"]
    assert set(_labels("cancer-in-62-days").values()) == {"common_cause"}
    assert max(each.value for each in cancer.points) < 75


def test_cases_that_are_rare_are_counted_instead() -> None:
    assert _signal("mrsa").chart == "rare"


def test_every_decision_of_the_outbreak_has_an_owner_and_a_day() -> None:
    reviews = [each for each in concluded("hospital").project.root.reviews if each.on == "kpi/c-difficile"]
    decisions = [decision for review in reviews for decision in review.decisions]
    assert len(decisions) >= 3
    assert all(each.owner and each.due for each in decisions)
