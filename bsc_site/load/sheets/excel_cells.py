"""Excel cells: the rows of a sheet from its XML, each value as Excel keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET  # the tables of a workbook are read part by part

from bsc_site.load.sheets.excel_package import MAIN, ExcelPackage, UncommonWorkbookError, plain_text
from bsc_site.model.declared.columns.column_name import column_number

_ROW, _VALUE, _INLINE = f"{MAIN}row", f"{MAIN}v", f"{MAIN}is"


def cell_rows(package: ExcelPackage, place: int) -> Iterator[list[Any]]:
    """The values of each row of a sheet from its first one, also of those of which nothing is stored.

    Raises UncommonWorkbookError, and whatever the readers of ZIP and XML raise, where somebody else has to go on.
    """
    row, told = 0, 0
    columns: dict[str, int] = {}
    with package.source(place) as source:
        for _, node in ET.iterparse(source):  # noqa: S314  # expat ends one that grows without measure
            if node.tag != _ROW:
                continue
            row = int(node.get("r", row + 1))
            if row > told:
                for _ in range(told + 1, row):
                    yield []
                told = row
                yield _values(package, node, columns)
            node.clear()


def _values(package: ExcelPackage, row: ET.Element, columns: dict[str, int]) -> list[Any]:
    """The values of a row, each in its column; `columns` keeps the numbers of letters."""
    values: list[Any] = []
    at = 0
    for cell in row:
        address = cell.get("r")
        if address is None:
            at += 1
        else:
            letters = address.rstrip("0123456789")
            at = columns.get(letters) or columns.setdefault(letters, _number(letters))
        if at > len(values):
            values.extend([None] * (at - len(values)))
        values[at - 1] = _value(package, cell)
    return values[:at]  # no wider than where the last one stands


def _number(letters: str) -> int:
    if not (letters.isascii() and letters.isalpha() and letters.isupper()):
        raise UncommonWorkbookError
    return column_number(letters)


def _value(package: ExcelPackage, cell: ET.Element) -> Any:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(_INLINE)
        return None if inline is None else plain_text(inline)
    text = cell.findtext(_VALUE)
    if not text:
        return None
    if kind == "n":
        return _meant(package, int(cell.get("s") or 0), text)
    if kind == "s":
        return package.texts[int(text)]
    if kind == "b":
        return bool(int(text))
    if kind == "d":  # a date as text, which hardly any program writes
        raise UncommonWorkbookError
    return text


def _meant(package: ExcelPackage, style: int, text: str) -> Any:
    meaning = package.styles[style]
    if meaning is None:
        raise UncommonWorkbookError
    return meaning(float(text) if "." in text or "E" in text or "e" in text else int(text))
