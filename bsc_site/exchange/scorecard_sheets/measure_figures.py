"""Measure figures: what was read of one measure by period, and what of the year before it agrees with that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from math import isclose

from bsc_site.exchange.draft.project_files import FigureRow, figure_text
from bsc_site.exchange.workbooks.grid import GridCell
from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass

_MONTHS_A_YEAR = 12


@dataclass(slots=True)
class MeasureFigures:
    """The figures of one measure with their cells, the targets and notes beside them, and figures of a year before."""

    kpi: str
    frequency: Frequency
    values: dict[Period, tuple[float, GridCell]] = field(default_factory=dict)
    targets: dict[Period, float | None] = field(default_factory=dict)
    notes: dict[Period, str] = field(default_factory=dict)
    before: list[tuple[Period, float, GridCell]] = field(default_factory=list)
    """Of a period what was a year before it."""

    def with_years_before(self) -> Iterator[tuple[GridCell, str]]:
        """Take over the figures of a year before that stand nowhere else; each cell that says otherwise, with why."""
        own = dict(self.values)
        for period, value, cell in self.before:
            year = _year_before(period) if period.frequency is self.frequency else None
            if year is None:
                words = f"is left out beside figures that are {self.frequency.value}"
                yield cell, f"the previous year of {period} {words}"
            elif year not in own:
                self.values[year] = (value, cell)
            elif not isclose(value, own[year][0], rel_tol=1e-9, abs_tol=1e-12):
                other = f"{figure_text(own[year][0])} in {own[year][1].where}"
                words = f"{figure_text(value)} is left out: the figure of {year} is {other}; correct one of them"
                yield cell, f"the previous year of {period}, {words}"

    @property
    def rows(self) -> Iterator[FigureRow]:
        """A row for each period, in their order."""
        periods = {*self.values, *(each for each, aim in self.targets.items() if aim is not None)}
        for period in sorted(periods, key=lambda each: each.start):
            value = self.values[period][0] if period in self.values else None
            target, note = self.targets.get(period), self.notes.get(period, "")
            yield FigureRow(self.kpi, str(period), _text(value), _text(target), note)


def _text(number: float | None) -> str:
    return "" if number is None else figure_text(number)


def _year_before(period: Period) -> Period | None:
    """The same months of the year before; None for days and weeks, which have no such period."""
    months = period.frequency.months
    return period.shift(-(_MONTHS_A_YEAR // months)) if months else None
