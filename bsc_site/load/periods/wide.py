"""Wide tables: columns whose headings are periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bsc_site.load.figures.figures_of_row import FigureColumns, FigureReader
from bsc_site.load.periods.period_spellings import PeriodReader
from bsc_site.load.tables.cells import Cell, Table, is_blank
from bsc_site.load.tables.headings import column_of
from bsc_site.model.declared.kpi import Source
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.series import Reading


@dataclass(slots=True)
class WideColumns:
    """The columns that are periods, and for which of them any row of the table had a figure so far."""

    periods: tuple[tuple[int, Period], ...]
    seen: set[Period] = field(default_factory=set)

    def look(self, cells: Sequence[Cell]) -> None:
        """Remember the periods for which a row has a figure, whether a filter passes it or not."""
        if len(self.seen) < len(self.periods):
            self.seen.update(period for column, period in self.periods if not is_blank(cells[column]))

    def readings(
        self, line: int, cells: Sequence[Cell], columns: FigureColumns, figures: FigureReader
    ) -> list[Reading]:
        """The readings of a row, one for each period with a figure; target and note of the row go with each."""
        found = []
        for column, period in self.periods:
            if not is_blank(cells[column]):
                each = FigureColumns(value=column, target=columns.target, note=columns.note)
                reading = figures.reading(period, line, cells, each)
                if reading is not None:
                    found.append(reading)
        return found


def wide_columns(table: Table, source: Source, reader: PeriodReader) -> WideColumns:
    """The period columns of a table: those that `columns` names, otherwise all whose heading is a period.

    Headings such as Total or N/A are simply no periods. Raises HeadingError for a named column that is not there.
    """
    if source.columns:
        return WideColumns(tuple((column_of(table.headings, name), at) for name, at in source.columns.items()))
    return WideColumns(period_columns(table.headings, reader))


def period_columns(headings: Sequence[str], reader: PeriodReader) -> tuple[tuple[int, Period], ...]:
    """Position and period of every heading that is a period."""
    found = []
    for column, heading in enumerate(headings):
        try:
            found.append((column, reader.read(heading)))
        except PeriodSpellingError:
            continue
    return tuple(found)
