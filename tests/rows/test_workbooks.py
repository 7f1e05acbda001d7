"""What workbooks hold beside plain cells: several sheets, merged cells, formulas without results."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bsc_site.load.readings.project_readings import LoadedReadings
from bsc_site.wording.provenance.origin_lines import provenance_text
from tests.builders.data_files import load, told, values

Rows = Sequence[Sequence[Any]]
SALES = {"file": "data/a.xlsx", "period": "Month", "value": "Sales"}
K: dict[str, Any] = {"id": "k", "source": SALES}


def book(root: Path, sheets: Mapping[str, Rows], merged: Sequence[str] = (), hidden: Sequence[str] = ()) -> None:
    """A workbook with these sheets; `merged` are ranges of the first one."""
    made = openpyxl.Workbook()
    made.remove(made["Sheet"])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
    for cells in merged:
        made.worksheets[0].merge_cells(cells)
    (root / "data").mkdir(exist_ok=True)
    made.save(root / "data/a.xlsx")


def months(*figures: tuple[int, float]) -> Rows:
    """Rows of one month each, given as 202401."""
    return [("Month", "Sales"), *((f"{at // 100}-{at % 100:02d}", figure) for at, figure in figures)]


def read(root: Path, sheets: Mapping[str, Rows], kpi: dict[str, Any] = K, **more: Any) -> LoadedReadings:
    """What a KPI gets from such a workbook."""
    book(root, sheets, **more)
    return load(root, {}, kpi)


@pytest.mark.parametrize(
    "names", [("2023", "2024"), ("Sales 2023", "Sales 2024"), ("Dec", "Jan"), ("Sheet1", "Sheet2")]
)
def test_sheets_named_by_periods_or_numbers_are_one_table(tmp_path: Path, names: tuple[str, str]) -> None:
    loaded = read(tmp_path, {names[0]: months((202312, 1)), names[1]: months((202401, 10))})
    assert (told(loaded), values(loaded, "k")) == ([], {"2023-12": 1, "2024-01": 10})
    assert (
        provenance_text(loaded.readings["k"].origin)
        == f"data/a.xlsx, sheets {names[0]}, {names[1]}, column Sales by Month"
    )


def test_sheets_that_share_a_period_are_asked_for(tmp_path: Path) -> None:
    loaded = read(tmp_path, {"2023": months((202312, 1)), "2024": months((202312, 2), (202401, 10))})
    line = "the sheets '2023' and '2024' of data/a.xlsx both have a figure of 2023-12; declare in the source "
    assert told(loaded) == [f'kpi/k source: BSC337 {line}`sheet: "2023"` or `sheet: "2024"`']
    assert not loaded.readings


def test_sheets_named_by_anything_else_are_asked_for(tmp_path: Path) -> None:
    sheets = {"Actual": months((202312, 1)), "Budget": months((202401, 10))}
    (line,) = told(read(tmp_path, sheets))
    assert "the sheets 'Actual' and 'Budget' of data/a.xlsx fit, and nothing says that they are one table" in line
    for name, right in (("Actual", {"2023-12": 1}), ("Budget", {"2024-01": 10})):
        loaded = read(tmp_path, sheets, {"id": "k", "source": SALES | {"sheet": name}})
        assert (told(loaded), values(loaded, "k")) == ([], right)


def test_a_sheet_that_lacks_the_columns_is_passed_over_wherever_it_stands(tmp_path: Path) -> None:
    cover: Rows = [("Report of June",), ("for the board",)]
    for names in (("Cover", "Data"), ("Data", "Cover")):
        sheets = {name: cover if name == "Cover" else months((202401, 10)) for name in names}
        loaded = read(tmp_path, sheets)
        assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10})


def test_what_is_wrong_in_a_further_sheet_names_it(tmp_path: Path) -> None:
    loaded = read(tmp_path, {"2023": months((202312, 1)), "2024": [("Month", "Sales"), ("2024-01", "ten")]})
    assert [line.split("error: ")[1][:40] for line in told(loaded)] == ["sheet '2024': 'ten' is not a number; if "]


def test_a_hidden_sheet_is_read_only_where_it_is_named(tmp_path: Path) -> None:
    sheets = {"Old": months((202301, 5)), "New": months((202401, 10))}
    loaded = read(tmp_path, sheets, hidden=["Old"])
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10})
    loaded = read(tmp_path, sheets, {"id": "k", "source": SALES | {"sheet": "Old"}}, hidden=["Old"])
    assert values(loaded, "k") == {"2023-01": 5}


def test_a_column_that_only_a_hidden_sheet_has_names_that_sheet(tmp_path: Path) -> None:
    (line,) = told(read(tmp_path, {"Old": months((202301, 5)), "New": [("Month", "Cost")]}, hidden=["Old"]))
    assert line.endswith("there are: Month, Cost; sheets that are hidden are read only where `sheet` names them: 'Old'")


def test_every_sheet_that_names_kpis_is_read_without_a_source(tmp_path: Path) -> None:
    head = ("kpi", "period", "value")
    sheets: dict[str, Rows] = {
        "a": [head, ("k", "2024-01", 1)],
        "b": [head, ("k", "2024-02", 2)],
        "c": [],
        "d": [("x",)],
    }
    loaded = read(tmp_path, sheets, {"id": "k"})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1, "2024-02": 2})


FORMULA = "D3 of sheet 'S' holds the formula =B3+C3 without its result; open the file in Excel or LibreOffice and save"


@pytest.mark.parametrize("column", ["value", "period", "target", "where"])
def test_a_formula_without_its_result_is_named_with_its_cell(tmp_path: Path, column: str) -> None:
    rows = [("Month", "A", "B", "Sales"), ("2024-01", 1, 2, 3), ("2024-02", 1, 2, "=B3+C3")]
    sources: dict[str, dict[str, Any]] = {
        "value": {"period": "Month", "value": "Sales"},
        "period": {"period": "Sales", "value": "A"},
        "target": {"period": "Month", "value": "A", "target": "Sales"},
        "where": {"period": "Month", "value": "A", "where": {"Sales": 3}},
    }
    loaded = read(tmp_path, {"S": rows}, {"id": "k", "source": {"file": "data/a.xlsx"} | sources[column]})
    assert any(line.startswith(f"data/a.xlsx:3:4: BSC335 error: cell {FORMULA}") for line in told(loaded))


def test_a_formula_without_its_result_in_a_heading_is_named(tmp_path: Path) -> None:
    (line,) = told(read(tmp_path, {"S": [("Region", "2024-01", "=EDATE(B1,1)"), ("N", 1, 2)]}, K))
    assert line.startswith("data/a.xlsx:1:3: BSC335 error: cell C1 of sheet 'S' holds the formula =EDATE(B1,1) without")


def test_formulas_that_nobody_reads_need_no_result(tmp_path: Path) -> None:
    rows = [("Month", "Sales", "Twice"), ("2024-01", 1, "=B2*2")]
    assert told(read(tmp_path, {"S": rows})) == []


def test_a_result_that_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    book(tmp_path, {"S": [("Month", "Sales"), ("2024-01", 1), ("2024-02", '=IF(1,"",2)')]})
    path = tmp_path / "data/a.xlsx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<c r="B3">', b'<c r="B3" t="str">')
    assert parts["xl/worksheets/sheet1.xml"] != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    loaded = load(tmp_path, {}, K)
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1})


REGIONS: Rows = [
    ("Region", "Month", "Sales"),
    ("North", "2024-01", 10),
    (None, "2024-02", 11),
    ("South", "2024-01", 20),
    (None, "2024-02", 21),
]


def test_a_merged_label_holds_for_each_of_its_rows(tmp_path: Path) -> None:
    kpi = {"id": "k", "source": SALES | {"where": {"Region": "North"}}}
    loaded = read(tmp_path, {"S": REGIONS}, kpi, merged=["A2:A3", "A4:A5"])
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10, "2024-02": 11})


def test_a_merged_year_holds_for_each_of_its_quarters(tmp_path: Path) -> None:
    rows = [("Year", "Quarter", "Sales"), (2023, "Q4", 1), (2024, "Q1", 2), (None, "Q2", 3)]
    kpi = {"id": "k", "frequency": "quarterly", "source": SALES | {"period": ["Year", "Quarter"]}}
    loaded = read(tmp_path, {"S": rows}, kpi, merged=["A3:A4"])
    assert (told(loaded), values(loaded, "k")) == ([], {"2023-Q4": 1, "2024-Q1": 2, "2024-Q2": 3})


def test_a_figure_merged_over_periods_is_a_problem_in_each_of_its_rows(tmp_path: Path) -> None:
    rows = [("Month", "Sales"), ("2024-01", 30), ("2024-02", None), ("2024-03", 5)]
    lines = told(read(tmp_path, {"S": rows}, merged=["B2:B3"]))
    wrong = "'30' is merged over several rows or columns, and nothing says which part is whose; write a figure into"
    assert lines == [f"data/a.xlsx:{line}:2: BSC336 error: {wrong} each cell" for line in (2, 3)]


def test_a_figure_merged_over_columns_of_periods_is_a_problem(tmp_path: Path) -> None:
    rows = [("Region", "2024-01", "2024-02", "2024-03"), ("N", 30, None, 5)]
    (line,) = told(read(tmp_path, {"S": rows}, {"id": "k", "source": {"file": "data/a.xlsx"}}, merged=["B2:C2"]))
    assert line.startswith("data/a.xlsx:2:2: BSC336 error: '30' is merged over several")


def test_rows_that_are_merely_tall_are_one_row_each(tmp_path: Path) -> None:
    rows = [("Month", "Sales"), ("2024-01", 30), (None, None), ("2024-02", 5), (None, None)]
    loaded = read(tmp_path, {"S": rows}, merged=["A2:A3", "B2:B3", "A4:A5", "B4:B5"])
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 30, "2024-02": 5})


def test_cells_that_are_merely_wide_keep_their_figure(tmp_path: Path) -> None:
    rows = [("Month", "Sales", None), ("2024-01", 30, None)]
    loaded = read(tmp_path, {"S": rows}, merged=["B1:C1", "B2:C2"])
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 30})


def test_a_heading_merged_over_two_rows_is_found_in_the_second(tmp_path: Path) -> None:
    rows = [("Region", "Sales", None), (None, "2024-01", "2024-02"), ("N", 1, 2)]
    kpi = {"id": "k", "source": {"file": "data/a.xlsx", "header": 2, "where": {"Region": "N"}}}
    loaded = read(tmp_path, {"S": rows}, kpi, merged=["A1:A2", "B1:C1"])
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1, "2024-02": 2})


def test_groups_go_on_from_sheet_to_sheet(tmp_path: Path) -> None:
    """Each sheet is a part of one table, whose groups are those of all of them."""
    sheets = {
        str(year): [("Month", "Region", "Sales"), (f"{year}-01", "North", year), (f"{year}-01", "South", 1)]
        for year in (2023, 2024)
    }
    kpi = {"id": "k", "aggregate": "sum", "source": SALES | {"by": "Region"}}
    loaded = read(tmp_path, sheets, kpi)
    assert told(loaded) == []
    found = loaded.readings["k"]
    assert {each.name: [(str(row.period), row.value) for row in each.rows.rows] for each in found.groups} == {
        "North": [("2023-01", 2023), ("2024-01", 2024)],
        "South": [("2023-01", 1), ("2024-01", 1)],
    }
    assert len(found.rows) == 4
