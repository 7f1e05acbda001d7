"""Rows that are the same in every cell: asked for where they would be added twice, and natural elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values

SOURCE = {"file": "data/a.csv", "period": "Month", "value": "Sales"}


def read(root: Path, content: str, **source: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told, and the figures by period."""
    loaded = load(root, {"data/a.csv": content}, {"id": "k", "aggregate": "sum", "source": SOURCE | source})
    return told(loaded), values(loaded, "k")


TWICE = "Month,Sales\n2024-01,10\n2024-02,11\n2024-02,11\n"


def test_a_month_that_is_there_twice_is_asked_for(tmp_path: Path) -> None:
    wrong = "the row repeats row 3 in every cell and would be added to it in 2024-02; declare in the source"
    more = "`repeated_rows: left out`, or `repeated_rows: counted` if both are meant"
    assert read(tmp_path, TWICE)[0] == [f"data/a.csv:4:0: BSC342 error: {wrong} {more}"]
    assert read(tmp_path, TWICE, repeated_rows="left out") == ([], {"2024-01": 10, "2024-02": 11})
    assert read(tmp_path, TWICE, repeated_rows="counted") == ([], {"2024-01": 10, "2024-02": 22})


def test_a_file_that_was_put_together_twice_is_asked_for(tmp_path: Path) -> None:
    content = "Month,Sales\n2024-01,10\n2024-02,11\nMonth,Sales\n2024-01,10\n2024-02,11\n"
    assert [line[:24] for line in read(tmp_path, content)[0]] == [
        "data/a.csv:5:0: BSC342 e",
        "data/a.csv:6:0: BSC342 e",
    ]


def test_the_row_of_a_region_that_is_there_twice_is_asked_for(tmp_path: Path) -> None:
    rows = "2024-01,N,10\n2024-01,S,10\n2024-02,N,11\n2024-02,S,12\n2024-02,N,11\n"
    assert [line[:23] for line in read(tmp_path, "Month,Region,Sales\n" + rows)[0]] == ["data/a.csv:6:0: BSC342 "]


def test_exports_of_days_that_overlap_are_asked_for(tmp_path: Path) -> None:
    days = [f"2024-01-{day:02d},{day * 7}\n" for day in range(1, 13)]
    content = "Month,Sales\n" + "".join(days[:8] + days[4:])
    assert len(read(tmp_path, content)[0]) == 4


ALIKE = {
    "sales of a day": "2024-01-01,5\n2024-01-01,5\n2024-01-01,7\n2024-01-02,5\n",
    "regions with the same figure": "2024-01,11,N\n2024-01,11,S\n2024-02,9,N\n2024-02,9,S\n",
    "two gifts of the same amount": "2024-01-01,50\n2024-02-03,50\n2024-02-03,50\n2024-03-01,20\n2024-04-01,70\n",
    "events, one row each": "2024-01,1\n2024-01,1\n2024-01,1\n2024-02,1\n2024-02,1\n2024-03,1\n",
}


@pytest.mark.parametrize("rows", ALIKE.values(), ids=ALIKE)
def test_rows_that_are_naturally_alike_are_added_up(tmp_path: Path, rows: str) -> None:
    content = ("Month,Sales,Region\n" if "N" in rows else "Month,Sales\n") + rows
    assert read(tmp_path, content)[0] == []


def test_rows_that_are_counted_may_be_alike(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        {"data/a.csv": "Month\n2024-01\n2024-02\n2024-02\n"},
        {"id": "k", "source": {"file": "data/a.csv", "period": "Month", "count": "rows"}},
    )
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1, "2024-02": 2})
