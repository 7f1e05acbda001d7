"""Freshness: the word for each day after the latest value."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.render.views.parts.freshness_marks import delivery_text
from bsc_site.wording.freshness_text import freshness_steps
from tests.builders.small_projects import assessed, judged, kpi, project, readings


@pytest.mark.parametrize(
    ("as_of", "word", "missed"),
    [
        (date(2025, 6, 30), FreshnessWord.FRESH, 0),
        (date(2025, 7, 1), FreshnessWord.DUE, 0),
        (date(2025, 7, 10), FreshnessWord.DUE, 0),
        (date(2025, 7, 11), FreshnessWord.OVERDUE, 1),
        (date(2025, 8, 10), FreshnessWord.OVERDUE, 1),
        (date(2025, 8, 11), FreshnessWord.STALE, 2),
        (date(2026, 8, 11), FreshnessWord.STALE, 14),
    ],
)
def test_a_monthly_kpi_ages_day_by_day(as_of: date, word: FreshnessWord, missed: int) -> None:
    """The latest value is of May; June is due by 10 July, July by 10 August."""
    found = judged(kpi(), {"2025-05": 1}, as_of).freshness
    assert (found.word, found.missed) == (word, missed)
    assert (str(found.next_period), found.next_due) == ("2025-06", date(2025, 7, 10))


def test_due_of_the_kpi_wins() -> None:
    """Twenty days instead of ten."""
    assert judged(kpi(due="20 days"), {"2025-05": 1}, date(2025, 7, 20)).freshness.word is FreshnessWord.DUE


@pytest.mark.parametrize(
    ("latest", "due", "day"),
    [
        ("2025-05", "1 month", date(2025, 7, 31)),
        ("2025-12", "1 month", date(2026, 2, 28)),
        ("2026-01", "1 month", date(2026, 3, 31)),
        ("2025-05", "1 quarter", date(2025, 9, 30)),
        ("2024-01", "1 year", date(2025, 2, 28)),
        ("2025-05", "2 weeks", date(2025, 7, 14)),
    ],
)
def test_months_are_those_of_the_calendar(latest: str, due: str, day: date) -> None:
    """A month after the end of one is the end of the next, which has 28 days or 31."""
    found = judged(kpi(due=due), {latest: 1}, day).freshness
    assert (found.next_due, found.missed) == (day, 0)
    assert judged(kpi(due=due), {latest: 1}, day + timedelta(days=1)).freshness.missed == 1


@pytest.mark.parametrize(
    ("frequency", "latest", "day"),
    [
        ("daily", "2025-05-01", date(2025, 5, 4)),
        ("weekly", "2025-W18", date(2025, 5, 15)),
        ("monthly", "2025-04", date(2025, 6, 10)),
        ("quarterly", "2025-Q1", date(2025, 7, 20)),
        ("half-yearly", "2024-H2", date(2025, 7, 30)),
        ("yearly", "2024", date(2026, 3, 1)),
    ],
)
def test_each_frequency_has_its_usual_time(frequency: str, latest: str, day: date) -> None:
    """2, 4, 10, 20, 30 and 60 days after the period that follows the latest one."""
    found = judged(kpi(frequency=frequency), {latest: 1}, day).freshness
    assert (found.next_due, found.missed) == (day, 0)
    assert judged(kpi(frequency=frequency), {latest: 1}, day + timedelta(days=1)).freshness.missed == 1


def test_no_value_at_all_is_stale() -> None:
    """There never was one."""
    found = assessed(project(kpi())).kpis["k"].freshness
    assert (found.word, found.latest) == (FreshnessWord.STALE, None)


def test_a_period_that_is_arriving_is_the_one_to_be_delivered() -> None:
    """Days of June are there on 15 June; the status is that of May."""
    rows = readings("k", {"2025-05-31": 1, "2025-06-14": 1})
    found = assessed(project(kpi(aggregate="sum")), rows, as_of=date(2025, 6, 15)).kpis["k"].freshness
    assert (found.word, str(found.latest), str(found.next_period)) == (FreshnessWord.FRESH, "2025-05", "2025-06")


def test_a_gap_before_a_part_of_a_period_is_missing() -> None:
    """A few days of June hide neither April nor May, of which nothing came."""
    rows = readings("k", {"2025-03-31": 1, "2025-06-14": 1})
    found = assessed(project(kpi(aggregate="sum")), rows, as_of=date(2025, 6, 15)).kpis["k"].freshness
    assert (found.word, str(found.next_period), found.missed) == (FreshnessWord.STALE, "2025-04", 2)


def test_a_period_that_was_cut_short_is_still_to_be_delivered() -> None:
    """The source stopped on 10 June; on 20 July June is overdue."""
    rows = readings("k", {"2025-06-10": 1})
    found = assessed(project(kpi(aggregate="sum")), rows, as_of=date(2025, 7, 20)).kpis["k"].freshness
    assert (found.word, str(found.next_period)) == (FreshnessWord.OVERDUE, "2025-06")


def test_fiscal_quarters_are_counted_on_their_own_calendar() -> None:
    """The quarter after February to April ends in July."""
    rows = readings("k", {"2025-02": 1, "2025-03": 1, "2025-04": 1})
    one = project(kpi(frequency="quarterly", aggregate="sum"), fiscal_year_starts=2)
    found = assessed(one, rows, as_of=date(2025, 8, 21)).kpis["k"].freshness
    assert (found.word, found.next_due) == (FreshnessWord.OVERDUE, date(2025, 8, 20))


def test_due_of_the_scorecard_holds_for_its_kpis() -> None:
    """Twenty days instead of ten, unless a KPI says otherwise."""
    found = judged(kpi(), {"2025-05": 1}, date(2025, 7, 20), due="20 days").freshness
    assert (found.word, found.next_due) == (FreshnessWord.DUE, date(2025, 7, 20))
    assert judged(kpi(due="5 days"), {"2025-05": 1}, due="20 days").freshness.next_due == date(2025, 7, 5)


@pytest.mark.parametrize(
    ("keys", "card_keys", "due"),
    [
        ({"baseline": {"period": 2024, "value": 20}}, {}, date(2026, 3, 1)),
        ({}, {"horizon": {"from": 2026, "to": 2030}}, date(2027, 3, 1)),
        ({"baseline": {"period": 2019, "value": 20}}, {"horizon": {"from": 2025, "to": 2030}}, date(2026, 3, 1)),
    ],
)
def test_nothing_is_stale_before_it_was_ever_due(keys: dict[str, Any], card_keys: dict[str, Any], due: date) -> None:
    """The first figure is that of the first year after the baseline and within the horizon."""
    one = project(kpi(frequency="yearly", **keys), **card_keys)
    assert assessed(one, as_of=due).kpis["k"].freshness.word is not FreshnessWord.STALE
    found = assessed(one, as_of=due + timedelta(days=1)).kpis["k"].freshness
    assert (found.word, found.latest, found.next_due, found.missed) == (FreshnessWord.OVERDUE, None, due, 1)


def test_the_first_day_of_delivery_is_said() -> None:
    one = project(kpi(frequency="yearly", baseline={"period": 2025, "value": 20}))
    early = assessed(one, as_of=date(2026, 11, 26)).kpis["k"].freshness
    assert freshness_steps(early) == (
        "There is no value yet; the first one, of 2026, is to be delivered by 1 Mar 2027: fresh",
    )
    assert delivery_text(early) == "No figure has arrived yet; the first one, of 2026, is due on 1 Mar 2027."
    late = assessed(one, as_of=date(2028, 11, 26)).kpis["k"].freshness
    assert freshness_steps(late) == (
        (
            "There has never been a value; the first one, of 2026, was to be delivered by 1 Mar 2027; "
            "2 periods missed: stale"
        ),
    )
    assert delivery_text(late) == "No figure has arrived yet; the first one, of 2026, was due on 1 Mar 2027."


@pytest.mark.parametrize(
    ("frequency", "starts", "latest", "due"),
    [
        ("yearly", 4, "FY2024", date(2026, 5, 30)),
        ("half-yearly", 4, "FY2025-H1", date(2026, 4, 30)),
        ("quarterly", 2, "FY2025-Q2", date(2025, 11, 20)),
    ],
)
def test_periods_of_a_fiscal_year_are_counted_in_that_year(frequency: str, starts: int, latest: str, due: date) -> None:
    """On the last day for delivery nothing is missed, on the next day one period is, and no more for months."""
    for day, missed in ((due, 0), (due + timedelta(days=1), 1), (due + timedelta(days=60), 1)):
        found = judged(kpi(frequency=frequency), {latest: 1}, day, fiscal_year_starts=starts).freshness
        assert (found.next_due, found.missed) == (due, missed), day


def test_of_a_kpi_that_never_had_a_figure_none_is_missed() -> None:
    found = judged(kpi(), {}, date(2025, 7, 11)).freshness
    assert (found.word, found.latest, found.next_period, found.missed) == (FreshnessWord.STALE, None, None, 0)


def test_a_quarter_of_which_days_are_there_is_owed_at_its_end() -> None:
    """However long ago the latest of them is: what is promised is one figure a quarter, and `expect` asks for rows."""
    days = {f"2025-0{month}-{day:02}": 1 for month in (1, 2, 3) for day in range(1, 29)} | {"2025-04-02": 1}
    days |= {"2025-01-29": 1, "2025-01-30": 1, "2025-01-31": 1, "2025-03-29": 1, "2025-03-30": 1, "2025-03-31": 1}
    for day, word in (
        (date(2025, 6, 29), FreshnessWord.FRESH),
        (date(2025, 7, 20), FreshnessWord.DUE),
        (date(2025, 7, 21), FreshnessWord.OVERDUE),
    ):
        found = judged(kpi(frequency="quarterly", aggregate="sum"), days, day).freshness
        assert (found.word, str(found.latest), str(found.next_period)) == (word, "2025-Q1", "2025-Q2"), day
