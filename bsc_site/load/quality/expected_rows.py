"""Expected rows: whether what a source expects of its rows holds, and where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.tables.cells import is_blank
from bsc_site.load.tables.headings import find_column, listed
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.expectations import RowExpectation
from bsc_site.model.problem import Place
from bsc_site.model.reading_facts import CheckedExpectation
from bsc_site.model.rules.reading import promises as told
from bsc_site.model.saying.said import Counted, said
from bsc_site.model.value_class import dataclass

Places = NDArray[np.intp]


class LineFigures(NamedTuple):
    """What was read of the row in a line: a value, or both sides of a ratio."""

    line: int
    value: float | None
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class TakenRows:
    """The rows of a table that a filter takes, the columns with figures, and the figures that were read.

    `taken` are the places of the rows, where something is expected of them, `count` is always how many they are.
    `times` is what a ratio is multiplied by to be shown, 100 for per cent.
    """

    table: Table
    count: int
    taken: Places
    figures: tuple[int, ...]
    read: Callable[[], Iterable[LineFigures]]
    times: float = 1.0

    @property
    def column(self) -> int:
        """The column of the figures as editors count it; 0 where there are several."""
        return self.figures[0] + 1 if len(self.figures) == 1 else 0


def no_rows_taken() -> Places:
    """Of rows of which nothing is expected."""
    return np.zeros(0, np.intp)


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks what is expected of some rows, and tells the book what does not hold."""

    rows: TakenRows
    expect: RowExpectation
    book: ProblemBook

    def tell(self, at: tuple[int, int], sentence: str | Counted, /, **figures: str | int) -> None:
        """Keep what does not hold in a line and column; of each sentence some are told and the others counted."""
        code = "BSC358" if self.expect.severity == "error" else "BSC359"
        kind = sentence if isinstance(sentence, str) else sentence.one
        self.book.add(code, Place(self.rows.table.file, *at), said(sentence, **figures), kind)

    def bounds(self) -> Iterator[CheckedExpectation]:
        for key, sentence in (("min", told.ROW_BELOW), ("max", told.ROW_ABOVE)):
            bound = self.expect.min if key == "min" else self.expect.max
            if bound is None:
                continue
            sign = 1 if key == "min" else -1
            values = ((each, _value(each, self.rows.times)) for each in self.rows.read())
            beyond = [(each, value) for each, value in values if value is not None and sign * (value - bound) < 0]
            for each, value in beyond:
                self.tell((each.line, self.rows.column), sentence, value=f"{value:.10g}", bound=f"{bound:.10g}")
            yield CheckedExpectation(key, f"{bound:.10g}", len(beyond))

    def not_null(self) -> Iterator[CheckedExpectation]:
        table, broken = self.rows.table, 0
        for column in self.rows.figures if self.expect.not_null else ():
            blank = self.rows.taken[table.columns[column].where(is_blank)[self.rows.taken]]
            broken += len(blank)
            for row in blank.tolist():
                heading = table.headings[column]
                self.tell((int(table.lines[row]), column + 1), told.ROW_WITHOUT_FIGURE, column=heading)
        if self.expect.not_null:
            yield CheckedExpectation("not_null", "true", broken)

    def count(self) -> Iterator[CheckedExpectation]:
        wanted, count = self.expect.rows, len(self.rows.taken)
        if wanted is not None:
            if not wanted.allows(count):
                self.tell((0, 0), told.WRONG_ROWS, count=count, bound=str(wanted))
            yield CheckedExpectation("rows", str(wanted), int(not wanted.allows(count)))

    def columns(self) -> Iterator[CheckedExpectation]:
        missing = [each for each in self.expect.columns if find_column(self.rows.table.headings, each) is None]
        self._tell_missing(missing)
        if self.expect.columns:
            yield CheckedExpectation("columns", ", ".join(self.expect.columns), len(missing))

    def unique(self) -> Iterator[CheckedExpectation]:
        names, table = self.expect.unique, self.rows.table
        places = [find_column(table.headings, each) for each in names]
        self._tell_missing([each for each, place in zip(names, places, strict=True) if place is None])
        known = [each for each in places if each is not None]
        if not names or len(known) < len(names):
            return
        rows = self.rows.taken
        cells = np.stack([table.columns[each].codes[rows] for each in known], axis=1)
        _, first, which = np.unique(cells, axis=0, return_index=True, return_inverse=True)
        again = np.flatnonzero(first[which.ravel()] != np.arange(len(rows)))
        for each in again.tolist():
            before = int(table.lines[rows[first[which.ravel()[each]]]])
            line = int(table.lines[rows[each]])
            self.tell((line, known[0] + 1), told.NOT_UNIQUE, columns=", ".join(names), line=str(before))
        yield CheckedExpectation("unique", ", ".join(names), len(again))

    def _tell_missing(self, names: Sequence[str]) -> None:
        table = self.rows.table
        for each in names:
            self.tell((table.header_line, 0), told.COLUMN_EXPECTED, column=each, there=listed(table.headings))


def check_rows(rows: TakenRows, expect: RowExpectation, book: ProblemBook) -> tuple[CheckedExpectation, ...]:
    """What was expected and how often it does not hold; each place goes to the book."""
    check = _Check(rows, expect, book)
    return (*check.bounds(), *check.not_null(), *check.count(), *check.unique(), *check.columns())


def _value(reading: LineFigures, times: float) -> float | None:
    if reading.numerator is not None and reading.denominator:
        return reading.numerator / reading.denominator * times
    return reading.value
