"""Regression: least squares with what a test of one coefficient needs."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.student_t import share_below
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.value_class import dataclass

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


def first_coefficient(outcome: Values, columns: Values, echoes: int = 0) -> Coefficient | None:
    """Least squares of `outcome` (n) on `columns` (n x k); None when they are not independent or n <= k + 1.

    `echoes` is over how many steps what the fit leaves may still remember itself. Where the first column does too, the
    error is as much wider as their common memory makes it, never narrower.
    """
    n, k = columns.shape
    if n <= k + 1:
        return None
    basis, table = np.linalg.qr(np.column_stack([columns[:, 1:], columns[:, 0]]))
    sizes = np.abs(np.diagonal(table))
    if sizes.min() <= n * np.finfo(np.float64).eps * sizes.max():
        return None
    shares = basis.T @ outcome
    residuals = outcome - basis @ shares
    variance = float(residuals @ residuals) / (n - k) * _echo(residuals, basis[:, -1], echoes)
    own = float(table[-1, -1])
    return Coefficient(float(shares[-1]) / own, math.sqrt(variance) / abs(own), n - k)


def _echo(residuals: Values, column: Values, echoes: int) -> float:
    """How many times the variance of a coefficient is larger, if neither its column nor the rest forgets at once."""
    whole = float(residuals @ residuals) * float(column @ column)
    if not echoes or whole <= 0:
        return 1.0
    steps = range(1, echoes + 1)
    together = exact_sum(float(residuals[at:] @ residuals[:-at]) * float(column[at:] @ column[:-at]) for at in steps)
    return max(1.0, 1 + 2 * together / whole)
