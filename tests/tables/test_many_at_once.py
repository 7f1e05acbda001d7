"""Rows are looked at many at once, and come out as if each were looked at by itself."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.load.formats import csv_file
from bsc_site.load.tables import choosing, opened
from bsc_site.load.tables.cells import Cell, MergedText, Row, TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, WhichTable

CELLS = st.sampled_from(["a", "b", "kpi", "KPI ", "value", "1", "2.5", "", " ", "Sales", None, 1, 2.5, MergedText("a")])
ROWS = st.lists(st.lists(CELLS, max_size=3), max_size=14)
TEXTS = st.lists(st.sampled_from(["a,1", "b,2", '"c\nd",3', '"e', "f", "", "#x", "g,4,5", '"h""i",6']), max_size=12)
WHICH = [WhichTable(), WhichTable(last=9), WhichTable(headings=("kpi",))]
PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def _table(rows: list[list[Cell]], which: WhichTable, *, cut: bool) -> object:
    """Everything that becomes of the rows below two headings, and what is told of them."""

    def given_rows() -> Iterator[Row]:
        yield from enumerate([["kpi", "value"], *rows], start=1)
        if cut:
            raise TableError("BSC304", "no more", len(rows) + 2)

    told: list[TableError] = []
    try:
        found = choosing.chosen_table(RawTable(given_rows(), blank="", delimited=True), which, told.append)
    except TableError as error:  # before there were any headings
        return str(error)
    table = opened.table_of("a.csv", found, told)
    cells = [tuple(map(repr, column)) for column in table.columns]
    return table.headings, table.lines.tolist(), cells, [*map(str, told)], str(table.cut)


@PATIENT
@given(rows=ROWS, which=st.sampled_from(WHICH), cut=st.booleans(), at_once=st.integers(1, 5))
def test_a_table_is_the_same_however_many_rows_are_looked_at_at_once(
    monkeypatch: pytest.MonkeyPatch, *, rows: list[list[Cell]], which: WhichTable, cut: bool, at_once: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(choosing, "_plain_first", lambda rows, _, looked_at: looked_at(rows))
        each_by_itself = _table(rows, which, cut=cut)
    with monkeypatch.context() as patch:
        patch.setattr(choosing, "_AT_ONCE", at_once)
        patch.setattr(opened, "_AT_ONCE", at_once + 1)
        assert _table(rows, which, cut=cut) == each_by_itself


def _records(path: Path, comment: str | None) -> list[object]:
    found: list[object] = []
    try:
        found.extend(csv_file._records(path, "utf-8", ",", comment))  # noqa: SLF001  # how it takes lines apart
    except TableError as error:
        found.append((error.code, error.line, str(error)))
    return found


@PATIENT
@given(lines=TEXTS, written=st.tuples(st.sampled_from([None, "#"]), st.sampled_from("\n\r")), at_once=st.integers(1, 4))
def test_lines_that_are_taken_apart_at_once_are_the_records_of_one_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], written: tuple[str | None, str], at_once: int
) -> None:
    path, (comment, ends) = tmp_path / "a.csv", written
    path.write_text(ends.join(lines), encoding="utf-8", newline="")
    with monkeypatch.context() as patch:
        patch.setattr(csv_file, "_unquoted", lambda *_: None)
        by_one_reader = _records(path, comment)
    with monkeypatch.context() as patch:
        patch.setattr(csv_file, "_LINES", at_once)
        assert _records(path, comment) == by_one_reader


def test_a_cell_that_is_too_long_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,1\n" * 3 + "b" * (csv.field_size_limit() + 1) + ",2\n", encoding="utf-8")
    *rows, wrong = _records(path, None)
    assert rows == [(line, ["a", "1"]) for line in (1, 2, 3)]
    assert isinstance(wrong, tuple)
    assert wrong[:2] == ("BSC304", 4)
    with pytest.raises(TableError):
        choosing.chosen_table(csv_file.read_csv(path, Layout("a.csv"), print), WhichTable(header=(9,)), print)
