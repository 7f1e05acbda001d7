"""Groups of a KPI: each with its own rows, and the whole made of all rows or of those about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told

SOURCE = {"file": "data/a.csv", "period": "Year", "value": "Value", "by": "Region"}
SUMMED = {"id": "k", "frequency": "yearly", "aggregate": "sum", "source": SOURCE}
Figures = dict[str, float | None]


def read(
    root: Path, content: str, source: dict[str, Any] | None = None, **kpi: Any
) -> tuple[Figures, dict[str, Figures]]:
    """The figures of the whole, and those of each group."""
    declared = {"id": "k", "frequency": "yearly", "source": SOURCE | (source or {})} | kpi
    loaded = load(root, {"data/a.csv": content}, declared)
    assert told(loaded) == []
    found = loaded.readings["k"]
    groups = {each.name: {str(row.period): row.value for row in each.rows.rows} for each in found.groups}
    return {str(row.period): row.value for row in found.rows}, groups


def test_rows_about_the_whole_are_those_without_a_group(tmp_path: Path) -> None:
    """As in tables of statistics, where the first row of a year is the headline."""
    content = "Year,Region,Value\n2024,,22\n2024,North,30\n2024,South,15\n2025,,34\n2025,North,41\n2025,South,28\n"
    whole, groups = read(tmp_path, content)
    assert whole == {"2024": 22, "2025": 34}
    assert groups == {"North": {"2024": 30, "2025": 41}, "South": {"2024": 15, "2025": 28}}


@pytest.mark.parametrize("name", ["Total", "All", "Gesamt", "Insgesamt"])
def test_a_total_is_about_the_whole(tmp_path: Path, name: str) -> None:
    """It is no group beside its parts, and none of its parts is counted once more."""
    content = f"Year,Region,Value\n2024,North,3\n2024,South,4\n2024,{name},7\n"
    assert read(tmp_path, content, aggregate="sum") == ({"2024": 7}, {"North": {"2024": 3}, "South": {"2024": 4}})


def test_without_such_rows_the_whole_is_made_of_all(tmp_path: Path) -> None:
    """Added up as the KPI says."""
    content = "Year,Region,Value\n2024,North,3\n2024,South,4\n2025,North,5\n"
    loaded = load(
        tmp_path, {"data/a.csv": content}, {"id": "k", "frequency": "yearly", "aggregate": "sum", "source": SOURCE}
    )
    assert sum(row.value or 0 for row in loaded.readings["k"].rows if str(row.period) == "2024") == 7  # 3 and 4
    assert [each.name for each in loaded.readings["k"].groups] == ["North", "South"]


def test_with_two_columns_a_group_of_one_is_about_the_whole_of_the_other(tmp_path: Path) -> None:
    """Women are those of all regions."""
    content = "Year,Sex,Region,Value\n2024,,,5\n2024,F,,6\n2024,M,,4\n2024,,North,7\n2024,F,North,8\n"
    whole, groups = read(tmp_path, content, {"by": ["Sex", "Region"]})
    assert whole == {"2024": 5}
    assert groups == {"F": {"2024": 6}, "M": {"2024": 4}, "North": {"2024": 7}}


def test_a_filter_holds_for_the_groups_too(tmp_path: Path) -> None:
    """And a group without a row that passes it is none."""
    content = "Year,Kind,Region,Value\n2024,a,North,1\n2024,b,North,2\n2024,b,South,4\n"
    _, groups = read(tmp_path, content, {"where": {"Kind": "a"}}, aggregate="sum")
    assert groups == {"North": {"2024": 1}}


def test_spellings_of_one_name_are_one_group(tmp_path: Path) -> None:
    """Capitals and blanks tell no regions apart."""
    _, groups = read(tmp_path, "Year,Region,Value\n2024,North,1\n2025,NORTH ,2\n", aggregate="sum")
    assert groups == {"North": {"2024": 1, "2025": 2}}


def test_a_column_that_is_not_there_and_one_of_a_hundred_names_are_told(tmp_path: Path) -> None:
    """Nobody could read a page of a hundred groups."""
    many = "Year,Region,Value\n" + "".join(f"2024,R{each},1\n" for each in range(101))
    (line,) = told(load(tmp_path / "many", {"data/a.csv": many}, SUMMED))
    assert line.startswith("kpi/k source.by: BSC396 data/a.csv: 'Region' tells 101 groups apart, and 100 are the most")
    (line,) = told(load(tmp_path / "none", {"data/a.csv": "Year,Value\n2024,1\n"}, SUMMED))
    assert line.startswith("kpi/k source.by: BSC307 data/a.csv: there is no column 'Region'")
