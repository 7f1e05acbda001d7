"""Figures of a row: value or ratio, target, note and rating of one KPI, with the cell of each mistake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date

from bsc_site.load.figures.digits import product
from bsc_site.load.figures.gaps import LEFT_OUT, Gaps
from bsc_site.load.figures.no_figures import no_figure
from bsc_site.load.figures.numbers import FigureError, NumberReader, typed
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.figures.spelling import ColumnSpelling, WrittenFigure
from bsc_site.load.tables.cells import (
    Cell,
    MergedNumber,
    MergedText,
    ScaledText,
    Uncomputed,
    Unfigured,
    is_blank,
    text_of,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.fields import LARGEST_FIGURE, SMALLEST_FIGURE
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Method

_NO_FIGURES = {Uncomputed, MergedNumber, MergedText, Unfigured}


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """Where the figures of a row stand; None where there is no such column. `count`: the row itself counts as one."""

    value: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    target: int | None = None
    note: int | None = None
    count: bool = False
    rating: int | None = None
    weight: int | None = None

    def hold_anything(self, cells: Sequence[Cell]) -> bool:
        """Whether a row has any figure in these columns, readable or not."""
        if self.count:
            return True
        for column in (self.value, self.numerator, self.denominator):
            if column is not None:
                cell = cells[column]
                if cell is not None and cell != "" and not (isinstance(cell, str) and cell.isspace()):
                    return True
        return False

    def say_anything(self, cells: Sequence[Cell]) -> bool:
        """Whether a row has a figure, or a target or a rating without one."""
        beside = (column for column in (self.target, self.rating) if column is not None)
        return self.hold_anything(cells) or any(not is_blank(cells[column]) for column in beside)


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads the figures of one KPI from the rows of one file; mistakes go to the book."""

    file: str
    numbers: NumberReader
    book: ProblemBook
    scale: float = 1.0
    wide: bool = False
    """Whether the columns are periods: then all are spelled alike."""
    rated: frozenset[tuple[date, str]] = frozenset()
    """The ratings that are declared at the KPI, by the day with which the time ends that they speak of."""
    gaps: Gaps | None = None
    """Where figures go that cannot be read, where that is declared to make gaps; each is a problem otherwise."""
    computed: Mapping[int, int] = field(default_factory=dict)
    """The columns that stand in no file, each with the first that it is computed from."""

    def shown(self, column: int | None) -> int:
        """The number of a column as problems name it, from 1: of one that is computed, the first of its operands."""
        return self.computed.get(column or 0, column or 0) + 1

    def reading(self, period: Period, line: int, cells: Sequence[Cell], columns: FigureColumns) -> Reading | None:
        """The reading of a row, one without a value where it has a target alone; None where nothing can be read.

        `scale` multiplies value and target; of a ratio the numerator alone, so that it multiplies the ratio.
        """
        rating = text_of(cells[columns.rating]).strip() if columns.rating is not None else ""
        found = self._figures(period, line, cells, columns)
        if rating and found is None and (period.end, rating) not in self.rated:
            place = Place(self.file, line, (columns.rating or 0) + 1)
            self.book.add("BSC168", place, said(told.RATING_WITHOUT_FIGURE, rating=rating, period=str(period)))
        if found is None:
            return self._target_alone(period, line, cells, columns)
        return found._replace(rating=rating) if rating else found

    def _target_alone(self, period: Period, line: int, cells: Sequence[Cell], columns: FigureColumns) -> Reading | None:
        beside = (columns.value, columns.numerator, columns.denominator)
        if columns.target is None or any(column is not None and not is_blank(cells[column]) for column in beside):
            return None
        target = self.figure(line, cells, columns.target)
        note = text_of(cells[columns.note]) if columns.note is not None else ""
        place = Place(self.file, line, self.shown(columns.target))
        return None if target is None else Reading(period, place, target=target, note=note)

    def _figures(self, period: Period, line: int, cells: Sequence[Cell], columns: FigureColumns) -> Reading | None:
        target = self.figure(line, cells, columns.target)
        note = text_of(cells[columns.note]) if columns.note is not None else ""
        if columns.count:
            return Reading(period, Place(self.file, line), self.scale, None, None, target, note)
        if columns.numerator is not None:
            return self._ratio(period, line, cells, columns, (target, note))
        value = self.figure(line, cells, columns.value)
        if value is None:
            return None
        place = Place(self.file, line, self.shown(columns.value))
        reading = Reading(period, place, value, None, None, target, note)
        return reading if columns.weight is None else self._weighted(reading, cells, columns.weight)

    def _weighted(self, reading: Reading, cells: Sequence[Cell], column: int) -> Reading | None:
        """The reading with its weight; a figure without one would be left out of the mean without a word."""
        weight = self.figure(reading.place.line, cells, column, scaled=False)
        if weight is None and is_blank(cells[column]):
            self.book.add("BSC323", Place(self.file, reading.place.line, self.shown(column)), said(told.NO_WEIGHT))
        return None if weight is None else reading._replace(weight=float(weight))

    def _ratio(
        self,
        period: Period,
        line: int,
        cells: Sequence[Cell],
        columns: FigureColumns,
        rest: tuple[float | None, str],
    ) -> Reading | None:
        above = self.figure(line, cells, columns.numerator)
        below = self.figure(line, cells, columns.denominator, scaled=False)
        if above is None and below is None and columns.value is not None:
            value = self.figure(line, cells, columns.value)
            return (
                None
                if value is None
                else Reading(period, Place(self.file, line, self.shown(columns.value)), value, None, None, *rest)
            )
        if above is None or below is None:
            self._half(line, cells, columns, missing=told.NO_NUMERATOR if above is None else told.NO_DENOMINATOR)
            return None
        place = Place(self.file, line, self.shown(columns.numerator))
        return Reading(period, place, None, above, below, *rest)

    def _half(self, line: int, cells: Sequence[Cell], columns: FigureColumns, missing: str) -> None:
        pair = [column for column in (columns.numerator, columns.denominator) if column is not None]
        blank = [column for column in pair if is_blank(cells[column])]
        if len(blank) == 1:
            self.book.add("BSC323", Place(self.file, line, blank[0] + 1), said(missing))

    def figure(self, line: int, cells: Sequence[Cell], column: int | None, *, scaled: bool = True) -> float | None:
        """The scaled figure in one cell; None where there is none, and for one that cannot be read."""
        if column is None:
            return None
        cell = cells[column]
        if type(cell) in _NO_FIGURES and self._refuse(cell, Place(self.file, line, self.shown(column))):
            return None
        try:
            value = self.numbers.read(cell, self.spelling(column))
        except FigureError as error:
            if self.gaps is not None and not error.ambiguous:
                self.gaps.leave(text_of(cell), Place(self.file, line, self.shown(column)))
                return None
            self.book.add(
                "BSC310" if error.ambiguous else "BSC309", Place(self.file, line, self.shown(column)), error.message
            )
            return None
        times = (self.scale if scaled else 1.0) * (cell.times if isinstance(cell, ScaledText) else 1.0)
        if value is not None and times != 1:
            value = value.scaled(times) if isinstance(value, WrittenFigure) else product(value, times)
        if value is None or abs(value) <= LARGEST_FIGURE:
            return value if value is None or abs(value) >= SMALLEST_FIGURE else 0.0
        place = Place(self.file, line, self.shown(column))
        self.book.add("BSC370", place, said(told.BEYOND_THE_LARGEST, figure=f"{value:g}"))
        return None

    def _refuse(self, cell: Cell, place: Place) -> bool:
        """Whether a figure has no result, or belongs to several rows or columns at once."""
        if isinstance(cell, Unfigured) and self.gaps is not None and cell.code in LEFT_OUT:
            self.gaps.leave(cell.was, Place(place.file, place.line, cell.column + 1))
        elif isinstance(cell, Unfigured):
            self.book.add(cell.code, Place(place.file, place.line, cell.column + 1), cell.why)
        elif refused := no_figure(cell):
            self.book.add(refused.code, place, refused.message)
        return not is_blank(cell) or isinstance(cell, Uncomputed)

    def spelling(self, column: int) -> ColumnSpelling:
        """How the figures of a column are written, as far as its cells have shown."""
        place = None if self.wide else column
        return self.book.spellings.of(self.file, place, self.numbers.decimal, self.numbers.thousands)


def rated_of(kpi: Kpi) -> frozenset[tuple[date, str]]:
    """The ratings that are declared at a KPI, each with the last day of its time."""
    return frozenset((each.period.end, each.rating) for each in kpi.ratings)


def numbers_of(kpi: Kpi, source: Source | None = None) -> NumberReader:
    """How the figures of a KPI are written: as its source declares, with the words that its scoring allows."""
    declared = source or Source(file="")
    states = {name.strip().lower(): score for name, score in kpi.scoring.states.items()}
    return NumberReader(
        decimal=declared.decimal,
        thousands=_mark(declared.thousands),
        missing=frozenset(text.strip() for text in declared.missing) | frozenset(map(typed, declared.missing)),
        states=states if kpi.scoring.method is Method.STATES else {},
        yes_no=kpi.unit == "yes/no" or kpi.scoring.method is Method.YES_NO,
        unit=kpi.unit,
        in_source=source is not None,
    )


def _mark(thousands: str | None) -> str | None:
    """The mark as cells are compared with it; any kind of blank is the plain one."""
    return None if thousands is None else typed(f"0{thousands}0")[1:-1] or None
