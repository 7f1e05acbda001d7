"""Excel files: the rows of one sheet of an Excel file."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from bsc_site.load.installing import install_command
from bsc_site.load.sheets.merged_cells import with_merged
from bsc_site.load.sheets.sheet_marks import SheetMarks, sheet_marks
from bsc_site.load.tables.cells import ONE_SHEET, Cell, PerCent, Row, Sheets, TableError, Uncomputed
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.declared.sources.column_name import column_letters

_LITERAL = re.compile(r'"[^"]*"?|[\\_*].|\[[^]]*\]')
"""What a number format shows as it stands: quoted, escaped, as a blank of its width, repeated, or in brackets."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def read_sheet(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the named sheet, of the first visible one unless one is named.

    A cell formatted as per cent counts as it is shown (41.2 for 41.2%), as in a CSV export of the same sheet.
    Raises TableError without openpyxl, and for a file or sheet that cannot be read.
    """
    worksheet = _worksheet(path, layout.sheet)
    marks = _marks(worksheet)
    rows = with_merged(_sheet_rows(worksheet, marks.formulas), marks.merged)
    return RawTable(rows, sheets=_sheets(worksheet, layout.sheet), called=f"sheet '{worksheet.title}'")


def _worksheet(path: Path, sheet: str | int | None) -> Any:
    try:
        import openpyxl  # noqa: PLC0415  # an optional dependency
    except ImportError:
        advice = f"Excel files need openpyxl; run: {install_command('bsc-site[excel]')}"
        raise TableError("BSC303", advice) from None
    with path.open("rb") as file:
        if file.read(4) == _OLD_OR_LOCKED:
            raise TableError(
                "BSC303", "the workbook is protected by a password or in the old .xls format; save it as plain .xlsx"
            )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations, which no figure depends on
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # noqa: BLE001  # whatever its ZIP and XML readers raise, the file is broken
        raise _broken(error) from None
    return _chosen(book, sheet)


def _chosen(book: Any, sheet: str | int | None) -> Any:
    names = [each.title for each in book.worksheets]
    listed = ", ".join(names) or "none"
    if isinstance(sheet, int):
        if not 1 <= sheet <= len(names):
            raise TableError("BSC308", f"there is no sheet number {sheet}; there are {len(names)}: {listed}")
        return book.worksheets[sheet - 1]
    if sheet is None and names:
        return next(filter(_is_visible, book.worksheets), book.worksheets[0])
    for each in book.worksheets:
        if each.title.strip().lower() == str(sheet).strip().lower():
            return each
    raise TableError("BSC308", f"there is no sheet '{sheet}'; there are: {listed}")


def _is_visible(worksheet: Any) -> bool:
    return bool(worksheet.sheet_state == "visible")


def _sheets(worksheet: Any, named: str | int | None) -> Sheets:
    if named is not None:
        return ONE_SHEET
    there = [each for each in worksheet.parent.worksheets if each is not worksheet]
    visible = (worksheet.title, *(each.title for each in there if _is_visible(each)))
    return Sheets(visible, tuple(each.title for each in there if not _is_visible(each)))


def _marks(worksheet: Any) -> SheetMarks:
    try:
        with worksheet._get_source() as source:  # noqa: SLF001  # openpyxl passes over them when it streams rows
            return sheet_marks(source)
    except Exception as error:  # noqa: BLE001  # as below
        raise _broken(error) from None


def _sheet_rows(worksheet: Any, formulas: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    try:
        worksheet.reset_dimensions()
        without = {line for line, _ in formulas}
        for line, cells in enumerate(worksheet.iter_rows(), start=1):
            values = [_shown_value(cell) for cell in cells]
            if line in without:
                _name_formulas(worksheet.title, line, values, formulas)
            yield line, values
    except Exception as error:  # noqa: BLE001  # sheets are read while iterating: the same errors as on opening
        raise _broken(error) from None


def _name_formulas(sheet: str, line: int, values: list[Cell], formulas: Mapping[tuple[int, int], str]) -> None:
    for column, value in enumerate(values, start=1):
        formula = formulas.get((line, column))
        if formula is not None and value is None:
            values[column - 1] = Uncomputed(formula, f"{column_letters(column)}{line} of sheet '{sheet}'")


def _shown_value(cell: Any) -> Cell:
    value: Cell = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return PerCent(Decimal(repr(value)).scaleb(2) if _multiplies(cell.number_format) else value)
    return value


@cache
def _multiplies(number_format: str) -> bool:
    """Whether a format shows its number times 100: `0.0%` does; one where the sign is quoted or escaped does not."""
    return "%" in _LITERAL.sub("", number_format)


def _broken(error: Exception) -> TableError:
    return TableError("BSC303", f"the workbook cannot be read ({type(error).__name__}); save it again as .xlsx")
