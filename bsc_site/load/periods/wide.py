"""Wide tables: columns whose headings are periods."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.column_rules import AmbiguousPeriodError, ColumnRules, NoPeriodError, RemarkError
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.periods.row_period import refuse
from bsc_site.load.spellings.spelled import is_alone, normal, spelled
from bsc_site.load.tables.cells import Cell, is_blank
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OTHER = re.compile(
    r"\b(?:total|totals|sum|gesamt|summe|ytd|average|avg|mean|schnitt|mittel|target|targets|goal|ziel|zielwert|plan|"
    r"budget|change|growth|diff|difference|delta|veränderung|vs|unit|note|notes|comment|rank|status|base|index)\b|[%Δ]",
    re.IGNORECASE,
)
"""Words of columns that stand beside the periods and are about something else than the KPI's figure of a period."""


@dataclass(slots=True)
class WideColumns:
    """The columns that are periods, and for which of them any row of the table had a figure so far."""

    periods: tuple[tuple[int, Period], ...]
    seen: set[Period] = field(default_factory=set)
    years: Mapping[int, str] = field(default_factory=dict)
    """The headings that name several years, which are the notes of their figures."""

    def look(self, table: Table) -> None:
        """Remember the periods for which any row has a figure, whether a filter passes it or not."""
        for column, period in self.periods:
            if not all(map(is_blank, table.columns[column].cells)):
                self.seen.add(period)

    def readings(
        self, line: int, cells: Sequence[Cell], columns: FigureColumns, figures: FigureReader
    ) -> list[Reading]:
        """The readings of a row, one for each period with a figure; target and note of the row go with each."""
        found = []
        for column, period in self.periods:
            if not is_blank(cells[column]):
                each = FigureColumns(column, target=columns.target, note=columns.note, rating=columns.rating)
                reading = figures.reading(period, line, cells, each)
                if reading is not None:
                    years = self.years.get(column, "") if self.years and not reading.note else ""
                    found.append(reading._replace(note=years) if years else reading)
        return found


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a wide table, which are read together as one column of periods is."""

    table: Table
    rules: ColumnRules
    book: ProblemBook

    def periods(self) -> tuple[tuple[int, Period], ...]:
        """Position and period of every heading that is a period.

        One that is nearly a period, or may be two, goes to the book: its column would be lost. Those that are about
        something else, such as Total, are no periods; nor are sums of columns that are there, such as Q1 behind March.
        """
        reader = PeriodReader(self.rules, lambda: self.table.headings)
        found: list[tuple[int, Period]] = []
        refused: list[tuple[int, PeriodSpellingError]] = []
        for column, heading in enumerate(self.table.headings):
            try:
                found.append((column, reader.read(heading)))
            except NoPeriodError:
                continue
            except PeriodSpellingError as error:
                refused.append((column, error))
        within = (found[0][0], found[-1][0]) if found else (0, -1)
        yearless = [column for column, _ in refused if is_alone(self.table.headings[column])]
        for column, wrong in refused:
            alone = column in yearless and len(yearless) > 1
            if alone or self._nearly(column, wrong, within=within[0] < column < within[1]):
                refuse(wrong, Place(self.table.file, self.table.header_line, column + 1), reader, self.book)
        return _without_sums(found, self.rules)

    def _nearly(self, column: int, error: PeriodSpellingError, *, within: bool) -> bool:
        heading = self.table.headings[column]
        if _OTHER.search(heading) or is_alone(heading):
            return False
        shape = spelled(normal(heading))
        if isinstance(error, RemarkError | AmbiguousPeriodError) or (shape is not None and shape.kind != "month alone"):
            return True
        return within and _YEAR.search(heading) is not None


def _without_sums(found: Sequence[tuple[int, Period]], rules: ColumnRules) -> tuple[tuple[int, Period], ...]:
    """The columns without those that are too coarse for the KPI and whose finer periods are all there."""
    fine = {period for _, period in found if not rules.coarser(period.frequency)}
    kept = []
    for column, period in found:
        if rules.frequency is not None and rules.coarser(period.frequency):
            part, parts = period.within(rules.frequency), set()
            while part.start >= period.start:
                parts.add(part)
                part = part.shift(-1)
            if parts <= fine:
                continue
        kept.append((column, period))
    return tuple(kept)
