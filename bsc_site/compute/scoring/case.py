"""A case: one value of a KPI with all that it may be compared with."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bsc_site.compute.scoring.scale import Column
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import NO_SCALE, StatusScale
from bsc_site.model.fields import Tolerance
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Dated:
    """A value at a period of the KPI's frequency, with its ordinal; `written` is the period as the file spells it."""

    period: Period
    value: float
    written: Period
    ordinal: int


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What all cases of one KPI share: its declaration, its tolerance, its baseline, the statuses of its scorecard.

    `way` is from where to where its target path leads where it meets zero, None for any other path; `through_zero` says
    that a target is zero, or that the path changes its sign.
    """

    kpi: Kpi
    tolerance: Tolerance
    baseline: Dated | None = None
    way: tuple[float, float] | None = None
    through_zero: bool = False
    scale: StatusScale = NO_SCALE

    def way_at(self, target: float) -> tuple[float, float] | None:
        """The way of which the tolerance is a share at `target`, because a share of the target would be no width."""
        return self.way if self.tolerance.relative and (self.through_zero or target == 0) else None

    def amber(self, target: float) -> float:
        """The width of the amber zone at `target`, in the KPI's unit."""
        way = self.way_at(target)
        return self.tolerance.around(target if way is None else way[1] - way[0])

    def amber_column(self, targets: Column) -> Column:
        """The same at many targets."""
        amount = self.tolerance.amount
        if not self.tolerance.relative:
            return np.full(targets.size, amount)
        width = np.abs(targets) * amount
        if self.way is None:
            return width
        return np.where(self.through_zero | (targets == 0), abs(self.way[1] - self.way[0]) * amount, width)


class Case(NamedTuple):
    """One value at one period: what is expected then, the complete value before it, the dated target it heads for."""

    yardstick: Yardstick
    period: Period
    value: float
    expected: Expectation
    previous: float | None = None
    aim: Dated | None = None

    @property
    def kpi(self) -> Kpi:
        """The KPI as declared."""
        return self.yardstick.kpi
