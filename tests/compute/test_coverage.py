"""Reach: when a period is over with all its figures in, and when no row at all is a zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bsc_site.model.period import parse_period
from bsc_site.model.series import Reach, Readings, Series
from bsc_site.wording.calculations.note_text import note_text
from tests.builders.small_projects import assessed, built, calculation_told, figures_of, kpi, project, readings

COUNTED = {"aggregate": "sum", "source": {"file": "data/log.csv", "period": "day", "count": "rows"}}
EVENTS = {"2025-03-03": 1, "2025-03-20": 1, "2025-05-06": 1, "2025-05-20": 1}
FATAL = {"file": "data/log.csv", "period": "day", "value": "days", "where": {"kind": "fatal"}}


def weekdays(first: str, last: str) -> dict[str, float]:
    """One on every day from Monday to Friday."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    days = (start + timedelta(days=step) for step in range((end - start).days + 1))
    return {day.isoformat(): 1 for day in days if day.weekday() < 5}  # Saturday


def series_of(keys: dict[str, Any], rows: Readings, as_of: str, **known: Any) -> Series:
    """The series of one KPI whose source is known to reach that far."""
    covered = replace(rows, reach=Reach(**known))
    return built(project(kpi(**keys)), covered, as_of=date.fromisoformat(as_of)).series["k"]


def complete(series: Series) -> dict[str, float]:
    """The figures that are judged."""
    return {str(each.period): each.value for each in series.complete}


def test_a_month_of_business_days_is_over_with_the_last_of_them() -> None:
    """The last day of May 2025 is a Saturday."""
    rows = readings("k", weekdays("2025-04-01", "2025-05-30"))
    assert complete(series_of({"aggregate": "sum"}, rows, "2025-06-01")) == {"2025-04": 22, "2025-05": 22}


def test_a_month_of_business_days_that_stops_before_the_last_of_them_is_not_over() -> None:
    rows = readings("k", weekdays("2025-04-01", "2025-05-29"))
    assert complete(series_of({"aggregate": "sum"}, rows, "2025-06-15")) == {"2025-04": 22}


def test_a_source_with_rows_on_weekends_ends_with_the_month() -> None:
    rows = readings("k", weekdays("2025-04-01", "2025-05-30") | {"2025-05-18": 1})
    assert complete(series_of({"aggregate": "sum"}, rows, "2025-06-15")) == {"2025-04": 22}


def test_few_rows_show_business_days_only_where_they_are_declared() -> None:
    rows = readings("k", {"2025-04-16": 2, "2025-05-02": 3, "2025-05-30": 4})
    assert complete(series_of({"aggregate": "sum"}, rows, "2025-06-15")) == {"2025-04": 2}
    assert complete(series_of({"aggregate": "sum"}, rows, "2025-06-15", business_days=True)) == {
        "2025-04": 2,
        "2025-05": 7,
    }


@pytest.mark.parametrize("as_of", ["2025-05-30", "2025-05-31"])
def test_no_month_is_over_before_its_last_day(as_of: str) -> None:
    rows = readings("k", weekdays("2025-04-01", "2025-05-30"))
    assert ("2025-05" in complete(series_of({"aggregate": "sum"}, rows, as_of))) == (as_of == "2025-05-31")


def test_one_row_a_month_on_its_last_business_day_is_the_figure_of_the_month() -> None:
    """The last days of May and of August 2026 lie on a weekend and on a Monday."""
    rows = readings("k", {"2026-03-31": 5, "2026-04-30": 6, "2026-05-29": 7})
    assert complete(series_of({}, rows, "2026-06-05")) == {"2026-03": 5, "2026-04": 6, "2026-05": 7}


def test_a_row_on_its_usual_day_is_the_figure_of_the_month_and_an_early_one_is_not() -> None:
    usual = {"2026-03-15": 5, "2026-04-15": 6}
    assert complete(series_of({}, readings("k", usual | {"2026-05-15": 7}), "2026-06-05"))["2026-05"] == 7
    assert "2026-05" not in complete(series_of({}, readings("k", usual | {"2026-05-04": 7}), "2026-06-05"))


def test_a_month_of_weeks_ends_with_its_last_week() -> None:
    """Week 5 of 2025 belongs to January and ends on 2 February; June ends a day after week 26."""
    january = readings("k", {f"2025-W{week:02d}": 100 for week in range(1, 6)})
    assert complete(series_of({"aggregate": "sum"}, january, "2025-01-28")) == {}
    assert complete(series_of({"aggregate": "sum"}, january, "2025-02-01")) == {}
    assert complete(series_of({"aggregate": "sum"}, january, "2025-02-02")) == {"2025-01": 500}
    june = readings("k", {f"2025-W{week:02d}": 1 for week in range(23, 27)})
    assert complete(series_of({"aggregate": "sum"}, june, "2025-06-29")) == {}
    assert complete(series_of({"aggregate": "sum"}, june, "2025-06-30")) == {"2025-06": 4}


def test_a_month_between_events_is_zero() -> None:
    found = series_of(COUNTED, readings("k", EVENTS), "2025-05-31")
    assert figures_of(found) == {"2025-03": 2, "2025-04": 0, "2025-05": 2}
    assert [each.count for each in found.observations] == [2, 0, 2]


def test_what_a_file_of_events_covers_after_its_last_row_must_be_known() -> None:
    """Whether nothing happened since or nobody delivered cannot be told from the rows."""
    assert complete(series_of(COUNTED, readings("k", EVENTS), "2025-07-15")) == {"2025-03": 2, "2025-04": 0}


def test_a_month_with_events_of_others_alone_has_none_so_far() -> None:
    """Whether June is over cannot be told, but that its rows hold none of these is what the file says."""
    held = frozenset(parse_period(day) for day in (*EVENTS, "2025-06-11"))
    found = series_of(COUNTED, readings("k", EVENTS), "2025-08-15", held=held)
    assert figures_of(found) == {"2025-03": 2, "2025-04": 0, "2025-05": 2, "2025-06": 0}
    assert max(complete(found)) == "2025-05"


@pytest.mark.parametrize("known", [{"until": date(2025, 6, 30)}, {"delivered": date(2025, 7, 3)}])
def test_a_covered_month_without_events_is_zero(known: dict[str, date]) -> None:
    found = series_of(COUNTED, readings("k", EVENTS), "2025-08-15", **known)
    assert complete(found) == {"2025-03": 2, "2025-04": 0, "2025-05": 2, "2025-06": 0}


def test_a_file_of_3_june_covers_the_may_whose_last_event_was_on_the_20th() -> None:
    found = series_of(COUNTED, readings("k", EVENTS), "2025-07-15", delivered=date(2025, 6, 3))
    assert complete(found) == {"2025-03": 2, "2025-04": 0, "2025-05": 2}


def test_a_declaration_goes_before_the_day_of_the_file() -> None:
    known = {"until": date(2025, 5, 31), "delivered": date(2025, 9, 1)}
    assert max(complete(series_of(COUNTED, readings("k", EVENTS), "2025-09-15", **known))) == "2025-05"


def test_rows_after_a_declaration_show_more() -> None:
    rows = readings("k", EVENTS | {"2025-07-04": 1})
    found = series_of(COUNTED, rows, "2025-08-15", until=date(2025, 4, 30))
    assert complete(found) == {"2025-03": 2, "2025-04": 0, "2025-05": 2, "2025-06": 0}


def test_daily_figures_that_stop_are_not_completed_by_the_day_of_the_file() -> None:
    """Rows on every business day until the 20th, in a file of 3 June: the days after it are missing, not zero."""
    rows = readings("k", weekdays("2025-04-01", "2025-05-20"))
    found = series_of({"aggregate": "sum"}, rows, "2025-06-15", delivered=date(2025, 6, 3))
    assert complete(found) == {"2025-04": 22}


def test_scarce_amounts_are_complete_with_the_day_of_the_file() -> None:
    rows = readings("k", {"2025-03-03": 10, "2025-04-01": 20, "2025-05-20": 5})
    assert "2025-05" not in complete(series_of({"aggregate": "sum"}, rows, "2025-06-15"))
    found = series_of({"aggregate": "sum"}, rows, "2025-06-15", delivered=date(2025, 6, 3))
    assert complete(found)["2025-05"] == 5


@pytest.mark.parametrize("last", [5, 8, 11])
def test_a_quarter_without_its_last_month_is_not_completed_by_the_day_of_the_file(last: int) -> None:
    """Whether the month that is missing has 30 days or 31."""
    rows = readings("k", {f"2025-{month:02}": 1 for month in range(1, last + 1)})
    keys = {"aggregate": "sum", "frequency": "quarterly"}
    found = series_of(keys, rows, "2026-06-15", delivered=date(2026, 6, 3))
    assert complete(found) == {f"2025-Q{quarter}": 3 for quarter in range(1, last // 3 + 1)}


def test_filtered_amounts_are_zero_where_the_table_speaks_of_others_and_missing_where_it_is_silent() -> None:
    held = frozenset(map(parse_period, ["2025-01-03", "2025-02-10", "2025-04-01", "2025-05-02"]))
    rows = readings("k", {"2025-01-03": 4, "2025-04-01": 5})
    found = series_of({"aggregate": "sum", "source": FATAL}, rows, "2025-05-31", held=held)
    assert figures_of(found) == {"2025-01": 4, "2025-02": 0, "2025-04": 5}


def test_amounts_without_a_filter_are_never_made_up() -> None:
    rows = readings("k", {"2025-01-03": 4, "2025-03-31": 5})
    assert figures_of(series_of({"aggregate": "sum"}, rows, "2025-05-31")) == {"2025-01": 4, "2025-03": 5}


def test_a_zero_says_where_it_comes_from() -> None:
    covered = replace(readings("k", EVENTS), reach=Reach(until=date(2025, 6, 30)))
    found = assessed(project(kpi(**COUNTED)), covered, as_of=date(2025, 7, 5)).kpis["k"]
    assert calculation_told(found)[0] == "Jun 2025: 0, no row of a period that the source covers (data/k.csv)"
    assert note_text(found.points[-1].note) == "no row of this period"
