"""The period of a row: read from one column or several joined ones, with how far the whole table reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from bsc_site.load.figures.figures_of_row import FigureColumns
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.column_rules import (
    AmbiguousPeriodError,
    ColumnPeriodError,
    ColumnRules,
    NoPeriodError,
    RemarkError,
)
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.spellings.part_words import Unit, fitting, is_fiscal, units_of_heading
from bsc_site.load.tables.cells import Cell, Uncomputed, is_blank, text_of
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import date_sentences as told
from bsc_site.model.value_class import dataclass

_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class PeriodColumns:
    """Where the period of a row stands, and how it is read; `constant` where it stands in no column."""

    columns: tuple[int, ...]
    headings: tuple[str, ...]
    reader: PeriodReader
    constant: Period | None = None

    def cell(self, cells: Sequence[Cell]) -> Cell:
        """The cell that names the period; several are joined, each number with what its heading says that it counts."""
        return self.named([cells[column] for column in self.columns])

    def named(self, cells: Sequence[Cell]) -> Cell:
        """The same from the cells of these columns alone."""
        if len(self.columns) == 1:
            return fiscal_text(self.headings[0], cells[0], self.reader.rules)
        return joined(self.headings, [text_of(cell) for cell in cells], self.reader.rules)

    def read(self, cells: Sequence[Cell]) -> Period:
        """The period of a row. Raises PeriodSpellingError, and NoPeriodError where it has none on purpose."""
        return self.constant or self.reader.read(self.cell(cells))

    def period(self, file: str, line: int, cells: Sequence[Cell], book: ProblemBook) -> Period | None:
        """The period of a row, None where it cannot be read; what is wrong goes to the book."""
        try:
            return self.read(cells)
        except NoPeriodError:
            return None
        except PeriodSpellingError as error:
            self.refuse(error, Place(file, line), cells, book)
            return None

    def refuse(self, error: PeriodSpellingError, row: Place, cells: Sequence[Cell], book: ProblemBook) -> None:
        """Say what is wrong with the period of a row."""
        place = Place(row.file, row.line, self.columns[0] + 1)
        without = next((cells[each] for each in self.columns if isinstance(cells[each], Uncomputed)), None)
        if isinstance(without, Uncomputed):
            book.add("BSC335", place, without.wrong)
        elif is_blank(self.cell(cells)):
            book.add("BSC320", place, said(told.FIGURE_WITHOUT_PERIOD))
        else:
            refuse(error, place, self.reader, book)


def refuse(error: PeriodSpellingError, place: Place, reader: PeriodReader, book: ProblemBook) -> None:
    """Say what is wrong with a period; what is wrong with the column as a whole is said once."""
    code, message = "BSC311", error.message
    if isinstance(error, RemarkError):
        form = told.WHAT_IT_STANDS_FOR if reader.rules.in_source else told.WHAT_IT_STANDS_FOR_AT_KPI
        code, message = "BSC330", said(form, text=error.text, line=reader.mapping())
    elif isinstance(error, AmbiguousPeriodError):
        code = "BSC312"
    if isinstance(error, ColumnPeriodError) and error.reason is not None:
        if error.reason in reader.told:
            return
        reader.told.add(error.reason)
    book.add(code, place, message)


@dataclass(slots=True)
class PeriodsCovered:
    """The periods for which a table holds any figure in some columns, whichever rows a filter passes.

    `cells` are those that name them, moments of one day as one.
    """

    where: PeriodColumns
    figures: FigureColumns
    cells: set[Cell] = field(default_factory=set)
    _known: frozenset[Period] | None = None

    def see(self, cells: Iterable[Cell]) -> None:
        """Remember the cells that name the periods of rows with a figure."""
        self.cells.update(map(self.where.reader.without_time, cells))

    def periods(self) -> frozenset[Period]:
        """The periods seen; cells that name none are told where they matter, not here."""
        if self._known is None:
            self._known = frozenset(self._read())
        return self._known

    def _read(self) -> Iterator[Period]:
        for cell in self.cells:
            try:
                yield self.where.reader.read(cell)
            except PeriodSpellingError:
                continue


def joined(headings: Sequence[str], texts: Sequence[str], rules: ColumnRules) -> str:
    """One text for a period that stands in several columns: `2024 Q1`, `FY2025-Apr`, `2024-3`; empty without a year."""
    bare = [(heading, text.removesuffix(".0")) for heading, text in zip(headings, texts, strict=True) if text]
    if len(bare) > 2 and not any(units_of_heading(heading) & _NO_PART_OF_A_DATE for heading, _ in bare):  # noqa: PLR2004
        return "-".join(text.rjust(2, "0") for _, text in bare)
    parts = [_part(heading, text, rules) for heading, text in bare]
    if not parts or (len(bare) < len(headings) and not any(_is_year(part) for part in parts)):
        return ""
    parts.sort(key=lambda part: not _is_year(part))
    return f"{parts[0]} {parts[1]}" if len(parts) == 2 and not parts[1].isdigit() else "-".join(parts)  # noqa: PLR2004


def fiscal_text(heading: str, cell: Cell, rules: ColumnRules) -> Cell:
    """A plain year below the heading of fiscal years as one of these; any other cell as it is."""
    if rules.fiscal and is_fiscal(heading):
        text = text_of(cell).removesuffix(".0")
        if text.isdigit() and len(text) == _YEAR_DIGITS:
            return f"FY{text}"
    return cell


def _is_year(part: str) -> bool:
    return part.startswith("FY") or (part[:_YEAR_DIGITS].isdigit() and len(part) >= _YEAR_DIGITS)


def _part(heading: str, text: str, rules: ColumnRules) -> str:
    if not text.isdigit():
        return text
    units = units_of_heading(heading)
    if is_fiscal(heading) and (len(text) == _YEAR_DIGITS or not units - {Unit.YEAR}):
        return f"FY{text}" if rules.fiscal else text
    if len(text) >= _YEAR_DIGITS or not units or units == {Unit.YEAR}:
        return text
    unit = fitting(units, rules.frequency, int(text))
    if unit is Unit.DAY and len(units) == 1:
        return text
    mark = _MARKS.get(unit) if unit is not None else None
    return text if mark is None else f"{mark}{int(text)}"


_NO_PART_OF_A_DATE = {Unit.QUARTER, Unit.HALF, Unit.WEEK}
_MARKS = {Unit.MONTH: "M", Unit.QUARTER: "Q", Unit.HALF: "H", Unit.WEEK: "W", Unit.FISCAL_MONTH: "P"}
