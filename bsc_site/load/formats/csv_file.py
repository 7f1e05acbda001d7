"""CSV files: the rows of a delimited text file, streamed, each with the line where an editor finds it."""

from __future__ import annotations

import codecs
import csv
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, dropwhile, islice
from pathlib import Path

from bsc_site.load.tables.by_headings import heading_rows
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import file_sentences as told

DELIMITERS = (",", ";", "\t", "|")
_PROBE_ROWS = 20
_CHUNK = 1 << 20
_LINES = 1024
"""So many lines are taken apart at once."""
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_csv(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the file from its first line on.

    Raises TableError for text that is not in its encoding, for binary content and for an empty file.
    """
    form = layout.form
    encoding = form.encoding or "utf-8-sig"
    if form.delimiter is not None and (len(form.delimiter) != 1 or form.delimiter in '"\r\n'):
        raise TableError("BSC321", said(told.NO_DELIMITER, shown=repr(form.delimiter)))
    prove_text(path, encoding)
    if path.stat().st_size == 0:
        raise TableError("BSC305", said(told.EMPTY_FILE))
    delimiter = form.delimiter or _sniffed(path, encoding, layout)
    return RawTable(_records(path, encoding, delimiter, form.comment), blank="", delimited=True)


def prove_text(path: Path, encoding: str) -> None:
    """Read the whole file once as bytes: what is wrong with them is said before anything is taken from it.

    Raises TableError for an unknown encoding and for bytes that are none of its text.
    """
    try:
        " ".encode(encoding)  # refuses codecs that are not about text, such as base64
        decoder = codecs.getincrementaldecoder(encoding)()
    except (LookupError, UnicodeError):
        raise TableError("BSC304", said(told.NO_ENCODING, encoding=encoding)) from None
    line = 0
    with path.open("rb") as file:
        while rows := file.readlines(_CHUNK):
            chunk = b"".join(rows)
            _refuse_other_marks(chunk, encoding, at_start=line == 0)
            try:
                text = decoder.decode(chunk)
            except UnicodeError as error:
                raise _undecodable(error, encoding, line) from None
            if "\0" in text:
                row = line + 1 + text[: text.index("\0")].count("\n")
                raise TableError("BSC304", said(told.NUL_BYTES), row)
            line += len(rows)
    try:
        decoder.decode(b"", final=True)
    except UnicodeError:
        raise TableError("BSC304", said(told.CHARACTER_CUT, encoding=_name(encoding)), line) from None


def _refuse_other_marks(chunk: bytes, encoding: str, *, at_start: bool) -> None:
    found = _MARKS.get(chunk[:2]) if at_start else None
    if found and not encoding.replace("_", "-").lower().startswith("utf-16"):
        raise TableError("BSC304", said(told.IN_ANOTHER_ENCODING, found=found), 1)


def _undecodable(error: UnicodeError, encoding: str, line: int) -> TableError:
    if not isinstance(error, UnicodeDecodeError):
        return TableError("BSC304", said(told.NOT_IN_ENCODING, encoding=_name(encoding)), line + 1)
    before = error.object[: error.start]
    column = error.start - (before.rfind(b"\n") + 1) + 1
    form = told.BYTE_NOT_UTF8 if encoding.startswith("utf-8") else told.BYTE_NOT_IN_ENCODING
    byte = f"{error.object[error.start]:02X}"
    wrong = said(form, column=str(column), byte=byte, encoding=_name(encoding))
    return TableError("BSC304", wrong, line + before.count(b"\n") + 1)


def _name(encoding: str) -> str:
    return encoding.removesuffix("-sig").upper()


def _records(path: Path, encoding: str, delimiter: str, comment: str | None) -> Iterator[tuple[int, list[str]]]:
    """Every record with its first line; blank lines and comments are empty records.

    As long as there are no quotation marks, each line is a record, and many of them are taken apart at once.
    """
    with path.open(encoding=encoding, newline="") as file:
        lines = _without_comments(file, comment) if comment else file
        begun = line = 1
        while part := list(islice(lines, _LINES)):
            rows = _unquoted(part, delimiter)
            if rows is None:
                break
            yield from zip(range(line, line + len(rows)), rows, strict=True)
            line += len(rows)
            begun = line - 1
        before, reader = line, csv.reader(chain(part, lines), delimiter=delimiter)
        try:
            for cells in reader:
                yield line, cells
                begun, line = line, before + reader.line_num
            if line - begun > 1:
                _prove_closed(path, encoding, delimiter, begun)
        except csv.Error as error:
            raise TableError("BSC304", said(told.ROW_NOT_TAKEN_APART, reason=str(error)), line) from None


def _unquoted(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """The cells of each of some lines; None where one is not a record by itself, or cannot be taken apart."""
    if any('"' in line for line in lines):
        return None
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def _prove_closed(path: Path, encoding: str, delimiter: str, begun: int) -> None:
    """Refuse a last record of several lines whose quotation mark swallowed the rest of the file."""
    with path.open(encoding=encoding, newline="") as file:
        try:
            deque(csv.reader(islice(file, begun - 1, None), delimiter=delimiter, strict=True), maxlen=0)
        except csv.Error:
            raise TableError("BSC304", said(told.QUOTE_NEVER_CLOSED), begun) from None


def _without_comments(lines: Iterator[str], comment: str) -> Iterator[str]:
    return ("\n" if line.lstrip().startswith(comment) else line for line in lines)


def _sniffed(path: Path, encoding: str, layout: Layout) -> str:
    """The delimiter that takes the first rows apart into the most columns, most evenly.

    Where a source names headings, one that takes a row apart into them goes before others.
    """
    ordered = sorted(DELIMITERS, key=lambda mark: _evenness(path, encoding, mark, layout), reverse=True)
    if layout.which.headings:
        return next((mark for mark in ordered if _has_headings(path, encoding, mark, layout)), ordered[0])
    return ordered[0]


def _has_headings(path: Path, encoding: str, delimiter: str, layout: Layout) -> bool:
    try:
        rows = list(_records(path, encoding, delimiter, layout.form.comment))
    except TableError:
        return False
    return bool(heading_rows(rows, layout.which.headings))


def _evenness(path: Path, encoding: str, delimiter: str, layout: Layout) -> tuple[int, int]:
    widths = []
    try:
        for line, cells in _records(path, encoding, delimiter, layout.form.comment):
            if cells and line >= layout.which.begins:
                widths.append(len(cells))
            if len(widths) > _PROBE_ROWS:
                break
    except TableError:
        return 0, 0
    widths = list(dropwhile(lambda width: width == 1, widths))  # a title is one cell, however the others are divided
    return (sum(width == widths[0] for width in widths), widths[0]) if widths else (0, 0)
