"""A case: one value of a KPI with all that it may be compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.fields import Tolerance
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period


@dataclass(frozen=True, slots=True)
class Dated:
    """A value at a period of the KPI's frequency, with its ordinal; `written` is the period as the file spells it."""

    period: Period
    value: float
    written: Period
    ordinal: int


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What all cases of one KPI share: its declaration, its tolerance, its baseline."""

    kpi: Kpi
    tolerance: Tolerance
    baseline: Dated | None = None


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
