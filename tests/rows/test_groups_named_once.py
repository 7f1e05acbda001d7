"""Columns in which only the first row of a group names it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values

GROUPS = "Region,Month,Sales\nNorth,2024-01,10\n,2024-02,11\nSouth,2024-01,20\n,2024-02,21\n"


def read(root: Path, content: str, **source: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told, and the figures of the North."""
    declared = {"file": "data/a.csv", "period": "Month", "value": "Sales", "where": {"Region": "North"}} | source
    loaded = load(root, {"data/a.csv": content}, {"id": "k", "source": declared})
    return told(loaded), values(loaded, "k")


def test_empty_cells_below_names_are_asked_for_and_the_advice_works(tmp_path: Path) -> None:
    wrong = "'Region' is empty here and in 1 rows more, each below a row that names it; declare in the source"
    more = '`fill: ["Region"]` if they mean the last one above, `fill: none` if not'
    assert read(tmp_path, GROUPS)[0] == [f"data/a.csv:3:1: BSC343 error: {wrong} {more}"]
    assert read(tmp_path, GROUPS, fill=["Region"]) == ([], {"2024-01": 10, "2024-02": 11})
    assert read(tmp_path, GROUPS, fill_down="none") == ([], {"2024-01": 10})


@pytest.mark.parametrize(
    "rows",
    [
        "North,2024-01,10\nSouth,2024-01,20\n,2024-01,30\nNorth,2024-02,11\nSouth,2024-02,21\n,2024-02,32\n",
        ",2024-01,30\nNorth,2024-01,10\n,2024-02,32\nNorth,2024-02,11\n",
    ],
    ids=["totals below", "totals above"],
)
def test_empty_cells_that_are_a_group_of_their_own_need_no_word(tmp_path: Path, rows: str) -> None:
    assert read(tmp_path, "Region,Month,Sales\n" + rows) == ([], {"2024-01": 10, "2024-02": 11})
