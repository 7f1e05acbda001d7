"""Headings of wide tables: read together as one column of periods, and none lost without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values


def wide(root: Path, headings: str, kpi: dict[str, Any], starts: int = 1, **source: Any) -> tuple[list[str], Any]:
    """What is told and what KPI `k` gets from a table with one row, whose figures count up from 1."""
    figures = ",".join(str(number) for number, _ in enumerate(headings.split(","), start=1))
    described = {"file": "data/a.csv", "where": {"KPI": "Sales"}, **source}
    content = f"KPI,{headings}\nSales,{figures}\n"
    loaded = load(root, {"data/a.csv": content}, {"id": "k", "source": described, **kpi}, year_starts=starts)
    return told(loaded), values(loaded, "k") if "k" in loaded.readings else None


YEARLY = {"frequency": "yearly"}
READ: tuple[tuple[str, dict[str, Any], int, dict[str, float]], ...] = (
    ("Sep 2023,Okt 2023,Nov 2023*,Dez 2023 (p)", {}, 1, {"2023-09": 1, "2023-10": 2, "2023-11": 3, "2023-12": 4}),
    ("2021,2022 (r),2023e", YEARLY, 1, {"2021": 1, "2022": 2, "2023": 3}),
    ("2006-07,2007-08,2011-12", YEARLY, 7, {"FY2007": 1, "FY2008": 2, "FY2012": 3}),
    ("01.09.2023,01.10.2023,01.11.2023", {}, 1, {"2023-09": 1, "2023-10": 2, "2023-11": 3}),
    ("Jän 2023,Mrz 2023,AOUT 2023", {}, 1, {"2023-01": 1, "2023-03": 2, "2023-08": 3}),
    ("22/23,23/24", YEARLY, 7, {"FY2023": 1, "FY2024": 2}),
    ("Nov 2023,45261", {}, 1, {"2023-11": 1, "2023-12": 2}),
    ("Jan 2023,Feb 2023,Mar 2023,Q1 2023,Total", {}, 1, {"2023-01": 1, "2023-02": 2, "2023-03": 3}),
    ("Q1 2023,Q2 2023,Q3 2023,Q4 2023,2023", {"frequency": "quarterly"}, 1, {f"2023-Q{n}": n for n in range(1, 5)}),
    ("Nov 2023,Total 2023,Target 2024,Change 2023/24,Note,May", {}, 1, {"2023-11": 1}),
)


@pytest.mark.parametrize(("headings", "kpi", "starts", "right"), READ)
def test_headings_are_read_as_one_column(
    tmp_path: Path, headings: str, kpi: dict[str, Any], starts: int, right: dict[str, float]
) -> None:
    assert wide(tmp_path, headings, kpi, starts) == ([], right)


def test_months_of_a_fiscal_year_go_on_into_the_next(tmp_path: Path) -> None:
    months = "Oct,Nov,Dec,Jan,Feb"
    right = {"2022-10": 1, "2022-11": 2, "2022-12": 3, "2023-01": 4, "2023-02": 5}
    assert wide(tmp_path, months, {}, 10, year=2022) == ([], right)


def test_a_heading_that_is_nearly_a_period_is_one_line_and_its_map_settles_it(tmp_path: Path) -> None:
    headings = "Jan 2023,Fbe 2023,Mar 2023 [2],Budget for 2024"
    refused, _ = wide(tmp_path, headings.rpartition(",")[0], {})
    line = '`periods: {map: {"Fbe 2023": 2023-02, "Mar 2023 [2]": 2023-03}}`'
    told_once = f"BSC330 error: 'Fbe 2023' is no period; declare in the source what it stands for: {line}"
    assert refused == [f"data/a.csv:1:3: {told_once}"]
    mapping = {"Fbe 2023": "2023-02", "Mar 2023 [2]": "2023-03", "Budget for 2024": "none"}
    right = {"2023-01": 1, "2023-02": 2, "2023-03": 3}
    assert wide(tmp_path, headings, {}, periods={"map": mapping}) == ([], right)


def test_months_without_a_year_are_asked_for_it(tmp_path: Path) -> None:
    refused, read = wide(tmp_path, "Jan,Feb,Mar", {})
    assert read is None
    assert "declare in the source `year: 2025`" in refused[0]


def test_quarters_without_a_year_are_asked_for_it(tmp_path: Path) -> None:
    refused, _ = wide(tmp_path, "Q1,Q2", {"frequency": "quarterly"})
    assert "'Q1' names no year; declare in the source `year: 2025`" in refused[0]
    read = wide(tmp_path, "Q1,Q2", {"frequency": "quarterly"}, year=2023)
    assert read == ([], {"2023-Q1": 1, "2023-Q2": 2})


YEAR_ROWS = (
    ("Year,Jan,Feb,Total\n2022,1,2,3\n2023,4,,4\n", 1, {"2022-01": 1, "2022-02": 2, "2023-01": 4}),
    ("Year,Q1,Q2\n2022,1,2\n", 1, {"2022-Q1": 1, "2022-Q2": 2}),
    ("Year,Jul,Jan\n2022/23,1,2\n2023/24,3,4\n", 7, {"2022-07": 1, "2023-01": 2, "2023-07": 3, "2024-01": 4}),
)


@pytest.mark.parametrize(("content", "starts", "right"), YEAR_ROWS)
def test_a_row_for_each_year_and_a_column_for_each_of_its_parts(
    tmp_path: Path, content: str, starts: int, right: dict[str, float]
) -> None:
    frequency = "quarterly" if "Q1" in content else "monthly"
    kpi = {"id": "k", "frequency": frequency, "source": {"file": "data/a.csv", "period": "Year"}}
    loaded = load(tmp_path, {"data/a.csv": content}, kpi, year_starts=starts)
    assert (told(loaded), values(loaded, "k")) == ([], right)


def test_one_month_alone_of_several_is_no_column_of_figures(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "Year", "value": "Feb"}
    loaded = load(tmp_path, {"data/a.csv": YEAR_ROWS[0][0]}, {"id": "k", "source": source})
    assert (
        "source.value: BSC321 data/a.csv: 'Feb' is one of several parts of a year; remove `value: Feb`"
        in told(loaded)[0]
    )


def test_a_sum_whose_parts_are_not_all_there_is_too_coarse(tmp_path: Path) -> None:
    refused, _ = wide(tmp_path, "Jan 2023,Feb 2023,Q1 2023", {})
    assert "BSC314 error: 2023-Q1 is a quarter, but 'k' is monthly" in refused[0]


def test_the_columns_of_a_tidy_file_are_read_the_same_way(tmp_path: Path) -> None:
    content = "kpi,Nov 2023,Dez 2023,Jan 2024*\nk,1,2,3\n"
    loaded = load(tmp_path, {"data/a.csv": content}, {"id": "k"})
    assert (told(loaded), values(loaded, "k")) == ([], {"2023-11": 1, "2023-12": 2, "2024-01": 3})
    loaded = load(tmp_path, {"data/a.csv": content.replace("Dez", "Dce")}, {"id": "k"})
    assert 'declare at the KPI what it stands for: `periods: {map: {"Dce 2023": 2023-12}}`' in told(loaded)[0]
