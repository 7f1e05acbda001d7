"""Cell tests: which of the distinct cells of a column pass what a filter says beyond naming texts."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from bsc_site.load.figures.numbers import FigureError
from bsc_site.load.figures.spelling import OTHER, WrittenFigure
from bsc_site.load.filters.patterns import STAR, fits
from bsc_site.load.filters.row_filter import Condition, condition_on, key_of
from bsc_site.load.tables.cells import Cell, is_blank, shown, text_of
from bsc_site.model.declared.sources.row_choice import EMPTY, RowTest
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.figure_sentences import READ_IN_TWO_WAYS
from bsc_site.model.value_class import dataclass

_LIMITS: tuple[tuple[str, Callable[[float, float], bool]], ...] = (
    ("above", operator.gt),
    ("at_least", operator.ge),
    ("below", operator.lt),
    ("at_most", operator.le),
)


class CellReaders(NamedTuple):
    """How the cells of one column are read: as numbers, None for an empty one, and as periods.

    Both raise what says why a cell is none: FigureError, PeriodSpellingError.
    """

    number: Callable[[Cell], float | None]
    period: Callable[[Cell], Period]


@dataclass(frozen=True, slots=True)
class CellTest:
    """A test of one column; `cells` are its distinct cells. `refused` says of cells that could not be compared why."""

    test: RowTest
    cells: Sequence[Cell]
    readers: CellReaders
    refused: dict[int, str] = field(default_factory=dict)

    def passing(self) -> list[bool]:
        """For each distinct cell whether it passes."""
        checks = list(self._checks())
        return [all(check(place, cell) for check in checks) for place, cell in enumerate(self.cells)]

    def _checks(self) -> Iterator[Callable[[int, Cell], bool]]:
        test = self.test
        if test.in_ is not None:
            wanted = condition_on(0, list(test.in_), "")
            yield lambda _, cell: wanted.allows(text_of(cell))
        if test.like is not None:
            patterns = _listed(test.like)
            yield lambda _, cell: fits(text_of(cell), patterns)
        if test.not_ is not None:
            yield self._other_than(_listed(test.not_))
        if test.compares:
            yield self._compared
        if test.dates:
            yield self._in_time

    def _other_than(self, unwanted: Sequence[Any]) -> Callable[[int, Cell], bool]:
        """Texts that occur are meant as they are; of the others a star stands for any letters."""
        there = {key_of(text_of(cell)) for cell in self.cells}
        patterns = [each for each in unwanted if isinstance(each, str) and STAR in each and key_of(each) not in there]
        empty = any(is_word_for_empty(each, there) for each in unwanted)
        named = [each for each in unwanted if each not in patterns and not is_word_for_empty(each, there)]
        condition: Condition | None = condition_on(0, named, "") if named else None

        def passes(_: int, cell: Cell) -> bool:
            if is_blank(cell):
                return not empty and not (condition is not None and condition.allows(""))
            text = text_of(cell)
            return not (condition is not None and condition.allows(text)) and not fits(text, patterns)

        return passes

    def _compared(self, place: int, cell: Cell) -> bool:
        try:
            number = self.readers.number(cell)
        except FigureError as error:
            self.refused[place] = error.message
            return False
        if number is None:
            return False
        both = {self._holds(each) for each in _readings_of(number)}
        if len(both) > 1:
            self.refused[place] = said(READ_IN_TWO_WAYS, cell=shown(cell))
        return both == {True}

    def _holds(self, number: float) -> bool:
        limits = ((compare, getattr(self.test, key)) for key, compare in _LIMITS)
        return all(limit is None or compare(number, limit) for compare, limit in limits)

    def _in_time(self, place: int, cell: Cell) -> bool:
        if is_blank(cell):
            return False
        try:
            period = self.readers.period(cell)
        except PeriodSpellingError as error:
            self.refused[place] = error.message
            return False
        begins, ends = self.test.from_, self.test.to
        return (begins is None or period.start >= begins.start) and (ends is None or period.end <= ends.end)


def is_word_for_empty(wanted: Any, there: set[str]) -> bool:
    """Whether what is wanted is the word for empty cells, and not a text that the column holds."""
    return wanted == EMPTY and EMPTY not in there


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _readings_of(number: float) -> set[float]:
    """The number, or all that a written figure may mean as long as its column does not tell."""
    if not isinstance(number, WrittenFigure):
        return {number}
    if number.settled is not None:
        return {number.settled}
    return {each for mark in OTHER if (each := number.with_mark(mark)) is not None}
