"""The position of a KPI against its benchmark: better, worse or within what others reach."""

from __future__ import annotations

from bsc_site.model.concluded.overview import BenchmarkPosition
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.vocabularies import Direction


def position_of(kpi: Kpi, mark: Benchmark, value: float | None) -> BenchmarkPosition:
    """Where `value` lies; above or below where neither side is better. The ends belong to the range."""
    if value is None:
        return BenchmarkPosition.UNKNOWN
    low, high = (mark.value, mark.value) if mark.value is not None else (mark.low, mark.high)
    above, below = high is not None and value > high, low is not None and value < low
    if not above and not below:
        return BenchmarkPosition.WITHIN if mark.value is None else BenchmarkPosition.SAME
    if kpi.direction in {Direction.BAND, Direction.NONE}:
        return BenchmarkPosition.ABOVE if above else BenchmarkPosition.BELOW
    better = above == (kpi.direction is Direction.HIGHER)
    return BenchmarkPosition.BETTER if better else BenchmarkPosition.WORSE
