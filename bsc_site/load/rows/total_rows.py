"""Total rows: those that are the sum of other rows of the same table, which must not be counted beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import NamedTuple

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.rows.sums import Figures, by_period, figures_of, is_sum
from bsc_site.load.rows.total_words import TotalName, total_name
from bsc_site.load.rows.unnamed_totals import without_unnamed
from bsc_site.load.tables.cells import Cell, is_blank, shown
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import row_sentences as told
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate

_PARTS = 2
"""So many parts has what is only called a total beside other words, at least."""
_MOST = 1000
"""So many rows without a period are looked at; a file with more is not a table with totals."""


class Named(NamedTuple):
    """How a row is called in a column of words, and how surely that is the name of a total."""

    text: str
    name: TotalName


class Unplaced(NamedTuple):
    """A row without a period that may be a total, and what tells that it has none where it is not."""

    reading: Reading
    text: str
    refuse: Callable[[], None]


@dataclass(slots=True)
class TotalRows:
    """Which rows of a KPI are called totals; `labels` are the columns of words that no filter looks at."""

    labels: tuple[int, ...] = ()
    several: bool = False
    """Whether several rows of a period become one figure, so that a total would be counted beside its parts."""
    named: dict[int, Named] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)

    def look(self, line: int, cells: Sequence[Cell]) -> None:
        """Remember a row that a cell calls a total."""
        for column in self.labels:
            cell = cells[column]
            if isinstance(cell, str) and cell:
                name = total_name(cell)
                if name and (line not in self.named or name > self.named[line].name):
                    self.named[line] = Named(cell.strip(), name)

    def may_be_one(self, period: Cell, cells: Sequence[Cell]) -> bool:
        """Whether a row whose period cannot be read may be a total: by its name, or as one that has no name at all."""
        if len(self.unplaced) >= _MOST:
            return False
        if not is_blank(period):
            return isinstance(period, str) and total_name(period) > TotalName.PART
        words = (cells[column] for column in self.labels)
        return all(is_blank(cell) or (isinstance(cell, str) and total_name(cell)) for cell in words)

    def left_out(self, kpi: Kpi, rows: Sequence[Reading], book: ProblemBook) -> Sequence[Reading]:
        """The rows without totals; those of which it is not clear go to the book, as those left out do."""
        declared = kpi.source.totals if kpi.source else None
        if self.named and declared != "counted":
            rows = self.without_named(rows, book, sure=declared == "left out")
        if self.labels and kpi.aggregate is Aggregate.SUM and declared != "counted":
            rows = without_unnamed(rows, book, sure=declared == "left out")
        for index, each in enumerate(self.unplaced):
            since = self.unplaced[index - 1].reading.place.line if index else 0
            named = declared == "left out" and bool(each.text)
            if not named and (declared == "counted" or not _sums_up(each.reading, rows, since)):
                each.refuse()
            elif declared is None:
                _note(each.reading.place, each.text, book)
        return rows

    def without_named(self, rows: Sequence[Reading], book: ProblemBook, *, sure: bool) -> Sequence[Reading]:
        """The rows of some periods without those that are called totals; `sure` where that is declared."""
        agree: dict[int, bool] = {}
        for members in by_period(rows).values():
            self._compare(members, agree, None if sure else book)
        out = {line for line, agrees in agree.items() if agrees}
        out |= {line for line, named in self.named.items() if sure and named.name > TotalName.PART}
        return [row for row in rows if row.place.line not in out] if out else rows

    def _compare(self, members: Sequence[Reading], agree: dict[int, bool], book: ProblemBook | None) -> None:
        """Whether the rows of one period that are called totals are the sum of the others there, before or in all."""
        others = [figures_of(row) for row in members if row.place.line not in self.named]
        above: list[Figures] = []
        since: list[Figures] = []
        for row in members if others else ():
            named = self.named.get(row.place.line)
            if named is None:
                above.append(figures_of(row))
                since.append(above[-1])
                continue
            least = _PARTS if named.name is TotalName.PART else 1
            is_total = any(len(parts) >= least and is_sum(row, parts) for parts in (since, above, others))
            since = []
            agree[row.place.line] = is_total and agree.get(row.place.line, True)
            if book is None:
                continue
            if is_total:
                _note(row.place, named.text, book)
            elif named.name is TotalName.SURE or (named.name is TotalName.WEAK and _is_largest(row, others)):
                _ask(row, named.text, others, book)


def _sums_up(total: Reading, rows: Sequence[Reading], since: int) -> bool:
    """Whether it is the sum of the rows above it, of those since the total before, or of all."""
    above = [row for row in rows if row.place.line < total.place.line]
    block = [row for row in above if row.place.line > since]
    return any(is_sum(total, [figures_of(row) for row in each]) for each in (block, above, rows))


def _is_largest(row: Reading, others: Sequence[Figures]) -> bool:
    own = figures_of(row)
    return all(abs(each.value) <= abs(own.value) and each.denominator <= own.denominator for each in others)


def _note(place: Place, text: str, book: ProblemBook) -> None:
    message = said(told.SUM_LEFT_OUT, text=shown(text)) if text else said(told.UNNAMED_SUM_LEFT_OUT)
    book.add("BSC338", Place(place.file, place.line), message)


def _ask(row: Reading, text: str, others: Sequence[Figures], book: ProblemBook) -> None:
    own = figures_of(row)
    index = 0 if row.value is not None else 1
    known = exact_sum(each[index] for each in others)
    figures = {"value": f"{own[index]:.10g}", "period": str(row.period), "known": f"{known:.10g}"}
    message = said(told.NO_SUM, text=shown(text), **figures)
    book.add("BSC339", Place(row.place.file, row.place.line), message)
