"""SheetGrid: the cells of a workbook or a text file, each with its value as it is shown and its place."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from typing import Any, NoReturn

from bsc_site.exchange.workbooks.excel import opened
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass

_LARGEST = 300_000_000
"""Bytes of a workbook once it is unpacked."""
_OPEN_DOCUMENT = "content.xml"
"""The part that spreadsheets of LibreOffice have in their own format, and those of Excel do not."""
_PROLOG = 65_536
"""Bytes of a part among which its document type would stand."""
_MOST_ROWS, _MOST_COLUMNS = 200_000, 1_000
_LITERAL = re.compile(r'"[^"]*"?|[\\_*].|\[[^]]*\]')
GridValue = str | float | bool | date | None


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in one cell; `computed` for a formula whose result was never stored."""

    value: GridValue
    where: str
    """Sheet and cell, as `Ann!G5`; of a text file the cell alone."""
    row: int
    column: int
    percent: bool = False
    computed: bool = False

    @property
    def text(self) -> str:
        """Its text without blanks around it, empty for an empty cell; whole numbers without a point."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if isinstance(self.value, datetime | date):
            return self.value.isoformat()[:10]
        return str(self.value).strip()

    def problem(self, file: str, code: str, message: str) -> Problem:
        """What is wrong with it."""
        return problem(code, Place(f"{file}:{self.where}", self.row, self.column), message)


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """One sheet: its name, empty for a text file, and its rows from the top."""

    sheet: str
    rows: tuple[tuple[GridCell, ...], ...]
    hidden: bool = False
    delimiter: str = ""
    """The mark between the cells of a text file."""


def workbook_grids(content: bytes, file: str) -> list[SheetGrid]:
    """Every sheet of a workbook. Raises InputError for a file that is none, or too large when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(each.file_size for each in parts.infolist()) > _LARGEST:
                _refuse(file, f"the workbook is larger than {_LARGEST // 1_000_000} MB when it is unpacked")
            if _OPEN_DOCUMENT in parts.namelist():
                _refuse(file, "this is an OpenDocument spreadsheet; save it as .xlsx, or as CSV UTF-8")
            if any(b"<!DOCTYPE" in _beginning(parts, name) for name in parts.namelist()):
                _refuse(file, "a part of the workbook has a document type, which no spreadsheet writes")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations, which no figure depends on
            shown = opened(content, results=True)
            typed = opened(content, results=False)
            return [_grid(sheet, typed[sheet.title], file) for sheet in shown.worksheets]
    except (InputError, ImportError):
        raise
    except Exception as error:  # noqa: BLE001  # whatever its ZIP and XML readers raise, the file is broken
        _refuse(file, f"the workbook cannot be read ({type(error).__name__}); save it again as .xlsx")


def _beginning(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        return part.read(_PROLOG)


def text_grid(content: bytes, file: str) -> SheetGrid:
    """A text file of cells, with the mark between them that its first line has most of. Raises InputError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _refuse(f"{file}:{line}", f"byte {content[error.start]:#04x} is not UTF-8; save the file as CSV UTF-8")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        numbered = tuple(_text_row(number, cells) for number, cells in enumerate(rows, start=1))
        return SheetGrid("", numbered, delimiter=delimiter)
    except csv.Error as error:
        _refuse(file, f"the file cannot be read as CSV ({error})")


def _refuse(file: str, message: str) -> NoReturn:
    raise InputError((problem("BSC624", Place(file), message),))


def _text_row(number: int, cells: Sequence[str]) -> tuple[GridCell, ...]:
    return tuple(
        GridCell(text or None, f"{_letters(at)}{number}", number, at) for at, text in enumerate(cells, start=1)
    )


def _grid(shown: Any, typed: Any, file: str) -> SheetGrid:
    rows = tuple(_rows(shown, typed, file))
    return SheetGrid(shown.title, rows, hidden=shown.sheet_state != "visible")


def _rows(shown: Any, typed: Any, file: str) -> Iterator[tuple[GridCell, ...]]:
    shown.reset_dimensions()
    typed.reset_dimensions()
    for number, (values, formulas) in enumerate(zip_longest(shown.iter_rows(), typed.iter_rows(), fillvalue=())):
        if number >= _MOST_ROWS or len(values) > _MOST_COLUMNS:
            _refuse(file, f"sheet '{shown.title}' has more than {_MOST_ROWS:,} rows or {_MOST_COLUMNS:,} columns")
        yield tuple(
            _cell(value, formula, shown.title, number + 1, at)
            for at, (value, formula) in enumerate(zip_longest(values, formulas), start=1)
        )


def _cell(shown: Any, typed: Any, sheet: str, row: int, column: int) -> GridCell:
    value = shown.value if shown is not None else None
    where = f"{sheet}!{_letters(column)}{row}"
    computed = value is None and typed is not None and getattr(typed, "data_type", "") == "f"
    percent = False
    if isinstance(value, int | float) and not isinstance(value, bool):
        percent = "%" in _LITERAL.sub("", shown.number_format or "")
        value = float(Decimal(repr(value)).scaleb(2)) if percent else float(value)
    if value is not None and not isinstance(value, str | float | bool | date):
        value = str(value)
    return GridCell(value, where, row, column, percent, computed)


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
