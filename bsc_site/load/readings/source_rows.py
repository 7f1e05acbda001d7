"""Rows of a source: takes the rows of one KPI from the table that its `source` describes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from datetime import date
from functools import partial
from heapq import merge
from itertools import count

from bsc_site.load.arithmetic.computed_columns import operands_of
from bsc_site.load.counting.counted_members import (
    CountedMembers,
    MemberCells,
    MembersAsked,
    counting_of,
)
from bsc_site.load.dating.year_spans import is_span
from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader, numbers_of, rated_of
from bsc_site.load.figures.gaps import Gaps
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.filters.row_filter import Condition
from bsc_site.load.gathering.cells_once import Rows
from bsc_site.load.gathering.plain_rows import PlainRows
from bsc_site.load.gathering.rows_chosen import RowsChosen
from bsc_site.load.gathering.table_cells import TableCells
from bsc_site.load.layouts.layout_fit import mixed_money
from bsc_site.load.periods.column_rules import ColumnRules, NoPeriodError
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.periods.row_period import PeriodColumns, PeriodsCovered
from bsc_site.load.periods.wide import WideColumns
from bsc_site.load.quality.declared_facts import declared_origin
from bsc_site.load.quality.expected_rows import LineFigures, TakenRows, no_rows_taken
from bsc_site.load.readings.column_readers import ColumnReaders
from bsc_site.load.readings.named_columns import figure_columns, required_column, with_value
from bsc_site.load.readings.settling import one_figure_a_period
from bsc_site.load.readings.source_filter import source_conditions
from bsc_site.load.readings.year_rows import YearRows, parts_across, year_rows
from bsc_site.load.rows.run_together import look_for_lost_figure
from bsc_site.load.rows.total_rows import TotalRows, Unplaced
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.cells import Cell, text_of
from bsc_site.load.tables.headings import find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.period import Frequency, Period, PeriodSpellingError
from bsc_site.model.problem import Place
from bsc_site.model.provenance import Found, TableOrigin
from bsc_site.model.saying.said import Listed, of_file, said
from bsc_site.model.sentences.in_data import reading_sentences as told
from bsc_site.model.series import Mended, Reading
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate

_NO_PERIOD = Period(Frequency.YEARLY, date.min)
"""What stands for the period of a row that has none, until it is known whether it is a total."""
Across = Callable[[], tuple[tuple[int, Period], ...]]
"""Position and period of every heading that is one."""


@dataclass(slots=True)
class SourceRows:
    """Collects the rows of one KPI while its table is read."""

    kpi: Kpi
    rules: ColumnRules
    conditions: tuple[Condition, ...]
    figures: FigureReader
    columns: FigureColumns
    period: PeriodColumns | None
    wide: WideColumns | YearRows | None
    origin: TableOrigin
    table: Table
    """The whole table, for what only whole rows or columns tell."""
    rows: list[Reading] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """For each of these rows its place in the table."""
    plain: PlainRows | None = None
    """Rows that columns tell about, as long as no reading is made of each."""
    taken: Rows = field(default_factory=no_rows_taken)
    """The places of all rows that the filter takes, where something is expected of them."""
    taken_count: int = 0
    totals: TotalRows = field(default_factory=TotalRows)
    coverage: PeriodsCovered | None = None
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By column of the filter, how many rows were taken whose text differs from the wanted one in case alone."""

    chosen: RowsChosen | None = None
    """Which rows of the table filters pass, as far as they were asked already."""
    members: MemberCells | None = None
    """Who stands in the rows of the table."""
    counting: MembersAsked | None = None
    """What is counted, each text once a period; None where figures are read."""
    counted_from: date | None = None
    """The first day of periods of which it is known who was there before; None where that is not asked."""
    mended: tuple[Mended, ...] = ()
    """What was declared to be changed in the cells of the table."""
    beside: tuple[SourceRows, ...] = ()
    """What further sheets of the same workbook gave, whose rows are among these."""

    def visit(self, row: int, line: int, cells: Sequence[Cell]) -> None:
        """Keep the readings of one row that the filter passes; `row` is its place in the table."""
        if self.wide is not None:
            found = self.wide.readings(line, cells, self.columns, self.figures)
        elif self.period is not None and self.columns.say_anything(cells):
            found = self._reading(line, cells, self.period)
        else:
            if self.period is not None:
                look_for_lost_figure(self.period, Place(self.figures.file, line), cells, self.figures.book)
            return
        self.rows += found
        self.places += [row] * len(found)
        if found and self.totals.several:
            self.totals.look(line, cells)

    def take_members(self, rows: Rows) -> bool:
        """Count who stands in the rows that the filter passes; False where figures are read instead."""
        if self.counting is None or self.members is None or self.period is None:
            return False
        found = CountedMembers(self.members, rows, self.period, self.figures.book).of(self.counting)
        self.rows, self.counted_from = found.rows, found.counted_from
        return True

    def take_plain(self, plain: PlainRows, cells: TableCells) -> None:
        """Keep rows that columns tell about."""
        if self.totals.several:
            for row in plain.places[cells.called_totals(self.totals.labels, plain.places)].tolist():
                self.totals.look(int(cells.table.lines[row]), cells.table.row(row))
        if self.timed_figures and self.period is not None and self.period.reader.timed:
            plain = plain.timed(cells.periods(self.period).column, self.period.reader)
        self.plain = plain

    def spread_out(self) -> None:
        """Make a reading of each row that columns tell about, among the others in the order of the table."""
        plain, self.plain = self.plain, None
        if plain is None or not len(plain):
            return
        own = zip(self.places, range(len(self.rows)), self.rows, strict=True)
        others = zip(plain.places.tolist(), count(), plain.readings(), strict=False)
        self.rows = [reading for _, _, reading in merge(own, others)] if self.rows else plain.readings()
        self.places = []

    def _reading(self, line: int, cells: Sequence[Cell], where: PeriodColumns) -> list[Reading]:
        try:
            period = where.read(cells)
        except NoPeriodError:
            return []
        except PeriodSpellingError as error:
            cell = where.cell(cells)
            refuse = partial(where.refuse, error, Place(self.figures.file, line), tuple(cells), self.figures.book)
            if not self.totals.may_be_one(cell, cells):
                refuse()
            elif (total := self.figures.reading(_NO_PERIOD, line, cells, self.columns)) is not None:
                self.totals.unplaced.append(Unplaced(total, text_of(cell), refuse))
            return []
        reading = self.figures.reading(period, line, cells, self.columns)
        if reading is None:
            return []
        years = where.reader.years(where.cell(cells))
        reading = reading._replace(note=years) if years and not reading.note else reading
        return [self._timed(reading, where, cells)]

    def _timed(self, reading: Reading, period: PeriodColumns, cells: Sequence[Cell]) -> Reading:
        """The reading with its time of day, where the latest figure of a period counts."""
        if period.reader.timed and self.timed_figures:
            return reading._replace(seconds=period.reader.seconds(period.cell(cells)))
        return reading

    @property
    def timed_figures(self) -> bool:
        """Whether the latest figure of a period counts, so that the time of day of each matters."""
        return self.kpi.aggregate is Aggregate.LAST or self.kpi.counted_up is not None

    def table_periods(self) -> frozenset[Period] | None:
        """Every period for which the table holds a figure, whichever rows the filter passes; None for these rows'."""
        found = [each for one in (self, *self.beside) if (each := one.own_table_periods()) is not None]
        return frozenset().union(*found) if found else None

    def own_table_periods(self) -> frozenset[Period] | None:
        """The same of one sheet alone."""
        if self.coverage is not None:
            return self.coverage.periods()
        if self.wide is not None:
            return frozenset(self.wide.seen)
        return None

    def corrections(self) -> tuple[Mended, ...]:
        """What was declared to be changed in the cells of all sheets, with what is left out as gaps."""
        return tuple(each for one in (self, *self.beside) for each in one.own_corrections())

    def own_corrections(self) -> tuple[Mended, ...]:
        """The same of one sheet alone."""
        gaps = self.figures.gaps
        return self.mended + (gaps.tell(self.table.headings, self.figures.book) if gaps else ())

    def taken_rows(self) -> TakenRows:
        """The rows that the filter takes, of this sheet alone, for what is counted and expected of them."""
        per_cent = self.kpi.unit.strip() == "%" and self.columns.numerator is not None
        times = 100.0 if per_cent else 1.0
        return TakenRows(self.table, self.taken_count, self.taken, self._figure_columns(), self._values, times)

    def note_taken(self, rows: Rows) -> None:
        """Remember how many rows the filter takes, and which, where something is expected of them."""
        self.taken_count = len(rows)
        if self.kpi.source is not None and self.kpi.source.expect is not None:
            self.taken = rows

    def _values(self) -> Iterator[LineFigures]:
        """The figures that were read of each row, as a value or as both sides of a ratio."""
        for row in self.plain.readings() if self.plain is not None else ():
            yield LineFigures(row.place.line, row.value, row.numerator, row.denominator)
        for row in self.rows:
            yield LineFigures(row.place.line, row.value, row.numerator, row.denominator)

    def _figure_columns(self) -> tuple[int, ...]:
        if isinstance(self.wide, YearRows):
            return self.wide.parts
        if self.wide is not None:
            return tuple(column for column, _ in self.wide.periods)
        columns = (self.columns.value, self.columns.numerator, self.columns.denominator)
        return tuple(each for each in columns if each is not None)

    @property
    def timed(self) -> bool:
        """Whether any of its periods names a time of day."""
        return any(each.period is not None and each.period.reader.timed for each in (self, *self.beside))


def source_rows(table: Table, kpi: Kpi, rules: ColumnRules, readers: ColumnReaders, book: ProblemBook) -> SourceRows:
    """A collector for one KPI. Raises SourceError when the table lacks what the source names."""
    source = kpi.source or Source(file=table.file)
    conditions = source_conditions(table, kpi, rules, readers, book)
    wrong = mixed_money(table, source)
    if wrong is not None:
        raise SourceError("source.where", "BSC393", wrong)
    columns = figure_columns(table, source)
    period = _period_columns(table, source, rules, lambda columns: readers.of(columns, rules, conditions))
    wide = _year_rows(table, source, rules, columns)
    if wide is not None:
        period = None
    elif period is None:
        wide = _wide_columns(table, source, lambda: readers.across(rules, book), book)
    else:
        columns = with_value(table, columns)
    if isinstance(wide, WideColumns) and rules.writing.spans is not None:
        wide.years = {column: table.headings[column] for column, _ in wide.periods if is_span(table.headings[column])}
    gaps = Gaps() if source.unreadable == "gap" else None
    numbers, rated = numbers_of(kpi, source), rated_of(kpi)
    figures = FigureReader(table.file, numbers, book, source.scale, wide is not None, rated, gaps, operands_of(table))
    column = None if columns.value is None else table.headings[columns.value]
    origin = declared_origin(table.file, source, rules.writing, column)
    origin = origin.with_fact(Found.FILES, table.files) if table.files else origin
    origin = origin.with_fact(Found.SKIPPED, table.skipped) if source.skip else origin
    rows = SourceRows(kpi, rules, conditions, figures, columns, period, wide, origin, table, chosen=readers.chosen)
    rows.members, rows.counting = readers.members, counting_of(table, source)
    rows.totals = TotalRows(_labels(table, rows), several=not columns.count and not one_figure_a_period(kpi))
    return rows


def _labels(table: Table, rows: SourceRows) -> tuple[int, ...]:
    """The columns that hold neither figures nor periods, and that no filter looks at."""
    figures, wide = rows.columns, rows.wide
    used = {figures.value, figures.numerator, figures.denominator, figures.target, figures.note}
    used |= {condition.column for condition in rows.conditions}
    used |= set(rows.period.columns) if rows.period is not None else set()
    if isinstance(wide, YearRows):
        used |= {wide.year, *wide.parts}
    elif wide is not None:
        used |= {column for column, _ in wide.periods}
    return tuple(column for column in range(len(table.headings)) if column not in used)


def _year_rows(
    table: Table, source: Source, rules: ColumnRules, columns: FigureColumns
) -> WideColumns | YearRows | None:
    """Columns of months beside one of years, where the source names the years and no figure."""
    if not isinstance(source.period, str) or source.at is not None or columns.count or columns.numerator is not None:
        return None
    year = required_column(table, "period", source.period)
    if columns.value is None:
        return None if find_column(table.headings, "value") is not None else year_rows(table, year, rules)
    if columns.value in parts_across(table.headings) and rules.coarser(Frequency.YEARLY):
        heading = table.headings[columns.value]
        message = said(told.ONE_PART_OF_A_YEAR, heading=heading, value=source.value or "")
        raise SourceError("source.value", "BSC321", of_file(table.file, message))
    return None


def _wide_columns(table: Table, source: Source, across: Across, book: ProblemBook) -> WideColumns:
    """The period columns of a table: those that `columns` names, otherwise all whose heading is a period."""
    if source.columns:
        return WideColumns(tuple((required_column(table, "columns", name), at) for name, at in source.columns.items()))
    wide = WideColumns(across())
    if not wide.periods and not book.knows(table.file):
        raise SourceError("source", "BSC321", _no_period(table))
    return wide


def _period_columns(
    table: Table, source: Source, rules: ColumnRules, read_by: Callable[[tuple[int, ...]], PeriodColumns]
) -> PeriodColumns | None:
    if source.at is not None:
        return PeriodColumns((), (), PeriodReader(rules), source.at)
    named = source.period
    figures = source.value or source.numerator or source.count or source.repeat_rate
    if named is None and not source.columns and figures:
        named = "period"
    if named is None:
        return None
    names = (named,) if isinstance(named, str) else named
    return read_by(tuple(required_column(table, "period", name) for name in names))


def _no_period(table: Table) -> str:
    there = Listed(heading for heading in table.headings[:20] if heading)
    return said(told.NO_HEADING_IS_A_PERIOD, file=table.file, there=there)
