"""Observed columns: the figures of observations, and where each of them stands in time."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from bsc_site.model.series import Observation

_VALUE, _ORDINAL = attrgetter("value"), attrgetter("period.ordinal")


def figures_of(observations: Sequence[Observation]) -> NDArray[np.float64]:
    """The figure of each observation, in order."""
    return np.fromiter(map(_VALUE, observations), np.float64, len(observations))


def ordinals_of(observations: Sequence[Observation]) -> NDArray[np.int64]:
    """The ordinal of the period of each, in order."""
    return np.fromiter(map(_ORDINAL, observations), np.int64, len(observations))


def places_of(observations: Sequence[Observation]) -> NDArray[np.intp]:
    """How many periods after the first of them each stands: 0, 1, 2 and so on where no period is missing."""
    ordinals = ordinals_of(observations)
    return ordinals - ordinals[:1]
