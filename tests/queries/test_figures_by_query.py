"""A query gives the table that the other keys of its source read."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from bsc_site.load.formats.kinds import kind_of
from bsc_site.model.series import Readings
from bsc_site.wording.provenance.origin_lines import provenance_text
from tests.builders.project_folders import write
from tests.queries.projects import ORDERS, answered, lines, project, read, refused

BY_MONTH = "select strftime(day, '%Y-%m') as month, sum(amount) as sales from 'data/orders.csv' group by month"


def _figures(readings: Readings) -> dict[str, float | None]:
    return {str(row.period): row.value for row in readings.rows}


def test_the_result_is_the_table_of_the_source(tmp_path: Path) -> None:
    root = project(tmp_path, BY_MONTH, "period: month\nvalue: sales")
    found = read(root)
    assert (found.problems, found.findings) == ((), ())
    assert _figures(found.readings["sales"]) == {"2025-01": 14.5, "2025-02": 7.25}
    assert found.readings["sales"].files == ("data/orders.csv",)
    assert provenance_text(found.readings["sales"].origin) == "SQL on data/orders.csv, column sales by month"


def test_filters_work_on_the_result_as_on_any_table(tmp_path: Path) -> None:
    query = "select day, amount, upper(shop) as shop from 'data/orders.csv'"
    root = project(tmp_path, query, "period: day\nvalue: amount\nwhere: {shop: NORTH}")
    assert _figures(read(root).readings["sales"]) == {"2025-01-03": 10.5, "2025-02-11": 7.25}


def test_a_pattern_means_all_files_that_are_seen(tmp_path: Path) -> None:
    query = "select day, amount, filename as file from read_csv('data/or*.csv', filename = true)"
    more = {"orders-2": ORDERS.replace("2025", "2024"), ".orders-3": "nothing"}
    root = project(tmp_path, query, **more)
    found = answered(root, query)
    assert found.files == ("data/orders-2.csv", "data/orders.csv")
    assert len(found.rows) == 6
    assert {row[2] for row in found.rows} == {"data/orders-2.csv", "data/orders.csv"}


def test_files_that_a_query_reads_need_no_other_use(tmp_path: Path) -> None:
    assert lines(project(tmp_path, BY_MONTH, "period: month\nvalue: sales")) == []


def test_workbooks_and_parts_of_them_are_tables(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    plan = book.active
    assert plan is not None
    for row in (["month", "plan", "sure"], [date(2025, 1, 1), 5, True], [date(2025, 2, 1), 6.5, None]):
        plan.append(row)
    other = book.create_sheet("Last year")
    other.append(["month", "plan"])
    other.append(["2024-01", 4])
    (tmp_path / "data").mkdir()
    book.save(tmp_path / "data/plan.xlsx")
    both = "select p.month, p.plan from 'data/plan.xlsx' p where p.plan > 5"
    assert answered(tmp_path, both).rows == [[date(2025, 2, 1), 6.5]]
    named = "select month, plan * 2 as twice from read_xlsx('data/plan.xlsx', sheet = 'Last year')"
    assert answered(tmp_path, named).rows == [["2024-01", 8]]


def test_json_and_compressed_files_are_tables(tmp_path: Path) -> None:
    import gzip  # noqa: PLC0415  # here alone

    write(tmp_path, {"data/a.json": '[{"n": 1}, {"n": 2}]', "data/b.csv.gz": gzip.compress(b"n\n3\n")})
    query = "select sum(n) as n from (select n from 'data/a.json' union all select n from 'data/b.csv.gz')"
    assert answered(tmp_path, query).rows == [[6]]


def test_rows_come_in_the_order_that_is_asked_for_or_else_sorted(tmp_path: Path) -> None:
    root = write(tmp_path, {"data/a.csv": "n\n3\n1\n2\n"})
    assert answered(root, "select n from 'data/a.csv'").rows == [[1], [2], [3]]
    assert answered(root, "select n from 'data/a.csv' order by n desc").rows == [[3], [2], [1]]


def test_sums_of_decimals_are_the_same_every_time(tmp_path: Path) -> None:
    """With several threads the last digits of such a sum are left to chance."""
    query = "select sum(sin(range) * 1e9) as s, avg(cos(range)) as a, count(*) as n from range(3000000)"
    assert len({str(answered(tmp_path, query).rows) for _ in range(5)}) == 1


def test_no_value_is_empty_and_never_zero(tmp_path: Path) -> None:
    query = "select 0.0 / 0 as a, null as b, '' as c, sum(range) as d from range(0)"
    assert answered(tmp_path, query).rows == [[None, None, "", None]]


@pytest.mark.parametrize("texts", [("select 1 as a", "select nope", "select 2 as a")])
def test_a_mistake_in_one_query_leaves_the_others(tmp_path: Path, texts: tuple[str, ...]) -> None:
    from bsc_site.load.queries.answers import answers_to  # noqa: PLC0415  # here alone

    found = answers_to(tmp_path, texts)
    assert [getattr(found[text], "rows", None) for text in texts] == [[[1]], None, [[2]]]


def test_nothing_is_left_where_the_program_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    root = project(tmp_path / "project", BY_MONTH, "period: month\nvalue: sales")
    before = {each.relative_to(tmp_path) for each in tmp_path.rglob("*")}
    read(root)
    assert {each.relative_to(tmp_path) for each in tmp_path.rglob("*")} == before


def test_databases_of_sqlite_are_tables(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    database = sqlite3.connect(tmp_path / "data/crm.sqlite")
    with database:
        database.execute("create table deals (month text, amount real)")
        database.execute("create table others (month text)")
        database.execute("insert into deals values ('2025-01', 2.5), ('2025-01', 3)")
    database.close()
    query = "select month, sum(amount) as amount from sqlite_scan('data/crm.sqlite', 'deals') group by month"
    if kind_of(".sqlite") is None:
        assert "'.sqlite' files cannot be read" in refused(tmp_path, query)
    else:
        assert answered(tmp_path, query).rows == [["2025-01", 5.5]]
