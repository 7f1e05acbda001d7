"""What a KPI's source can declare, and what is read with it."""

from __future__ import annotations

import json
import shlex
import sys
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from bsc_site.compute.series.project_series import build_series
from bsc_site.wording.provenance.origin_lines import provenance_text
from tests.builders.data_files import load, project_of, told, values

CASES: tuple[tuple[str, str | bytes, dict[str, Any], dict[str, Any]], ...] = (
    (
        "value",
        "month,sales\n2024-01,5\n2024-02,6\n",
        {"period": "month", "value": "sales"},
        {"2024-01": 5, "2024-02": 6},
    ),
    (
        "ratio",
        "month,won,all\n2024-01,2,4\n2024-02,2,100\n",
        {"period": "month", "numerator": "won", "denominator": "all"},
        {"2024-01": (2, 4), "2024-02": (2, 100)},
    ),
    (
        "counted rows",
        "at,ward\n2024-01-05 10:00,A\n2024-01-07 11:00,B\n",
        {"period": "at", "count": "rows"},
        {"2024-01-05": 1, "2024-01-07": 1},
    ),
    (
        "filter by text and list",
        "m,stage,type,v\n2024-01,won,x,5\n2024-01,lost,x,7\n2024-02,won ,y,1\n2024-03,won,z,1\n",
        {"period": "m", "value": "v", "where": {"stage": "won", "type": ["x", "y"]}},
        {"2024-01": 5, "2024-02": 1},
    ),
    (
        "filter by number",
        "m,year,v\n2024-01,2024.0,5\n2024-02,2023,7\n",
        {"period": "m", "value": "v", "where": {"year": 2024}},
        {"2024-01": 5},
    ),
    (
        "filter by truth value",
        "m,public,v\n2024-01,True,5\n2024-02,False,7\n",
        {"period": "m", "value": "v", "where": {"public": True}},
        {"2024-01": 5},
    ),
    ("semicolons show", "m;v\n2024-01;1,5\n", {"period": "m", "value": "v", "decimal": ","}, {"2024-01": 1.5}),
    ("tabs show", "m\tv\n2024-01\t1.5\n", {"period": "m", "value": "v"}, {"2024-01": 1.5}),
    ("declared delimiter", "m^v\n2024-01^1.5\n", {"period": "m", "value": "v", "delimiter": "^"}, {"2024-01": 1.5}),
    (
        "header row, comments and blank lines",
        "Report of June\n\n# exported\nm,v\n# half\n2024-01,1\n\n2024-02,2\n",
        {"period": "m", "value": "v", "header": 4, "comment": "#"},
        {"2024-01": 1, "2024-02": 2},
    ),
    ("missing marker", "m,v\n2024-01,-\n2024-02,2\n", {"period": "m", "value": "v", "missing": ["-"]}, {"2024-02": 2}),
    ("dates", "d,v\n03/04/2024,1\n", {"period": "d", "value": "v", "dates": "day first"}, {"2024-04-03": 1}),
    ("scale", "m,v\n2024-01,0.41\n", {"period": "m", "value": "v", "scale": 100}, {"2024-01": 41}),
    (
        "scale of a ratio",
        "m,a,b\n2024-01,1,4\n",
        {"period": "m", "numerator": "a", "denominator": "b", "scale": 100},
        {"2024-01": (100, 4)},
    ),
    (
        "encoding",
        "Monat,Größe\n2024-01,2\n".encode("cp1252"),
        {"period": "Monat", "value": "Größe", "encoding": "cp1252"},
        {"2024-01": 2},
    ),
    ("byte order mark", b"\xef\xbb\xbfm,v\n2024-01,2\n", {"period": "m", "value": "v"}, {"2024-01": 2}),
    ("headings with space and case", " Month , VALUE\n2024-01,2\n", {"period": "month"}, {"2024-01": 2}),
    ("carriage returns", "m,v\r\n2024-01,1\r2024-02,2\r", {"period": "m", "value": "v"}, {"2024-01": 1, "2024-02": 2}),
    (
        "joined columns",
        "year,month,v\n2024,3,1\n2024,11,2\n",
        {"period": ["year", "month"], "value": "v"},
        {"2024-03": 1, "2024-11": 2},
    ),
    (
        "wide with total and gaps",
        "scope,2024-01,Feb 2024,N/A,Total\nlocal,,2,9,11\nnational,5,6,9,20\n",
        {"where": {"scope": "local"}},
        {"2024-02": 2},
    ),
    (
        "wide with months of a declared year",
        "scope,Jan,Feb\nlocal,1,2\n",
        {"year": 2023},
        {"2023-01": 1, "2023-02": 2},
    ),
    (
        "wide with declared headings",
        "k,lq,tq\nCS01,95.9,95.5\nCS02,1,2\n",
        {"where": {"k": "CS01"}, "columns": {"lq": "2014-05", "tq": "2014-08"}},
        {"2014-05": 95.9, "2014-08": 95.5},
    ),
    (
        "snapshot",
        "stage\nWon\nLost\nWon\n",
        {"count": "rows", "at": "2024-03", "where": {"stage": "Won"}},
        {"2024-03": 2},
    ),
)


@pytest.mark.parametrize(
    ("content", "source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_source_reads_what_it_declares(
    tmp_path: Path,
    content: str | bytes,
    source: dict[str, Any],
    expected: dict[str, Any],
) -> None:
    loaded = load(tmp_path, {"data/a.csv": content}, {"id": "k", "source": {"file": "data/a.csv", **source}})
    assert (told(loaded), values(loaded, "k")) == ([], expected)


def test_target_and_note_columns_go_with_each_reading(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "m", "value": "v", "target": "goal", "note": "why"}
    loaded = load(tmp_path, {"data/a.csv": "m,v,goal,why\n2024-01,5,6, strike \n"}, {"id": "k", "source": source})
    row = loaded.readings["k"].rows[0]
    assert (row.target, row.note) == (6, "strike")


def test_the_origin_says_where_the_figures_come_from(tmp_path: Path) -> None:
    source = {
        "file": "data/crm.csv",
        "period": "month",
        "numerator": "repeat",
        "denominator": "customers",
        "where": {"shop": "web"},
    }
    content = "month,repeat,customers,shop\n2024-01,1,2,web\n"
    loaded = load(tmp_path, {"data/crm.csv": content}, {"id": "k", "source": source})
    assert (
        provenance_text(loaded.readings["k"].origin)
        == "data/crm.csv, columns repeat / customers by month where shop = web"
    )


def test_the_whole_table_says_how_far_it_reaches_not_the_filtered_rows(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "d", "value": "v", "where": {"x": "a"}}
    content = "d,x,v\n2024-01-05,a,1\n2024-01-31,b,1\n2024-02-01,b,\n"
    loaded = load(tmp_path, {"data/a.csv": content}, {"id": "k", "aggregate": "sum", "source": source})
    assert str(loaded.readings["k"].covers_to) == "2024-01-31"


def test_first_days_of_months_are_months_for_a_monthly_kpi(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "d", "value": "v"}
    loaded = load(tmp_path, {"data/a.csv": "d,v\n2024-01-01,1\n2024-02-01,2\n"}, {"id": "k", "source": source})
    assert (values(loaded, "k"), str(loaded.readings["k"].covers_to)) == ({"2024-01": 1, "2024-02": 2}, "2024-02")


def test_a_fiscal_quarter_is_read_on_the_organisations_calendar(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "q", "value": "v"}
    kpi = {"id": "k", "frequency": "quarterly", "source": source}
    loaded = load(tmp_path, {"data/a.csv": "q,v\n2024/25 Q1,1\n"}, kpi, year_starts=4)
    assert values(loaded, "k") == {"FY2025-Q1": 1}


def test_a_place_is_the_line_and_column_an_editor_shows(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "m", "value": "v"}
    content = 'note,m,v\n"two\nlines",2024-01,1\n\nx,2024-02,2\n'
    rows = load(tmp_path, {"data/a.csv": content}, {"id": "k", "source": source}).readings["k"].rows
    assert [(row.place.line, row.place.column) for row in rows] == [(2, 3), (5, 3)]


def test_a_named_sheet_is_read_with_dates_and_percentages_as_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Figures 2024")
    for row in (["Report"], ["Month", "Share"], [pd.Timestamp("2024-01-01"), 0.412], [pd.Timestamp("2024-02-01"), 0.5]):
        sheet.append(row)
    sheet["B3"].number_format = sheet["B4"].number_format = "0.0%"
    (tmp_path / "data").mkdir()
    book.save(tmp_path / "data/book.xlsx")
    source = {"file": "data/book.xlsx", "sheet": "figures 2024", "header": 2, "period": "month", "value": "share"}
    loaded = load(tmp_path, {}, {"id": "k", "source": source}, {"id": "n", "source": {**source, "sheet": 2}})
    assert values(loaded, "k") == values(loaded, "n") == {"2024-01": 41.2, "2024-02": 50}
    assert loaded.readings["k"].rows[0].place.line == 3


def test_json_records_are_found_below_a_path(tmp_path: Path) -> None:
    content = json.dumps(
        {"result": {"items": [{"m": "2024-01", "v": 1}, {"m": 202402, "v": None}, {"m": "2024-03", "v": 2.5}]}}
    )
    source = {"file": "data/a.json", "records": "result/items", "period": "m", "value": "v"}
    loaded = load(tmp_path, {"data/a.json": content}, {"id": "k", "source": source})
    assert values(loaded, "k") == {"2024-01": 1, "2024-03": 2.5}


def test_parquet_columns_are_read(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    frame = pd.DataFrame({"m": pd.to_datetime(["2024-01-31", "2024-02-29"]), "v": [1.5, float("nan")]})
    frame.to_parquet(tmp_path / "data/a.parquet")
    source = {"file": "data/a.parquet", "period": "m", "value": "v"}
    assert values(load(tmp_path, {}, {"id": "k", "source": source}), "k") == {"2024-01-31": 1.5}


def test_a_thousand_filters_on_one_table_find_their_own_rows(tmp_path: Path) -> None:
    lines = [f"2024-01,shop-{number},{number}" for number in range(1000)]
    kpis = [
        {
            "id": f"k{number}",
            "source": {"file": "data/a.csv", "period": "m", "value": "v", "where": {"shop": f"shop-{number}"}},
        }
        for number in range(1000)
    ]
    loaded = load(tmp_path, {"data/a.csv": "\n".join(["m,shop,v", *lines])}, *kpis)
    assert [values(loaded, f"k{number}") for number in (0, 500, 999)] == [
        {"2024-01": 0},
        {"2024-01": 500},
        {"2024-01": 999},
    ]


@pytest.mark.parametrize(
    ("package", "file", "advice"),
    [
        (
            "zstandard",
            "a.csv.zst",
            "Zstandard files need zstandard; run: {} -m pip install 'bsc-site[zstd]'",
        ),
        ("pyarrow", "a.parquet", "Parquet files need pyarrow; run: {} -m pip install 'bsc-site[parquet]'"),
    ],
)
def test_a_missing_package_is_a_line_that_says_what_to_install(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    file: str,
    advice: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    source = {"file": f"data/{file}", "period": "m", "value": "v"}
    loaded = load(tmp_path, {f"data/{file}": "x"}, {"id": "k", "source": source})
    assert told(loaded) == [f"data/{file}:0:0: BSC303 error: {advice.format(shlex.quote(sys.executable))}"]


def test_many_kpis_on_a_missing_file_are_not_a_flood(tmp_path: Path) -> None:
    kpis = [
        {"id": f"k{number}", "source": {"file": "data/a.csv", "period": "m", "value": "v"}} for number in range(100)
    ]
    (tmp_path / "data").mkdir()
    findings = load(tmp_path, {}, *kpis).findings
    message = "data/a.csv: there is no such file (95 more KPIs read the same)"
    assert [(each.element, each.message) for each in findings] == [(f"kpi/k{number}", message) for number in range(5)]


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "m", "value": "v"}
    loaded = load(tmp_path, {"data/a.csv": "m,v,v\n2024-01,1,2\n"}, {"id": "k", "source": source})
    letters = "`{column: B}` or `{column: C}`"
    twice = f"data/a.csv: 2 columns are called 'v'; rename all but one, or name the one meant by its letter, {letters}"
    assert told(loaded) == [f"kpi/k source.value: BSC322 {twice}"]


def test_timestamps_of_one_day_do_not_contradict_each_other(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "at", "value": "v"}
    content = "at,v\n2024-01-05 09:00:00,1\n2024-01-05 17:30:00,2\n"
    assert told(load(tmp_path, {"data/a.csv": content}, {"id": "k", "source": source})) == []


@pytest.mark.parametrize(
    "times",
    [
        ["2024-02-29 18:00", "2024-02-29 09:00"],
        ["2024-02-29T18:00:00Z", "2024-02-29T09:00:00Z"],
        ["29.02.2024 18:00", "29.02.2024 9:00"],
        ["29/02/2024 06:00 PM", "29/02/2024 09:00 AM"],
    ],
)
def test_the_last_figure_of_a_day_is_that_of_its_latest_time(tmp_path: Path, times: list[str]) -> None:
    source = {"file": "data/a.csv", "period": "at", "value": "v"}
    kpi = {"id": "k", "source": source, "aggregate": "last"}
    for lines in (times, times[::-1]):
        content = "at,v\n" + "".join(f"{at},{20 if at == times[0] else 10}\n" for at in lines)
        loaded = load(tmp_path, {"data/a.csv": content}, kpi)
        series = build_series(project_of(kpi), loaded.readings, date(2024, 3, 31)).series["k"]
        assert [each.value for each in series.observations] == [20]


@pytest.mark.slow
def test_a_hundred_thousand_broken_rows_are_five_lines(tmp_path: Path) -> None:
    content = "kpi,period,value\n" + "k,2024-01,oops\n" * 100_000
    lines = told(load(tmp_path, {"data/a.csv": content}, {"id": "k"}))
    wrong = "'oops' is not a number; if it means no value, leave the cell empty"
    assert lines[:4] == [f"data/a.csv:{line}:3: BSC309 error: {wrong}" for line in range(2, 6)]
    assert lines[4] == f"data/a.csv:6:3: BSC309 error: {wrong} (and 99,995 more like this)"


@pytest.mark.slow
def test_memory_does_not_grow_with_texts_that_repeat(tmp_path: Path) -> None:
    """A table keeps each distinct cell once: thirty megabytes of one text leave no trace."""
    rows = (f"2024-{number % 12 + 1:02d},{'x' * 300},{number}" for number in range(100_000))
    content = "m,text,v\n" + "\n".join(rows)
    source = {"file": "data/a.csv", "period": "m", "value": "v", "where": {"v": 17}}
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.csv").write_text(content)
    del content
    tracemalloc.start()
    loaded = load(tmp_path, {}, {"id": "k", "source": source})
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert values(loaded, "k") == {"2024-06": 17}
    assert peak < 24_000_000


@pytest.mark.parametrize("encoding", ["base64", "nonsense", "rot13"])
def test_an_encoding_that_is_none_is_told(tmp_path: Path, encoding: str) -> None:
    source = {"file": "data/a.csv", "period": "m", "value": "v", "encoding": encoding}
    loaded = load(tmp_path, {"data/a.csv": "m,v\n2024-01,1\n"}, {"id": "k", "source": source})
    wrong = f"'{encoding}' is no encoding; use utf-8, cp1252, latin-1 or utf-16"
    assert told(loaded) == [f"data/a.csv:0:0: BSC304 error: {wrong}"]


@pytest.mark.parametrize("delimiter", ["", "::", "\n", '"'])
def test_a_delimiter_that_is_not_one_character_is_told(tmp_path: Path, delimiter: str) -> None:
    source = {"file": "data/a.csv", "period": "m", "value": "v", "delimiter": delimiter}
    loaded = load(tmp_path, {"data/a.csv": "m,v\n2024-01,1\n"}, {"id": "k", "source": source})
    wrong = f"data/a.csv: a delimiter is one character, such as ; or |, not {delimiter!r}"
    assert told(loaded) == [f"kpi/k source.delimiter: BSC321 {wrong}"]
