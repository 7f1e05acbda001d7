"""A case: one value of a KPI with all that it may be compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.fields import Tolerance
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.figures import quantity_text
from bsc_site.model.period import Period
from bsc_site.model.vocabularies import Status

_DEFAULT_NAMES = StatusNames()


@dataclass(frozen=True, slots=True)
class Dated:
    """A value at a period of the KPI's frequency, with its ordinal; `written` is the period as the file spells it."""

    period: Period
    value: float
    written: Period
    ordinal: int


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What all cases of one KPI share: its declaration, its tolerance, the scorecard's words, its baseline."""

    kpi: Kpi
    tolerance: Tolerance
    names: StatusNames
    baseline: Dated | None = None

    def quantity(self, value: float) -> str:
        """A value in the KPI's unit and decimals."""
        return quantity_text(value, self.kpi.unit, self.kpi.decimals)

    def apart(self, value: float, other: float) -> tuple[str, str]:
        """Two values with as many decimals as it takes to tell them apart."""
        texts = self.quantity(value), self.quantity(other)
        if texts[0] != texts[1] or value == other:
            return texts
        for decimals in range(1, 10):
            texts = quantity_text(value, self.kpi.unit, decimals), quantity_text(other, self.kpi.unit, decimals)
            if texts[0] != texts[1]:
                break
        return texts

    def status(self, status: Status) -> str:
        """The organisation's word for a status; the built-in words in lower case, for use within a sentence."""
        name = self.names.of(status)
        return name.lower() if name == _DEFAULT_NAMES.of(status) else name


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
