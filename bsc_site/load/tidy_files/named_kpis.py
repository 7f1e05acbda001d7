"""Named KPIs: which KPI the rows and columns of one tidy table mean, and what is wrong where they mean none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import field

import numpy as np

from bsc_site.load.figures.figures_of_row import FigureReader, numbers_of, rated_of
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.gathering.cells_once import period_cells
from bsc_site.load.periods.column_rules import column_rules
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.periods.row_period import PeriodColumns
from bsc_site.load.suggestions import did_you_mean, nearest
from bsc_site.load.tables.cells import Cell, plain, text_of
from bsc_site.load.tables.headings import find_column
from bsc_site.load.tables.table import Table
from bsc_site.load.tidy_files.kept_rows import KeptRows
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import reading_sentences as told
from bsc_site.model.value_class import dataclass


@dataclass(slots=True)
class KpiRows:
    """What one KPI gets from one tidy file."""

    kpi: Kpi
    figures: FigureReader
    period: PeriodColumns
    rows: KeptRows


@dataclass(slots=True)
class TidyNames:
    """What is known of the KPIs that tidy files name, and of those that they seem to mean."""

    project: Project
    book: ProblemBook
    broken: frozenset[str] = frozenset()
    """Ids of KPIs that are declared with mistakes: their rows are passed over, for they are not at fault."""
    rows: dict[str, KeptRows] = field(default_factory=lambda: defaultdict(KeptRows))
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """KPI id to the files that name it, whether or not a figure of it could be read."""
    meant: set[str] = field(default_factory=set)
    """KPIs that a row or a heading seems to mean, and does not name as they are called."""


@dataclass(slots=True)
class NamedKpis:
    """The KPIs that one table names, by the text that names them; None for a text that names none."""

    tidy: TidyNames
    table: Table
    period: int | None
    known: dict[str, KpiRows | None] = field(default_factory=dict)
    _periods: dict[str, PeriodColumns] = field(default_factory=dict)
    _refused: set[str] = field(default_factory=set)

    def of(self, line: int, cell: Cell, column: int, *, blank: bool) -> KpiRows | None:
        """The KPI that a cell names; one that names none is a problem of that row, unless the row is blank."""
        target = self.named(cell)
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
        """The distinct cells of the column of periods in the rows of all KPIs with the same rules."""
        named, where = find_column(self.table.headings, "kpi"), self._periods[key]
        rows = np.ones(len(self.table), np.bool_)
        if named is not None:
            rows = self.table.columns[named].where(lambda cell: self._is_read_by(cell, where))
        yield from period_cells(self.table, where).column.kept(rows).cells

    def _is_read_by(self, cell: Cell, where: PeriodColumns) -> bool:
        target = self.named(cell)
        return target is not None and target.period is where

    def named(self, cell: Cell) -> KpiRows | None:
        """The KPI that a cell names, None where it names none."""
        text = cell if isinstance(cell, str) else text_of(cell)
        if text not in self.known:
            self.known[text] = self._target(text.strip())
        return self.known[text]

    def leave(self) -> None:
        """The table is read: what was known of it holds itself no longer, nor with it all rows that were read."""
        self.known.clear()
        self._periods.clear()

    def _elsewhere(self, text: str) -> str:
        kpi = _kpi_called(self.tidy.project, text)
        if kpi is None:
            return ""
        if kpi.source:
            return said(told.READ_BY_SOURCE, text=text, file=kpi.source.file or "")
        return said(told.COMPUTED_BY_FORMULA if kpi.formula else told.MADE_FROM_CHILDREN, text=text)

    def _refuse(self, text: str, place: Place) -> None:
        if text in self.tidy.broken or (text and text in self._refused):
            return
        self._refused.add(text)
        elsewhere = self._elsewhere(text)
        if elsewhere:
            self.tidy.book.add("BSC317", place, elsewhere)
        elif not text:
            self.tidy.book.add("BSC316", place, said(told.ROW_NAMES_NO_KPI))
        else:
            self.tidy.book.add("BSC316", place, said(told.NO_KPI_CALLED, text=text[:60], hint=self._meant(text)))

    def _meant(self, text: str) -> str:
        """Which KPI may be meant, as a question."""
        kpis = self.tidy.project.kpis
        named = [kpi.id for kpi in kpis.values() if plain(kpi.name).casefold() == plain(text).casefold()]
        if len(named) == 1:
            self.tidy.meant.update(named)
            return said(told.A_NAME, id=named[0])
        near = nearest(text, kpis)
        self.tidy.meant.update([near] if near else ())
        if near in self.table.headings:
            return said(told.HAS_A_COLUMN_ALREADY, id=near)
        return did_you_mean(text, kpis)


def _kpi_called(project: Project, text: str) -> Kpi | None:
    """The KPI that has this id, or had it earlier."""
    if text in project.kpis:
        return project.kpis[text]
    folded = text.casefold()
    names = (*((id_, id_) for id_ in project.kpis), *project.renamed_kpis.items())
    return next((project.kpis[now] for id_, now in names if id_.casefold() == folded), None)
