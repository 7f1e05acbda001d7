"""Entered: what was filled into a template, as rows of data, or every cell that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import NamedTuple

from bsc_site.exchange.draft.project_files import FigureRow
from bsc_site.exchange.entry.entries import HEADINGS, choices_of, is_entered, value_text
from bsc_site.exchange.workbooks.grid import GridCell, SheetGrid
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.failure import InputError
from bsc_site.model.fields import LARGEST_FIGURE
from bsc_site.model.period import Period, PeriodSpellingError, parse_period
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Method

_NEEDED = ("kpi", "period", "value")
_WITHIN = 10
"""Rows from the top among which the headings are looked for."""
_POINT = re.compile(r"[+-]?\d+(?:\.\d+)?")
_COMMA = re.compile(r"[+-]?\d+,(?:\d{1,2}|\d{4,})")
"""A comma before decimals, where it can stand between no thousands."""
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+")
"""What is 1234 where points stand between thousands."""
_PER_CENT_SIGN = " %"
_ENOUGH = 6
"""So many of its headings make a sheet one of a template, also where one of them is gone."""


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """What a template is read against: the project, its figures by KPI and period, and the day."""

    project: Project
    figures: Mapping[str, Mapping[Period, float]]
    today: date


class _Filled(NamedTuple):
    """The cells of one row that was filled."""

    kpi: GridCell
    period: GridCell
    value: GridCell
    note: GridCell | None
    points: bool = False
    """Whether a point can only stand before decimals, as in a file with commas between its cells."""


def table_of(grid: SheetGrid) -> tuple[int, dict[str, int]] | None:
    """The position of the row of headings and the columns by heading; None for a sheet that is no template."""
    for number, row in enumerate(grid.rows[:_WITHIN]):
        columns = {cell.text.casefold(): at for at, cell in reversed(list(enumerate(row))) if cell.text}
        if all(each in columns for each in _NEEDED):
            return number, columns
    return None


def is_template(grid: SheetGrid) -> bool:
    """Whether a sheet is one of a template, or a table of the same headings, whole or with some of them gone."""
    return table_of(grid) is not None or _torn_heading(grid) is not None


def _torn_heading(grid: SheetGrid) -> GridCell | None:
    """The first cell of the headings of a template that lacks one that is needed; None for any other sheet."""
    if table_of(grid) is not None:
        return None
    for row in grid.rows[:_WITHIN]:
        known = [cell for cell in row if cell.text.casefold() in HEADINGS]
        if len(known) >= _ENOUGH or any(cell.text == HEADINGS[0] for cell in known):
            return known[0]
    return None


def entered_rows(grids: Sequence[SheetGrid], file: str, known: KnownFigures) -> list[FigureRow]:
    """The rows of data that were filled in and are new, in the order of the file.

    A figure that the project has already as it stands there is passed over. Raises InputError with a line for every
    cell that is wrong.
    """
    reader = _EntryReader(file, known)
    for grid in grids:
        table = table_of(grid)
        for row in _filled(grid, *table) if table else ():
            reader.take(row)
        if torn := _torn_heading(grid):
            reader.tell_torn(grid, torn)
    if reader.problems:
        raise InputError(tuple(reader.problems))
    return reader.rows


def _filled(grid: SheetGrid, head: int, columns: Mapping[str, int]) -> Iterator[_Filled]:
    """Rows with a value or a note; the columns `entry` and those of kpi and period say whose."""
    for row in grid.rows[head + 1 :]:
        cells = (
            [*row, *(GridCell(None, row[-1].where, row[-1].row, 0) for _ in range(len(grid.rows[head]) - len(row)))]
            if row
            else []
        )
        if not cells:
            continue
        value = cells[columns["value"]]
        note = cells[columns["note"]] if "note" in columns else None
        if not value.text and not value.computed and not (note and note.text):
            continue
        kpi, period = cells[columns["kpi"]], cells[columns["period"]]
        entry = cells[columns["entry"]] if "entry" in columns else None
        name, colon, when = entry.text.partition(":") if entry else ("", "", "")
        if entry and colon:  # spreadsheets change 2026-09 into a date, and leave this as it is
            kpi = GridCell(name, entry.where, entry.row, entry.column)
            period = GridCell(when, entry.where, entry.row, entry.column)
        yield _Filled(kpi, period, value, note, points=grid.delimiter == ",")


@dataclass(slots=True)
class _EntryReader:
    """Reads row by row; what is wrong is collected."""

    file: str
    known: KnownFigures
    rows: list[FigureRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[tuple[str, Period], tuple[float, GridCell]] = field(default_factory=dict)

    def take(self, row: _Filled) -> None:
        kpi = self._kpi(row.kpi)
        period = self._period(row.period, kpi) if kpi else None
        if kpi is None or period is None:
            return
        value = self._value(row.value, kpi, points=row.points)
        if value is None:
            return
        before = self._seen.get((kpi.id, period))
        if before is not None:
            if before[0] != value:
                self._wrong(
                    row.value, "BSC623", f"{kpi.id} has another figure for {period} in {before[1].where}; delete one"
                )
            return
        self._seen[kpi.id, period] = (value, row.value)
        standing = self.known.figures.get(kpi.id, {}).get(period)
        if standing is None:
            note = " ".join(row.note.text.split()) if row.note else ""
            self.rows.append(FigureRow(kpi.id, str(period), value_text(kpi, value), "", note))
        elif standing != value:
            words = (
                f"{kpi.id} has the figure {value_text(kpi, standing)} for {period} already; correct it in its data file"
            )
            self._wrong(row.value, "BSC622", words)

    def _kpi(self, cell: GridCell) -> Kpi | None:
        kpi = self.known.project.kpis.get(cell.text)
        if kpi is None:
            self._wrong(cell, "BSC621", f"there is no KPI '{cell.text[:60]}'; write its id as the template had it")
        elif not is_entered(kpi):
            where = f"its source reads {kpi.source.file}" if kpi.source else "its figures are computed"
            self._wrong(cell, "BSC621", f"figures of '{kpi.id}' are not entered: {where}")
            return None
        return kpi

    def _period(self, cell: GridCell, kpi: Kpi) -> Period | None:
        starts = self.known.project.year_starts_of(kpi)
        try:
            period = parse_period(cell.text, starts)
        except PeriodSpellingError as error:
            self._wrong(cell, "BSC621", str(error))
            return None
        if period.frequency is not kpi.frequency:
            self._wrong(cell, "BSC621", f"{period} is a {period.frequency.noun}, and '{kpi.id}' is {kpi.frequency}")
        elif period.start > self.known.today:
            self._wrong(cell, "BSC621", f"{period} has not begun on {self.known.today}")
        else:
            return period
        return None

    def tell_torn(self, grid: SheetGrid, cell: GridCell) -> None:
        """A sheet of a template that lacks a column, so that none of its figures can be read."""
        row = next(each for each in grid.rows if cell in each)
        there = {each.text.casefold() for each in row}
        gone = " and ".join(f"'{each}'" for each in _NEEDED if each not in there)
        self._wrong(
            cell, "BSC626", f"no heading of this row is {gone}; write it above its column as the template had it"
        )

    def _value(self, cell: GridCell, kpi: Kpi, *, points: bool) -> float | None:
        """The figure in a cell; None, with a problem, for anything else."""
        if cell.computed:
            self._wrong(
                cell, "BSC620", "the formula has no result; open the file in a spreadsheet and save it, or type it"
            )
        elif not cell.text:
            self._wrong(cell, "BSC620", "a note stands without a figure; write the figure, or delete the note")
        elif choices := choices_of(kpi):
            return self._chosen(cell, kpi, choices)
        elif not points and isinstance(cell.value, str) and _THOUSANDS.fullmatch(cell.text.rstrip(_PER_CENT_SIGN)):
            plain = cell.text.replace(".", "")
            self._wrong(cell, "BSC620", f"'{cell.text[:40]}' could be two numbers; write {plain} or {cell.text}0")
        else:
            number = _number(cell, kpi)
            if number is not None and abs(number) <= LARGEST_FIGURE:
                return number
            self._wrong(cell, "BSC620", f"'{cell.text[:40]}' is no number; write it with digits, such as 1234 or 12.5")
        return None

    def _chosen(self, cell: GridCell, kpi: Kpi, choices: Sequence[str]) -> float | None:
        said = {True: "yes", False: "no"}[cell.value] if isinstance(cell.value, bool) else cell.text
        word = next((each for each in choices if each.strip().casefold() == said.casefold()), None)
        if word is None:
            self._wrong(cell, "BSC620", f"'{said[:40]}' is not allowed here; choose {', '.join(choices)}")
            return None
        return kpi.scoring.states[word] if kpi.scoring.method is Method.STATES else float(word == "yes")

    def _wrong(self, cell: GridCell, code: str, message: str) -> None:
        self.problems.append(cell.problem(self.file, code, message))


def _number(cell: GridCell, kpi: Kpi) -> float | None:
    """A number as a number, or as a text of one meaning; per cent only of what is measured in per cent."""
    if isinstance(cell.value, float):
        return cell.value if not cell.percent or kpi.unit == "%" else None
    if not isinstance(cell.value, str):
        return None
    text = cell.text.replace("−", "-").replace("\u00a0", " ")
    if kpi.unit == "%":
        text = text.rstrip(_PER_CENT_SIGN)
    if _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    return float(text) if _POINT.fullmatch(text) else None
