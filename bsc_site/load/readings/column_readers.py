"""Column readers: one reader for all KPIs that read the same columns as periods, and a look ahead at their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

import numpy as np

from bsc_site.load.counting.counted_members import MemberCells
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.filters.row_filter import Condition
from bsc_site.load.gathering.cells_once import period_cells
from bsc_site.load.gathering.rows_chosen import RowsChosen
from bsc_site.load.periods.column_rules import ColumnRules
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.periods.wide import Headings
from bsc_site.load.tables.cells import Cell
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass

_MANY = 50
"""With more filters than these the whole column is looked at: it says the same, and sooner."""
_Key = tuple[tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class ColumnReaders:
    """The readers of the columns of one table."""

    table: Table
    _known: dict[_Key, PeriodColumns] = field(default_factory=dict)
    _across: dict[str, tuple[tuple[int, Period], ...]] = field(default_factory=dict)
    _filters: dict[_Key, list[tuple[Condition, ...]]] = field(default_factory=dict)
    tested: dict[object, Condition] = field(default_factory=dict)
    """What became of the tests of filters that were asked already."""
    chosen: RowsChosen = field(init=False)
    members: MemberCells = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the answers which rows a filter passes, and who stands in them."""
        object.__setattr__(self, "chosen", RowsChosen(self.table))
        object.__setattr__(self, "members", MemberCells(self.table))

    def of(self, columns: tuple[int, ...], rules: ColumnRules, conditions: tuple[Condition, ...]) -> PeriodColumns:
        """Where the periods of a KPI's rows stand, with the reader that it shares with KPIs of the same rules."""
        key = (columns, repr(rules))
        if key not in self._known:
            headings = tuple(self.table.headings[column] for column in columns)
            reader = PeriodReader(replace(rules, joined=len(columns) > 1), lambda: self._column(key))
            self._known[key] = PeriodColumns(columns, headings, reader)
        self._filters.setdefault(key, []).append(conditions)
        return self._known[key]

    def across(self, rules: ColumnRules, book: ProblemBook) -> tuple[tuple[int, Period], ...]:
        """Position and period of every heading that is one, read once for all KPIs of the same rules."""
        key = repr(rules)
        if key not in self._across:
            self._across[key] = Headings(self.table, rules, book).periods()
        return self._across[key]

    def _column(self, key: _Key) -> Iterator[Cell]:
        """The distinct cells of the column in the rows of these KPIs."""
        filters = self._filters[key]
        passed = np.ones(len(self.table), np.bool_)
        if len(filters) <= _MANY:
            passed[:] = False
            for each in filters:
                passed[self.chosen.of(each)] = True
        yield from period_cells(self.table, self._known[key]).column.kept(passed).cells
