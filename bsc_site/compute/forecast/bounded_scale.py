"""Scales: on which a bounded KPI is forecast, so that no forecast leaves the bounds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

EDGE = 0.001
"""Shares of exactly 0 and 1 are taken as this far inside, where the logit is finite."""
PERCENT = 100.0


class Bounds(Enum):
    """Within what a KPI's values must stay."""

    FREE = "free"
    PERCENT = "percent"
    """0 to 100: forecast as log odds."""
    NOT_NEGATIVE = "not_negative"
    """0 and more: cut off at zero."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns values into the scale of the forecast and back; both ways keep the order of values."""

    bounds: Bounds

    def into(self, values: Values) -> Values:
        """Values in the KPI's unit on the scale of the forecast."""
        if self.bounds is Bounds.PERCENT:
            share = np.clip(values / PERCENT, EDGE, 1 - EDGE)
            return np.log(share / (1 - share))
        return values

    def back(self, values: Values) -> Values:
        """Values on the scale of the forecast in the KPI's unit, inside the bounds."""
        if self.bounds is Bounds.PERCENT:
            return PERCENT / (1 + np.exp(-np.clip(values, -700, 700)))
        return np.maximum(values, 0.0) if self.bounds is Bounds.NOT_NEGATIVE else values


def scale_for(unit: str, values: Values) -> Scale:
    """The scale for a KPI's unit: percentages that stay in 0..100, counts and money that were never negative."""
    if unit == "%" and values.min() >= 0 and values.max() <= PERCENT:
        return Scale(Bounds.PERCENT)
    return Scale(Bounds.NOT_NEGATIVE if values.min() >= 0 else Bounds.FREE)
