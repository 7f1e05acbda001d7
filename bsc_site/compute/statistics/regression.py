"""Regression: least squares with what a test of one coefficient needs."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.student_t import share_below

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """The first coefficient of a fit: estimate, standard error, degrees of freedom."""

    estimate: float
    error: float
    freedom: int

    @property
    def t(self) -> float:
        """Estimate by standard error; infinite where the fit is exact, 0 where it is empty."""
        if self.error > 0:
            return self.estimate / self.error
        return math.copysign(math.inf, self.estimate) if self.estimate else 0.0

    @property
    def correlation(self) -> float:
        """The partial correlation of the first column with the outcome, all other columns taken out of both."""
        if math.isinf(self.t):
            return math.copysign(1.0, self.t)
        return self.t / math.sqrt(self.t**2 + self.freedom)

    def p_above(self) -> float:
        """One-sided p value that the coefficient is above zero."""
        return share_below(self.freedom, -self.t)

    def p_below(self) -> float:
        """One-sided p value that it is below zero."""
        return share_below(self.freedom, self.t)


def first_coefficient(outcome: Values, columns: Values) -> Coefficient | None:
    """Least squares of `outcome` (n) on `columns` (n x k); None when they are not independent or n <= k + 1."""
    n, k = columns.shape
    if n <= k + 1:
        return None
    solution, _, rank, _ = np.linalg.lstsq(columns, outcome, rcond=None)
    if rank < k:
        return None
    residuals = outcome - columns @ solution
    variance = float(residuals @ residuals) / (n - k)
    spread = np.linalg.inv(columns.T @ columns)[0, 0]
    return Coefficient(float(solution[0]), float(np.sqrt(max(variance * spread, 0.0))), n - k)
