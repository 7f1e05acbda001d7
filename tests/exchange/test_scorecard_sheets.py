"""A whole scorecard in a workbook: written with words, colours and numbers, and read where people keep theirs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from bsc_site.compute.audience import Circle
from bsc_site.interchange.exporting import Wanted, exported
from bsc_site.interchange.importing import Imported, imported
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import InputError, WrongUse
from bsc_site.model.problem import Severity
from bsc_site.outcomes import Order
from tests.builders.program import DAY, SCORECARD, shop

TODAY = date.fromisoformat(DAY)
HEADINGS = ["Perspective", "Strategic Objective", "Measure", "Unit", "Direction", "Target", "Owner"]


def book_of(root: Path) -> Any:
    exported(Order(root, TODAY, Circle.WIDEST), Wanted("xlsx", out=root / "shop.xlsx"))
    return openpyxl.load_workbook(root / "shop.xlsx")


def table(root: Path, *rows: list[Any], formats: dict[str, str] | None = None) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, shown in (formats or {}).items():
        book.active[cell].number_format = shown
    book.save(root / "table.xlsx")
    return root / "table.xlsx"


def read(root: Path, path: Path) -> tuple[Imported, dict[str, Any], list[str]]:
    """What the import said, the keys of all files, and the rows of data; the check finds no error."""
    told = imported(Order(root, TODAY), path)
    texts = sorted((root / "scorecard").rglob("*.yml"))
    keys = {key: value for text in texts for key, value in yaml.safe_load(text.read_text("utf-8")).items()}
    loaded = load_project(root)
    assert loaded.project is not None
    problems = (*loaded.problems, *load_readings(root, loaded.project).problems)
    assert [str(each) for each in problems if each.severity is Severity.ERROR] == []
    rows = [line for each in (root / "data").glob("*.csv") for line in each.read_text("utf-8").splitlines()[1:]]
    return told, keys, rows


def test_every_level_stands_with_its_status_in_colour_and_in_words(tmp_path: Path) -> None:
    book = book_of(shop(tmp_path))
    rows = [
        [cell for cell in row if cell not in (None, "")] for row in book["Scorecard"].iter_rows(4, values_only=True)
    ]
    assert [row[:3] for row in rows] == [
        ["Shop", "On track", 100],
        ["Customer", "On track", 100],
        ["Customer", "Earn repeat customers", "Ann"],
        ["Customer", "Earn repeat customers", "Repeat purchase rate"],
    ]
    value, status = book["Scorecard"]["H7"], book["Scorecard"]["J7"]
    assert (value.value, value.number_format) == (26, '#,##0"%"')
    assert (status.value, status.font.color.rgb[2:], status.fill.fgColor.rgb[2:]) == ("On track", "006c48", "eef7f1")


def test_every_figure_stands_with_its_target_and_a_chart(tmp_path: Path) -> None:
    book = book_of(shop(tmp_path))
    figures = list(book["Figures"].iter_rows(2, max_col=5, values_only=True))
    assert figures[0] == ("repeat-rate", "Repeat purchase rate", "%", "2025-01", 20)
    assert len(figures) == 6
    assert len(book["Charts"]._charts) == 1  # noqa: SLF001  # there is no other way to count them


def test_a_band_is_drawn_by_both_its_ends(tmp_path: Path) -> None:
    band = "    direction: band\n    scoring: {method: band, low: 20, high: 24.5}\n"
    card = SCORECARD.replace("    targets: [{period: 2025-12, value: 30}]\n", band)
    book = book_of(shop(tmp_path, scorecard=card.replace("    baseline: {period: 2025-01, value: 20}\n", "")))
    assert [cell.value for cell in book["Figures"][2]][5::3] == ["20 – 24.5", 20]
    assert book["Figures"]["J2"].value == 24.5
    assert [line.tx.v for line in book["Charts"]._charts[0].series] == ["Value", "Band from", "Band to"]  # noqa: SLF001  # there is no other way to see them


def test_sheets_are_printed_across_and_can_be_filtered(tmp_path: Path) -> None:
    book = book_of(shop(tmp_path))
    assert {sheet.page_setup.orientation for sheet in book.worksheets} == {"landscape"}
    assert book["Figures"].auto_filter.ref == "A1:J7"
    assert book["Scorecard"].print_title_rows == "$3:$3"


def test_the_workbook_is_the_same_each_time_and_holds_no_formula(tmp_path: Path) -> None:
    root = shop(tmp_path, scorecard=SCORECARD.replace("Repeat purchase rate", "=1+1"))
    book = book_of(root)
    before = (root / "shop.xlsx").read_bytes()
    book_of(root)
    assert (root / "shop.xlsx").read_bytes() == before
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_what_is_not_for_everybody_is_not_in_the_workbook(tmp_path: Path) -> None:
    secret = SCORECARD.replace("    kind: leading\n", "    kind: leading\n    audience: board\n")
    book = book_of(shop(tmp_path, scorecard=secret))
    texts = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert not any("epeat purchase" in each or "repeat-rate" in each for each in texts)


def test_a_table_of_measures_becomes_a_scorecard(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        ["ACME scorecard"],
        [],
        [*HEADINGS, datetime(2025, 1, 1), "Feb 2025", "Actual Mar 2025"],  # noqa: DTZ001  # as cells have it
        ["Financial", "Grow", "Revenue", "EUR", "Higher is better", 1200, "Kim Lee", 1000.5, 1100, 1250.125],
        [None, None, "Costs", "€", "decrease", None, "Kim Lee", 5, None, 6],
        ["Customer", "Delight", "NPS", None, "↑", 40, None, 35, "36,5", 37],
    )
    told, keys, rows = read(tmp_path, path)
    assert told.remarks == ()
    assert (keys["id"], keys["title"]) == ("acme-scorecard", "ACME scorecard")
    assert [(row["name"], [each["kpis"] for each in row["objectives"]]) for row in keys["perspectives"]] == [
        ("Financial", [["revenue", "costs"]]),
        ("Customer", [["nps"]]),
    ]
    assert [(each["name"], each.get("unit"), each["direction"], each["frequency"]) for each in keys["kpis"]] == [
        ("Revenue", "EUR", "higher", "monthly"),
        ("Costs", "EUR", "lower", "monthly"),
        ("NPS", None, "higher", "monthly"),
    ]
    assert keys["people"] == [{"id": "kim-lee", "name": "Kim Lee"}]
    assert rows[2:5] == ["revenue,2025-03,1250.1250,1200,", "costs,2025-01,5,,", "costs,2025-03,6,,"]
    assert rows[6] == "nps,2025-02,36.5,40,"


def test_targets_of_periods_are_declared_and_shares_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        ["KPI", "2024", "Actual 2025", "Target 2025", "2026 target"],
        ["Margin", 0.25, 0.255, 0.3, 0.35],
        formats=dict.fromkeys(("B2", "C2", "D2", "E2"), "0.0%"),
    )
    _, keys, rows = read(tmp_path, path)
    assert rows == ["margin,2024,25,,", "margin,2025,25.5,,"]
    kpi = keys["kpis"][0]
    assert (kpi["unit"], kpi["targets"]) == ("%", [{"period": "2025", "value": 30}, {"period": "2026", "value": 35}])
    assert keys["perspectives"][0]["name"] == "TODO: a name for the perspective"


def test_what_has_no_place_is_told_with_its_cell(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        ["Measure", "Direction", "Weight", "2025-01", "2025-02", "Q1 2025", "Target 2025"],
        ["Sales", "sideways", 2, "n/a", 5, 9, 60],
        [None, None, None, 7],
    )
    told, _, rows = read(tmp_path, path)
    assert rows == ["sales,2025-02,5,,"]
    assert [(each.place.file.partition("!")[2], each.message) for each in told.remarks] == [
        ("C1", "the column 'Weight' is left out: it is none of those that are read"),
        ("B2", "'sideways' is no direction that is known; write higher, lower or band"),
        ("D2", "'n/a' is left out: it is no number"),
        ("F2", "the figure of 2025-Q1 is left out beside figures that are monthly"),
        (
            "G2",
            (
                "the target of 2025 is left out beside figures that are monthly; where it is to be reached by the end, "
                "write targets: [{period: 2025-12, value: 60}]"
            ),
        ),
        ("D3", "'7' stands in a row without a measure and is left out"),
    ]


def test_two_columns_of_one_period_are_one_figure_or_none(tmp_path: Path) -> None:
    path = table(tmp_path, ["Measure", "2025-01", "Jan 2025", "2025-02"], ["Same", 5, 5, "=A1"], ["Other", 5, 6, 7])
    told, _, rows = read(tmp_path, path)
    assert rows == ["same,2025-01,5,,", "other,2025-02,7,,"]
    assert [each.message.partition(";")[0] for each in told.remarks] == [
        "the formula has no result and is left out",
        "'5' is left out: 2025-01 has several figures that differ",
        "'6' is left out: 2025-01 has several figures that differ",
    ]


def test_figures_without_a_period_are_told(tmp_path: Path) -> None:
    told, _, rows = read(tmp_path, table(tmp_path, ["Measure", "Target", "Actual"], ["Sales", 40, 35]))
    assert rows == []
    assert [each.message.partition(";")[0] for each in told.remarks] == [
        "the column 'Actual' names no period, so its figures are left out",
        "the target '40' is left out: nothing says by when it is to be reached",
    ]


def test_a_table_in_a_text_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "Our card.csv"
    path.write_text("Objective;KPI;2024;2025\nGrow;Umsätze;1,5;2\n", encoding="utf-8")
    _, keys, rows = read(tmp_path, path)
    assert (keys["title"], rows) == ("Our card", ["umsatze,2024,1.5,,", "umsatze,2025,2,,"])
    with pytest.raises(WrongUse, match="has a scorecard 'our-card' already"):
        imported(Order(tmp_path, TODAY), path)


def test_a_workbook_without_such_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="BSC603"):
        imported(Order(tmp_path, TODAY), table(tmp_path, ["Name", "Colour"], ["a", "b"]))
