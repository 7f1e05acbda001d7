"""A period and its figure in one cell: the row is never lost without a word, and rows that are fine stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.data_files import load, told

SOURCE = {"file": "data/k.csv", "period": "month", "value": "sales"}


def _tidy(root: Path, row: str) -> list[str]:
    return told(load(root, {"data/k.csv": f"kpi,period,value\nk,2025-07,41\n{row}\n"}, {"id": "k"}))


@pytest.mark.parametrize(
    "written", ["2025-0943", "2025-09;43", "2025-09|43.5", "2025-09 43", "2025-09:43", "Sep 2025;43"]
)
def test_a_figure_in_the_cell_of_its_period_has_its_line(tmp_path: Path, written: str) -> None:
    (line,) = _tidy(tmp_path, f"k,{written}")
    assert line.startswith(f"data/k.csv:3:2: BSC356 error: '{written}' is a period and a figure in one cell; write ")


def test_the_line_names_both_halves(tmp_path: Path) -> None:
    (line,) = _tidy(tmp_path, "k,2025-0943")
    assert line.endswith("write '2025-09' and '43' in two")


@pytest.mark.parametrize("row", ["k,2025-09,", "k,,", "k,Q3 2025,", "k,30/09/2025,", "k,2019 2024,", "k,see note 12,"])
def test_a_row_that_only_lacks_its_figure_is_silent(tmp_path: Path, row: str) -> None:
    assert _tidy(tmp_path, row) == []


def test_a_row_of_a_source_has_its_line_too(tmp_path: Path) -> None:
    found = told(load(tmp_path, {"data/k.csv": "month,sales\n2025-07,1\n2025-08;2\n"}, {"id": "k", "source": SOURCE}))
    assert [each[:24] for each in found] == ["data/k.csv:3:1: BSC356 e"]


@pytest.mark.parametrize(
    "foot", ["Source: Office 2019-2024", "2019-2024", "2019/20 - 2023/24", "Total", "1) preliminary 2024"]
)
def test_what_stands_below_a_table_is_no_lost_figure(tmp_path: Path, foot: str) -> None:
    assert (
        told(load(tmp_path, {"data/k.csv": f"month,sales\n2025-07,1\n{foot},\n"}, {"id": "k", "source": SOURCE})) == []
    )
