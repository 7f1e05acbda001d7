"""What comes back from a template as nobody meant it is told, and no text of a project harms whoever opens it."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import openpyxl

from bsc_site.exchange.entry.entries import HEADINGS
from tests.exchange.test_entries import filled, home, refused, taken, template


def test_a_sheet_that_lost_a_heading_is_told_and_a_hidden_one_is_read(tmp_path: Path) -> None:
    root = home(tmp_path)
    path = filled(template(root), {"repeat-rate:2025-07": 27, "open:2025-Q2": "yes"})
    book = openpyxl.load_workbook(path)
    book["Ann"]["H3"].value, book["Bob B"].sheet_state = "Wert", "hidden"
    book.save(path)
    words = "no heading of this row is 'value'; write it above its column as the template had it"
    assert refused(root, path) == [f"figures.xlsx:Ann!A3 BSC626 {words}"]
    book["Ann"]["H3"].value = "value"
    book.save(path)
    assert taken(root, path)[1:] == ["repeat-rate,2025-07,27,", "open,2025-Q2,yes,"]


def test_a_point_that_may_stand_between_thousands_is_asked_about(tmp_path: Path) -> None:
    root = home(tmp_path)
    path = root / "mine.csv"
    path.write_text("kpi;period;value\nvisits;2024;1.234\n")
    assert refused(root, path) == ["mine.csv:C2 BSC620 '1.234' could be two numbers; write 1234 or 1.2340"]
    path.write_text("kpi,period,value\nvisits,2024,1.234\n")
    assert taken(root, path)[1:] == ["visits,2024,1.2340,"]


def test_no_text_of_the_project_is_a_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    root = home(tmp_path)
    rows = list(csv.reader(io.StringIO(template(root, "template-csv").read_text(encoding="utf-8-sig"))))
    assert "'=Audit" in {row[HEADINGS.index("name")] for row in rows}
    assert not any(cell[:1] in {"=", "+", "-", "@"} for row in rows for cell in row)
    assert openpyxl.load_workbook(template(root))["Ann"]["C6"].quotePrefix


def test_a_spreadsheet_of_libreoffice_itself_is_one_line(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        parts.writestr("content.xml", "<office/>")
    (tmp_path / "a.ods").write_bytes(content.getvalue())
    words = "this is an OpenDocument spreadsheet; save it as .xlsx, or as CSV UTF-8"
    assert refused(home(tmp_path), tmp_path / "a.ods") == [f"a.ods BSC624 {words}"]
