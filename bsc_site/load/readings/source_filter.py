"""Source filter: the conditions of a KPI's filter, with how its columns are read where cells are compared."""

from __future__ import annotations

from collections.abc import Callable

from bsc_site.load.arithmetic.computed_columns import ComputedHeading
from bsc_site.load.figures.figures_of_row import numbers_of
from bsc_site.load.figures.numbers import FigureError, NumberReader
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.filters.cell_tests import CellReaders
from bsc_site.load.filters.declared_filter import DeclaredFilter, tell_refused
from bsc_site.load.filters.row_filter import Condition
from bsc_site.load.periods.column_rules import ColumnRules
from bsc_site.load.periods.row_period import fiscal_text
from bsc_site.load.readings.column_readers import ColumnReaders
from bsc_site.load.tables.cells import Cell, ScaledText, Uncomputed, Unfigured
from bsc_site.load.tables.headings import find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.sources.figure_choice import Distinct
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.period import Period


def source_conditions(
    table: Table, kpi: Kpi, rules: ColumnRules, readers: ColumnReaders, book: ProblemBook
) -> tuple[Condition, ...]:
    """The conditions of the filter of a KPI; rows of which they cannot be told go to the book. Raises SourceError."""
    source = kpi.source or Source(file=table.file)
    numbers = numbers_of(kpi, source)
    plain = NumberReader(numbers.decimal, numbers.thousands, numbers.missing)

    def cell_readers(column: int) -> CellReaders:
        return CellReaders(_number(table, column, plain, book), _period(table, column, rules, readers))

    def named() -> set[int]:
        return _named(table, source) | _periods(source, rules, readers, book)

    conditions = DeclaredFilter(table, source, cell_readers, readers.tested).conditions(named)
    tell_refused(table, conditions, book)
    return conditions


def _number(table: Table, column: int, numbers: NumberReader, book: ProblemBook) -> Callable[[Cell], float | None]:
    spelling = book.spellings.of(table.file, column, numbers.decimal, numbers.thousands)

    def read(cell: Cell) -> float | None:
        if isinstance(cell, Unfigured | Uncomputed):
            raise FigureError(cell.why if isinstance(cell, Unfigured) else cell.wrong)
        value = numbers.read(cell, spelling)
        return value if value is None or not isinstance(cell, ScaledText) else value * cell.times

    return read


def _period(table: Table, column: int, rules: ColumnRules, readers: ColumnReaders) -> Callable[[Cell], Period]:
    def read(cell: Cell) -> Period:
        reader = readers.of((column,), rules, ()).reader
        return reader.read(fiscal_text(table.headings[column], cell, rules))

    return read


def _named(table: Table, source: Source) -> set[int]:
    """The columns that a source names beside its filter, and those that stand in no file."""
    target = source.target if isinstance(source.target, str) else None
    names = [source.value, source.numerator, source.denominator, target, source.weight]
    names += [source.note, source.rating, *source.columns]
    names += [source.period or "period"] if isinstance(source.period, str | None) else source.period
    names += source.filled if isinstance(source.filled, tuple) else ()
    names += [source.count.distinct] if isinstance(source.count, Distinct) else []
    names += [source.repeat_rate.customer, source.repeat_rate.order] if source.repeat_rate else []
    names += ["value"] if source.value is None and source.numerator is None else []
    found = {place for name in names if name is not None and (place := find_column(table.headings, name)) is not None}
    headings = enumerate(table.headings)
    computed = {place: heading.places for place, heading in headings if isinstance(heading, ComputedHeading)}
    operands = {each for place in found if place in computed for each in computed[place]}
    return found | set(computed) | operands


def _periods(source: Source, rules: ColumnRules, readers: ColumnReaders, book: ProblemBook) -> set[int]:
    """The columns that are periods, where the source does not name figures that stand below one another."""
    if source.period or source.value or source.numerator or source.count or source.columns or source.at:
        return set()
    return {column for column, _ in readers.across(rules, book)}
