"""Sheet choice: which sheet of a workbook is read, and which others there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bsc_site.load.tables.cells import ONE_SHEET, Sheets, TableError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told


class NamedSheet(NamedTuple):
    """The name of a sheet, and whether it is seen when the workbook is opened."""

    name: str
    visible: bool = True


def chosen_sheet(sheets: Sequence[NamedSheet], named: str | int | None) -> tuple[int, Sheets]:
    """The place of the sheet that is read, the first visible one unless one is named, and the sheets beside it.

    Raises TableError where there is no such sheet.
    """
    place = _place(sheets, named)
    if named is not None:
        return place, ONE_SHEET
    others = [each for at, each in enumerate(sheets) if at != place]
    visible = (sheets[place].name, *(each.name for each in others if each.visible))
    return place, Sheets(visible, tuple(each.name for each in others if not each.visible))


def _place(sheets: Sequence[NamedSheet], named: str | int | None) -> int:
    there = ", ".join(each.name for each in sheets) or "-"
    if isinstance(named, int):
        if 1 <= named <= len(sheets):
            return named - 1
        raise TableError("BSC308", said(told.NO_SHEET_NUMBER, number=named, count=len(sheets), there=there))
    if named is None and sheets:
        return next((at for at, each in enumerate(sheets) if each.visible), 0)
    wanted = str(named or "").strip().lower()
    for at, each in enumerate(sheets):
        if each.name.strip().lower() == wanted:
            return at
    raise TableError("BSC308", said(told.NO_SHEET, sheet=str(named or ""), there=there))
