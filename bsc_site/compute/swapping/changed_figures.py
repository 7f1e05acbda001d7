"""Changed figures: the periods in which a KPI has another figure, one more, or one less."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

from bsc_site.compute.swapping.causes import Swaps
from bsc_site.compute.swapping.worlds import ALL_EARLIER, ALL_LATER, World
from bsc_site.model.concluded.against import SAME
from bsc_site.model.differences.difference import (
    ChangedFigure,
    ChangedFigures,
    Difference,
    DifferenceKind,
    ElementKey,
    ElementSort,
)
from bsc_site.model.period import Period

_DIGITS = 12


def figure_differences(swaps: Swaps) -> Iterator[Difference]:
    """The KPIs that both versions have, and that have not the same figures."""
    before, after = swaps.worlds.of(ALL_EARLIER), swaps.worlds.of(ALL_LATER)
    for name, kpi in after.assessment.kpis.items():
        old, new = before.figures.get(name), after.figures[name]
        if old is None:
            continue
        periods = sorted({*old, *new}, key=lambda each: (each.start, each.end))
        found = tuple(
            ChangedFigure(period, old.get(period), new.get(period))
            for period in periods
            if not _same(old.get(period), new.get(period))
        )
        if found:
            key = ElementKey(ElementSort.KPI, name)
            causes = swaps.causes(partial(_figures_in, name, tuple(each.period for each in found)))
            yield Difference(key, kpi.kpi.name, DifferenceKind.FIGURES, ChangedFigures(found), causes)


def _same(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is after
    return math.isclose(before, after, rel_tol=SAME, abs_tol=SAME)


def _figures_in(kpi: str, periods: tuple[Period, ...], world: World) -> tuple[str | None, ...]:
    """The figures of a KPI in some periods, without the noise of the last digits."""
    figures = world.figures.get(kpi, {})
    return tuple(None if each not in figures else f"{figures[each]:.{_DIGITS}g}" for each in periods)
