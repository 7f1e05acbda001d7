"""KPI words: how the figures and statuses of one KPI are written."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.fields import Tolerance
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.wording.figures import number_text
from bsc_site.wording.kpi_figures import figure_text, figures_apart, figures_between
from bsc_site.wording.language import say, say_in

_BUILT_IN = StatusNames()
_WITHIN: Mapping[Status, Callable[[], str]] = {
    Status.ON_TRACK: lambda: say_in("status within a sentence", "on track"),
    Status.AT_RISK: lambda: say_in("status within a sentence", "at risk"),
    Status.OFF_TRACK: lambda: say_in("status within a sentence", "off track"),
    Status.NO_DATA: lambda: say_in("status within a sentence", "no data"),
    Status.NOT_SCORED: lambda: say_in("status within a sentence", "not scored"),
}
_MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class KpiWords:
    """The unit and decimals of a KPI, and its scorecard's words for the statuses."""

    kpi: Kpi
    names: StatusNames

    def quantity(self, value: float) -> str:
        """A value in the KPI's unit and decimals."""
        return figure_text(self.kpi, value)

    def apart(self, value: float, other: float) -> tuple[str, str]:
        """Two values with as many decimals as it takes to tell them apart."""
        return figures_apart(self.kpi, value, other)

    def between(self, low: float, high: float) -> str:
        """The ends of a band, with the unit once."""
        return figures_between(self.kpi, low, high)

    def within(self, status: Status, score: float | None = None) -> str:
        """The organisation's word for a status; the built-in words as they stand within a sentence."""
        name = self.names.of(status, score)
        own = self.names.scale.own(status, score)
        return _WITHIN[status]() if own is None and name == _BUILT_IN.of(status) else name


def precise_text(figure: float) -> str:
    """A figure with six significant digits, so that a sum worked out by hand comes to the same result."""
    size = math.floor(math.log10(abs(figure))) if figure else 0
    text = number_text(figure, max(0, min(_MOST_DECIMALS, 5 - size)))
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(share: float) -> str:
    """A share as per cent with up to four significant digits: `7.25 %`."""
    return say("{figure} %", figure=number_text(share * 100))


def way_text(share: float) -> str:
    """A share of a way as whole per cent: `64 %`, `−20 %`."""
    return say("{figure} %", figure=number_text(share * 100, 0))


def tolerance_text(tolerance: Tolerance) -> str:
    """The width of the amber zone as declared: `5 %` or `2`."""
    if tolerance.relative:
        return say("{figure} %", figure=f"{tolerance.amount * 100:.10g}")
    return f"{tolerance.amount:.10g}"
