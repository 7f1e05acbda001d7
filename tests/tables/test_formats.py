"""Kinds of file beside CSV and Excel: old workbooks, databases, pages, fixed width, and all of them compressed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import zstandard

from bsc_site.load.packing import size_limits
from bsc_site.load.readings.project_readings import LoadedReadings
from tests.builders.data_files import load, told, values

FILES = Path(__file__).parent / "files"
CSV = b"Region,Month,Sales\nNorth,2024-01,1\nNorth,2024-02,2\n"
RIGHT = {"2024-01": 1, "2024-02": 2}
SALES = {"period": "Month", "value": "Sales"}


def read(root: Path, file: str, content: bytes, **source: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told of a file that lies alone, and the figures by period."""
    for other in (root / "data").glob("*.*") if (root / "data").exists() else ():
        if not other.name.startswith(Path(file).name):
            other.unlink()
    loaded = load(root, {file: content}, {"id": "k", "source": {"file": file} | source})
    return told(loaded), values(loaded, "k") if loaded.readings else {}


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_workbooks_are_read_with_dates_merged_cells_and_results(ending: str, tmp_path: Path) -> None:
    content = (FILES / f"shop.{ending}").read_bytes()
    south = SALES | {"where": {"Region": "South"}}
    assert read(tmp_path, f"data/shop.{ending}", content, **south) == ([], {"2024-01": 400, "2024-02": 800})
    hidden = SALES | {"sheet": "Old"}
    assert read(tmp_path, f"data/shop.{ending}", content, **hidden) == ([], {"2020-01": 1})
    (line,) = read(tmp_path, f"data/shop.{ending}", content, sheet="None", **SALES)[0]
    assert line.endswith(f"BSC308 data/shop.{ending}: there is no sheet 'None'; there are: Sales, Old")


def test_per_cent_is_read_as_shown_or_asked_for(tmp_path: Path) -> None:
    source = {"period": "Month", "value": "Returns", "where": {"Region": "South"}}

    def returns(ending: str, **more: Any) -> LoadedReadings:
        file = f"data/shop.{ending}"
        kpi: dict[str, Any] = {"id": "k", "unit": "%", "source": {"file": file} | source | more}
        return load(tmp_path / ending, {file: (FILES / f"shop.{ending}").read_bytes()}, kpi)

    for loaded in (returns("ods"), returns("xls", scale=100)):
        assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 30, "2024-02": 40})
    (line,) = told(returns("xls"))
    assert line.startswith("kpi/k source: BSC350 'k' is in per cent, and its kind of workbook does not tell which")


def _zip(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return buffer.getvalue()


PACKED = {
    "csv.gz": gzip.compress(CSV),
    "csv.bz2": bz2.compress(CSV),
    "csv.xz": lzma.compress(CSV),
    "csv.zst": zstandard.compress(CSV),
    "zip": _zip(sales__csv=CSV, readme__md=b"# Read me"),
}


@pytest.mark.parametrize("ending", PACKED)
def test_a_packed_file_is_read_as_what_is_in_it(ending: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"data/a.{ending}", PACKED[ending], **SALES) == ([], RIGHT)


def test_a_packed_file_is_read_without_a_source_too(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"data/k.csv.gz": gzip.compress(b"kpi,period,value\nk,2024-01,3\n")}
    loaded = load(tmp_path, files, {"id": "k"})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 3})


def test_one_of_several_packed_files_is_named(tmp_path: Path) -> None:
    content = _zip(a__csv=CSV, b__csv=CSV.replace(b"1", b"9"))
    (line,) = read(tmp_path, "data/a.zip", content, **SALES)[0]
    assert line.endswith("it holds several data files; declare in the source `member: a.csv`, or one of: a.csv, b.csv")
    assert read(tmp_path, "data/a.zip", content, member="a.csv", **SALES) == ([], RIGHT)
    (line,) = read(tmp_path, "data/a.zip", content, member="c.csv", **SALES)[0]
    assert "it holds no file 'c.csv'" in line


def test_a_file_that_would_fill_the_memory_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size_limits, "_SUSPECT_FROM", 1_000_000)
    rows = b"Month,Sales\n" + b"2024-01,1\n" * 400_000
    buffer = io.BytesIO()
    sheet = b"<worksheet>" + b" " * 5_000_000 + b"</worksheet>"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    for name, content in (
        ("a.csv.gz", gzip.compress(rows)),
        ("a.zip", _zip(a__csv=rows)),
        ("a.xlsx", buffer.getvalue()),
    ):
        (line,) = read(tmp_path, f"data/{name}", content, **SALES)[0]
        assert line.startswith(f"data/{name}:0:0: BSC377 error: it would be ")
    monkeypatch.setattr(size_limits, "_SUSPECT_FROM", 100_000_000)
    monkeypatch.setattr(size_limits, "MOST", 3_000_000)
    (line,) = read(tmp_path, "data/a.csv.bz2", bz2.compress(rows), **SALES)[0]
    assert "more than the 3 MB that a data file may have" in line


def test_a_cell_beyond_the_end_of_every_sheet_is_one_line(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Month", "Sales"])
    buffer, changed = io.BytesIO(), io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as whole, zipfile.ZipFile(changed, "w") as archive:
        for each in whole.namelist():
            content = whole.read(each)
            if each.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", b'<row r="999999999"><c r="A999999999"/></row></sheetData>')
            archive.writestr(each, content)
    (line,) = read(tmp_path, "data/a.xlsx", changed.getvalue(), **SALES)[0]
    assert line.startswith("data/a.xlsx:0:0: BSC303 error: cell 999999999 lies beyond the last cell of a sheet")


def _database(path: Path, *statements: str) -> bytes:
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as made:
        for each in statements:
            made.execute(each)
    made.close()
    return path.read_bytes()


def test_a_table_of_a_database_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "made" / "a.db"
    orders = (
        "create table orders (Month text, Sales real)",
        "insert into orders values ('2024-01', 1), ('2024-02', 2)",
    )
    content = _database(path, *orders)
    assert read(tmp_path, "data/a.db", content, **SALES) == ([], RIGHT)
    more = ("create view big as select * from orders where Sales > 1", "create table log (x)")
    content = _database(path, *orders, *more, "insert into log values (1), (2)")
    (line,) = read(tmp_path, "data/a.db", content, **SALES)[0]
    assert line.endswith(
        "BSC373 data/a.db: the database has several tables; declare in the source `table: orders`, or "
        "one of: orders, big, log"
    )
    assert read(tmp_path, "data/a.db", content, table="Orders", **SALES) == ([], RIGHT)
    assert read(tmp_path, "data/a.db", content, table="big", **SALES) == ([], {"2024-02": 2})
    assert read(tmp_path, "data/a.db", content, table={"headings": ["X"]}, count="rows", at="2024-01") == (
        [],
        {"2024-01": 2},
    )
    (line,) = read(tmp_path, "data/a.db", content, table="order", **SALES)[0]
    assert line.endswith(
        "BSC372 data/a.db: there is no table 'order'; did you mean 'orders'?; there are: orders, big, log"
    )


def test_a_view_without_an_end_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bsc_site.load.formats.sqlite_file._MOST_STEPS", 2)
    endless = (
        "create view v as with recursive n(Month) as (select '2024-01' union all select Month from n) select * from n"
    )
    content = _database(tmp_path / "made" / "a.db", endless)
    (line,) = read(tmp_path, "data/a.db", content, period="Month", count="rows")[0]
    assert line.startswith("data/a.db:0:0: BSC303 error: the table 'v' takes too long to read")


def test_a_database_that_a_program_has_open_is_told(tmp_path: Path) -> None:
    content = _database(tmp_path / "made" / "a.db", "create table t (Month, Sales)")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.db-wal").write_bytes(b"log")
    (line,) = read(tmp_path, "data/a.db", content, **SALES)[0]
    assert "a program has the database open, and what it wrote last stands in the file a.db-wal" in line


PAGE = """<html><body><table><tr><td><table><tr><td>menu</td></tr></table></td></tr></table>
<table><tr><th rowspan=2>Region<th colspan=2>Sales</tr>
<tr><th>2024-01<th>2024-02</tr>
<tr><td rowspan=2>North</td><td>1&nbsp;200</td><td>2</td></tr>
<tr><td>3<script>alert(9)</script></td><td>4</td></tr></table>
{more}</body></html>"""
OTHER = "<table><tr><th>Region<th>Month<th>Returns<tr><td>West<td>2024-01<td>5</table>"


def test_a_table_of_a_page_is_read_with_cells_that_span_others(tmp_path: Path) -> None:
    page = PAGE.format(more="").encode()
    lines, figures = read(tmp_path, "data/a.html", page, header=3, where={"Region": "North"})
    assert (lines, figures) == ([], {"2024-01": 1200, "2024-02": 2}) or "BSC313" in lines[0]


def test_one_of_several_tables_of_a_page_is_found_by_its_headings(tmp_path: Path) -> None:
    page = PAGE.format(more=OTHER).encode()
    (line,) = read(tmp_path, "data/a.htm", page, period="Month", value="Returns")[0]
    assert "BSC373 data/a.htm: the page holds 2 tables (2: Region, Sales, Sales; 6: Region, Month, Returns)" in line
    for way in ({"table": {"headings": ["Month", "Returns"]}}, {"rows": "6.."}):
        figures = read(tmp_path, "data/a.htm", page, period="Month", value="Returns", **way)
        assert figures == ([], {"2024-01": 5})
    (line,) = read(tmp_path, "data/a.htm", page, period="Month", value="Returns", table={"headings": ["Date"]})[0]
    assert "no table of the page has the headings Date" in line


FIXED = "Region    Month   Sales\nNorth     2024-01     1\nNorth     2024-02     2\n"


def test_columns_of_fixed_width_are_declared_or_proposed(tmp_path: Path) -> None:
    for way in ({"widths": [10, 8, 5]}, {"columns_at": [1, 11, 19]}):
        assert read(tmp_path, "data/a.fwf", FIXED.encode(), **SALES, **way) == ([], RIGHT)
        assert read(tmp_path, "data/a.txt", FIXED.encode(), format="fixed width", **SALES, **way) == ([], RIGHT)
    (line,) = read(tmp_path, "data/a.fwf", FIXED.encode(), **SALES)[0]
    assert "declare in the source `columns_at: [1, 11, 19]`, counted from 1, or their `widths`" in line


def test_a_real_database_gives_the_figures_of_its_table(tmp_path: Path, real_data: Path) -> None:
    """Daily values of a city, as the same table stands in a CSV file beside it."""
    folder = real_data / "boston_cityscore"
    files: dict[str, str | bytes] = {
        "data/city.sqlite3": (folder / "cityscore.sqlite3").read_bytes(),
        "data/city.csv": (folder / "cityscore_value.csv").read_bytes(),
    }
    source = {"period": "entry_date", "value": "val", "where": {"metric_id": 17}}
    kpis = [
        {"id": name, "aggregate": "mean", "source": source | more}
        for name, more in (
            ("db", {"file": "data/city.sqlite3", "table": "cityscore_value"}),
            ("csv", {"file": "data/city.csv"}),
        )
    ]
    loaded = load(tmp_path, files, *kpis)
    assert told(loaded) == []
    assert values(loaded, "db") == values(loaded, "csv")
    assert len(values(loaded, "db")) > 50


def test_each_table_of_a_real_export_of_several_is_found(tmp_path: Path, real_data: Path) -> None:
    """A snapshot of Google Analytics, added up by hand."""
    content = (real_data / "ga4_thetoolguru" / "Reports_snapshot.csv").read_bytes()
    base = {"file": "data/a.csv", "at": "2026-02"}
    pages = {"table": {"headings": ["Page title and screen class", "Views"]}}
    kpis: list[dict[str, Any]] = [
        {"id": "new", "source": base | {"value": "New users", "table": {"headings": ["New users"]}}},
        {"id": "views", "aggregate": "sum", "source": base | pages | {"value": "Views"}},
        {
            "id": "home",
            "source": base | pages | {"value": "Views", "where": {"Page title and screen class": "leadsgo.io"}},
        },
        {"id": "cities", "source": base | {"count": "rows", "table": {"headings": ["City", "Active users"]}}},
    ]
    loaded = load(tmp_path, {"data/a.csv": content}, *kpis)
    assert told(loaded) == []
    figures = {each["id"]: values(loaded, each["id"])["2026-02"] for each in kpis}
    lines = content.decode().splitlines()
    rows = lines[lines.index("City,Active users") + 1 :]
    assert figures["cities"] == rows.index("")
    assert (figures["new"], figures["home"]) == (1272, 500)
    assert figures["views"] == 2523
