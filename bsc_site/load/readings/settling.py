"""Settling the rows of a KPI: whether they fit its frequency, contradict one another or overlap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.periods.column_rules import ColumnRules
from bsc_site.load.periods.date_grid import all_sundays, may_straddle, on_grid, straddles, whole_period
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period
from bsc_site.model.saying.noun_sentences import RHYTHMS, UNITS_OF_TIME
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import reading_sentences as told
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate


class Settled(NamedTuple):
    """The rows that stand, the last period that the table covers, and all that it holds before any filter."""

    rows: list[Reading]
    covers_to: Period | None
    held: frozenset[Period] = frozenset()
    targets: tuple[Reading, ...] = ()
    """Those with a target and no value."""


@dataclass(frozen=True, slots=True)
class Settling:
    """What is known about the periods of a KPI's rows.

    `single` says that a period may have one figure only, so that a second, different one is a contradiction;
    `table` holds the periods of the whole table, before any filter; None where the rows are all there is.
    """

    kpi: Kpi
    rules: ColumnRules
    single: bool
    table: frozenset[Period] | None = None
    coarser: bool = False
    """Whether rows of longer periods than the KPI's are welcome, as for targets of years."""

    def settle(self, rows: Sequence[Reading], book: ProblemBook) -> Settled:
        """The rows that stand, and how far the table reaches; contradictions go to the book."""
        targets = tuple(row for row in rows if row.value is None and row.numerator is None)
        rows = [row for row in rows if row.value is not None or row.numerator is not None] if targets else rows
        grids = {row.period.frequency for row in rows}
        table = self.table
        if Frequency.DAILY in grids:
            rows, table = self._whole_periods(rows, book)
        if self.single:
            rows = _without_repeats(self.kpi, rows, book)
        rows = self._of_its_year(rows if self.coarser else self._fine_enough(rows, book), book)
        if len(grids) > 1 and not self.coarser:
            _refuse_overlaps(rows, book)
        grids = {row.period.frequency for row in rows}
        last = [row.period for row in rows] if table is None else [each for each in table if each.frequency in grids]
        held = frozenset() if self.table is None else frozenset(last)
        return Settled(list(rows), max(last, default=None, key=_start if len(grids) == 1 else _end), held, targets)

    def _whole_periods(self, rows: Sequence[Reading], book: ProblemBook) -> tuple[Sequence[Reading], frozenset[Period]]:
        """Dates that stand for whole periods become these periods: 2024-01-01, 2024-02-01, ... of a monthly KPI."""
        frequency = self.kpi.frequency
        table = frozenset(row.period for row in rows) if self.table is None else self.table
        if not on_grid(set(table), frequency, self.rules.year_starts):
            return rows, table
        weeks = self.rules.writing.weeks
        if frequency is Frequency.WEEKLY and all_sundays(table):
            if weeks is None and rows:
                book.add("BSC332", rows[0].place, self._two_weeks())
        else:
            weeks = None
        whole = {day: whole_period(day, frequency, sunday_first=weeks == "sunday") for day in table}
        return [row._replace(period=whole.get(row.period, row.period)) for row in rows], frozenset(whole.values())

    def _two_weeks(self) -> str:
        lines = self.rules.either(
            "weeks",
            ("iso", said(told.LAST_DAY_OF_ITS_WEEK)),
            ("sunday", said(told.FIRST_DAY_OF_ITS_WEEK)),
        )
        return said(told.ALL_SUNDAYS, id=self.kpi.id, lines=lines)

    def _of_its_year(self, rows: Sequence[Reading], book: ProblemBook) -> list[Reading]:
        """The rows without those whose months lie in two periods of the KPI."""
        if not any(may_straddle(each, self.kpi.frequency) for each in {row.period.frequency for row in rows}):
            return list(rows)
        kept = []
        for row in rows:
            longer = row.period.frequency.rank > self.kpi.frequency.rank
            if not longer and straddles(row.period, self.kpi.frequency, self.rules.year_starts):
                book.add("BSC331", row.place, self._other_year(row.period))
            else:
                kept.append(row)
        return kept

    def _other_year(self, period: Period) -> str:
        figures = {"period": period, "start": period.start, "end": period.end, "month": self.rules.year_starts}
        declared = {"declared": period.start.month, "year": period.end.year}
        return said(told.IN_TWO_YEARS, id=self.kpi.id, **{key: str(each) for key, each in (figures | declared).items()})

    def _coarser(self, period: Period) -> str:
        noun, frequency = said(UNITS_OF_TIME[period.frequency.noun]), said(RHYTHMS[str(self.kpi.frequency)])
        return said(told.COARSER_THAN_THE_KPI, period=str(period), noun=noun, id=self.kpi.id, frequency=frequency)

    def _fine_enough(self, rows: Sequence[Reading], book: ProblemBook) -> list[Reading]:
        grids = {frequency for frequency in Frequency if frequency.rank <= self.kpi.frequency.rank}
        if grids.issuperset(row.period.frequency for row in rows):
            return list(rows)
        fine = []
        for row in rows:
            if row.period.frequency in grids:
                fine.append(row)
            else:
                book.add("BSC314", row.place, self._coarser(row.period))
        return fine


def one_figure_a_period(kpi: Kpi) -> bool:
    """Whether rows of one period contradict each other: unless rows are counted or combined by a declared rule."""
    source = kpi.source
    if source is None or kpi.counted_up is not None:
        return True
    if source.count or source.numerator or source.repeat_rate:
        return False
    return kpi.aggregate in {None, Aggregate.LAST}


def _without_repeats(kpi: Kpi, rows: Sequence[Reading], book: ProblemBook) -> list[Reading]:
    if len({row.period.start for row in rows}) == len(rows):
        return list(rows)
    first: dict[tuple[date, Frequency], Reading] = {}
    for row in rows:
        known = first.setdefault((row.period.start, row.period.frequency), row)
        if known is not row and _figures(known) != _figures(row):
            form = told.SECOND_FIGURE_IN_FILE if known.place.file != row.place.file else told.SECOND_FIGURE
            there = {"row": str(known.place.line), "file": known.place.file, "other": _shown(known)}
            figures = {"period": str(row.period), "figure": _shown(row), "mend": _one_of_them(kpi), **there}
            book.add("BSC313", row.place, said(form, id=kpi.id, **figures))
    return list(first.values())


def _one_of_them(kpi: Kpi) -> str:
    """How one figure is left, or becomes of the two."""
    if kpi.source is None:
        return said(told.KEEP_ONE)
    return said(told.NARROW_WHERE if kpi.source.where else told.WHERE_IS_MISSING)


def _refuse_overlaps(rows: Sequence[Reading], book: ProblemBook) -> None:
    first = {row.period: row for row in reversed(rows)}
    coarse = sorted({period.frequency for period in first}, key=lambda each: each.rank)
    for row in rows:
        for frequency in coarse:
            around = first.get(row.period.within(frequency)) if frequency.rank > row.period.frequency.rank else None
            if around is not None:
                places = {"around": str(around.period), "row": str(around.place.line)}
                book.add("BSC315", row.place, said(told.LIES_WITHIN, period=str(row.period), **places))


def _start(period: Period) -> date:
    return period.start


def _end(period: Period) -> date:
    return period.end


def _figures(row: Reading) -> tuple[float | None, ...]:
    return row.value, row.numerator, row.denominator, row.target


def _shown(row: Reading) -> str:
    if row.numerator is not None:
        return said(told.SHARE_SHOWN, numerator=f"{row.numerator:g}", denominator=f"{row.denominator:g}")
    value = f"{row.value:.10g}"
    return value if row.target is None else said(told.WITH_TARGET, value=value, target=f"{row.target:.10g}")
