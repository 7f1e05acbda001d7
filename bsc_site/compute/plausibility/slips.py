"""Slips of the decimal mark: a figure, or all from one period on, that is 10, 100 or 1,000 times the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from statistics import median
from typing import NamedTuple

from bsc_site.compute.health.subject import Breach, Subject, Verdict, breach
from bsc_site.compute.plausibility.same_figures import DatedFigure
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Quantity
from bsc_site.model.rules.plausibility import (
    EARLIER_TIMES_FIGURES,
    FIGURE_TIMES_NEIGHBOURS,
    FIGURES_TIMES_EARLIER,
    NEIGHBOURS_TIMES_FIGURE,
)

_TIMES = (10, 100, 1000)
_CLOSE, _LARGE_CLOSE = 1.35, 2.0
"""How far the ratio may be from 10, and from 100 or 1,000, which nothing natural comes near."""
_ALIKE = 1.6
"""How many times the smallest of the neighbours the largest may be; where all differ, none is out of line."""
_BESIDE, _NEIGHBOURS, _ON_EACH_SIDE = 2, 4, 4
_MOST = 2
"""More such figures, or two of them a year apart, are a pattern, such as a month of fairs in each year."""


_LEAST = 7.0
"""Where no figure is so many times another, none is 10 times its neighbours by any of these measures."""


class Slip(NamedTuple):
    """A figure, how many times its neighbours (below 1: they are so many times it), and these."""

    at: DatedFigure
    times: int
    smaller: bool
    neighbours: tuple[float, ...]


def slips(figures: Sequence[DatedFigure]) -> tuple[Slip, ...]:
    """The figures, in order of time, that are 10, 100 or 1,000 times those around them, or a part of them."""
    found = tuple(slip for index in range(len(figures)) if (slip := _slip(figures, index)) is not None)
    return () if len(found) > _MOST or _a_year_apart(found) else found


def _a_year_apart(found: Sequence[Slip]) -> bool:
    if len(found) != _MOST:
        return False
    first, last = (each.at.period for each in found)
    return abs(last.ordinal - first.ordinal - first.frequency.a_year) <= 1


def _slip(figures: Sequence[DatedFigure], index: int) -> Slip | None:
    start = max(0, min(index - _BESIDE, len(figures) - 1 - _NEIGHBOURS))
    around = [each.value for each in figures[start : start + _NEIGHBOURS + 1]]
    value = around.pop(index - start) if index - start < len(around) else 0.0
    if len(around) < _NEIGHBOURS or not _alike(around) or value * around[0] <= 0:
        return None
    ratio = value / median(around)
    times = _times(ratio)
    return None if times is None else Slip(figures[index], times, ratio < 1, tuple(around))


def jump(figures: Sequence[DatedFigure]) -> Slip | None:
    """The first figure from which on all are 100 or 1,000 times those before, or a part of them."""
    for index in range(_ON_EACH_SIDE, len(figures) - _ON_EACH_SIDE + 1):
        before = [each.value for each in figures[index - _ON_EACH_SIDE : index]]
        after = [each.value for each in figures[index : index + _ON_EACH_SIDE]]
        if not (_alike(before) and _alike(after)) or before[0] * after[0] <= 0:
            continue
        ratio = median(after) / median(before)
        times = _times(ratio)
        if times is not None and times > _TIMES[0]:
            return Slip(figures[index], times, ratio < 1, (before[-1],))
    return None


def _alike(values: Sequence[float]) -> bool:
    low, high = min(values), max(values)
    return high <= _ALIKE * low if low > 0 else high < 0 and -low <= _ALIKE * -high


def _times(ratio: float) -> int | None:
    if not 0 < ratio < inf:
        return None
    size = ratio if ratio > 1 else 1 / ratio
    close = (each for each in _TIMES if 1 / _within(each) < size / each < _within(each))
    return next(close, None)


def _within(times: int) -> float:
    return _CLOSE if times == _TIMES[0] else _LARGE_CLOSE


def decimal_slip(subject: Subject) -> Iterator[Verdict]:
    """No figure is 10, 100 or 1,000 times its neighbours."""
    for found in subject.own_kpis:
        if found.kpi.computed:
            continue
        figures = [each for each in found.points if each.complete]
        for each in (_of_kpi(found.kpi, figures) if far_apart(figures) else ()) or (None,):
            yield Verdict(f"kpi/{found.kpi.id}", each)


def far_apart(figures: Sequence[DatedFigure]) -> bool:
    """Whether a figure can be 10 times another at all; zeros are no neighbours of anything."""
    sizes = [abs(each.value) for each in figures if each.value]
    return bool(sizes) and not max(sizes) < _LEAST * min(sizes)


def _of_kpi(kpi: Kpi, figures: Sequence[DatedFigure]) -> list[Breach]:
    step = jump(figures)
    return [_told_jump(kpi, step)] if step else [_told(kpi, each) for each in slips(figures)]


def _told(kpi: Kpi, slip: Slip) -> Breach:
    return breach(
        NEIGHBOURS_TIMES_FIGURE if slip.smaller else FIGURE_TIMES_NEIGHBOURS,
        value=Quantity(slip.at.value, kpi.unit),
        period=slip.at.period,
        times=slip.times,
        low=Quantity(min(slip.neighbours), kpi.unit),
        high=Quantity(max(slip.neighbours), kpi.unit),
    )


def _told_jump(kpi: Kpi, slip: Slip) -> Breach:
    return breach(
        EARLIER_TIMES_FIGURES if slip.smaller else FIGURES_TIMES_EARLIER,
        value=Quantity(slip.at.value, kpi.unit),
        period=slip.at.period,
        times=slip.times,
        before=Quantity(slip.neighbours[0], kpi.unit),
    )
