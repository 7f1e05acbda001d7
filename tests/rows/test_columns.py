"""Tables as columns: each distinct cell once, whatever kind of file it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.load.formats.any_file import open_table
from bsc_site.load.tables.cells import Cell, MergedText, PerCent, Row, TableError, Uncomputed
from bsc_site.load.tables.columns import Column, Numbers, column_of_cells, column_of_numbers, recoded
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.headings import HeadingError
from bsc_site.load.tables.opened import Opened, table_of
from bsc_site.load.tables.table import Table

NOON = datetime(2024, 3, 31, 12, tzinfo=UTC)
TOLD_APART: tuple[Cell, ...] = (
    *(1, 1.0, True, PerCent(1), "1", MergedText("1")),
    *(None, "", " ", date(2024, 3, 31), NOON, NOON.astimezone(timezone(timedelta(hours=2)))),
    *(Uncomputed("=A1", "B1"), Uncomputed("=A1", "B2")),
)
CELLS = st.sampled_from((*TOLD_APART, "North", "South", 2, 2.5)) | st.floats(allow_nan=False) | st.text(max_size=2)


def same(found: Sequence[Cell] | Column, expected: Sequence[Cell]) -> bool:
    """Whether cells are equal, and of the same kind."""
    return [(type(each), each) for each in found] == [(type(each), each) for each in expected]


def table(*rows: Sequence[Cell], headings: Sequence[str] = ("a", "b")) -> Table:
    """A table with these rows below its headings, in line 1."""
    return table_of("data/a.csv", Opened(1, list(headings), iter([(line, each) for line, each in enumerate(rows, 2)])))


def test_cells_are_the_same_only_where_they_are_of_one_kind() -> None:
    column = column_of_cells(TOLD_APART * 2)
    assert len(column.cells) == len(TOLD_APART)
    assert same(column, TOLD_APART * 2)
    assert isinstance(column[3], PerCent)
    assert isinstance(column[12], Uncomputed)


def test_no_number_is_one_cell() -> None:
    assert len(column_of_cells([float("nan"), float("nan"), 1.0]).cells) == 2


@settings(suppress_health_check=[HealthCheck.too_slow])  # a machine that has more to do is slow
@given(st.lists(CELLS))
def test_a_column_gives_back_the_cells_it_was_made_of(cells: list[Cell]) -> None:
    column = column_of_cells(cells)
    assert same(column, cells)
    firsts = [column.codes.tolist().index(code) for code in range(len(column.cells))]
    assert firsts == sorted(firsts)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a machine that has more to do is slow
@given(st.lists(st.tuples(CELLS, st.booleans())))
def test_rows_that_are_left_out_leave_the_others_as_they_were(rows: list[tuple[Cell, bool]]) -> None:
    whole = column_of_cells([cell for cell, _ in rows])
    left = whole.kept(np.array([keep for _, keep in rows], np.bool_))
    expected = column_of_cells([cell for cell, keep in rows if keep])
    assert same(left.cells, expected.cells)
    assert left.codes.tolist() == expected.codes.tolist()


def test_cells_that_no_row_holds_are_none_of_a_column() -> None:
    column = recoded(np.array([3, 1, 3, 2]), ("none", "a", "b", "a"))
    assert (column.cells, column.codes.tolist()) == (("a", "b"), [0, 0, 0, 1])


def test_each_distinct_cell_is_asked_once() -> None:
    asked: list[Cell] = []
    column = column_of_cells(["x", "y", "x", None])
    assert column.where(lambda cell: (asked.append(cell), cell == "x")[1]).tolist() == [True, False, True, False]  # type: ignore[func-returns-value]
    assert asked == ["x", "y", None]
    assert list(column.mapped(lambda cell: cell or "y")) == ["x", "y", "x", "y"]


def test_numbers_come_with_what_is_empty() -> None:
    found = column_of_cells(["2", "", "3", "2"]).numbers(lambda cell: float(str(cell)) if cell else None)
    assert found.empty.tolist() == [False, True, False, False]
    again = column_of_numbers(Numbers(found[0] * 2, found.empty))
    assert same(again, [4.0, None, 6.0, 4.0])


def test_a_table_still_has_rows() -> None:
    found = table(("x", "1"), ("y", "2"))
    assert list(found.rows) == list(found.rows) == [(2, ("x", "1")), (3, ("y", "2"))]
    assert len(found) == 2
    assert list(table().rows) == []
    assert list(table((), (), headings=()).rows) == [(2, ()), (3, ())]


def test_columns_are_added_replaced_and_found_by_name() -> None:
    found = table(("x", "1"), ("y", "2")).with_column("c", column_of_cells([1, 2]))
    found = found.with_column("b", column_of_cells([True, False]))
    assert (found.headings, list(found.rows)) == (("a", "b", "c"), [(2, ("x", True, 1)), (3, ("y", False, 2))])
    assert list(found.column(" C ")) == [1, 2]
    with pytest.raises(HeadingError, match="there is no column 'd'"):
        found.column("d")


def test_rows_are_kept_with_their_lines() -> None:
    found = table(("x", "1"), ("y", "2"), ("z", "2")).keep(np.array([False, True, True]))
    assert list(found.rows) == [(3, ("y", "2")), (4, ("z", "2"))]
    assert list(found.keep(np.array([1, 0])).rows) == [(4, ("z", "2")), (3, ("y", "2"))]


def test_what_ends_a_table_early_is_told_after_its_last_row() -> None:
    def rows() -> Iterator[Row]:
        yield 2, ("x",)
        raise TableError("BSC304", "no text", 3)

    found = table_of("data/a.csv", Opened(1, ["a"], rows()))
    seen: list[Row] = []
    with pytest.raises(TableError, match="no text"):
        seen.extend(found.rows)
    assert seen == [(2, ("x",))]


def test_a_large_file_is_read_bit_by_bit(tmp_path: Path) -> None:
    lines = [f"{number % 7},{number}" for number in range(10_000)]
    (tmp_path / "a.csv").write_text("a,b\n" + "\n".join(lines), encoding="utf-8")
    found = open_table(tmp_path, Layout("a.csv"))
    assert [",".join(map(str, cells)) for _, cells in found.rows] == lines
    assert found.lines.tolist() == list(range(2, 10_002))
    assert found.columns[0].cells == tuple("0123456")


def test_parquet_gives_the_cells_of_every_type(tmp_path: Path) -> None:
    moment = pd.Timestamp("2024-01-01 10:00")
    frame = pd.DataFrame(
        {
            "text": ["b", None, "b"],
            "number": [1.5, float("nan"), 1.5],
            "whole": [3, 2, 3],
            "word": pd.Categorical(["x", None, "x"], categories=["unused", "x"]),
            "truth": [True, False, True],
            "day": [date(2024, 1, 1), None, date(2024, 1, 1)],
            "moment": [moment, None, moment],
            "bytes": [b"b", None, b"\xff"],
            "several": [[1], None, [1]],
        }
    )
    frame.to_parquet(tmp_path / "a.parquet")
    found = open_table(tmp_path, Layout("a.parquet"))
    expected = {
        "text": ["b", None, "b"],
        "number": [1.5, None, 1.5],
        "whole": [3, 2, 3],
        "word": ["x", None, "x"],
        "truth": [True, False, True],
        "day": [date(2024, 1, 1), None, date(2024, 1, 1)],
        "moment": [moment, None, moment],
        "bytes": ["b", None, "\ufffd"],
        "several": ["[1]", None, "[1]"],
    }
    for name, cells in expected.items():
        assert list(found.column(name)) == cells, name
        assert len(found.column(name).cells) == len(set(cells)), name
    assert found.lines.tolist() == [1, 2, 3]
