"""Many rows of a period become one reading, and nothing is lost on the way."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.load.gathering.exact_sums import exact_sums
from bsc_site.load.gathering.fill_down import filled_down
from bsc_site.load.tables.opened import Opened, table_of
from tests.builders.data_files import load, told, values
from tests.gathering.test_columns_say_what_rows_say import few_rows

FIGURES = st.floats(-1e18, 1e18, allow_nan=False) | st.sampled_from([0.1, 0.2, 1e-300, 5e-324, 1e18, -1e18, 0.0])
SOURCE = {"file": "data/a.csv", "period": "Month", "value": "Value"}


@given(st.lists(st.tuples(st.integers(0, 3), FIGURES), max_size=60))
def test_the_parts_of_a_sum_lose_no_digit(rows: list[tuple[int, float]]) -> None:
    groups = np.array([group for group, _ in rows], np.intp)
    found = exact_sums(groups, np.array([value for _, value in rows], np.float64), 4)
    for group in range(4):
        assert math.fsum(found[group]) == math.fsum(value for each, value in rows if each == group)


def test_sums_of_days_add_up_to_months_as_all_rows_do(tmp_path: Path) -> None:
    """The parts of each day are kept, so that the month is rounded once."""
    chance = np.random.default_rng(11)
    figures = chance.uniform(0, 100, 3000).round(2).tolist()
    rows = [f"2024-01-{number % 31 + 1:02d},{figure}" for number, figure in enumerate(figures)]
    source = {"file": "data/a.csv", "period": "Day", "value": "Value"}
    loaded = load(
        tmp_path,
        {"data/a.csv": "Day,Value\n" + "\n".join(rows)},
        {"id": "k", "aggregate": "sum", "frequency": "monthly", "source": source},
    )
    kept = loaded.readings["k"].rows
    assert (len(kept), sum(row.of_rows for row in kept)) == (31, 3000)
    parts = [part for row in kept if row.gathered is not None for part in row.gathered.figures[0]]
    assert math.fsum(parts) == math.fsum(figures)


@pytest.mark.parametrize("declared", [None, "counted", "left out"])
def test_totals_without_a_name_are_asked_about_however_many_rows_there_are(
    tmp_path: Path, declared: str | None
) -> None:
    months = [f"2024-{month:02d}" for month in range(1, 5)]
    rows = [f"{month},{part},{value}" for month in months for part, value in (("a", 1), ("b", 2), ("c", 3), ("d", 6))]
    source = SOURCE | ({} if declared is None else {"totals": declared})
    kpi = {"id": "k", "aggregate": "sum", "source": source}
    with few_rows(0, 0):
        loaded = load(tmp_path, {"data/a.csv": "Month,Part,Value\n" + "\n".join(rows)}, kpi)
    assert [line.split()[1] for line in told(loaded)] == (["BSC339"] if declared is None else [])
    assert values(loaded, "k") == dict.fromkeys(months, 6 if declared == "left out" else 12)


def test_empty_cells_are_filled_from_above_and_blank_rows_stay_blank() -> None:
    rows = [("", "0"), ("North", "1"), ("", "2"), (None, " "), (" ", "3"), ("South", "4")]
    table = table_of("a.csv", Opened(1, ["Region", "Value"], iter(list(enumerate(rows, 2)))))
    found = filled_down(table, [0])
    assert list(found.columns[0]) == ["", "North", "North", None, "North", "South"]
    assert list(found.columns[1]) == [value for _, value in rows]
