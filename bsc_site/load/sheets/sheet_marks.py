"""Sheet marks: what the XML of a sheet says beside its values, merged cells and formulas without a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html import unescape
from typing import IO

from bsc_site.load.tables.cells import TableError
from bsc_site.model.declared.columns.column_name import column_number
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told
from bsc_site.model.value_class import dataclass

_CHUNK = 1 << 20
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A cell with a formula and no value, or an empty one."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"')
_ADDRESS = re.compile(rb'\br="([A-Z]+)(\d+)"')
_ROW_ENDS = b"row>"
_FAR_CELL = re.compile(rb'\br="([A-Z]{4,}\d*|[A-Z]*\d{7,})"')
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells that are shown as one, rows and columns counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class SheetMarks:
    """The merged ranges of a sheet, and the text of each formula without a result by row and column from 1."""

    merged: list[MergedRange] = field(default_factory=list)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)


def sheet_marks(source: IO[bytes]) -> SheetMarks:
    """The marks of a sheet, from one pass through its XML. An empty result that is a text is a result.

    Raises TableError for a cell that no sheet has, before anybody counts up to it.
    """
    found = SheetMarks()
    for part in _whole_rows(source):
        _refuse_far_cells(part)
        for cell in _FORMULA.finditer(part):
            address = _ADDRESS.search(cell[1])
            if address and b't="str"' not in cell[1]:
                text = unescape((cell[2] or b"").decode("utf-8", "replace"))
                found.formulas[int(address[2]), column_number(address[1].decode())] = f"={text}" if text else ""
        for left, top, right, bottom in _MERGED.findall(part):
            found.merged.append(
                MergedRange(int(top), column_number(left.decode()), int(bottom), column_number(right.decode()))
            )
    return found


def _refuse_far_cells(part: bytes) -> None:
    for cell in _FAR_CELL.findall(part):
        letters = cell.rstrip(b"0123456789")
        row = int(cell[len(letters) :] or b"0")
        if row > _LAST_ROW or len(letters) > len("XFD") or column_number(letters.decode()) > _LAST_COLUMN:
            raise TableError("BSC303", said(told.BEYOND_THE_SHEET, cell=cell.decode()[:20]))


def _whole_rows(source: IO[bytes]) -> Iterator[bytes]:
    """The text in parts that end with a row; all that follows the last one is the last part."""
    rest = b""
    while chunk := source.read(_CHUNK):
        rest += chunk
        cut = rest.rfind(_ROW_ENDS) + len(_ROW_ENDS)
        if cut >= len(_ROW_ENDS):
            yield rest[:cut]
            rest = rest[cut:]
    yield rest
