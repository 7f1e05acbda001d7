"""No figures: cells whose content is no figure of their own, whatever stands in them."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.load.tables.cells import Cell, MergedNumber, MergedText, Uncomputed, is_blank, shown
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import figure_sentences as told


class CellRefusal(NamedTuple):
    """The rule that refuses a cell, and what is wrong with it."""

    code: str
    message: Said


def no_figure(cell: Cell) -> CellRefusal | None:
    """Why a formula without its result, or what belongs to several rows or columns, is none; None for other cells."""
    if isinstance(cell, Uncomputed):
        return CellRefusal("BSC335", cell.wrong)
    if isinstance(cell, MergedNumber | MergedText) and not is_blank(cell):
        return CellRefusal("BSC336", said(told.MERGED_CELLS, cell=shown(cell)))
    return None
