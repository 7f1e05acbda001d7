"""Cells: what stands in one cell of a table, whatever kind of file it comes from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Self

from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences.in_data.file_sentences import FORMULA_WITHOUT_RESULT, NO_RESULT

Cell = str | int | float | bool | date | None
"""A text as written in CSV; Excel, JSON and Parquet also hold numbers, truth values and dates. None is empty."""

_HYPHENS = str.maketrans("\u2010\u2011\uff0d", "---")
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Soft hyphens, joiners, marks of direction and of byte order: nobody sees them in a cell."""

Row = tuple[int, Sequence[Cell]]
"""The line of an editor (sheet row; JSON and Parquet: number of the record), counted from 1, and the cells."""


class Sheets(NamedTuple):
    """The sheets of a workbook of which none was named: those that are seen, the one that is read first, and others."""

    visible: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


ONE_SHEET = Sheets()


class PerCent(float):
    """A number that its file shows as per cent, as it is shown: 41.2 for 41.2 %."""

    __slots__ = ()


class Uncomputed(str):
    """The formula in a cell of a workbook that was saved without its result; `address` says where: D4 of 'Sales'."""

    __slots__ = ("address",)
    address: str

    def __new__(cls, formula: str, address: str) -> Self:
        """Keep the address beside the text."""
        made = super().__new__(cls, formula)
        made.address = address
        return made

    @property
    def wrong(self) -> Said:
        """What is wrong with it, and how to mend it."""
        if self:
            return said(FORMULA_WITHOUT_RESULT, cell=self.address, formula=self[:60])
        return said(NO_RESULT, cell=self.address)


class ScaledText(str):
    """The text of a figure without its ending, and what the ending multiplies it by: 12 of `12k`, times 1000."""

    __slots__ = ("times",)
    times: float

    def __new__(cls, text: str, times: float) -> Self:
        """Keep what it is multiplied by beside the text."""
        made = super().__new__(cls, text)
        made.times = times
        return made


class Unfigured(str):
    """A cell of which no figure came: the text says why; `code` is the rule, `column` where the reason stands."""

    __slots__ = ("code", "column", "was", "why")
    code: str
    column: int
    was: str
    why: Said
    """The text as it was said."""

    def __new__(cls, why: Said, code: str, column: int, was: str = "") -> Self:
        """Keep the rule, the column, counted from 0, and what stood in the cell beside the reason."""
        made = super().__new__(cls, why)
        made.code, made.column, made.was, made.why = code, column, was, why
        return made


class MergedText(str):
    """A text that stands in several rows because their cells are merged into one."""

    __slots__ = ()


class MergedNumber(float):
    """A number that stands in several rows or columns because their cells are merged into one."""

    __slots__ = ()


class TableError(Exception):
    """A table that cannot be read: the rule, the line (0 for the whole file), the column and what is wrong."""

    def __init__(self, code: str, message: str, line: int = 0, column: int = 0) -> None:
        """Keep rule, message and place; the file is known to whoever opened it."""
        super().__init__(message)
        self.code, self.message, self.line, self.column = code, message, line, column


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing in a cell, or only white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """The text of a cell without surrounding space: `2024` for 2024 and 2024.0, `true` for a truth value."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def plain(text: str) -> str:
    """A text as it is seen: every run of blanks as one, every hyphen the plain one, without letters of no width."""
    if text.isascii():
        return " ".join(text.split())
    return unicodedata.normalize("NFC", " ".join(_NO_WIDTH.sub("", text).translate(_HYPHENS).split()))


def shown(cell: Cell) -> str:
    """A cell as a message quotes it, shortened to 40 characters, without line breaks or control characters."""
    text = "".join(letter if letter.isprintable() else "·" for letter in text_of(cell)[:41])
    return f"'{text[:40]}…'" if len(text) > 40 else f"'{text}'"  # noqa: PLR2004  # the limit above
