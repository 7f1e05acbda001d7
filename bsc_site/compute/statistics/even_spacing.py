"""Even spacing: a series with small gaps bridged, for methods that need one value per period."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bsc_site.model.series import Observation

MOST_MISSING = 0.25
"""With more than this share of periods missing, nothing is bridged."""


def evenly_spaced(observations: Sequence[Observation]) -> NDArray[np.float64] | None:
    """One value per period from first to last, gaps filled by straight lines; None where too much is missing."""
    if not observations:
        return None
    first, last = observations[0].period.ordinal, observations[-1].period.ordinal
    values = np.array([each.value for each in observations], dtype=np.float64)
    if values.size == last - first + 1:
        return values
    if values.size < (1 - MOST_MISSING) * (last - first + 1):
        return None
    places = np.array([each.period.ordinal - first for each in observations])
    return np.interp(np.arange(last - first + 1), places, values)
