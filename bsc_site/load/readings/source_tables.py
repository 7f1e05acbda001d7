"""Source tables: reads each table that sources name once, and deals its rows out to the KPIs that want them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from bsc_site.load.beside.joined_columns import JoinError
from bsc_site.load.counting.counted_members import CountedRows, tell_short_window
from bsc_site.load.dating.start_lines import first_day
from bsc_site.load.figures.problem_book import EXAMPLES, ProblemBook
from bsc_site.load.files.lacking_columns import lacking_column
from bsc_site.load.files.repeated_files import RepeatedFiles, placed
from bsc_site.load.files.source_table import OpenedFiles
from bsc_site.load.filters.declared_filter import last_row_taken
from bsc_site.load.filters.row_filter import told_apart
from bsc_site.load.formats.any_file import rows_of_file, with_joins
from bsc_site.load.gathering.many_rows import ManyRows
from bsc_site.load.layouts.layout_fit import LayoutFit
from bsc_site.load.periods.column_rules import ColumnRules, column_rules
from bsc_site.load.preparing.prepared_tables import PreparedTables
from bsc_site.load.quality.noted_facts import noted_facts
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.query_tables import QueryTables
from bsc_site.load.readings.column_readers import ColumnReaders
from bsc_site.load.readings.dealing import deal
from bsc_site.load.readings.grouped_rows import RowGroup, grouped, joined_groups
from bsc_site.load.readings.own_rows import own_rows
from bsc_site.load.readings.settling import Settled, Settling, one_figure_a_period
from bsc_site.load.readings.sheet_rows import SheetRows, joined_sheets
from bsc_site.load.readings.source_reach import declared_reach
from bsc_site.load.readings.source_rows import SourceRows, source_rows
from bsc_site.load.readings.spellings_taken import tell_spellings
from bsc_site.load.rows.groups_named_once import ask_about_groups
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.file_layout import Layout, layout_of
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.period import Frequency, Period
from bsc_site.model.provenance import Provenance
from bsc_site.model.saying.said import Listed, of_file, said, together
from bsc_site.model.sentences.in_data import reading_sentences as told
from bsc_site.model.sentences.period_sentences import NO_SUCH_LINE
from bsc_site.model.sentences.table_sentences import OTHER_TABLE
from bsc_site.model.series import GroupReadings, Readings
from bsc_site.model.value_class import dataclass

_DECLARED = {"BSC301", "BSC302", "BSC307", "BSC308", "BSC321", "BSC372", "BSC373", "BSC378", "BSC379"}
_KEYS = {
    "BSC307": "source.skip",
    "BSC321": "source.delimiter",
    "BSC372": "source.table",
    "BSC373": "source.table",
    "BSC378": "source.period",
    "BSC379": "source",
}
"""Rules about what the YAML says, which is where they are mended."""


@dataclass(slots=True)
class SourceTables:
    """The tables of all sources; after `read`, `readings_of` answers for each KPI that has a source."""

    root: Path
    project: Project
    book: ProblemBook
    failed: set[str] = field(default_factory=set)
    """KPIs whose table could not be read or lacks what the source names: their missing data needs no second word."""
    given: Mapping[str, Table] = field(default_factory=dict)
    """Tables that are known already, by the file that they would stand in."""
    queries: QueryTables = field(init=False)
    opened: OpenedFiles = field(init=False)
    _rows: dict[str, SourceRows] = field(default_factory=dict)
    _sheets: dict[str, list[SheetRows]] = field(default_factory=lambda: defaultdict(list))
    _groups: dict[str, list[RowGroup]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Gather the queries: they are asked together."""
        asked: dict[str, list[Kpi]] = defaultdict(list)
        for kpi in self.project.kpis.values():
            if kpi.source is not None and kpi.source.query:
                asked[kpi.source.query].append(kpi)
        self.queries = QueryTables(self.root, asked)
        self.opened = OpenedFiles(self.root)

    @property
    def files(self) -> frozenset[str]:
        """Every file that a source names, relative to the project."""
        layouts = [layout_of(kpi.source) for kpi in self.project.kpis.values() if kpi.source]
        layouts += [join.layout for each in layouts for join in each.joins]
        return frozenset().union(*map(self.opened.files, set(layouts))) | self.queries.every_file()

    def texts_missed(self, kpi: Kpi) -> str:
        """The condition of the KPI's filter that takes the last row, and what stands in its column instead."""
        rows = self._rows.get(kpi.id)
        return last_row_taken(rows.table, rows.conditions) if rows else ""

    def explains(self, kpi: Kpi) -> bool:
        """Whether something that is already told is the reason for which a KPI has no data."""
        return kpi.id in self.failed or (kpi.source is not None and self.book.knows(self._name(kpi.source)))

    def _name(self, source: Source) -> str:
        return self.queries.name(source.query) if source.query else layout_of(source).file

    def read(self, only: frozenset[str] | None = None) -> None:
        """Read every table once; what is wrong goes to the book. Those with rows of these KPIs only, where given."""
        wanted: dict[Layout, list[Kpi]] = defaultdict(list)
        fit = LayoutFit(self.root)
        for kpi in self.project.kpis.values():
            if kpi.source is None or self._is_another_export(kpi, fit):
                continue
            if kpi.source.file or kpi.source.query:
                wanted[layout_of(kpi.source)].append(kpi)
            else:
                self.failed.add(kpi.id)
        for layout, kpis in wanted.items():
            if only is not None and only.isdisjoint(each.id.split()[0] for each in kpis):  # or beside a KPI
                continue
            try:
                self._read_table(layout, kpis)
            except QueryError as error:
                self._fail_query(kpis, error)
            except TableError as error:
                self._fail(layout, kpis, error)

    def readings_of(self, kpi: Kpi, *, coarser: bool = False) -> Readings | None:
        """What the KPI's source gave, also for longer periods than its own; None when its table could not be read."""
        rows = self._rows.get(kpi.id)
        if rows is None or kpi.id in self.failed:
            return None
        settled = self._settled(kpi, rows, coarser=coarser)
        tell_spellings(rows, self.book)
        reach = declared_reach(kpi, settled.held)
        query = kpi.source.query if kpi.source else None
        files = self.queries.files(query) if query else rows.table.files or (rows.figures.file,)
        origin = replace(rows.origin, file=", ".join(files)) if query else rows.origin
        origins, groups = Provenance((origin,)), joined_groups(self._groups[kpi.id])
        of_groups = tuple(self._group(kpi, each) for each in groups)
        facts = noted_facts([each.taken_rows() for each in (rows, *rows.beside)], settled.rows, kpi.source, self.book)
        found = Readings(kpi.id, tuple(settled.rows), origins, files, settled.covers_to, reach, settled.targets, facts)
        corrections, counted_from = rows.corrections(), rows.counted_from
        tell_short_window(kpi, CountedRows(rows.rows, counted_from), self.book)
        return replace(found, groups=of_groups, corrections=corrections, counted_from=counted_from)

    def _group(self, kpi: Kpi, group: RowGroup) -> GroupReadings:
        """What the rows of one group gave."""
        settled = self._settled(kpi, group.rows, coarser=False)
        reach, counted_from = declared_reach(kpi, settled.held), group.rows.counted_from
        rows = Readings(kpi.id, tuple(settled.rows), covers_to=settled.covers_to, reach=reach, targets=settled.targets)
        return GroupReadings(group.by, group.name, replace(rows, counted_from=counted_from))

    def _with_groups(self, takers: Sequence[SourceRows]) -> list[SourceRows]:
        """All that take rows of tables: KPIs, and the groups of these."""
        tables = {id(taker.table) for taker in takers}
        groups = (group.rows for taker in takers for group in self._groups[taker.kpi.id])
        return [*takers, *(each for each in groups if id(each.table) in tables)]

    def _settled(self, kpi: Kpi, rows: SourceRows, *, coarser: bool) -> Settled:
        """What stands of the rows; many that are added up go on as one reading for each period if nothing is wrong."""
        if rows.table.files:
            _sort_out_files(kpi, rows, self.book)
        single = one_figure_a_period(kpi) and not rows.timed
        grid = Settling(kpi, rows.rules, single, rows.table_periods(), coarser)
        if rows.plain is not None and not rows.rows:
            gathered = ManyRows(kpi, rows.table, rows.totals, rows.plain).gathered(self.book)
            trial = ProblemBook()
            settled = None if gathered is None else grid.settle(placed(gathered, rows.table), trial)
            if settled is not None and not trial.problems:
                return settled
        rows.spread_out()
        return grid.settle(placed(own_rows(rows, self.book), rows.table), self.book)

    def _is_another_export(self, kpi: Kpi, fit: LayoutFit) -> bool:
        """Whether the file of a KPI has not the layout that its source names, which goes to the book."""
        wrong = fit.misfit(kpi.source, layout_of(kpi.source).file) if kpi.source else None
        if wrong is not None:
            self.failed.add(kpi.id)
            self.book.find(kpi.id, "source.layout", "BSC392", wrong)
        return wrong is not None

    def _read_table(self, layout: Layout, kpis: Sequence[Kpi]) -> None:
        table = self._open(layout)
        errors = self._take(table, kpis, self.book)
        visible = table.sheets.visible
        for name in visible[1:]:
            self._read_other_sheet(replace(layout, sheet=name), kpis)
        for kpi in kpis:
            if kpi.id in self._sheets:
                self._join(kpi, visible[0])
            elif kpi.id in errors:
                self._lacks(kpi, errors[kpi.id], table)

    def _open(self, layout: Layout) -> Table:
        if layout.query:
            return with_joins(self.root, self.queries.table(layout.query), layout.joins)
        if layout.file in self.given:
            return self.given[layout.file]
        table = self.opened.table(layout)
        if table.files:
            self.book.many[table.file] = table
        return table

    def _take(self, table: Table, kpis: Sequence[Kpi], book: ProblemBook) -> dict[str, SourceError]:
        """Collect the rows of every KPI that the table fits; what it lacks for the others."""
        takers, errors = self._takers(table, kpis, book)
        self._rows.update((taker.kpi.id, taker) for taker in takers)
        seen = _dealt(self._with_groups(takers), book)
        for taker in takers:
            _ask_about_groups(taker, seen[taker.kpi.id], book)
        return errors

    def _takers(
        self, table: Table, kpis: Sequence[Kpi], book: ProblemBook
    ) -> tuple[list[SourceRows], dict[str, SourceError]]:
        prepared = PreparedTables(table, book)
        errors = prepared.prepare(kpis)
        readers: dict[int, ColumnReaders] = {}
        takers = []
        for kpi in kpis:
            if kpi.id in errors:
                continue
            wrong = lacking_column(table, kpi.source) if kpi.source else ""
            if wrong:
                errors[kpi.id] = SourceError("source", "BSC376", wrong)
                continue
            made = prepared.of(kpi)
            if id(made.table) not in readers:
                readers[id(made.table)] = ColumnReaders(made.table)
            try:
                shared = readers[id(made.table)]
                taker = source_rows(made.table, kpi, self._rules(made.table, kpi), shared, book)
                self._groups[kpi.id] += grouped(taker)
                takers.append(taker)
            except SourceError as error:
                errors[kpi.id] = error
            else:
                takers[-1].mended = made.mended
        _tell_apart(takers)
        return takers, errors

    def _rules(self, table: Table, kpi: Kpi) -> ColumnRules:
        """What is known of the KPI's periods, also from the line of the file that says from which day on they count."""
        rules = column_rules(self.project, kpi)
        pattern = rules.writing.from_
        if kpi.source is None or not isinstance(pattern, str):
            return rules
        day = first_day(rows_of_file(self.root, layout_of(kpi.source)), pattern, table.header_line)
        if day is None:
            key = "source.periods.from" if kpi.source.periods.from_ is not None else "source"
            raise SourceError(key, "BSC347", said(NO_SUCH_LINE, file=table.file, pattern=pattern))
        return replace(rules, writing=rules.writing.model_copy(update={"from_": Period(Frequency.DAILY, day)}))

    def _read_other_sheet(self, layout: Layout, kpis: Sequence[Kpi]) -> None:
        """What a further sheet holds for the KPIs that it fits, with a book of its own."""
        book = ProblemBook()
        try:
            table = self._open(layout)
            takers, _ = self._takers(table, kpis, book)
            _dealt(self._with_groups(takers), book)
        except TableError:
            return
        for taker in takers:
            self._sheets[taker.kpi.id].append(SheetRows(str(layout.sheet), taker, book))

    def _join(self, kpi: Kpi, first: str) -> None:
        own = self._rows.get(kpi.id)
        sheets = [SheetRows(first, own, self.book)] if own else []
        sheets += self._sheets[kpi.id]
        for sheet in sheets:
            sheet.rows.spread_out()
        joined = joined_sheets(sheets, self.book)
        if joined is None:
            self.failed.add(kpi.id)
        else:
            self._rows[kpi.id] = joined

    def _lacks(self, kpi: Kpi, error: SourceError, table: Table) -> None:
        self.failed.add(kpi.id)
        hidden = Listed(f"'{name}'" for name in table.sheets.hidden)
        more = said(told.HIDDEN_SHEETS, sheets=hidden) if hidden else ""
        if error.code == "BSC307" and any(flaw.code == "BSC341" for flaw in table.flaws):
            more = together(more, said(OTHER_TABLE))
        self.book.find(kpi.id, error.key, error.code, together(error.message, more))

    def _fail_query(self, kpis: Sequence[Kpi], error: QueryError) -> None:
        self.failed.update(kpi.id for kpi in kpis)
        for kpi in kpis[:EXAMPLES]:
            self.book.keep(self.queries.finding(kpi, error))

    def _fail(self, layout: Layout, kpis: Sequence[Kpi], error: TableError) -> None:
        self.failed.update(kpi.id for kpi in kpis)
        if error.code not in _DECLARED and not isinstance(error, JoinError):
            self.book.add_table_error(layout.file, error)
            return
        more = len(kpis) - EXAMPLES
        rest = said(told.MORE_KPIS_READ_IT, more=more) if more > 0 else ""
        wrong = error.message if isinstance(error, JoinError) else of_file(layout.file, error.message)
        for kpi in kpis[:EXAMPLES]:
            self.book.find(kpi.id, _key_of(error, layout), error.code, together(wrong, rest))


def _sort_out_files(kpi: Kpi, rows: SourceRows, book: ProblemBook) -> None:
    """Leave out the rows of files that others replace."""
    files = RepeatedFiles(kpi, rows.table.files, one_figure_a_period(kpi))
    kept, rows.plain = files.sorted_out(rows.rows, rows.plain, book)
    rows.places = [place for place, keep in zip(rows.places, kept, strict=True) if keep]
    rows.rows = [row for row, keep in zip(rows.rows, kept, strict=True) if keep]


def _key_of(error: TableError, layout: Layout) -> str:
    if isinstance(error, JoinError):
        return f"source.{error.key}"
    if error.code != "BSC308":
        return _KEYS.get(error.code, "source.file")
    if layout.sheet is not None:
        return "source.sheet"
    return "source.records" if layout.records else "source"


def _ask_about_groups(taker: SourceRows, seen: Mapping[int, set[str]], book: ProblemBook) -> None:
    """Where a filter's column has empty cells that it does not name, they may mean the one above."""
    if taker.kpi.source is None or taker.kpi.source.join or taker.kpi.source.filled is not None:
        return
    for each in taker.conditions:
        if each.tested is None and "" in seen[each.column] and "" not in each.texts:
            ask_about_groups(taker.table, each.column, each.heading, book)


def _dealt(takers: Sequence[SourceRows], book: ProblemBook) -> dict[str, dict[int, set[str]]]:
    """Deal the rows of each table out to the KPIs that take them from it; by KPI the first texts of its columns."""
    groups: dict[int, list[SourceRows]] = defaultdict(list)
    for taker in takers:
        groups[id(taker.table)].append(taker)
    seen = [(deal(group[0].table, group, book), group) for group in groups.values()]
    return {taker.kpi.id: texts for texts, group in seen for taker in group}


def _tell_apart(takers: Sequence[SourceRows]) -> None:
    """Where filters write a text in two ways, each takes only rows that are written as it says."""
    apart = told_apart(taker.conditions for taker in takers)
    for taker in takers if apart else ():
        taker.conditions = tuple(
            replace(each, exact=each.exact or any((each.column, key) in apart for key in each.keys))
            for each in taker.conditions
        )
