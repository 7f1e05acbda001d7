"""Whole numbers: the chances of a count, whose forecast is an average that no count ever has."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.incomplete_beta import incomplete_beta
from bsc_site.compute.statistics.student_t import share_below, value_at
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass

Values = NDArray[np.float64]

FEW = 3.0
"""Below this mean a count is far from symmetrical."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How the counts of a KPI spread around their mean: `dispersion` is the variance by the mean, at least 1.

    `least` is the smallest mean that the history allows to believe in; where nothing happened, something may.
    """

    dispersion: float
    least: float

    def at_least(self, count: float, mean: float, error: float, freedom: float) -> float:
        """The probability of `count` and more, for a forecast with this mean and standard error."""
        fewest = math.ceil(count)
        if fewest <= 0:
            return 1.0
        if mean >= FEW:
            return share_below(freedom, (mean - fewest + 0.5) / error) if error > 0 else float(mean >= fewest)
        return 1 - self._up_to(fewest - 1, max(mean, self.least))

    def at(self, share: float, mean: float, error: float, freedom: float) -> float:
        """The count that a share (0 to 1) of the distribution does not exceed."""
        if mean >= FEW:
            return max(0.0, float(round(mean + value_at(freedom, share) * error)))
        count, mean = 0, max(mean, self.least)
        while self._up_to(count, mean) < share:
            count += 1
        return float(count)

    def _up_to(self, most: int, mean: float) -> float:
        """Poisson, or negative binomial where the counts spread more than that."""
        if self.dispersion <= 1:
            return math.exp(-mean) * math.fsum(mean**count / math.factorial(count) for count in range(most + 1))
        often = 1 / self.dispersion
        return incomplete_beta(mean / (self.dispersion - 1), most + 1, often, 1 - often)


def counts(kpi: Kpi, values: Values) -> bool:
    """Whether a KPI counts: by its unit, or as declared, and by whole numbers that were never negative."""
    counted = kpi.unit == "count" or kpi.kind_of_data == "count"
    return counted and values.min() >= 0 and bool(np.all(values == np.round(values)))


def counting_of(values: Values, errors: Values) -> Counting:
    """How counts spread, from the one-step errors of their forecast, but never less than by chance alone."""
    mean = float(values.mean())
    ratio = float(errors @ errors) / max(errors.size - 1, 1) / mean if mean > 0 else 1.0
    return Counting(max(ratio, 1.0), 0.5 / values.size)
