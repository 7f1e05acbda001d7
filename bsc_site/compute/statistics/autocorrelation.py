"""Autocorrelation: how much each value of a series resembles the one before it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def lag_one(residuals: NDArray[np.float64]) -> float:
    """Lag-1 autocorrelation of values that have been centred already; 0 for a constant series."""
    total = float(residuals @ residuals)
    return float(residuals[1:] @ residuals[:-1]) / total if total > 0 else 0.0
