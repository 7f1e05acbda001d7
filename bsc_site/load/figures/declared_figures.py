"""Declared figures: what a KPI's own definition tells about the size of its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from bsc_site.model.declared.kpi import Kpi

_ALIKE = 10.0
"""Figures that differ by less than this factor are of one size."""


def are_sized_as_declared(kpi: Kpi, values: Sequence[float]) -> bool:
    """Whether a target, baseline, red flag or benchmark of the KPI is of the size that these values usually have."""
    usual = median(abs(each) for each in values if each)
    return any(usual / _ALIKE < each < usual * _ALIKE for each in _declared(kpi))


def _declared(kpi: Kpi) -> Iterator[float]:
    """Every figure in the KPI's unit that its definition gives, but zero, without its sign."""
    limits = kpi.thresholds
    found = [limits.red_flag, limits.red_flag_low, limits.red_flag_high]
    found += [figure for target in kpi.targets for figure in (target.value, target.low, target.high)]
    found += [kpi.baseline.value] if kpi.baseline is not None else []
    found += [kpi.benchmark.value] if kpi.benchmark is not None else []
    return (abs(each) for each in found if each)
