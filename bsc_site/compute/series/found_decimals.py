"""Decimals from the data: a KPI that declares none is shown with as many as its own figures have."""

from __future__ import annotations

from collections.abc import Iterable

from bsc_site.model.calculation.significant_digits import coarse_decimals, decimals_of_short, is_short, own_decimals
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Series

_MOST = 6
"""As many as can be declared."""
_CENTS = 2
"""Amounts of money are whole or have cents."""


def with_found_decimals(kpi: Kpi, series: Series) -> Kpi:
    """The KPI with its decimals where it declares none and there are figures to take them from."""
    if kpi.decimals is not None or not series.observations:
        return kpi
    return kpi.model_copy(update={"decimals": found_decimals(kpi, [each.value for each in series.observations])})


def found_decimals(kpi: Kpi, figures: list[float]) -> int:
    """As many as the figures have and the targets are declared with.

    Figures that come of a division have endless ones: where most do, the largest is given about four digits.
    """
    short = decimals_of_short(figures)
    computed = 2 * len(short) < len(figures)
    own = coarse_decimals(max(map(abs, figures))) if computed else max(short)
    most = max([own, *(own_decimals(each) for each in _declared(kpi) if is_short(each))])
    if kpi.in_money and most and max(map(abs, figures)) >= 1:
        return _CENTS
    return min(most, _MOST)


def _declared(kpi: Kpi) -> Iterable[float]:
    """Every figure of the scorecard file that the KPI's figures are held against."""
    ends = [end for each in kpi.targets for end in (each.value, each.low, each.high)]
    flags = kpi.thresholds
    ends += [flags.red_flag, flags.red_flag_low, flags.red_flag_high]
    return (each for each in ends if each is not None)
