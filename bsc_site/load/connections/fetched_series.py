"""Fetched series: the figures of one KPI as a connection gave them, and the file that keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from bsc_site.load.connections.questions import BUCKET, Question
from bsc_site.load.tables.cells import Cell
from bsc_site.load.tables.opened import Opened, table_of
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.value_class import dataclass

FOLDER = "data/fetched"
_DIGITS = 12
"""Sums of floating point numbers that were added up in parallel differ behind this many digits."""


@dataclass(frozen=True, slots=True)
class FetchedSeries:
    """The headings `period,value` or `period,numerator,denominator`, and a row of texts for each period."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return "".join(",".join(each) + "\n" for each in (self.headings, *self.rows)).encode()

    def table(self, file: str) -> Table:
        """The table that the file holds."""
        rows: Iterable[tuple[int, Sequence[Cell]]] = enumerate(self.rows, start=2)
        return table_of(file, Opened(1, list(self.headings), iter(rows)))


def file_of(connection: str, kpi: str) -> str:
    """Where the figures of a KPI stand, as seen from the project."""
    return f"{FOLDER}/{connection}/{kpi}.csv"


def fetched_series(answer: Iterable[Mapping[str, Any]], asked: Question) -> FetchedSeries:
    """The series that an answer is, in the order of its periods; periods without a figure are left out."""
    measures = asked.measures
    rows = {
        _period(each[BUCKET], asked.frequency, asked.year_starts): tuple(
            number_text(each[name], exact=measure.exact) for name, measure in measures.items()
        )
        for each in answer
    }
    told = ((str(period), *rows[period]) for period in sorted(rows) if all(rows[period]))
    return FetchedSeries(("period", *measures), tuple(told))


def _period(bucket: Any, frequency: Frequency, year_starts: int) -> Period:
    if not frequency.months:
        day = bucket.date() if isinstance(bucket, datetime) else bucket
        return period_of(day, frequency, year_starts)
    months = int(bucket) * frequency.months + year_starts - 1
    return period_of(date(months // 12, months % 12 + 1, 1), frequency, year_starts)


def number_text(value: Any, *, exact: bool = True) -> str:
    """A number as it is written, without an exponent; empty for none.

    Whole numbers and decimals stand exactly, unless they come of a division; all others with twelve digits.
    """
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return ""
    if isinstance(value, int):
        return str(value)
    plain = value if isinstance(value, Decimal) and exact else Decimal(f"{float(value):.{_DIGITS}g}")
    text = f"{plain:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
