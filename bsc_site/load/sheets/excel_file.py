"""Excel files: the rows of one sheet of an Excel file."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from bsc_site.load.packing.size_limits import prove_archive
from bsc_site.load.sheets.merged_cells import with_merged
from bsc_site.load.sheets.sheet_choice import NamedSheet, chosen_sheet
from bsc_site.load.sheets.sheet_marks import SheetMarks, sheet_marks
from bsc_site.load.tables.cells import Cell, PerCent, Row, TableError, Uncomputed
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.declared.columns.column_name import column_letters
from bsc_site.model.said import said
from bsc_site.model.sentences import table_sentences as told

_LITERAL = re.compile(r'"[^"]*"?|[\\_*].|\[[^]]*\]')
"""What a number format shows as it stands: quoted, escaped, as a blank of its width, repeated, or in brackets."""


def read_sheet(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the named sheet, of the first visible one unless one is named.

    A cell formatted as per cent counts as it is shown (41.2 for 41.2%), as in a CSV export of the same sheet.
    Raises TableError for a file or sheet that cannot be read.
    """
    worksheets = _opened(path).worksheets
    known = [NamedSheet(each.title, each.sheet_state == "visible") for each in worksheets]
    place, sheets = chosen_sheet(known, layout.sheet)
    worksheet = worksheets[place]
    marks = _marks(worksheet)
    rows = with_merged(_sheet_rows(worksheet, marks.formulas), marks.merged)
    return RawTable(rows, sheets=sheets, called=said(told.SHEET, name=worksheet.title))


def _opened(path: Path) -> Any:
    import openpyxl  # noqa: PLC0415  # only these files need it

    prove_archive(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations, which no figure depends on
            return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # noqa: BLE001  # whatever its ZIP and XML readers raise, the file is broken
        raise _broken(error) from None


def _marks(worksheet: Any) -> SheetMarks:
    try:
        with worksheet._get_source() as source:  # noqa: SLF001  # openpyxl passes over them when it streams rows
            return sheet_marks(source)
    except TableError:
        raise
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
            values[column - 1] = Uncomputed(
                formula, said(told.CELL_OF_SHEET, cell=f"{column_letters(column)}{line}", sheet=sheet)
            )


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
    return TableError("BSC303", said(told.WORKBOOK_BROKEN, error=type(error).__name__))
