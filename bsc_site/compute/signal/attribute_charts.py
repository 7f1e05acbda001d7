"""Attribute charts: limits for proportions and counts, which follow from how large each figure's base is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from bsc_site.compute.signal.limits import LimitColumns, Limits, Values
from bsc_site.compute.statistics.observed_columns import figures_of
from bsc_site.model.concluded.outlook import Uncounted
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Observation
from bsc_site.model.value_class import dataclass

PERCENT = 100.0
CLOSE = 1e-6
ONE = 1.128
"""Mean moving range of a standard normal (d2 for ranges of two)."""
WIDE = 2.0
"""From here on the values spread visibly more than their counts alone explain."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts and what they are counted from, in the order of the observations.

    `chart` is p, c or u; `bases` are all 1 for a plain count; `scale` turns a ratio into the KPI's unit.
    """

    chart: str
    counts: Values
    bases: Values
    scale: float

    @property
    def most(self) -> float:
        """The largest ratio there can be: 1 for a proportion."""
        return 1.0 if self.chart == "p" else math.inf


def tally_of(kpi: Kpi, observations: Sequence[Observation]) -> Tally | Uncounted:
    """The counts behind a KPI that is declared as proportion or count, or the reason why they do not allow a chart."""
    proportion = kpi.kind_of_data == "proportion"
    values = figures_of(observations)
    if any(each.numerator is None or each.denominator is None for each in observations):
        if proportion:
            return Uncounted.NO_BASES
        return Uncounted.NEGATIVE if values.min() < 0 else Tally("c", values, np.ones(values.size), 1.0)
    tally = Tally(
        chart="p" if proportion else "u",
        counts=np.array([each.numerator or 0.0 for each in observations]),
        bases=np.array([each.denominator or 0.0 for each in observations]),
        scale=PERCENT if kpi.unit == "%" else 1.0,
    )
    return _fault(tally, values) or tally


def _fault(tally: Tally, values: Values) -> Uncounted | None:
    if tally.bases.min() <= 0 or tally.counts.min() < 0:
        return Uncounted.NOT_POSITIVE
    if not np.allclose(tally.scale * tally.counts / tally.bases, values, rtol=CLOSE, atol=CLOSE):
        return Uncounted.NO_RATIO
    over = tally.chart == "p" and bool(np.any(tally.counts > tally.bases))
    return Uncounted.BEYOND_WHOLE if over else None


def limits_of_tally(tally: Tally, baseline_points: int | None) -> tuple[Limits, LimitColumns]:
    """The limits for an average base, and those of each point of one segment.

    Proportions: p +- 3 sqrt(p (1 - p) / n_i); counts: c +- 3 sqrt(c); counts per base: u +- 3 sqrt(u / n_i)
    (Montgomery, Introduction to Statistical Quality Control, chapter 7); the near limits at two standard deviations.
    """
    base = slice(None, baseline_points)
    rate = float(tally.counts[base].sum() / tally.bases[base].sum())
    variance = max(rate * (1 - rate), 0.0) if tally.chart == "p" else rate
    along = _limits(tally, rate, np.sqrt(variance / tally.bases))
    average = np.array([math.sqrt(variance / float(tally.bases.mean()))])
    return _limits(tally, rate, average).latest, along


def _limits(tally: Tally, rate: float, sigma: Values) -> LimitColumns:
    return LimitColumns(
        np.full(sigma.size, tally.scale * rate),
        tally.scale * np.maximum(rate - 3 * sigma, 0.0),
        tally.scale * np.minimum(rate + 3 * sigma, tally.most),
        tally.scale * (rate - 2 * sigma),
        tally.scale * (rate + 2 * sigma),
    )


def part_of(tally: Tally, start: int, end: int) -> Tally:
    """The same for the observations from `start` to before `end`."""
    return Tally(tally.chart, tally.counts[start:end], tally.bases[start:end], tally.scale)


def overspread(tally: Tally) -> bool:
    """Whether neighbouring values differ by much more than their counts explain: the limits are then too narrow."""
    rate = float(tally.counts.sum() / tally.bases.sum())
    variance = rate * (1 - rate) if tally.chart == "p" else rate
    if variance <= 0 or tally.counts.size < 2:  # noqa: PLR2004  # a difference has two ends
        return False
    standard = (tally.counts / tally.bases - rate) / np.sqrt(variance / tally.bases)
    return float(np.abs(np.diff(standard)).mean()) / ONE > WIDE
