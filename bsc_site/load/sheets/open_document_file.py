"""OpenDocument files: the rows of one sheet of an .ods workbook, as LibreOffice and Google write them."""

from __future__ import annotations

import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal
from itertools import repeat
from pathlib import Path
from typing import IO, Any

from bsc_site.load.packing.size_limits import prove_archive
from bsc_site.load.sheets.merged_cells import with_merged
from bsc_site.load.sheets.sheet_choice import NamedSheet, chosen_sheet
from bsc_site.load.sheets.sheet_marks import MergedRange
from bsc_site.load.tables.cells import Cell, PerCent, Row, TableError, Uncomputed, is_blank
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.declared.columns.column_name import column_letters
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TABLE, _TEXT, _STYLE = (_OASIS % each for each in ("office", "table", "text", "style"))
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def read_open_document(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the named sheet, of the first visible one unless one is named.

    A cell formatted as per cent counts as it is shown, 41.2 for 41.2 %. Raises TableError for a file or sheet that
    cannot be read.
    """
    prove_archive(path)
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
            tables, hidden = _tables(content)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError, zlib.error, RuntimeError) as error:
        raise _broken(error) from None
    names = [str(each.get(f"{_TABLE}name", "")) for each in tables]
    visible = [each.get(f"{_TABLE}style-name") not in hidden for each in tables]
    place, sheets = chosen_sheet([NamedSheet(*each) for each in zip(names, visible, strict=True)], layout.sheet)
    try:
        rows, merged = _rows(tables[place], names[place])
    except (ValueError, ArithmeticError) as error:
        raise _broken(error) from None
    return RawTable(with_merged(iter(rows), merged), sheets=sheets, called=said(told.SHEET, name=names[place]))


def _tables(content: IO[bytes]) -> tuple[list[Any], frozenset[str]]:
    """The sheets of the document, and the styles of those that are hidden."""
    from lxml import etree  # noqa: PLC0415  # only these files need it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        document = etree.parse(content, parser)
    except etree.LxmlError as error:
        raise _broken(error) from None
    if document.docinfo.internalDTD is not None:
        raise _broken(ValueError())
    styles = document.iter(f"{_STYLE}style")
    hidden = frozenset(
        str(style.get(f"{_STYLE}name"))
        for style in styles
        for each in style.iter(f"{_STYLE}table-properties")
        if each.get(f"{_TABLE}display") == "false"
    )
    return list(document.iterfind(f".//{_OFFICE}spreadsheet/{_TABLE}table")), hidden


def _rows(table: Any, name: str) -> tuple[list[Row], list[MergedRange]]:
    """The rows up to the last one that holds anything, and the cells that span others."""
    rows: list[Row] = []
    merged: list[MergedRange] = []
    line = 1
    for row in table.iter(f"{_TABLE}table-row"):
        cells = _cells(row, line, name, merged)
        again = _times(row, "number-rows-repeated")
        if line + again - 1 > _MOST_ROWS and cells:
            again = _MOST_ROWS - line + 1
        if cells:
            rows += ((number, []) for number in range(len(rows) + 1, line))
            rows += zip(range(line, line + again), repeat(cells))
        line += again
    return rows, merged


def _cells(row: Any, line: int, sheet: str, merged: list[MergedRange]) -> list[Cell]:
    """The cells of a row up to the last one that is not empty."""
    cells: list[Cell] = []
    column = 1
    for element in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        again = _times(element, "number-columns-repeated")
        cell = _cell(element, said(told.CELL_OF_SHEET, cell=f"{column_letters(column)}{line}", sheet=sheet))
        if not is_blank(cell):
            cells += [None] * (column - 1 - len(cells))
            cells += [cell] * min(again, _MOST_COLUMNS)
        across, down = _times(element, "number-columns-spanned"), _times(element, "number-rows-spanned")
        if across * down > 1:
            merged.append(MergedRange(line, column, line + down - 1, column + across - 1))
        column += again
    return cells


def _times(element: Any, key: str) -> int:
    return max(1, int(element.get(f"{_TABLE}{key}", "1")))


def _cell(element: Any, address: str) -> Cell:
    kind = element.get(f"{_OFFICE}value-type")
    if kind is None or element.tag == f"{_TABLE}covered-table-cell":
        formula = element.get(f"{_TABLE}formula")
        return None if formula is None else Uncomputed(formula.partition(":")[2] or formula, address)
    if kind == "percentage":
        return PerCent(Decimal(element.get(f"{_OFFICE}value")).scaleb(2))
    if kind in {"float", "currency"}:
        return float(element.get(f"{_OFFICE}value"))
    if kind == "boolean":
        return bool(element.get(f"{_OFFICE}boolean-value") == "true")
    if kind == "date":
        return _moment(element.get(f"{_OFFICE}date-value"))
    return "\n".join("".join(each.itertext()) for each in element.iterchildren(f"{_TEXT}p"))


def _moment(text: str) -> date:
    moment = datetime.fromisoformat(text)
    return moment if "T" in text else moment.date()


def _broken(error: BaseException) -> TableError:
    return TableError("BSC303", said(told.WORKBOOK_BROKEN, error=type(error).__name__))
