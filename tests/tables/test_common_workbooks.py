"""Workbooks written in the common way are read without openpyxl, and as openpyxl reads them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bsc_site.load.sheets import excel_file
from bsc_site.load.tables.cells import PerCent, TableError
from bsc_site.load.tables.file_layout import Layout

pytestmark = pytest.mark.filterwarnings("ignore")  # openpyxl warns of numbers that are no dates

FORMATS = (
    *("General", "0", "0.00", "#,##0.00", "0%", "0.00%", "mm-dd-yy", "h:mm", "m/d/yy h:mm", "mm:ss", "[h]:mm:ss"),
    *('0.0" %"', "0.0\\%", "0.0%;-0.0%", "yyyy-mm", "[$-409]mmm yyyy", '"day "0', "[mm]:ss.000", "[Red]0.0", "0.0_d"),
)
NUMBERS = (0, 1, 0.5, 0.412, -3, 59, 60, 61, 45_678, 45_678.123_456_789, 1e10, -0.25, 2_958_466)
VALUES = (
    *("text", " two  blanks ", "x_x005F_y", "", "#N/A", "=1+1", "line\nbreak", "41 %", "ümläut ∑", True, False, None),
    *(date(2024, 2, 29), datetime(2024, 2, 29, 13, 14, 15, 678_000), time(13, 14, 15), timedelta(days=2, hours=3)),  # noqa: DTZ001  # as cells hold it
    *(CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"), " end"),),
)


def _workbook(path: Path, change: Callable[[openpyxl.Workbook], None] = lambda _: None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Values & dates"
    for column, form in enumerate(FORMATS, start=1):
        for row, number in enumerate(NUMBERS, start=1):
            sheet.cell(row, column, number).number_format = form
    for row, value in enumerate(VALUES, start=30):
        sheet.cell(row, row % 7 + 1, value)
    sheet.merge_cells("A30:C31")
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.create_sheet("Empty")
    change(book)
    book.save(path)
    return path


def _again(path: Path, *changes: tuple[str, bytes, bytes]) -> Path:
    """The workbook with something else in some of its parts, which may be new."""
    with zipfile.ZipFile(path) as whole:
        parts = {each: whole.read(each) for each in whole.namelist()}
    for part, old, new in changes:
        assert old in parts.get(part, b"")
        parts[part] = parts.get(part, b"").replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _both(path: Path, layout: Layout) -> tuple[str, str]:
    """What we read and what openpyxl reads, each value with its type."""
    tables = excel_file.read_sheet(path, layout, print), excel_file._read_uncommon(path, layout)  # noqa: SLF001  # its other way
    ours, theirs = (repr([[*map(_typed, chain(*each.rows))], each.sheets, str(each.called)]) for each in tables)
    return ours, theirs


def _typed(value: object) -> object:
    return [*map(_typed, value)] if isinstance(value, list | tuple) else (type(value).__name__, repr(value))


def _since_1904(book: openpyxl.Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


@pytest.mark.parametrize("change", [lambda _: None, _since_1904])
@pytest.mark.parametrize("sheet", [None, 1, "Hidden", "Empty"])
def test_a_sheet_is_read_as_openpyxl_reads_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[openpyxl.Workbook], None],
    sheet: str | int | None,
) -> None:
    path = _workbook(tmp_path / "a.xlsx", change)
    layout = Layout("data/a.xlsx", sheet=sheet)
    ours, theirs = _both(path, layout)
    assert ours == theirs
    assert "PerCent" in ours or sheet in {"Hidden", "Empty"}
    monkeypatch.setattr(excel_file, "_opened", pytest.fail)
    assert bool([*excel_file.read_sheet(path, layout, print).rows]) == ("PerCent" in ours)


SHEET, STYLES, TYPES = "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"
RICH = b'<t>written </t><r><t>inside_x005F_</t></r><r><t/></r><rPh sb="0" eb="1"><t>aloud</t></rPh>'
SHARED = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>none</t></si><si>',
    b'<Override PartName="/xl/texts.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.',
)
A1, AS_TEXT = b'<c r="A1" t="n"><v>0</v></c>', b'<c r="A1" t="d"><v>2024-02-29</v></c>'
ERROR = b'<c r="G34" t="e"><v>#N/A</v></c>'
Changes = dict[str, tuple[tuple[str, bytes, bytes], ...]]
UNCOMMON: Changes = {
    "a date as text": ((SHEET, A1, AS_TEXT),),
    "a style that nobody declares": ((SHEET, b'<c r="A2" ', b'<c s="900" r="A2" '),),
    "columns in small letters": ((SHEET, b'r="A2"', b'r="a2"'),),
    "a format that nobody declares": ((STYLES, b'numFmtId="175" formatCode', b'numFmtId="777" formatCode'),),
    "entities of its own": ((STYLES, b"<styleSheet", b"<!DOCTYPE styleSheet><styleSheet"),),
    "a workbook of another kind": ((TYPES, b"sheet.main+xml", b"template.main+xml"),),
}
STILL_COMMON: Changes = {
    "a text in its cell": ((SHEET, ERROR, b'<c r="G34" t="inlineStr"><is>' + RICH + b"</is></c>"),),
    "a text that several cells share": (
        (SHEET, ERROR, b'<c r="G34" t="s"><v>1</v></c>'),
        ("xl/texts.xml", b"", SHARED[0] + RICH + b"</si></sst>"),
        (TYPES, b"</Types>", SHARED[1] + b'sharedStrings+xml"/></Types>'),
    ),
    "cells without addresses": ((SHEET, b' r="A1"', b""), (SHEET, b' r="B1"', b""), (SHEET, b'<row r="2"', b"<row")),
    "the same row twice": ((SHEET, b'<row r="4"', b'<row r="3"'),),
    "cells in another order": ((SHEET, b'r="C3"', b'r="Z3"'),),
    "no value in a cell": ((SHEET, b"<v>0.412</v>", b"<v></v>"),),
}


@pytest.mark.parametrize("case", [*UNCOMMON, *STILL_COMMON])
def test_what_is_written_in_another_way_is_read_as_openpyxl_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """From the first cell on that is not common it is openpyxl that reads; what came before stands once."""
    path = _again(_workbook(tmp_path / "a.xlsx"), *(UNCOMMON | STILL_COMMON)[case])
    asked: list[Path] = []
    opened = excel_file._opened  # noqa: SLF001  # whether it is asked

    def noted(each: Path) -> object:
        asked.append(each)
        return opened(each)

    monkeypatch.setattr(excel_file, "_opened", noted)
    layout = Layout("data/a.xlsx")
    try:
        ours, theirs = _both(path, layout)
    except TableError as error:
        assert case.endswith("that nobody declares")
        assert error.code == "BSC303"  # noqa: PT017  # which is what openpyxl finds, too
    else:
        assert ours == theirs
    assert (len(asked) > 1) == (case in UNCOMMON)


def test_a_cell_shown_as_per_cent_counts_as_it_is_shown(tmp_path: Path) -> None:
    rows = [*excel_file.read_sheet(_workbook(tmp_path / "a.xlsx"), Layout("data/a.xlsx"), print).rows]
    of_0412 = dict(zip(FORMATS, rows[3][1], strict=False))
    assert (of_0412["0%"], of_0412["0.0%;-0.0%"], of_0412['0.0" %"'], of_0412["0.00"]) == (41.2, 41.2, 0.412, 0.412)
    assert isinstance(of_0412["0.0\\%"], PerCent)
