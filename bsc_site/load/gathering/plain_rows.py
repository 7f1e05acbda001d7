"""Plain rows: many rows of one KPI of which each has a period and its figures, and nothing else to say."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import repeat
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bsc_site.load.gathering.exact_sums import exact_sums
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.tables.columns import Column
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.series import Gathered, Reading
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate

Floats = NDArray[np.float64]
_reading: Callable[[tuple[object, ...]], Reading] = partial(tuple.__new__, Reading)
_place: Callable[[tuple[object, ...]], Place] = partial(tuple.__new__, Place)
"""Each of all its fields, in half the time that it takes by their names; a large file has a million."""


@dataclass(frozen=True, slots=True, eq=False)
class PlainRows:
    """Rows in the order of their table: the place of each there, its line, which of `known` its period is, and figures.

    Either all have a value, or all have numerator and denominator. `file` and `column` are where figures stand.
    """

    file: str
    column: int
    places: NDArray[np.intp]
    lines: NDArray[np.int64]
    periods: NDArray[np.int32]
    known: tuple[Period, ...]
    value: Floats | None = None
    numerator: Floats | None = None
    denominator: Floats | None = None
    seconds: Floats | None = None

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    @property
    def figures(self) -> tuple[Floats, ...]:
        """The figures of the rows: values, or numerators and denominators."""
        return tuple(each for each in (self.value, self.numerator, self.denominator) if each is not None)

    def keep(self, rows: NDArray[np.bool_] | NDArray[np.intp]) -> Self:
        """Some of the rows: those that are flagged, or at these places among them."""
        names = ("places", "lines", "periods", "value", "numerator", "denominator", "seconds")
        there = {name: each[rows] for name in names if (each := getattr(self, name)) is not None}
        return replace(self, **there)

    def timed(self, cells: Column, reader: PeriodReader) -> Self:
        """The rows with the times of day that `cells`, those that name their periods, say to their reader."""
        seconds = np.array([reader.seconds(cell) for cell in cells.cells], np.float64)
        return replace(self, seconds=seconds[cells.codes[self.places]])

    def readings(self) -> list[Reading]:
        """One reading for each row."""
        figures = {"value": self.value, "numerator": self.numerator, "denominator": self.denominator}
        told = {name: each.tolist() for name, each in {**figures, "seconds": self.seconds}.items() if each is not None}
        periods = map(self.known.__getitem__, self.periods.tolist())
        places = map(_place, zip(repeat(self.file), self.lines.tolist(), repeat(self.column)))  # endless
        untold = (told.get(name, repeat(Reading._field_defaults[name])) for name in Reading._fields[2:])
        return list(map(_reading, zip(periods, places, *untold)))  # noqa: B905  # likewise

    def gathered(self, rule: Aggregate) -> list[Reading]:
        """One reading for each period, which stands for all rows of it as `rule` combines them.

        They are in the order of the last row of each, and have the place of the first one.
        """
        there, groups = np.unique(self.periods, return_inverse=True)
        counts = np.bincount(groups, minlength=len(there)).tolist()
        first, last = np.full(len(there), len(self), np.intp), np.zeros(len(there), np.intp)
        first[groups[::-1]] = np.arange(len(self) - 1, -1, -1)
        last[groups] = np.arange(len(self))
        sums = [exact_sums(groups, each, len(there)) for each in self.figures]
        extremes = self._extremes(groups, len(there), rule)
        found = []
        for group in np.argsort(last).tolist():
            parts = tuple(each[group] for each in sums)
            totals = [math.fsum(each) for each in parts]
            place = Place(self.file, int(self.lines[first[group]]), self.column)
            several = Gathered(counts[group], parts) if counts[group] > 1 else None
            if rule is Aggregate.RATIO:
                figures: tuple[float | None, ...] = (None, totals[0], totals[1])
            else:
                means = {Aggregate.SUM: totals[0], Aggregate.MEAN: totals[0] / counts[group]}
                figures = (means[rule] if rule in means else extremes[group], None, None)
            value, above, below = figures
            found.append(Reading(self.known[int(there[group])], place, value, above, below, gathered=several))
        return found

    def _extremes(self, groups: NDArray[np.intp], count: int, rule: Aggregate) -> list[float]:
        if self.value is None or rule not in {Aggregate.MIN, Aggregate.MAX}:
            return []
        smallest = rule is Aggregate.MIN
        found = np.full(count, np.inf if smallest else -np.inf)
        (np.minimum if smallest else np.maximum).at(found, groups, self.value)
        return list(found.tolist())
