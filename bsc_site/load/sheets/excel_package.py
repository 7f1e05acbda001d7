"""Excel packages: which sheets a workbook holds, and what their cells share, from its XML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET  # a workbook's parts are small, and may declare nothing
from zipfile import ZipFile

from bsc_site.load.sheets.excel_formats import SINCE_1900, SINCE_1904, Meaning, as_it_is, meanings
from bsc_site.load.sheets.sheet_choice import NamedSheet
from bsc_site.model.value_class import dataclass

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TYPES, _STYLES = "[Content_Types].xml", "xl/styles.xml"
_TYPE = "application/vnd.{}+xml"
_WORKBOOKS = (
    _TYPE.format("ms-excel.sheet.macroEnabled.main"),
    _TYPE.format("openxmlformats-officedocument.spreadsheetml.sheet.main"),
)
_TEXTS = _TYPE.format("openxmlformats-officedocument.spreadsheetml.sharedStrings")
_SUFFIXES = {".xlsx", ".xlsm"}
_VISIBLE = {"visible": True, "hidden": False, "veryHidden": False}
_TRUTHS = {None: False, "0": False, "false": False, "1": True, "true": True}


class UncommonWorkbookError(Exception):
    """A workbook that is not written in the common way: broken, or a case for a reader that knows them all."""


@dataclass(frozen=True, slots=True)
class ExcelPackage:
    """An open workbook: its sheets, the parts where they stand, the texts of its cells, and what its styles mean."""

    archive: ZipFile
    sheets: tuple[NamedSheet, ...]
    parts: tuple[str, ...]
    texts: tuple[str, ...]
    styles: tuple[Meaning | None, ...]

    def source(self, place: int) -> IO[bytes]:
        """The XML of the sheet at a place."""
        return self.archive.open(self.parts[place])


def opened_package(path: Path) -> ExcelPackage:
    """The workbook, as far as it is written in the common way.

    Raises UncommonWorkbookError, and whatever the readers of ZIP and XML raise.
    """
    if path.suffix.lower() not in _SUFFIXES:
        raise UncommonWorkbookError
    archive = ZipFile(path)
    named = dict(_parts(archive))
    main = next(named[each] for each in _WORKBOOKS if each in named)
    workbook = _tree(archive, main)
    if workbook.tag != f"{MAIN}workbook":
        raise UncommonWorkbookError
    found = list(_sheets(archive, main, workbook))
    return ExcelPackage(
        archive,
        tuple(sheet for sheet, _ in found),
        tuple(part for _, part in found),
        tuple(_texts(archive, named[_TEXTS])) if _TEXTS in named else (),
        tuple(_styles(archive, workbook)),
    )


def _parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """The part of each type; of several the first one comes last, and counts."""
    for each in reversed(_tree(archive, _TYPES)):
        if each.get("PartName"):
            yield each.get("ContentType", ""), each.attrib["PartName"][1:]


def _tree(archive: ZipFile, part: str) -> ET.Element:
    text = archive.read(part)
    if b"<!DOCTYPE" in text:
        raise UncommonWorkbookError
    return ET.fromstring(text)  # noqa: S314  # it declares no entity


def _sheets(archive: ZipFile, main: str, workbook: ET.Element) -> Iterator[tuple[NamedSheet, str]]:
    """Each sheet with its part; sheets that are charts, or are not there, are none."""
    targets = dict(_targets(archive, main))
    there = set(archive.namelist())
    for each in workbook.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
        name, state, known = each.get("name"), each.get("state", "visible"), each.get(_ID)
        if name is None or state not in _VISIBLE:
            raise UncommonWorkbookError
        if not known:
            continue
        kind, part = targets[known]
        if part in there and "chartsheet" not in kind:
            yield NamedSheet(name, _VISIBLE[state]), part


def _targets(archive: ZipFile, main: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """What the workbook refers to: the kind and the part of each id."""
    folder, name = posixpath.split(main)
    for each in _tree(archive, f"{folder}/_rels/{name}.rels"):
        target = each.get("Target", "")
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield each.get("Id", ""), (each.get("Type", ""), part)


def _texts(archive: ZipFile, part: str) -> Iterator[str]:
    with archive.open(part) as source:
        for _, node in ET.iterparse(source):  # noqa: S314  # expat ends one that grows without measure
            if node.tag == f"{MAIN}si":
                yield plain_text(node).replace("x005F_", "")  # an underscore that opens no escape
                node.clear()


def plain_text(node: ET.Element) -> str:
    """A text without what is said of its letters, and without how it is read aloud."""
    own = [each.text or "" for each in node.iterfind(f"{MAIN}t")]
    return "".join((*own[-1:], *(each.text or "" for each in node.iterfind(f"{MAIN}r/{MAIN}t"))))


def _styles(archive: ZipFile, workbook: ET.Element) -> list[Meaning | None]:
    """What each style that a cell may have makes of a number."""
    settings = workbook.find(f"{MAIN}workbookPr")
    since_1904 = _TRUTHS[None if settings is None else settings.get("date1904")]
    if _STYLES not in archive.namelist():
        return [as_it_is]
    tree = _tree(archive, _STYLES)
    formats = tree.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
    own = {int(each.attrib["numFmtId"]): each.attrib["formatCode"] for each in formats}
    numbers = [int(each.get("numFmtId", "0")) for each in tree.iterfind(f"{MAIN}cellXfs/{MAIN}xf")]
    return meanings(numbers or [0], own, SINCE_1904 if since_1904 else SINCE_1900)
