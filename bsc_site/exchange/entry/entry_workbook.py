"""Entry workbook: a sheet for each person, where only value and note can be filled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from bsc_site.exchange.entry.entries import HEADINGS, Entry
from bsc_site.exchange.workbooks.excel import (
    bold,
    empty_book,
    free,
    ground,
    heading_row,
    list_rule,
    number_rule,
    put,
    sheet_name,
    widths,
)
from bsc_site.exchange.workbooks.same_bytes import workbook_bytes

_HEAD_ROW = 3
_VALUE, _NOTE = HEADINGS.index("value") + 1, HEADINGS.index("note") + 1
_TO_FILL = "FFF8DC"
_LISTS = "Lists"
_WIDTHS = (4, 20, 36, 12, 44, 12, 12, 14, 50, 20)
_HOW = "Fill the yellow cells and save; bsc-site import FILE.xlsx reads them. Nothing else can be changed."


def entry_workbook(entries: Sequence[Entry], day: date) -> bytes:
    """The workbook of these entries; the same entries and day give the same bytes."""
    book = empty_book()
    by_person: dict[str, list[Entry]] = defaultdict(list)
    for each in entries:
        by_person[each.person].append(each)
    taken: set[str] = {_LISTS.casefold(), "history"}
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    ranges = _lists(lists, entries)
    for person, own in sorted(by_person.items()):
        _sheet(book.create_sheet(sheet_name(person, taken)), person, own, ranges)
    if not by_person:
        _sheet(book.create_sheet("Nothing to fill in"), "Nothing to fill in", [], ranges)
    book.move_sheet(lists, len(by_person) + 1)
    book.active = 0
    return workbook_bytes(book, day)


def _lists(sheet: Any, entries: Sequence[Entry]) -> dict[tuple[str, ...], str]:
    """The words of each drop-down in a column of its own, and the range that holds them."""
    ranges: dict[tuple[str, ...], str] = {}
    for choices in dict.fromkeys(each.choices for each in entries if each.choices):
        column = len(ranges) + 1
        for row, word in enumerate(choices, start=1):
            put(sheet, row, column, word)
        letter = sheet.cell(row=1, column=column).column_letter
        ranges[choices] = f"{_LISTS}!${letter}$1:${letter}${len(choices)}"
    return ranges


def _sheet(sheet: Any, person: str, entries: Sequence[Entry], ranges: dict[tuple[str, ...], str]) -> None:
    bold(put(sheet, 1, 1, person))
    put(sheet, 2, 1, _HOW)
    heading_row(sheet, _HEAD_ROW, HEADINGS)
    widths(sheet, _WIDTHS)
    sheet.column_dimensions["A"].hidden = True
    numbers = number_rule()
    rules = {choices: list_rule(where) for choices, where in ranges.items()}
    for row, entry in enumerate(entries, start=_HEAD_ROW + 1):
        for column, text in enumerate(entry.cells, start=1):
            put(sheet, row, column, text or None).number_format = "@"
        for column in (_VALUE, _NOTE):
            cell = sheet.cell(row=row, column=column)
            free(cell)
            cell.fill = ground(_TO_FILL)
        sheet.cell(row=row, column=_VALUE).number_format = "@" if entry.choices else "General"
        rules.get(entry.choices, numbers).add(sheet.cell(row=row, column=_VALUE))
    for rule in (numbers, *rules.values()):
        if rule.cells:
            sheet.add_data_validation(rule)
    sheet.protection.sheet = True
    sheet.protection.formatCells = False  # what is typed as 24% takes the format of per cent with it
    sheet.protection.formatColumns = False
