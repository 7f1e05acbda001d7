"""Figures counted up within the year: each holds all before it, and each new year begins again from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, pairwise
from operator import not_
from typing import NamedTuple

from bsc_site.compute.plausibility.same_figures import DatedFigure
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.period import MONTHS_A_YEAR, Frequency, counted_year

_FALLS_BELOW = 0.6
"""Of the last figure of a year, the share below which the first of the next one lies; a month is a twelfth of it."""
_SMALLEST_RISES = {Frequency.MONTHLY: 11, Frequency.QUARTERLY: 7, Frequency.WEEKLY: 26, Frequency.DAILY: 60}
"""How many rises have to be seen before it is no coincidence, by frequency; coarser figures tell nothing."""
_FEWEST_RETURNS = {Frequency.QUARTERLY: 2}
"""How many years have to begin anew, 1 unless said otherwise: three rises and a fall may be a season."""
_CORRECTIONS, _LARGEST_CORRECTION = 0.05, 0.1
"""Which share of the steps may be corrections downwards, and how large they may be in shares of the figure."""


class CountedUp(NamedTuple):
    """The month with which the count begins anew, and the last time that it did: figures before and after."""

    month: int
    before: DatedFigure
    after: DatedFigure


def counted_up(figures: Iterable[DatedFigure]) -> CountedUp | None:
    """From which month on the figures are counted up; None where they are not. `figures` are in order of time."""
    known = list(figures)
    if len(known) < 2 or known[0].period.frequency not in _SMALLEST_RISES:  # noqa: PLR2004  # a step has two ends
        return None
    frequency = known[0].period.frequency
    values = [each.value for each in known]
    sign = -1 if exact_sum(values[1:]) < 0 else 1
    anew = [sign * after < _FALLS_BELOW * sign * before for before, after in pairwise(values)]
    if sum(anew) < _FEWEST_RETURNS.get(frequency, 1):
        return None
    steps = list(pairwise(known))
    returns, others = list(compress(steps, anew)), list(compress(steps, map(not_, anew)))
    rises = sum(sign * (after.value - before.value) > 0 for before, after in others)
    if rises < _SMALLEST_RISES[frequency]:
        return None
    if not _only_corrections(others, sign):
        return None
    month = _month_of(returns, others)
    return None if month is None else CountedUp(month, *returns[-1])


def _only_corrections(steps: Sequence[tuple[DatedFigure, DatedFigure]], sign: int) -> bool:
    """Whether what falls within the years are few and small corrections."""
    falls = [(before.value, after.value) for before, after in steps if sign * (after.value - before.value) < 0]
    small = all(sign * (before - after) <= _LARGEST_CORRECTION * sign * before for before, after in falls)
    return small and len(falls) <= _CORRECTIONS * len(steps)


def _month_of(
    returns: Sequence[tuple[DatedFigure, DatedFigure]], others: Sequence[tuple[DatedFigure, DatedFigure]]
) -> int | None:
    """The month in whose beginning every return falls and no other step, that of the figures' own periods first."""
    first = returns[0][1].period
    nearest: int = (first.end if first.frequency is Frequency.WEEKLY else first.start).month
    months: tuple[int, ...] = (nearest, *range(1, MONTHS_A_YEAR + 1))
    for month in months:
        if all(_crosses(step, month) for step in returns) and not any(_crosses(step, month) for step in others):
            return month
    return None


def _crosses(step: tuple[DatedFigure, DatedFigure], month: int) -> bool:
    """Whether a year that starts with the month begins between the two periods."""
    before, after = step
    return counted_year(before.period, month) != counted_year(after.period, month)
