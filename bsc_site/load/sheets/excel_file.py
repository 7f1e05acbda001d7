"""Excel files: the rows of one sheet of an Excel file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bsc_site.load.packing.size_limits import prove_archive
from bsc_site.load.sheets.excel_cells import cell_rows
from bsc_site.load.sheets.excel_formats import shown_per_cent
from bsc_site.load.sheets.excel_package import ExcelPackage, opened_package
from bsc_site.load.sheets.merged_cells import with_merged
from bsc_site.load.sheets.sheet_choice import NamedSheet, chosen_sheet
from bsc_site.load.sheets.sheet_marks import SheetMarks, sheet_marks
from bsc_site.load.tables.cells import Cell, Row, Sheets, TableError, Uncomputed
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.declared.columns.column_name import column_letters
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told


def read_sheet(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the named sheet, of the first visible one unless one is named.

    A cell formatted as per cent counts as it is shown (41.2 for 41.2%), as in a CSV export of the same sheet.
    Raises TableError for a file or sheet that cannot be read.
    """
    prove_archive(path)
    try:
        package = opened_package(path)
    except Exception:  # noqa: BLE001  # whatever is not written in the common way
        return _read_uncommon(path, layout)
    place, sheets = chosen_sheet(package.sheets, layout.sheet)
    try:
        with package.source(place) as source:
            marks = sheet_marks(source)
    except TableError:
        raise
    except Exception:  # noqa: BLE001  # likewise
        return _read_uncommon(path, layout)
    name = package.sheets[place].name
    rows = with_merged(_rows(_common_rows(package, place, path, layout), marks.formulas, name), marks.merged)
    return RawTable(rows, sheets=sheets, called=said(told.SHEET, name=name))


def _common_rows(package: ExcelPackage, place: int, path: Path, layout: Layout) -> Iterator[list[Cell]]:
    """The cells of each row; from the first uncommon one on as openpyxl reads them, or says what is wrong."""
    line = 0
    try:
        for line, cells in enumerate(cell_rows(package, place), start=1):  # noqa: B007  # counts what was read
            yield cells
    except Exception:  # noqa: BLE001  # likewise
        worksheets = _opened(path).worksheets
        yield from islice(_cells(worksheets[_place(worksheets, layout)[0]]), line, None)


def _read_uncommon(path: Path, layout: Layout) -> RawTable:
    """The same by openpyxl, which knows every case, takes a tenth of a second to begin, and says what is wrong."""
    worksheets = _opened(path).worksheets
    place, sheets = _place(worksheets, layout)
    worksheet = worksheets[place]
    marks = _marks(worksheet)
    rows = with_merged(_rows(_cells(worksheet), marks.formulas, worksheet.title), marks.merged)
    return RawTable(rows, sheets=sheets, called=said(told.SHEET, name=worksheet.title))


def _place(worksheets: Sequence[Any], layout: Layout) -> tuple[int, Sheets]:
    known = [NamedSheet(each.title, each.sheet_state == "visible") for each in worksheets]
    return chosen_sheet(known, layout.sheet)


def _opened(path: Path) -> Any:
    import openpyxl  # noqa: PLC0415  # only uncommon files need it

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


def _rows(rows: Iterator[list[Cell]], formulas: Mapping[tuple[int, int], str], sheet: str) -> Iterator[Row]:
    """Each row with its line, and with the formulas that have no result."""
    without = {line for line, _ in formulas}
    for line, cells in enumerate(rows, start=1):
        if line in without:
            _name_formulas(sheet, line, cells, formulas)
        yield line, cells


def _name_formulas(sheet: str, line: int, values: list[Cell], formulas: Mapping[tuple[int, int], str]) -> None:
    for column, value in enumerate(values, start=1):
        formula = formulas.get((line, column))
        if formula is not None and value is None:
            values[column - 1] = Uncomputed(
                formula, said(told.CELL_OF_SHEET, cell=f"{column_letters(column)}{line}", sheet=sheet)
            )


def _cells(worksheet: Any) -> Iterator[list[Cell]]:
    try:
        worksheet.reset_dimensions()
        for cells in worksheet.iter_rows():
            yield [_shown_value(cell) for cell in cells]
    except Exception as error:  # noqa: BLE001  # sheets are read while iterating: the same errors as on opening
        raise _broken(error) from None


def _shown_value(cell: Any) -> Cell:
    value: Cell = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return shown_per_cent(value, cell.number_format)
    return value


def _broken(error: Exception) -> TableError:
    return TableError("BSC303", said(told.WORKBOOK_BROKEN, error=type(error).__name__))
