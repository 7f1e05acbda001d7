"""Periods in which no row of a file is for the KPI: zero where rows are counted, asked about where they are added up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.series.project_series import build_series
from tests.builders.data_files import load, project_of, told
from tests.builders.small_projects import values

LOG = "day,kind,hours\n2025-01-04,fall,4\n2025-01-20,cut,1\n2025-02-11,cut,2\n2025-04-02,fall,5\n2025-05-30,cut,3\n"
FALLS = {"file": "data/log.csv", "period": "day", "where": {"kind": "fall"}}


def figures(tmp_path: Path, source: dict[str, Any], content: str = LOG, **keys: Any) -> dict[str, float]:
    """The months of one KPI at the end of July."""
    kpi = {"id": "k", "source": {"file": "data/log.csv", "period": "day"} | source, **keys}
    loaded = load(tmp_path, {"data/log.csv": content}, kpi)
    assert told(loaded) == []
    return values(build_series(project_of(kpi), loaded.readings, date(2025, 7, 31)).series["k"])


def test_a_month_without_a_counted_row_is_zero_from_the_first_to_the_last_row_of_the_file(tmp_path: Path) -> None:
    counted = figures(tmp_path, FALLS | {"count": "rows"})
    assert counted == {"2025-01": 1, "2025-02": 0, "2025-03": 0, "2025-04": 1, "2025-05": 0}


def test_without_a_filter_the_rows_that_are_counted_tell_how_far_the_file_reaches(tmp_path: Path) -> None:
    assert figures(tmp_path, {"count": "rows"}) == {
        "2025-01": 2,
        "2025-02": 1,
        "2025-03": 0,
        "2025-04": 1,
        "2025-05": 1,
    }


def test_a_count_may_be_missing_by_declaration(tmp_path: Path) -> None:
    assert figures(tmp_path, FALLS | {"count": "rows", "empty": "missing"}) == {"2025-01": 1, "2025-04": 1}


def test_zeros_are_counted_at_the_frequency_of_the_kpi(tmp_path: Path) -> None:
    counted = figures(tmp_path, {"count": "rows", "where": {"kind": "cut"}}, frequency="quarterly")
    assert counted == {"2025-Q1": 2, "2025-Q2": 1}


def test_sums_of_dated_rows_ask_what_an_empty_month_means(tmp_path: Path) -> None:
    kpi = {"id": "k", "aggregate": "sum", "source": FALLS | {"value": "hours"}}
    assert told(load(tmp_path, {"data/log.csv": LOG}, kpi)) == [
        (
            "kpi/k source.where: BSC341 no row passes the filter in 2025-02, though data/log.csv has others there; "
            "declare `empty: zero` at the source if nothing happened then, or `empty: missing` if the figure is not "
            "known"
        )
    ]


@pytest.mark.parametrize(
    ("empty", "expected"),
    [
        ("zero", {"2025-01": 4, "2025-02": 0, "2025-03": 0, "2025-04": 5, "2025-05": 0}),
        ("missing", {"2025-01": 4, "2025-04": 5}),
    ],
)
def test_either_declaration_answers(tmp_path: Path, empty: str, expected: dict[str, float]) -> None:
    assert figures(tmp_path, FALLS | {"value": "hours", "empty": empty}, aggregate="sum") == expected


def test_a_missing_month_of_a_table_by_months_is_missing(tmp_path: Path) -> None:
    content = "day,kind,hours\n2025-01,fall,4\n2025-01,cut,1\n2025-02,cut,2\n2025-03,fall,5\n"
    assert figures(tmp_path, FALLS | {"value": "hours"}, content, aggregate="sum") == {"2025-01": 4, "2025-03": 5}


def test_nothing_is_zero_after_the_date_of_the_build(tmp_path: Path) -> None:
    later = LOG + "2025-12-24,cut,1\n"
    counted = figures(tmp_path, FALLS | {"count": "rows"}, later)
    assert list(counted) == [f"2025-0{month}" for month in range(1, 8)]
