"""Tables where each period has plan, actual and previous year, in columns or in rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.exchange.test_scorecard_sheets import read


def book(root: Path, *rows: list[Any], merged: tuple[str, ...] = ()) -> Path:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for each in merged:
        made.active.merge_cells(each)
    made.save(root / "table.xlsx")
    return root / "table.xlsx"


def cells(told: Any) -> list[tuple[str, str]]:
    return [(each.place.file.partition("!")[2], each.message) for each in told.remarks]


@pytest.mark.parametrize(
    ("periods", "kinds"),
    [
        (("Jan 2025", "Feb 2025"), ("Plan", "Actual", "Previous year")),
        (("Januar 2025", "Februar 2025"), ("Plan", "Ist", "Vorjahr")),
        (("2025-01", "2025-02"), ("Soll", "Ist", "VJ")),
        (("2025-01", "2025-02"), ("PL", "AC", "PY")),
    ],
)
def test_periods_stand_above_plan_actual_and_previous_year(
    tmp_path: Path, periods: tuple[str, str], kinds: tuple[str, ...]
) -> None:
    path = book(
        tmp_path,
        ["Our scorecard"],
        ["Perspective", "KPI", "Unit", periods[0], None, None, periods[1], None, None],
        [None, None, None, *kinds, *kinds],
        ["Finance", "Sales", "EUR", 100, 90, 80, 110, None, 85],
        merged=("A1:I1", "D2:F2", "G2:I2", "A2:A3", "B2:B3", "C2:C3"),
    )
    told, keys, rows = read(tmp_path, path)
    assert told.remarks == ()
    assert keys["title"] == "Our scorecard"
    assert (keys["kpis"][0]["unit"], keys["kpis"][0]["frequency"]) == ("EUR", "monthly")
    assert rows == ["sales,2024-01,80,,", "sales,2024-02,85,,", "sales,2025-01,90,100,", "sales,2025-02,,110,"]


def test_plan_and_actual_may_stand_above_their_months_and_a_year_above_all(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["KPI", "2025", None, None, None, None],
        [None, "Plan", None, "Actual", None, "YTD"],
        [None, "Jan", "Feb", "Jan", "Feb", None],
        ["Visits", 10, 20, 11, 21, 32],
        merged=("B1:F1", "B2:C2", "D2:E2"),
    )
    told, _, rows = read(tmp_path, path)
    assert rows == ["visits,2025-01,11,10,", "visits,2025-02,21,20,"]
    assert [where for where, _ in cells(told)] == ["F2"]


def test_plan_and_actual_may_have_a_row_each(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["Ziel", "Kennzahl", "Einheit", None, "Q1 2025", "Q2 2025"],
        ["Wachsen", "Umsatz", "EUR", "Plan", 100, 110],
        [None, None, None, "Ist", 90, None],
        [None, None, None, "Vorjahr", 80, 85],
        [None, "Kunden", "count", "Ist", 7, 8],
        [None, "Kunden", "count", "Plan", 9, 9],
        merged=("A2:A6", "B2:B4"),
    )
    told, keys, rows = read(tmp_path, path)
    assert told.remarks == ()
    assert [each["name"] for each in keys["kpis"]] == ["Umsatz", "Kunden"]
    assert rows == [
        *("umsatz,2024-Q1,80,,", "umsatz,2024-Q2,85,,", "umsatz,2025-Q1,90,100,", "umsatz,2025-Q2,,110,"),
        *("kunden,2025-Q1,7,9,", "kunden,2025-Q2,8,9,"),
    ]


def test_a_previous_year_that_stands_there_already_has_to_agree(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["Measure", "Actual 2024", "Actual 2025", "Previous year 2025", "PY 2024"],
        ["Agrees", 5, 6, 5, 4],
        ["Differs", 5, 6, 5.5, None],
    )
    told, _, rows = read(tmp_path, path)
    assert rows == [
        *("agrees,2023,4,,", "agrees,2024,5,,", "agrees,2025,6,,"),
        *("differs,2024,5,,", "differs,2025,6,,"),
    ]
    assert cells(told) == [
        ("D3", "the previous year of 2025, 5.5 is left out: the figure of 2024 is 5 in Sheet!B3; correct one of them")
    ]


def test_what_compares_plan_and_actual_is_left_out_and_told(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["KPI", "2025-01", None, None, "2025-02"],
        [None, "Plan", "Ist", "Abw. %", "Ist"],
        ["Sales", 10, 9, -10, 8],
        merged=("B1:D1",),
    )
    told, _, rows = read(tmp_path, path)
    assert rows == ["sales,2025-01,9,10,", "sales,2025-02,8,,"]
    assert cells(told) == [("D2", "the column '2025-01 Abw. %' is left out: it is none of those that are read")]


def test_a_plan_of_another_length_is_told(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["KPI", "2025-01", None, "2025", None],
        [None, "Plan", "Actual", "Plan", "Actual"],
        ["Sales", 10, 9, 120, None],
        merged=("B1:C1", "D1:E1"),
    )
    told, _, rows = read(tmp_path, path)
    assert rows == ["sales,2025-01,9,10,"]
    assert cells(told) == [("D3", "the plan of 2025 is left out beside figures that are monthly")]


def test_a_sheet_for_each_period_gives_its_figures_to_the_same_measures(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for sheet, sales in (("2025-03", (10, 9, 8)), ("Feb 2025", (10, 7, 6)), ("März 2024", (9, 8.5, None))):
        page = made.create_sheet(sheet)
        page.append(["Perspective", "Measure", "Unit", "Plan", "Actual", "Previous year"])
        page.append(["Finance", "Sales", "EUR", *sales])
    made.remove(made["Sheet"])
    made.save(tmp_path / "table.xlsx")
    told, keys, rows = read(tmp_path, tmp_path / "table.xlsx")
    assert [each["name"] for each in keys["kpis"]] == ["Sales"]
    assert rows == ["sales,2024-02,6,,", "sales,2024-03,8.5,9,", "sales,2025-02,7,10,", "sales,2025-03,9,10,"]
    message = "the previous year of 2025-03, 8 is left out: the figure of 2024-03 is 8.5 in März 2024!E2; correct one"
    assert [(where, words[: len(message)]) for where, words in cells(told)] == [("F2", message)]


def test_a_perspective_may_stand_across_the_table(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ["KPI", "2024", "2025"],
        ["Financial"],
        ["Sales", 1, 2],
        ["Learning & growth"],
        ["Training", 3, 4],
        merged=("A2:C2", "A4:C4"),
    )
    told, keys, rows = read(tmp_path, path)
    assert told.remarks == ()
    assert [each["name"] for each in keys["perspectives"]] == ["Financial", "Learning & growth"]
    assert rows == ["sales,2024,1,,", "sales,2025,2,,", "training,2024,3,,", "training,2025,4,,"]
