"""Tidy files: data files without a `source`, whose rows or columns name KPIs by their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader, numbers_of, rated_of
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.column_rules import column_rules
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.periods.wide import Headings
from bsc_site.load.readings.kept_rows import KeptRows
from bsc_site.load.rows.run_together import look_for_lost_figure
from bsc_site.load.suggestions import did_you_mean, nearest
from bsc_site.load.tables.cells import Cell, Row, is_blank, plain, text_of
from bsc_site.load.tables.headings import find_column, listed, misspelt_headings
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.provenance import Found, OriginFact, TableOrigin

_VALUE = {"value": "value"}


@dataclass(slots=True)
class KpiRows:
    """What one KPI gets from one tidy file."""

    kpi: Kpi
    figures: FigureReader
    period: PeriodColumns
    rows: KeptRows


@dataclass(slots=True)
class TidyRows:
    """Collects the rows of every KPI without a source, file by file."""

    project: Project
    book: ProblemBook
    broken: frozenset[str] = frozenset()
    """Ids of KPIs that are declared with mistakes: their rows are passed over, for they are not at fault."""
    rows: dict[str, KeptRows] = field(default_factory=lambda: defaultdict(KeptRows))
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """KPI id to the files that name it, whether or not a figure of it could be read."""
    files: dict[str, dict[str, TableOrigin]] = field(default_factory=lambda: defaultdict(dict))
    """KPI id to its files, each with what is known of its reading."""

    lengths: Counter[str] = field(default_factory=Counter)
    """How many rows each file has that names KPIs."""
    unread: set[str] = field(default_factory=set)
    """Files whose rows could not be read: any of them may name any KPI."""
    meant: set[str] = field(default_factory=set)
    """KPIs that a row or a heading seems to mean, and does not name as they are called."""

    def explains(self, kpi: Kpi) -> bool:
        """Whether something that is already told is the reason for which a KPI has no data."""
        known = any(self.book.knows(file) for file in self.named.get(kpi.id, ()))
        return kpi.source is None and (known or bool(self.unread) or kpi.id in self.meant)

    def take(self, table: Table) -> bool:
        """Keep every row that names a KPI; False when neither rows nor columns of the table do.

        Raises HeadingError for two columns of one name, and what reading the rows raises.
        """
        self.lengths[table.file] += len(table)
        kpi, period = find_column(table.headings, "kpi"), find_column(table.headings, "period")
        for name, wrong in misspelt_headings(table.headings):
            self.unread.add(table.file)
            message = f"there is no column '{name}'; rename the heading '{wrong}' to {name}"
            self.book.add("BSC307", Place(table.file, table.header_line, table.headings.index(wrong) + 1), message)
            return True
        if kpi is not None and period is not None:
            return self._long(table, kpi, period)
        if kpi is not None:
            return self._periods_across(table, kpi)
        return period is not None and self._kpis_across(table, period)

    def _long(self, table: Table, kpi: int, period: int) -> bool:
        columns = _figure_columns(table)
        if columns.value is None and columns.numerator is None:
            self.unread.add(table.file)
            self.book.add(
                "BSC307",
                Place(table.file, table.header_line),
                f"there is no column 'value'; there are: {listed(table.headings)}",
            )
            return True
        targets = _Targets(self, table, period)
        for line, cells in self._rows(table):
            holds = columns.say_anything(cells)
            target = targets.of(line, cells[kpi], kpi, blank=not holds)
            if target is None:
                continue
            if not holds:
                look_for_lost_figure(target.period, Place(table.file, line), cells, self.book)
                continue
            at = target.period.period(table.file, line, cells, self.book)
            reading = target.figures.reading(at, line, cells, columns) if at else None
            if reading is not None:
                target.rows.keep(reading)
        ratio = {"numerator": "numerator", "denominator": "denominator"}
        self._name(targets.known, table.file, {**(ratio if columns.value is None else _VALUE), "period": "period"})
        return True

    def _periods_across(self, table: Table, kpi: int) -> bool:
        targets = _Targets(self, table, None)
        across: dict[str, tuple[tuple[int, Period], ...]] = {}
        target_column, note, rating = (find_column(table.headings, name) for name in ("target", "note", "rating"))
        for line, cells in self._rows(table):
            target = targets.of(line, cells[kpi], kpi, blank=all(is_blank(cell) for cell in cells))
            if target is None:
                continue
            rules = target.period.reader.rules
            key = repr(rules)
            if key not in across:
                across[key] = Headings(table, rules, self.book).periods()
            for column, at in across[key]:
                columns = FigureColumns(column, target=target_column, note=note, rating=rating)
                reading = None if is_blank(cells[column]) else target.figures.reading(at, line, cells, columns)
                if reading is not None:
                    target.rows.keep(reading)
        self._name(targets.known, table.file, {Found.ACROSS: None})
        return True

    def _kpis_across(self, table: Table, period: int) -> bool:
        targets = _Targets(self, table, period)
        found = [
            (column, target)
            for column, heading in enumerate(table.headings)
            if column != period and (target := targets.of_heading(heading, column)) is not None
        ]
        for line, cells in self._rows(table) if found else ():
            for column, target in found:
                if not is_blank(cells[column]):
                    at = target.period.period(table.file, line, cells, self.book)
                    reading = target.figures.reading(at, line, cells, FigureColumns(column)) if at else None
                    if reading is not None:
                        target.rows.keep(reading)
        self._name(targets.known, table.file, {Found.OWN_COLUMN: None, "period": "period"})
        return bool(found)

    def _rows(self, table: Table) -> Iterator[Row]:
        """The rows of a table, of which it is told what is damaged."""
        table.tell(partial(self.book.add_table_error, table.file))
        yield from table.rows

    def _name(self, known: Mapping[str, KpiRows | None], file: str, facts: Mapping[str, str | None]) -> None:
        origin = TableOrigin(file, tuple(OriginFact(*each) for each in facts.items()))
        for target in known.values():
            if target is not None and target.rows:
                self.files[target.kpi.id][file] = origin


@dataclass(slots=True)
class _Targets:
    """The KPIs that one table names, by the text that names them; None for a text that names none."""

    tidy: TidyRows
    table: Table
    period: int | None
    known: dict[str, KpiRows | None] = field(default_factory=dict)
    _periods: dict[str, PeriodColumns] = field(default_factory=dict)
    _refused: set[str] = field(default_factory=set)

    def of(self, line: int, cell: Cell, column: int, *, blank: bool) -> KpiRows | None:
        """The KPI that a cell names; one that names none is a problem of that row, unless the row is blank."""
        target = self._named(cell)
        if target is None and not (blank and not text_of(cell)):
            self._refuse(text_of(cell), Place(self.table.file, line, column + 1))
        return target

    def of_heading(self, heading: str, column: int) -> KpiRows | None:
        """The KPI that a heading names; one that nearly names a KPI is a problem."""
        target = self.known[heading] = self._target(heading)
        if target is None and heading and (self._elsewhere(heading) or did_you_mean(heading, self.tidy.project.kpis)):
            self._refuse(heading, Place(self.table.file, self.table.header_line, column + 1))
        return target

    def _target(self, text: str) -> KpiRows | None:
        kpi = _kpi_called(self.tidy.project, text)
        if kpi is None or kpi.source is not None or kpi.computed:
            return None
        self.tidy.named[kpi.id].add(self.table.file)
        figures = FigureReader(self.table.file, numbers_of(kpi), self.tidy.book, rated=rated_of(kpi))
        return KpiRows(kpi, figures, self._period_columns(kpi), self.tidy.rows[kpi.id])

    def _period_columns(self, kpi: Kpi) -> PeriodColumns:
        """Where the periods stand, with the reader that the KPI shares with all that have the same rules."""
        rules = column_rules(self.tidy.project, kpi)
        key = repr(rules)
        if key not in self._periods:
            columns = () if self.period is None else (self.period,)
            self._periods[key] = PeriodColumns(columns, ("period",), PeriodReader(rules, lambda: self._column(key)))
        return self._periods[key]

    def _column(self, key: str) -> Iterator[Cell]:
        """The cells of the column of periods in the rows of all KPIs with the same rules."""
        named, where = find_column(self.table.headings, "kpi"), self._periods[key]
        for _, cells in self.table.rows:
            target = None if named is None else self._named(cells[named])
            if named is None or (target is not None and target.period is where):
                yield where.cell(cells)

    def _named(self, cell: Cell) -> KpiRows | None:
        text = cell if isinstance(cell, str) else text_of(cell)
        if text not in self.known:
            self.known[text] = self._target(text.strip())
        return self.known[text]

    def _elsewhere(self, text: str) -> str:
        kpi = _kpi_called(self.tidy.project, text)
        if kpi is None:
            return ""
        if kpi.source:
            return f"`source` reads {kpi.source.file}"
        return "`formula` computes it" if kpi.formula else "`from_children` makes it from the scorecards below"

    def _refuse(self, text: str, place: Place) -> None:
        if text in self.tidy.broken or (text and text in self._refused):
            return
        self._refused.add(text)
        elsewhere = self._elsewhere(text)
        if elsewhere:
            self.tidy.book.add("BSC317", place, f"the figures of '{text}' here are not used: its {elsewhere}")
        elif not text:
            self.tidy.book.add("BSC316", place, "the row names no KPI")
        else:
            self.tidy.book.add("BSC316", place, f"there is no KPI '{text[:60]}'{self._meant(text)}")

    def _meant(self, text: str) -> str:
        """Which KPI may be meant, as a question."""
        kpis = self.tidy.project.kpis
        named = [kpi.id for kpi in kpis.values() if plain(kpi.name).casefold() == plain(text).casefold()]
        if len(named) == 1:
            self.tidy.meant.update(named)
            return f"; that is a KPI's name, write its id: '{named[0]}'"
        near = nearest(text, kpis)
        self.tidy.meant.update([near] if near else ())
        if near in self.table.headings:
            return f"; if it means '{near}', which has a column already, delete this one"
        return did_you_mean(text, kpis)


def _figure_columns(table: Table) -> FigureColumns:
    numerator, denominator = find_column(table.headings, "numerator"), find_column(table.headings, "denominator")
    both = numerator is not None and denominator is not None
    return FigureColumns(
        find_column(table.headings, "value"),
        numerator if both else None,
        denominator if both else None,
        find_column(table.headings, "target"),
        find_column(table.headings, "note"),
        rating=find_column(table.headings, "rating"),
    )


def _kpi_called(project: Project, text: str) -> Kpi | None:
    if text in project.kpis:
        return project.kpis[text]
    return next((kpi for id_, kpi in project.kpis.items() if id_.casefold() == text.casefold()), None)
