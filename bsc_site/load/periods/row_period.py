"""The period of a row: read from one column or several joined ones, with how far the whole table reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bsc_site.load.figures.figures_of_row import FigureColumns
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.period_spellings import AmbiguousPeriodError, PeriodReader
from bsc_site.load.tables.cells import Cell, is_blank, text_of
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.problem import Place


@dataclass(frozen=True, slots=True)
class PeriodColumns:
    """Where the period of a row stands, and how it is read; `constant` where it stands in no column."""

    columns: tuple[int, ...]
    headings: tuple[str, ...]
    reader: PeriodReader
    constant: Period | None = None

    def cell(self, cells: Sequence[Cell]) -> Cell:
        """The cell that names the period; several are joined with hyphens, bare quarters and weeks marked."""
        if len(self.columns) == 1:
            return cells[self.columns[0]]
        parts = [
            _part(heading, text_of(cells[column])) for column, heading in zip(self.columns, self.headings, strict=True)
        ]
        return "-".join(part for part in parts if part)

    def period(self, file: str, line: int, cells: Sequence[Cell], book: ProblemBook) -> Period | None:
        """The period of a row, None where it cannot be read; what is wrong goes to the book."""
        if self.constant is not None:
            return self.constant
        cell = self.cell(cells)
        try:
            return self.reader.read(cell)
        except PeriodSpellingError as error:
            place = Place(file, line, self.columns[0] + 1)
            if is_blank(cell):
                book.add("BSC320", place, "the row has a figure but no period")
            else:
                book.add("BSC312" if isinstance(error, AmbiguousPeriodError) else "BSC311", place, str(error))
            return None


@dataclass(slots=True)
class PeriodsCovered:
    """The periods for which a table holds any figure in some columns, whichever rows a filter passes."""

    where: PeriodColumns
    figures: FigureColumns
    _cells: set[Cell] = field(default_factory=set)

    def take(self, cells: Sequence[Cell]) -> None:
        """Remember the period of a row that has a figure."""
        if self.figures.hold_anything(cells):
            cell = self.where.cell(cells)
            self._cells.add(cell[:10] if isinstance(cell, str) and len(cell) > 18 and cell[13] == ":" else cell)  # noqa: PLR2004

    def periods(self) -> set[Period]:
        """The periods seen; cells that name none are told where they matter, not here."""
        found = set()
        for cell in self._cells:
            try:
                found.add(self.where.reader.read(cell))
            except PeriodSpellingError:
                continue
        return found


def _part(heading: str, text: str) -> str:
    name = heading.casefold()
    if not text.isdigit():
        return text
    if "quarter" in name or "qtr" in name:
        return f"Q{text}"
    if "half" in name:
        return f"H{text}"
    if "week" in name:
        return f"W{int(text):02d}"
    return f"{int(text):02d}"
