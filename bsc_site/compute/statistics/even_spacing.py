"""Even spacing: a series with small gaps bridged, for methods that need one value per period."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.observed_columns import figures_of, places_of
from bsc_site.model.series import Observation

MOST_MISSING = 0.25
"""With more than this share of periods missing, nothing is bridged."""


def evenly_spaced(observations: Sequence[Observation]) -> NDArray[np.float64] | None:
    """One value per period from first to last, gaps filled by straight lines; None where too much is missing."""
    if not observations:
        return None
    return bridged(places_of(observations), figures_of(observations))


def bridged(places: NDArray[np.intp], values: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """The same of values at their places, which are counted from the first: 0, 1, 2 and so on without any gap."""
    length = int(places[-1]) + 1
    if values.size == length:
        return values
    if values.size < (1 - MOST_MISSING) * length:
        return None
    return np.interp(np.arange(length), places, values)
