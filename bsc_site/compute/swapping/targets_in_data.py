"""Targets in the data: those that stand beside figures, and are others in one version than in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from bsc_site.compute.swapping.causes import Swaps
from bsc_site.compute.swapping.worlds import ALL_EARLIER, ALL_LATER, World
from bsc_site.model.declared.targets import Target
from bsc_site.model.differences.difference import (
    Difference,
    DifferenceKind,
    ElementKey,
    ElementSort,
    OtherTarget,
    OtherTargets,
)
from bsc_site.model.period import Period


def target_differences(swaps: Swaps) -> Iterator[Difference]:
    """The KPIs that both versions have, and whose data does not ask for the same; what comes with a figure is new."""
    before, after = swaps.worlds.of(ALL_EARLIER), swaps.worlds.of(ALL_LATER)
    for name, kpi in after.assessment.kpis.items():
        old, new = before.aims.get(name, {}), after.aims.get(name, {})
        figures = before.figures.get(name)
        if old == new or figures is None:
            continue
        periods = sorted({*old, *new}, key=lambda each: (each.start, each.end))
        found = tuple(
            OtherTarget(_target(period, old), _target(period, new))
            for period in periods
            if old.get(period) != new.get(period) and (period in old or period in figures)
        )
        if found:
            key = ElementKey(ElementSort.KPI, name)
            causes = swaps.causes(partial(_aims_of, name))
            yield Difference(key, kpi.kpi.name, DifferenceKind.TARGET, OtherTargets(found), causes)


def _target(period: Period, aims: Mapping[Period, float]) -> Target | None:
    return Target(period=period, value=aims[period]) if period in aims else None


def _aims_of(kpi: str, world: World) -> Mapping[Period, float]:
    return world.aims.get(kpi, {})
