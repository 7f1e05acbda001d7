"""Sheet rows: what several sheets of one workbook hold for a KPI whose source names none of them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.column_rules import AmbiguousPeriodError
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.load.spellings.spelled import is_alone
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.provenance import Found
from bsc_site.model.saying.said import all_of, one_of, said
from bsc_site.model.sentences.in_data import reading_sentences as told

_DIGITS = re.compile(r"\d+")


class SheetRows(NamedTuple):
    """The rows of one sheet, and the book with what is wrong in it."""

    name: str
    rows: SourceRows
    book: ProblemBook


def joined_sheets(sheets: Sequence[SheetRows], book: ProblemBook) -> SourceRows | None:
    """The rows of all sheets that have any; None where it is not clear which are meant, which goes to the book.

    Sheets are one table cut into pieces where they are named by periods or numbers and no two have the same period.
    """
    in_a_row = _in_a_row(sheets)
    filled = [each for each in sheets if each.rows.rows or (in_a_row and each.book.problems)] or list(sheets[:1])
    if len(filled) > 1:
        both = _shared(filled)
        if both or not in_a_row:
            _ask(filled, both, book)
            return None
    for each in filled:
        _absorb(each, book)
    return _joined(filled)


def _in_a_row(sheets: Sequence[SheetRows]) -> bool:
    """Whether names are periods, or differ in their numbers alone."""
    names = [each.name for each in sheets]
    alike = len({_DIGITS.sub("#", name.strip()) for name in names}) == 1
    return alike or all(_is_period(each) for each in sheets)


def _is_period(sheet: SheetRows) -> bool:
    if is_alone(sheet.name):
        return True
    try:
        PeriodReader(sheet.rows.rules).read(sheet.name)
    except PeriodSpellingError as error:
        return isinstance(error, AmbiguousPeriodError)
    return True


def _shared(sheets: Sequence[SheetRows]) -> Period | None:
    """The first period of which more than one sheet has a figure."""
    seen: set[Period] = set()
    for each in sheets:
        own = {row.period for row in each.rows.rows}
        if seen & own:
            return min(seen & own, key=lambda period: period.start)
        seen |= own
    return None


def _ask(sheets: Sequence[SheetRows], both: Period | None, book: ProblemBook) -> None:
    kpi, file = sheets[0].rows.kpi, sheets[0].rows.figures.file
    names = all_of(f"'{each.name}'" for each in sheets)
    lines = one_of(f"`sheet: {json.dumps(each.name, ensure_ascii=False)}`" for each in sheets)
    form = told.SHEETS_SHARE_A_PERIOD if both else told.SHEETS_FIT
    book.find(kpi.id, "source", "BSC337", said(form, sheets=names, file=file, period=str(both), lines=lines))


def _absorb(sheet: SheetRows, book: ProblemBook) -> None:
    """Tell what is wrong in a sheet as that of the file."""
    if sheet.book is not book:
        for each in sheet.book.problems:
            book.add(each.code, each.place, said(told.OF_A_SHEET, sheet=sheet.name, wrong=each.message))


def _joined(sheets: Sequence[SheetRows]) -> SourceRows:
    first, *others = (each.rows for each in sheets)
    if others:
        first.beside = tuple(others)
        first.rows = [row for each in sheets for row in each.rows.rows]
        first.origin = first.origin.with_fact(Found.SHEETS, tuple(each.name for each in sheets))
        for other in others:
            for heading, found in other.spellings.items():
                first.spellings[heading] += found
    return first
