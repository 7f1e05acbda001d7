"""Many files as one table, the periods that their names say, and rows that are left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bsc_site.model.provenance import Found
from bsc_site.wording.provenance.origin_lines import provenance_text
from tests.builders.data_files import load, told, values

ORDERS: dict[str, str | bytes] = {
    "data/orders-2024-01.csv": "Shop,Sales\nweb,1\nstore,2\n",
    "data/orders-2024-02.csv": "Sales,Shop,Note\n4,web,\n8,store,late\n",
}
NAMES = {"file": "data/orders-*.csv", "period": {"from_name": "orders-{yyyy}-{mm}"}, "value": "Sales"}


def read(root: Path, files: dict[str, str | bytes], **source: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told, and the figures by period."""
    loaded = load(root, files, {"id": "k", "aggregate": "sum", "source": NAMES | source})
    return told(loaded), values(loaded, "k") if loaded.readings else {}


def test_many_files_are_one_table_whatever_the_order_of_their_columns(tmp_path: Path) -> None:
    assert read(tmp_path, ORDERS) == ([], {"2024-01": 3, "2024-02": 12})
    assert read(tmp_path, ORDERS, where={"Shop": "web"}) == ([], {"2024-01": 1, "2024-02": 4})
    older: dict[str, str | bytes] = {"data/old/orders-2023-12.csv": "Shop,Sales\nweb,16\n"}
    every = {"2023-12": 16, "2024-01": 3, "2024-02": 12}
    assert read(tmp_path, ORDERS | older, file="data/**/orders-*.csv") == ([], every)


def test_each_row_has_its_file_and_line(tmp_path: Path) -> None:
    files = ORDERS | {"data/orders-2024-02.csv": "Sales,Shop\n4,web\nx,store\n"}
    loaded = load(tmp_path, files, {"id": "k", "aggregate": "sum", "source": NAMES})
    (line,) = told(loaded)
    assert line.startswith("data/orders-2024-02.csv:3:1: BSC309 error: 'x' is not a number")
    places = [(row.place.file, row.place.line) for row in loaded.readings["k"].rows]
    assert places == [("data/orders-2024-01.csv", 2), ("data/orders-2024-01.csv", 3), ("data/orders-2024-02.csv", 2)]
    assert loaded.readings["k"].files == ("data/orders-2024-01.csv", "data/orders-2024-02.csv")
    origin = provenance_text(loaded.readings["k"].origin)
    assert origin == "data/orders-*.csv, 2 files, column Sales by the name of the file"


def test_a_column_that_a_file_lacks_is_told_where_the_source_names_it(tmp_path: Path) -> None:
    (line,) = read(tmp_path, ORDERS, note="Note")[0]
    assert line == (
        "kpi/k source: BSC376 the column 'Note' is missing in data/orders-2024-01.csv; give its column that name, or "
        "leave the file out by `file:`"
    )


def test_only_columns_of_the_files_are_listed_where_one_is_not_there(tmp_path: Path) -> None:
    (line,) = read(tmp_path, ORDERS, value="Sale")[0]
    assert line.endswith("there is no column 'Sale'; did you mean 'Sales'?; there are: Shop, Sales, Note")


def test_a_pattern_that_no_file_fits_is_told_with_names_that_are_near(tmp_path: Path) -> None:
    line = read(tmp_path, ORDERS, file="data/ordres-2024-0*.csv")[0][-1]
    assert "BSC301 data/ordres-2024-0*.csv: no file fits this pattern; did you mean 'orders-2024-0" in line
    line = read(tmp_path, ORDERS, file="../*.csv")[0][-1]
    assert "BSC302 ../*.csv: the files lie outside of the project folder" in line


@pytest.mark.parametrize(
    ("name", "pattern", "period"),
    [
        ("sales-24Q3.csv", "sales-{yy}Q{q}", "2024-Q3"),
        ("Sales 2024-W07 final.csv", "{yyyy}-W{ww}", "2024-W07"),
        ("export_20240315.csv", "export_{yyyy}{mm}{dd}", "2024-03-15"),
        ("Report March 2024.csv", "{mon} {yyyy}", "2024-03"),
        ("2024/03/sales.csv", "{yyyy}/{mm}/sales", "2024-03"),
        ("FY2024.csv", "FY{yyyy}", "2024"),
    ],
)
def test_names_say_periods_in_many_ways(tmp_path: Path, name: str, pattern: str, period: str) -> None:
    frequency = {"Q": "quarterly", "W": "weekly"}.get(period[5:6], "yearly" if len(period) == 4 else "monthly")
    source = {"file": f"data/{name}", "period": {"from_name": pattern}, "value": "Sales"}
    kpi: dict[str, Any] = {"id": "k", "frequency": frequency, "source": source}
    loaded = load(tmp_path, {f"data/{name}": "Sales\n5\n"}, kpi)
    assert (told(loaded), values(loaded, "k")) == ([], {period: 5})


def test_a_name_without_a_period_is_told(tmp_path: Path) -> None:
    lines, figures = read(tmp_path, ORDERS | {"data/orders-latest.csv": "Shop,Sales\nweb,1\n"})
    told_of_it = (
        "data/orders-latest.csv:0:0: BSC378 error: the name 'orders-latest.csv' does not fit "
        "`from_name: orders-{yyyy}-{mm}`, so the period of its rows is not known; rename the file, or leave it out by "
        "`file:`"
    )
    assert lines == [told_of_it]
    assert figures == {"2024-01": 3, "2024-02": 12}


AGAIN: dict[str, str | bytes] = {"data/orders-2024-01-v2.csv": "Shop,Sales\nweb,1\nstore,32\n"}


def test_what_counts_of_several_files_of_one_period_is_declared(tmp_path: Path) -> None:
    (line,) = read(tmp_path, ORDERS | AGAIN)[0]
    assert line == (
        "kpi/k source: BSC375 2024-01 stands in data/orders-2024-01.csv and in data/orders-2024-01-v2.csv; declare in "
        "the source `repeated_files: newest name` if the file whose name comes last replaces the other, or "
        "`repeated_files: added` if they are parts of one figure"
    )
    newest = {"2024-01": 33, "2024-02": 12}
    assert read(tmp_path, ORDERS | AGAIN, repeated_files="newest name") == ([], newest)
    assert read(tmp_path, ORDERS | AGAIN, repeated_files="added") == ([], {"2024-01": 36, "2024-02": 12})


def test_files_that_say_the_same_figure_need_no_answer(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"data/kpi-{number}.csv": f"month,v\n2024-01,1\n2024-0{number},{number}\n" for number in (2, 3)
    }
    source = {"file": "data/kpi-*.csv", "period": "month", "value": "v"}
    loaded = load(tmp_path, files, {"id": "k", "source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1, "2024-02": 2, "2024-03": 3})
    files["data/kpi-3.csv"] = "month,v\n2024-01,9\n"
    (line,) = told(load(tmp_path, files, {"id": "k", "source": source}))
    assert "BSC375 2024-01 stands in data/kpi-2.csv and in data/kpi-3.csv" in line


def test_many_rows_of_many_files_are_read_by_columns(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"data/log-{number:02d}.csv": "day,v\n" + f"2024-{number:02d}-03,{number}\n" * 1500 for number in range(1, 13)
    }
    source = {"file": "data/log-*.csv", "period": "day", "value": "v", "repeated_rows": "counted"}
    kpi: dict[str, Any] = {"id": "k", "aggregate": "sum", "source": source}
    loaded = load(tmp_path, files, kpi)
    assert (told(loaded), values(loaded, "k")) == ([], {f"2024-{n:02d}-03": 1500.0 * n for n in range(1, 13)})
    files["data/log-13.csv"] = "day,v\n" + "2024-01-03,2\n" * 1500
    (line,) = told(load(tmp_path, files, kpi))
    assert "BSC375 2024-01-03 stands in data/log-01.csv and in data/log-13.csv" in line
    loaded = load(tmp_path, files, {**kpi, "source": source | {"repeated_files": "newest name"}})
    assert values(loaded, "k")["2024-01-03"] == 3000


def test_rows_are_left_out_by_texts_and_patterns(tmp_path: Path) -> None:
    content = (
        "Region,Month,Sales\nNorth,2024-01,1\n,2024-02,2\nTotal north,2024-02,3\n,2024-03,3\nGrand  total,2024-02,4\n"
    )
    source = {"file": "data/a.csv", "period": "Month", "value": "Sales", "fill": ["Region"], "totals": "counted"}
    skip = {"Region": ["Grand Total", "total*"]}
    kpi: dict[str, Any] = {"id": "k", "aggregate": "sum", "source": source | {"skip": skip}}
    loaded = load(tmp_path, {"data/a.csv": content}, kpi)
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1, "2024-02": 2})
    assert loaded.readings["k"].origin.tables[0].of(Found.SKIPPED) == 3
    kpi["source"]["skip"] = {"Regoin": "Total*"}
    (line,) = told(load(tmp_path, {"data/a.csv": content}, kpi))
    assert line.startswith("kpi/k source.skip: BSC307 data/a.csv: there is no column 'Regoin'; did you mean 'Region'?")
