"""First row: whether what stands where the names of columns are looked for is a row of figures like those below."""

from __future__ import annotations

import re

from bsc_site.load.tables.cells import is_blank, text_of
from bsc_site.load.tables.columns import Column
from bsc_site.load.tables.table import Table

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(19|20)\d\d")
_LOOKED_AT = 50


def is_headless(table: Table) -> bool:
    """Whether a heading has the very shape of the cells below it, and none is a name above figures.

    Years are names of columns in many tables, and tell nothing.
    """
    if not table.header_line or not len(table):
        return False
    alike = [_alike(heading, column) for heading, column in zip(table.headings, table.columns, strict=True)]
    return True in alike and False not in alike


def _alike(heading: str, column: Column) -> bool | None:
    """True for a figure or date above others of its shape, False for a name above figures; None where it is open."""
    cells = [text_of(cell) for cell in column.cells if not is_blank(cell)][:_LOOKED_AT]
    figures = [text for text in cells if _is_figure(text)]
    if not figures or len(figures) < len(cells) or _YEAR.fullmatch(heading):
        return None
    return _is_figure(heading) and _shape(heading) in {_shape(text) for text in figures}


def _is_figure(text: str) -> bool:
    return bool(re.fullmatch(r"[-+]?\d[\d.,:/ TZ+-]*", text))


def _shape(text: str) -> str:
    return _DIGITS.sub("9", text.lstrip("+-"))
