"""Where one table ends and another begins, and headings that are repeated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values

SOURCE = {"file": "data/a.csv", "period": "Month", "value": "Sales"}
NOTE = "BSC341 note: another table begins here ({}), and the rows from here on are not read; a source that means them "


def read(root: Path, content: str, **source: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told, and the figures by period."""
    loaded = load(root, {"data/a.csv": content}, {"id": "k", "aggregate": "sum", "source": SOURCE | source})
    return told(loaded), values(loaded, "k")


@pytest.mark.parametrize("between", ["", "\n", ",\n"])
def test_headings_that_are_repeated_are_no_row(tmp_path: Path, between: str) -> None:
    content = f"Month,Sales\n2024-01,10\n{between}Month,Sales\n2024-02,11\n month , SALES\n2024-03,12\n"
    assert read(tmp_path, content) == ([], {"2024-01": 10, "2024-02": 11, "2024-03": 12})


@pytest.mark.parametrize("between", ["", "\n", "\nReturned goods\n", ",\nReturned goods,\n\n"])
def test_other_headings_begin_another_table(tmp_path: Path, between: str) -> None:
    content = f"Month,Sales\n2024-01,10\n{between}Month,Returns\n2024-01,1\n"
    line = content[: content.index("Month,Returns")].count("\n") + 1
    declares = f"declares `rows: {line}..` or `table: {{headings: [Month, Returns]}}`"
    lines, figures = read(tmp_path, content)
    assert lines == [f"data/a.csv:{line}:0: {NOTE.format('Month, Returns')}{declares}"]
    assert figures == {"2024-01": 10}
    for way in ({"header": line}, {"rows": f"{line}.."}, {"table": {"headings": ["Month", "Returns"]}}):
        assert read(tmp_path, content, value="Returns", **way) == ([], {"2024-01": 1})


def test_the_same_headings_below_a_title_begin_another_table(tmp_path: Path) -> None:
    content = "Month,Sales\n2024-01,10\n,\nSouth,\nMonth,Sales\n2024-01,1\n"
    lines, figures = read(tmp_path, content)
    assert (len(lines), figures) == (1, {"2024-01": 10})


def test_a_month_without_a_figure_is_no_title(tmp_path: Path) -> None:
    content = "Month,Sales\n2024-01,10\n2024-02,\nMonth,Sales\n2024-03,1\n"
    assert read(tmp_path, content) == ([], {"2024-01": 10, "2024-03": 1})


def test_rows_that_hold_the_word_of_a_heading_are_rows(tmp_path: Path) -> None:
    content = "Sales,Month,Kind\n10,2024-01,Month\n11,2024-02,Kind\n12,2024-03,Sales\n"
    assert read(tmp_path, content)[0] == []
