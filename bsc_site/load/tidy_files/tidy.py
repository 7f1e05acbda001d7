"""Tidy files: data files without a `source`, whose rows or columns name KPIs by their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import partial

from bsc_site.load.figures.figures_of_row import FigureColumns
from bsc_site.load.periods.wide import Headings
from bsc_site.load.tables.cells import Row, is_blank
from bsc_site.load.tables.headings import find_column, listed, misspelt_headings
from bsc_site.load.tables.table import Table
from bsc_site.load.tidy_files.long_rows import LongRows
from bsc_site.load.tidy_files.named_kpis import NamedKpis, TidyNames
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.provenance import Found, OriginFact, TableOrigin
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import file_sentences as told
from bsc_site.model.value_class import dataclass

_VALUE = {"value": "value"}


@dataclass(slots=True)
class TidyRows(TidyNames):
    """Collects the rows of every KPI without a source, file by file."""

    files: dict[str, dict[str, TableOrigin]] = field(default_factory=lambda: defaultdict(dict))
    """KPI id to its files, each with what is known of its reading."""

    lengths: Counter[str] = field(default_factory=Counter)
    """How many rows each file has that names KPIs."""
    unread: set[str] = field(default_factory=set)
    """Files whose rows could not be read: any of them may name any KPI."""

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
            message = said(told.HEADING_MEANT, name=name, wrong=wrong)
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
            message = said(told.NO_COLUMN_VALUE, there=listed(table.headings))
            self.book.add("BSC307", Place(table.file, table.header_line), message)
            return True
        targets = NamedKpis(self, table, period)
        LongRows(table, targets, kpi, columns, self.book).take()
        ratio = {"numerator": "numerator", "denominator": "denominator"}
        self._name(targets, {**(ratio if columns.value is None else _VALUE), "period": "period"})
        return True

    def _periods_across(self, table: Table, kpi: int) -> bool:
        targets = NamedKpis(self, table, None)
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
        self._name(targets, {Found.ACROSS: None})
        return True

    def _kpis_across(self, table: Table, period: int) -> bool:
        targets = NamedKpis(self, table, period)
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
        self._name(targets, {Found.OWN_COLUMN: None, "period": "period"})
        return bool(found)

    def _rows(self, table: Table) -> Iterator[Row]:
        """The rows of a table, of which it is told what is damaged."""
        table.tell(partial(self.book.add_table_error, table.file))
        yield from table.rows

    def _name(self, targets: NamedKpis, facts: Mapping[str, str | None]) -> None:
        """The table is read: where it stands, and by what it was read, for each KPI of which it has a row."""
        origin = TableOrigin(targets.table.file, tuple(OriginFact(*each) for each in facts.items()))
        for target in targets.known.values():
            if target is not None and target.rows:
                self.files[target.kpi.id][targets.table.file] = origin
        targets.leave()


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
