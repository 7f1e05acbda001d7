"""Corrections: single cells that are known to be wrong, each changed only where it still says what it is known for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from bsc_site.load.cleaning.cell_cleaning import Cleaned
from bsc_site.load.filters.row_filter import condition_on
from bsc_site.load.tables.cells import Cell, shown, text_of
from bsc_site.load.tables.columns import Column, recoded
from bsc_site.load.tables.headings import HeadingError, column_of
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.figure_choice import Correction
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import Said, of_file, said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.series import Mended, MendedBy

Refuse = Callable[[int, str, Said], None]
"""Takes what is wrong with a correction: its place in the list, the key that is wrong, and the message."""


def corrected(table: Table, corrections: Sequence[Correction], refuse: Refuse) -> Cleaned:
    """The table with single cells changed; a correction that does not fit it any longer is refused and left out."""
    mended: list[Mended] = []
    for index, correction in enumerate(corrections):
        try:
            column = column_of(table.headings, correction.column)
        except HeadingError as error:
            refuse(index, "column", said(told.NO_COLUMN, problem=of_file(table.file, error.message)))
            continue
        rows = np.flatnonzero(table.lines == correction.row)
        if not len(rows):
            refuse(index, "row", said(told.NO_ROW, file=table.file, row=str(correction.row)))
            continue
        cell = table.columns[column][int(rows[0])]
        if not _is(cell, correction.was):
            place = {"file": table.file, "row": str(correction.row), "column": table.headings[column]}
            refuse(index, "was", said(told.SAYS_OTHERWISE, **place, cell=shown(cell), was=shown(correction.was)))
            continue
        table = table.with_cells(column, _with(table.columns[column], int(rows[0]), correction.value))
        at = Place(table.file, correction.row, column + 1)
        texts = text_of(cell), text_of(correction.value)
        mended.append(Mended(MendedBy.CORRECT, table.headings[column], "", 1, *texts, at, correction.because))
    return Cleaned(table, tuple(mended))


def _is(cell: Cell, was: Any) -> bool:
    return condition_on(0, was, "").allows(text_of(cell))


def _with(column: Column, row: int, value: Cell) -> Column:
    codes = column.codes.astype(np.int64)
    codes[row] = len(column.cells)
    return recoded(codes, (*column.cells, value))
