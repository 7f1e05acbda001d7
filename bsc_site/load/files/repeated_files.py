"""Repeated files: what counts where several files have rows of one period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.gathering.plain_rows import PlainRows
from bsc_site.load.tables.table import Table, file_of, files_of_lines
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class RepeatedFiles:
    """Sorts out the rows of a KPI from many files, the newest of them last; `single` where a period has one figure."""

    kpi: Kpi
    files: tuple[str, ...]
    single: bool

    @property
    def _declared(self) -> str | None:
        return self.kpi.source.repeated_files if self.kpi.source else None

    def sorted_out(
        self, rows: Sequence[Reading], plain: PlainRows | None, book: ProblemBook
    ) -> tuple[list[bool], PlainRows | None]:
        """For each row whether it counts, and the plain rows that do; where nothing says what does, it is asked."""
        everything = [True] * len(rows)
        if self._declared == "added" or len(self.files) < 2:  # noqa: PLR2004  # a second file repeats the first
            return everything, plain
        newest, first = self._newest(rows, plain)
        both = {period for period in first if first[period] != newest[period]}
        if not both:
            return everything, plain
        if self._declared is None and (not self.single or _differ(both, rows, plain)):
            self._ask(min(both, key=_in_time), first, newest, book)
        kept = [file_of(row.place.line)[0] == newest[row.period] for row in rows]
        if plain is not None:
            last = np.array([newest.get(period, -1) for period in plain.known], np.int64)
            plain = plain.keep(files_of_lines(plain.lines) == last[plain.periods])
        return kept, plain

    def _newest(self, rows: Sequence[Reading], plain: PlainRows | None) -> tuple[dict[Period, int], dict[Period, int]]:
        """For each period the last file that has a row of it, and the first one."""
        newest: dict[Period, int] = {}
        first: dict[Period, int] = {}
        pairs = [(row.period, file_of(row.place.line)[0]) for row in rows]
        if plain is not None:
            pairs += [(plain.known[period], number) for period, number in _pairs(plain)]
        for period, number in pairs:
            newest[period] = max(newest.get(period, number), number)
            first[period] = min(first.get(period, number), number)
        return newest, first

    def _ask(self, period: Period, first: dict[Period, int], newest: dict[Period, int], book: ProblemBook) -> None:
        files = {"first": self.files[first[period]], "second": self.files[newest[period]]}
        book.find(self.kpi.id, "source", "BSC375", said(told.PERIOD_IN_SEVERAL_FILES, period=str(period), **files))


def _in_time(period: Period) -> tuple[date, int]:
    return period.start, period.frequency.rank


def _differ(both: set[Period], rows: Sequence[Reading], plain: PlainRows | None) -> bool:
    """Whether any of some periods has different figures."""
    known: dict[Period, tuple[float | None, ...]] = {}
    for row in (*rows, *(() if plain is None else plain.readings())):
        if row.period in both:
            figures = (row.value, row.numerator, row.denominator)
            if known.setdefault(row.period, figures) != figures:
                return True
    return False


def _pairs(plain: PlainRows) -> list[tuple[int, int]]:
    """Every period with every file that has a row of it."""
    count = int(plain.periods.max(initial=0)) + 1
    keys: NDArray[np.int64] = np.unique(files_of_lines(plain.lines) * count + plain.periods)
    return [(int(key % count), int(key // count)) for key in keys.tolist()]


def placed(rows: Sequence[Reading], table: Table) -> list[Reading]:
    """Rows of many files with the place where each stands; those of one file as they are."""
    return [row._replace(place=table.placed(row.place)) for row in rows] if table.files else list(rows)
