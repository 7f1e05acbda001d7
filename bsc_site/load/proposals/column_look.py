"""A look at a column: what its distinct cells can be read as, before anything is declared of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np

from bsc_site.load.figures.affixes import taken_apart
from bsc_site.load.figures.numbers import FigureError, NumberReader, typed
from bsc_site.load.figures.spelling import ColumnSpelling
from bsc_site.load.periods.column_rules import AmbiguousPeriodError, RemarkError
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.rows.total_words import TotalName, total_name
from bsc_site.load.spellings.part_words import Unit, units_of_heading
from bsc_site.load.spellings.spelled import is_alone
from bsc_site.load.tables.cells import Cell, PerCent, is_blank, text_of
from bsc_site.load.tables.columns import Column, Flags
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Frequency, Period, PeriodSpellingError
from bsc_site.model.value_class import dataclass

_MOST = 3_000
"""So many distinct cells of a column are looked at."""
_NEARLY = 0.9
_PROBE = 200
"""A column of which half of so many cells are no periods is none."""
_FEW = 400
_MARKERS = 3
"""So many different texts among numbers may be markers such as n/a."""
_WHOLE = re.compile(r"\d{1,6}(?:\.0+)?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\.0+)?", re.ASCII)
_DATED = re.compile(
    r"date|datum|time|period|month|year|quarter|week|day|jahr|monat|fecha|data|mois|ann[eé]e", re.IGNORECASE
)
_NAMELESS = re.compile(
    r"(?:^|.*[\s_.-])(?:id|ids|uid|uuid|guid|code|codes|nr|no|key|index|zip|postcode|plz|phone|lat|lon|lng|latitude|"
    r"longitude)\.?|#|(?:invoice|order|receipt|transaction|ticket|customer|account|product|item|sku)"
    r"(?:[\s_]?(?:no|nr|num|number))?\.?|stock\s?code",
    re.IGNORECASE,
)
_CAMEL_ID = re.compile(r"[A-Za-z]+Id")
_WORD_OR_TWO = re.compile(r"\w{4,}(?:[\s_-]\w+)?")
_PART = re.compile(r"[^\W\d]{0,10}\.?\s?\d{1,2}")
_PARTS = {Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.WEEK, Unit.FISCAL_MONTH, Unit.DAY}


@dataclass(frozen=True)
class ColumnLook:
    """One column: its heading, its distinct cells with how many rows have each, and how many rows there are."""

    position: int
    heading: str
    cells: Mapping[Cell, int]
    """Those of most rows, where there are very many."""
    rows: int
    filled: int
    """How many rows have something in the column."""
    distinct: int

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        """The texts that are one period each, with it; those that may be two are left out."""
        return {text: found for text, found in self._read.items() if found is not None}

    @cached_property
    def is_period(self) -> bool:
        """Whether nearly all cells are periods, or may be two, and no mere numbers."""
        texts = [text for cell in self.cells if total_name(text := text_of(cell)) < TotalName.WEAK]
        if not texts or self.filled * 2 < self.rows or len(self._read) < _NEARLY * len(texts):
            return False
        if sum(_WHOLE.fullmatch(text) is not None for text in texts) * 2 > len(texts):
            named = bool(units_of_heading(self.heading) or _DATED.search(self.heading))
            return named and all(period.frequency.rank >= Frequency.MONTHLY.rank for period in self.periods.values())
        return True

    @cached_property
    def looks_like_years(self) -> bool:
        """Whether all cells are numbers such as 2024."""
        return bool(self.cells) and all(_YEAR.fullmatch(text_of(cell)) for cell in self.cells)

    @cached_property
    def part_of_year(self) -> bool:
        """Whether the cells name parts of a year without it, by their heading or as names of months."""
        if self.is_period or not self.cells:
            return False
        texts = [text_of(cell) for cell in self.cells]
        if len(texts) <= Unit.MONTH.most and all(is_alone(text) for text in texts):
            return True
        named = _WORD_OR_TWO.fullmatch(self.heading.strip()) and bool(units_of_heading(self.heading) & _PARTS)
        return bool(named) and len(texts) <= Unit.WEEK.most and all(_PART.fullmatch(text) for text in texts)

    @cached_property
    def not_numbers(self) -> tuple[str, ...]:
        """The texts that are no numbers."""
        spelling = ColumnSpelling()
        return tuple(text_of(cell) for cell in self.cells if not is_number(cell, spelling))

    @cached_property
    def is_measure(self) -> bool:
        """Whether the column holds figures: numbers but for a few texts, and no names, parts of dates or periods."""
        if not self.cells or self.is_period or self.part_of_year or _names_rows(self.heading):
            return False
        return len(self.not_numbers) <= min(len(self.cells) * (1 - _NEARLY), _MARKERS) or self._mostly_numbers

    @property
    def _mostly_numbers(self) -> bool:
        """Whether texts such as n/a stand among numbers, each of them often or at least none with a digit."""
        words = self.not_numbers
        others = len(self.cells) - len(words)
        few = len(words) <= _MARKERS and others >= _MARKERS * len(words)
        return few and not any(any(map(str.isdigit, word)) for word in words)

    @cached_property
    def is_category(self) -> bool:
        """Whether the column sorts rows into groups: few texts, most of them in several rows."""
        if not self.cells or self.is_period or self.is_measure or self.part_of_year:
            return False
        few = self.distinct <= _FEW and self.distinct * 2 <= max(self.filled, 2)
        return few and not _names_rows(self.heading)

    @cached_property
    def is_name(self) -> bool:
        """Whether the column names its rows: texts that are neither figures nor periods."""
        return bool(self.cells) and not (self.is_period or self.is_measure or self.part_of_year)

    @cached_property
    def unit(self) -> str:
        """The unit that every figure carries: % or the code of a currency; empty without any."""
        found = {_unit_of(cell) for cell in self.cells if text_of(cell) not in self.not_numbers}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def _read(self) -> Mapping[str, Period | None]:
        """Every text that is a period, None for one that may be two."""
        reader = PeriodReader(column=lambda: self.cells)
        found: dict[str, Period | None] = {}
        for number, cell in enumerate(self.cells):
            if number == _PROBE and len(found) * 2 < number:
                break
            try:
                found[text_of(cell)] = reader.read(cell)
            except (AmbiguousPeriodError, RemarkError):
                found[text_of(cell)] = None
            except PeriodSpellingError:
                continue
        return found


def column_looks(table: Table) -> tuple[ColumnLook, ...]:
    """A look at each column of a table, from left to right; those without a heading are left out.

    A row with one cell alone is a title or a footer, or has no figure.
    """
    if not table.columns:
        return ()
    filled = [column.where(_is_filled) for column in table.columns]
    several = np.sum(filled, axis=0) > (1 if len(filled) > 1 else 0)
    return tuple(
        _look_at(place, heading, table.columns[place], filled[place] & several, int(several.sum()))
        for place, heading in enumerate(table.headings)
        if heading
    )


def _names_rows(heading: str) -> bool:
    """Whether a heading is that of ids and codes, which are no figures and no groups."""
    return bool(_NAMELESS.fullmatch(heading.strip()) or _CAMEL_ID.fullmatch(heading.strip()))


def _look_at(place: int, heading: str, column: Column, rows: Flags, count: int) -> ColumnLook:
    times = np.bincount(column.codes[rows], minlength=len(column.cells))
    some = np.argsort(-times, kind="stable")[:_MOST]
    cells = {column.cells[code]: int(times[code]) for code in sorted(some.tolist()) if times[code]}
    return ColumnLook(place, heading, cells, count, int(rows.sum()), int(np.count_nonzero(times)))


def _is_filled(cell: Cell) -> bool:
    return not is_blank(cell)


def is_number(cell: Cell, spelling: ColumnSpelling) -> bool:
    """Whether a cell holds a figure, or one that may be two."""
    if isinstance(cell, bool):
        return False
    try:
        return NumberReader().read(cell, spelling) is not None
    except FigureError as error:
        return error.ambiguous


def _unit_of(cell: Cell) -> str:
    if isinstance(cell, PerCent):
        return "%"
    apart = taken_apart(typed(cell)) if isinstance(cell, str) else None
    if apart is None:
        return ""
    if apart[1].per_cent:
        return "%"
    named = apart[1].currencies or frozenset()
    return next(iter(named)) if len(named) == 1 else ""


def texts_of(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The distinct texts of some cells in their order."""
    return tuple(dict.fromkeys(text_of(cell) for cell in cells))
