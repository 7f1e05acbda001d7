"""Declared filter: what `where` says of a table becomes conditions on its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from typing import Any

import numpy as np

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.filters.cell_tests import CellReaders, CellTest
from bsc_site.load.filters.row_filter import Condition, condition_on, key_of
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.cells import is_blank, text_of
from bsc_site.load.tables.columns import Flags
from bsc_site.load.tables.headings import LISTED, HeadingError, column_of, find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.row_choice import EMPTY, REST, RowTest
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import of_file, one_of, said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class DeclaredFilter:
    """The filter of one source on one table; `readers` say how the cells of a column are read to be compared."""

    table: Table
    source: Source
    readers: Callable[[int], CellReaders]
    known: dict[object, Condition] = field(default_factory=dict)
    """What became of tests that were asked of the table already."""

    def conditions(self, named: Callable[[], set[int]]) -> tuple[Condition, ...]:
        """What each row must meet. Raises SourceError for a column that is not there, and for a word with two meanings.

        `named` gives the columns that the source names beside the filter, which `rest` does not mean.
        """
        found = [
            replace(each, exact=True) if self.source.case_sensitive else each
            for name, wanted in self.source.where.items()
            if not self._means_rest(name)
            for each in (self._condition(name, wanted),)
        ]
        if any(map(self._means_rest, self.source.where)):
            found += self._rest({each.column for each in found} | named())
        return tuple(found)

    def _condition(self, name: str, wanted: Any) -> Condition:
        try:
            column = column_of(self.table.headings, name)
        except HeadingError as error:
            raise SourceError("source.where", error.code, of_file(self.table.file, error.message)) from None
        if isinstance(wanted, RowTest):
            key = (column, name, repr(wanted), self.source.decimal, self.source.thousands, self.source.missing)
            if key not in self.known:
                self.known[key] = self._tested(column, name, wanted)
            return self.known[key]
        if wanted == EMPTY and not self._says_empty(column, name):
            return condition_on(column, "", name)
        return condition_on(column, wanted, name)

    def _tested(self, column: int, name: str, wanted: RowTest) -> Condition:
        cells = self.table.columns[column].cells
        test = CellTest(wanted, cells, self.readers(column))
        passing = frozenset(text_of(cell) for cell, passes in zip(cells, test.passing(), strict=True) if passes)
        refused = {text_of(cells[place]): reason for place, reason in test.refused.items()}
        return Condition(column, frozenset(), heading=name, tested=passing, refused=refused)

    def _says_empty(self, column: int, name: str) -> bool:
        """Whether a column holds the very word that means empty cells; with both of them it could be either."""
        cells = self.table.columns[column].cells
        word = any(key_of(text_of(cell)) == EMPTY for cell in cells)
        if word and any(map(is_blank, cells)):
            raise SourceError("source.where", "BSC390", said(told.EMPTY_OR_THE_WORD, file=self.table.file, column=name))
        return word

    def _means_rest(self, name: str) -> bool:
        return name == REST and find_column(self.table.headings, REST) is None

    def _rest(self, named: set[int]) -> Iterator[Condition]:
        for column, heading in enumerate(self.table.headings):
            if column not in named:
                yield condition_on(column, "", heading)


def passing(table: Table, conditions: tuple[Condition, ...]) -> Flags:
    """For each row whether it meets all conditions."""
    found = np.ones(len(table), np.bool_)
    for condition in conditions:
        found &= table.columns[condition.column].where(lambda cell, each=condition: each.allows(text_of(cell)))  # type: ignore[misc]
    return found


def tell_refused(table: Table, conditions: tuple[Condition, ...], book: ProblemBook) -> None:
    """A problem for each row of which it cannot be told whether one condition holds, where all others do."""
    for condition in conditions:
        if not condition.refused:
            continue
        others = passing(table, tuple(each for each in conditions if each is not condition))
        column = table.columns[condition.column]
        unknown = others & column.where(lambda cell, each=condition: text_of(cell) in each.refused)  # type: ignore[misc]
        for row in np.flatnonzero(unknown).tolist():
            place = Place(table.file, int(table.lines[row]), condition.column + 1)
            reason = condition.refused[text_of(column[row])]
            book.add("BSC390", place, said(told.NOT_COMPARED, column=condition.heading, problem=reason))


def last_row_taken(table: Table, conditions: tuple[Condition, ...]) -> str:
    """Which condition leaves no row, and what stands in its column in the rows that those before it pass."""
    left = np.ones(len(table), np.bool_)
    for condition in conditions:
        column = table.columns[condition.column]
        after = left & passing(table, (condition,))
        if after.any() or not left.any():
            left = after
            continue
        texts = {text_of(cell) for cell in column.held_in(left)}
        if len(texts) > LISTED:
            return said(told.TAKES_THE_LAST, column=condition.heading)
        sentence = told.LEAVES_NO_ROW if left.all() else told.LEAVES_NO_ROW_OF_THOSE
        return said(sentence, column=condition.heading, texts=one_of(sorted(filter(None, texts)) or [EMPTY]))
    return ""
