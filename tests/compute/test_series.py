"""Series: rows become one observation for each period."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.model.period import parse_period
from bsc_site.model.series import Series
from tests.builders.small_projects import built, figures_of, kpi, project, readings

MONTHS = {"2025-01": 4, "2025-02": 1, "2025-03": 7}


def series_of(keys: dict[str, Any], figures: Any, as_of: date = date(2025, 12, 31), **card_keys: Any) -> Series:
    """The series of a single KPI."""
    return built(project(kpi(**keys), **card_keys), readings("k", figures), as_of=as_of).series["k"]


@pytest.mark.parametrize(("rule", "value"), [("sum", 12), ("mean", 4), ("last", 7), ("min", 1), ("max", 7), (None, 7)])
def test_months_become_a_quarter_by_the_rule(rule: str | None, value: float) -> None:
    """Each rule gives its own figure; without a rule the last one counts."""
    assert figures_of(series_of({"frequency": "quarterly", "aggregate": rule}, MONTHS)) == {"2025-Q1": value}


def test_ratios_are_divided_after_their_parts_are_summed() -> None:
    """2/4 and 2/100 make 4/104, not the mean of two percentages."""
    series = series_of({"frequency": "quarterly"}, {"2025-01": (2, 4), "2025-02": (2, 100), "2025-03": (0, 0)})
    (one,) = series.observations
    assert one.value == pytest.approx(4 / 104)
    assert (one.numerator, one.denominator, one.count) == (4, 104, 3)


def test_a_ratio_in_per_cent_is_multiplied_by_a_hundred() -> None:
    """412 of 1,480 are 27.84 %."""
    assert figures_of(series_of({"unit": "%"}, {"2025-06": (412, 1480)})) == {
        "2025-06": pytest.approx(27.8378, abs=1e-4)
    }


def test_a_zero_denominator_gives_no_value_and_one_finding() -> None:
    """A share of nothing is not a number."""
    result = built(project(kpi()), readings("k", {"2025-01": (2, 4), "2025-02": (2, 0), "2025-03": (0, 0)}))
    assert figures_of(result.series["k"]) == {"2025-01": 0.5}
    assert [(each.element, each.code) for each in result.findings] == [("kpi/k", "BSC407")]


def test_a_sum_beyond_all_numbers_is_a_finding() -> None:
    """Infinity never becomes a value."""
    rows = readings("k", {"2025-01": 1.7e308, "2025-02": 1.7e308})
    result = built(project(kpi(frequency="yearly", aggregate="sum")), rows)
    assert figures_of(result.series["k"]) == {}
    assert [each.code for each in result.findings] == ["BSC406"]


def test_quarters_follow_the_organisations_year() -> None:
    """With a year that starts in February, the first quarter ends in April."""
    figures = {"2025-01": 1, "2025-02": 2, "2025-03": 3, "2025-04": 4, "2025-05": 5}
    series = series_of({"frequency": "quarterly", "aggregate": "sum"}, figures, fiscal_year_starts=2)
    assert figures_of(series) == {"FY2025-Q4": 1, "FY2026-Q1": 9, "FY2026-Q2": 5}


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    """Week 5 of 2025 ends on 2 February, but four of its days lie in January."""
    series = series_of({"aggregate": "sum"}, {"2025-W04": 1, "2025-W05": 2, "2025-W06": 4})
    assert figures_of(series) == {"2025-01": 3, "2025-02": 4}


@pytest.mark.parametrize(("year", "weeks"), [(2020, 53), (2024, 52), (2025, 52), (2026, 53), (2027, 52)])
def test_a_year_has_all_of_its_weeks_and_no_other(year: int, weeks: int) -> None:
    """As ISO 8601 counts them: 53 in 2020 and 2026."""
    around = {f"{year - 1}-W52": 100, f"{year + 1}-W01": 100}
    figures = {f"{year}-W{week:02d}": 1 for week in range(1, weeks + 1)} | around
    series = series_of({"frequency": "yearly", "aggregate": "sum"}, figures, date(year + 1, 2, 1))
    assert figures_of(series)[str(year)] == weeks


@pytest.mark.parametrize(("quarter", "weeks"), [("2026-Q1", 13), ("2026-Q2", 13), ("2026-Q3", 13), ("2026-Q4", 14)])
def test_quarters_share_the_weeks_of_their_year(quarter: str, weeks: int) -> None:
    figures = {f"2026-W{week:02d}": 1 for week in range(1, 54)}
    series = series_of({"frequency": "quarterly", "aggregate": "sum"}, figures, date(2027, 1, 20))
    assert figures_of(series)[quarter] == weeks


def test_a_month_that_a_week_begins_early_is_not_there_before_it_has_begun() -> None:
    """The first week of 2026 begins on 29 December."""
    series = series_of({"aggregate": "sum"}, {"2025-W51": 1, "2025-W52": 1, "2026-W01": 1}, date(2025, 12, 30))
    assert [(str(each.period), each.complete) for each in series.observations] == [("2025-12", False)]


def test_figures_after_the_builds_date_are_left_out() -> None:
    """A period that has begun is kept and marked incomplete; one that has not is dropped."""
    series = series_of({}, {"2025-05": 1, "2025-06": 2, "2025-07": 3}, date(2025, 6, 15))
    assert [(str(each.period), each.complete) for each in series.observations] == [
        ("2025-05", True),
        ("2025-06", False),
    ]


@pytest.mark.parametrize(("covers_to", "complete"), [("2025-06-30", True), ("2025-06-29", False), (None, False)])
def test_a_month_without_its_last_days_is_incomplete(covers_to: str | None, complete: bool) -> None:  # noqa: FBT001  # from the table
    """What the whole source covers decides, because a day without sales has no row."""
    rows = readings("k", {"2025-05-02": 1, "2025-06-10": 2}, covers_to)
    series = built(project(kpi(aggregate="sum")), rows, as_of=date(2025, 7, 20)).series["k"]
    assert [each.complete for each in series.observations] == [True, complete]


def test_a_row_of_the_kpis_own_frequency_wins_over_finer_ones() -> None:
    """A yearly total beside its months is not counted twice."""
    series = series_of({"frequency": "yearly", "aggregate": "sum"}, {"2025-01": 1, "2025-02": 2, "2025": 40})
    assert figures_of(series) == {"2025": 40}


def test_targets_of_rows_are_summed_with_a_sum_and_otherwise_the_last_holds() -> None:
    """A target in the data belongs to its period."""
    figures = {"2025-01": {"value": 1, "target": 5}, "2025-02": {"value": 2, "target": 6, "note": "moved"}}
    total = series_of({"frequency": "quarterly", "aggregate": "sum"}, figures).observations[0]
    last = series_of({"frequency": "quarterly"}, figures).observations[0]
    assert (total.target, last.target, last.note) == (11, 6, "moved")


def test_figures_of_a_formula_kpi_are_left_aside_with_a_finding() -> None:
    """The formula counts."""
    one = project(kpi(id="a"), kpi(formula="a * 2"))
    result = built(one, readings("a", {"2025-01": 1}), readings("k", {"2025-01": 9}))
    assert figures_of(result.series["k"]) == {"2025-01": 2}
    assert [each.code for each in result.findings] == ["BSC409"]


def test_a_kpi_without_figures_has_an_empty_series() -> None:
    """Every KPI of the project has a series."""
    assert built(project(kpi())).series["k"].observations == ()


@pytest.mark.parametrize(("direction", "limit", "beyond"), [("higher", 20, "2025-03"), ("lower", 11, "2025-01")])
def test_figures_beyond_the_limit_are_told(direction: str, limit: float, beyond: str) -> None:
    figures = {"2025-01": 10, "2025-02": 20, "2025-03": 20.5}
    (found,) = built(project(kpi(direction=direction, limit=limit)), readings("k", figures)).findings
    assert (found.element, found.key, found.code) == ("kpi/k", "limit", "BSC177")
    assert found.figures == (("periods", (parse_period(beyond),)),)
