"""Any workbook: reads a sheet of a workbook as what it is, whatever its name says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from bsc_site.load.sheets.excel_file import read_sheet
from bsc_site.load.sheets.old_excel_file import read_old_sheet
from bsc_site.load.sheets.open_document_file import read_open_document
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_BINARY = "xl/workbook.bin"
_OPEN_DOCUMENT = "content.xml"


def read_workbook(path: Path, layout: Layout, report: Report) -> RawTable:
    """The rows of the named sheet, of the first visible one unless one is named.

    Raises TableError for a file or sheet that cannot be read.
    """
    with path.open("rb") as file:
        if file.read(len(_OLD_OR_LOCKED)) == _OLD_OR_LOCKED:
            return read_old_sheet(path, layout, report)
    names = _parts(path)
    if _BINARY in names:
        return read_old_sheet(path, layout, report)
    if _OPEN_DOCUMENT in names or path.suffix.lower() == ".ods":
        return read_open_document(path, layout, report)
    return read_sheet(path, layout, report)


def _parts(path: Path) -> frozenset[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return frozenset()
