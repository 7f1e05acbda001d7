"""Old Excel files: the rows of one sheet of an .xls or .xlsb workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from bsc_site.load.packing.size_limits import prove_archive
from bsc_site.load.sheets.merged_cells import with_merged
from bsc_site.load.sheets.muted import muted
from bsc_site.load.sheets.sheet_choice import NamedSheet, chosen_sheet
from bsc_site.load.sheets.sheet_marks import MergedRange
from bsc_site.load.tables.cells import Cell, Row, TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_NEW = frozenset({".xlsx", ".xlsm"})
"""Files of these names are of another kind where a password protects them."""


def read_old_sheet(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the named sheet, of the first visible one unless one is named.

    These formats do not tell which numbers are shown as per cent. Raises TableError for a file or sheet that cannot
    be read.
    """
    prove_archive(path)
    book = _opened(path)
    place, sheets = chosen_sheet(
        [NamedSheet(each.name, _is_visible(each)) for each in book.sheets_metadata], layout.sheet
    )
    try:
        with muted():
            sheet = book.get_sheet_by_index(place)
            lines = sheet.to_python(skip_empty_area=False)
            ranges = sheet.merged_cell_ranges or ()
        merged = [MergedRange(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]
    except BaseException as error:  # noqa: BLE001  # a panic of its parser is no Exception
        raise _told(error) from None
    return RawTable(with_merged(_rows(lines), merged), sheets=sheets, called=said(told.SHEET, name=sheet.name))


def _opened(path: Path) -> Any:
    import python_calamine  # noqa: PLC0415  # only these files need it

    try:
        with path.open("rb") as file, muted():
            return python_calamine.CalamineWorkbook.from_filelike(file)
    except OSError:
        raise
    except BaseException as error:  # noqa: BLE001  # as above
        if path.suffix.lower() in _NEW:
            raise TableError("BSC303", said(told.WORKBOOK_OLD_OR_LOCKED)) from None
        if isinstance(error, python_calamine.PasswordError):
            raise TableError("BSC303", said(told.WORKBOOK_LOCKED)) from None
        raise _told(error) from None


def _told(error: BaseException) -> BaseException:
    """What is said of an error of the parser; others, such as that of whoever stops the program, go on."""
    if isinstance(error, Exception) or type(error).__name__ == "PanicException":
        return TableError("BSC303", said(told.WORKBOOK_BROKEN, error=type(error).__name__))
    return error


def _is_visible(sheet: Any) -> bool:
    return str(sheet.visible).endswith(".Visible")


def _rows(lines: Sequence[Sequence[Any]]) -> Iterator[Row]:
    for line, cells in enumerate(lines, start=1):
        yield line, [_cell(cell) for cell in cells]


def _cell(value: Any) -> Cell:
    if value == "":
        return None
    cell: Cell = str(value) if isinstance(value, time | timedelta) else value
    return cell
