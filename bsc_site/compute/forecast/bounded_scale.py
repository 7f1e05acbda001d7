"""Scales: on which a bounded KPI is forecast, so that no forecast leaves the bounds and may reach them."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.pairs import middle_of
from bsc_site.compute.statistics.student_t import value_at
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction

Values = NDArray[np.float64]

EDGE, LEAST_EDGE = 0.001, 0.00001
"""Shares of exactly 0 and 1 are taken as at most and at least this far inside, where the logit is finite."""
FEWEST_INSIDE = 5
"""So many values inside the bounds tell how far beyond them the others lie."""
RECENT = 60
"""How often a bound was reached is counted among at most so many latest values."""
PERCENT = 100.0
NEAR = 0.1
"""A limit of which the highest value is not even this share is too far away to bend a course."""


class Bounds(Enum):
    """Within what a KPI's values must stay."""

    FREE = "free"
    BOTH = "both"
    """Between a lowest and a highest value, as a percentage between 0 and 100: forecast as log odds."""
    NOT_NEGATIVE = "not_negative"
    """0 and more: cut off at zero."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns values into the scale of the forecast and back; both ways keep the order of values.

    Between two bounds, `low` and `high`, `edge` says how far inside the bounds themselves are taken to be, as a share
    of their distance; `middle` is the median on the scale of the values between them, `above` and `below` are how often
    the bounds were reached of late. From `floor` down and from `ceiling` up a value is the bound again.
    """

    bounds: Bounds
    low: float = 0.0
    high: float = PERCENT
    edge: float = EDGE
    middle: float = 0.0
    above: float = 0.0
    below: float = 0.0
    floor: float = -math.inf
    ceiling: float = math.inf

    def into(self, values: Values) -> Values:
        """Values in the KPI's unit on the scale of the forecast."""
        if self.bounds is Bounds.BOTH:
            share: Values = np.minimum(
                np.maximum((values - self.low) / (self.high - self.low), self.edge), 1 - self.edge
            )
            return np.log(share / (1 - share))
        return values

    def back(self, values: Values) -> Values:
        """Values on the scale of the forecast in the KPI's unit, inside the bounds."""
        if self.bounds is Bounds.BOTH:
            inside = self.low + (self.high - self.low) / (1 + np.exp(-np.minimum(np.maximum(values, -700), 700)))
            return np.where(values >= self.ceiling, self.high, np.where(values <= self.floor, self.low, inside))
        return np.maximum(values, 0.0) if self.bounds is Bounds.NOT_NEGATIVE else values

    def threshold(self, value: float, *, at_most: bool) -> float:
        """From where on the scale a forecast is at least `value`, or up to where it is at most that."""
        if self.bounds is not Bounds.BOTH:
            return -math.inf if self.bounds is Bounds.NOT_NEGATIVE and value <= 0 and not at_most else value
        if value >= self.high if at_most else value <= self.low:
            return math.inf if at_most else -math.inf
        return min(max(float(self.into(np.array([value]))[0]), self.floor), self.ceiling)

    def meeting_bounds(self, figures: Values, error: float, freedom: float) -> Scale:
        """The same with bounds that are reached as often as they were among the `figures` (on this scale).

        `error` is the standard error of one step. Where on the scale a bound lies nobody can know, so it is cut where
        the share of the distribution beyond is that of the figures at the bound, if it is not among the usual ones.
        """
        if self.bounds is not Bounds.BOTH:
            return self
        centre, end = float(figures[-RECENT:].mean()), math.log((1 - self.edge) / self.edge)
        ceiling = centre - error * value_at(freedom, self.above) if self.above else end
        floor = centre + error * value_at(freedom, self.below) if self.below else -end
        return replace(self, ceiling=min(max(ceiling, self.middle), end), floor=max(min(floor, self.middle), -end))


def scale_for(kpi: Kpi, values: Values) -> Scale:
    """The scale for a KPI: between 0 and 100 %, or its declared limit; from zero up where values were never negative.

    What is added up over the year has no such bounds, since a sum is none of log odds. A value beyond a bound shows
    that it is none.
    """
    low, high = _bounds(kpi)
    inside = low <= values.min() and values.max() <= high < math.inf
    if inside and low < high and not kpi.adds_up and (kpi.unit == "%" or values.max() >= NEAR * high):
        return _between(low, high, values)
    return Scale(Bounds.NOT_NEGATIVE if values.min() >= 0 else Bounds.FREE)


def _bounds(kpi: Kpi) -> tuple[float, float]:
    low, high = 0.0, PERCENT if kpi.unit == "%" else math.inf
    if kpi.limit is not None and kpi.direction is Direction.HIGHER:
        high = kpi.limit
    if kpi.limit is not None and kpi.direction is Direction.LOWER:
        low = kpi.limit
    return low, high


def _between(low: float, high: float, values: Values) -> Scale:
    shares = (values - low) / (high - low)
    inside = shares[(shares > 0) & (shares < 1)]
    scale = Scale(Bounds.BOTH, low, high, above=_share(shares, 1.0), below=_share(shares, 0.0))
    if not inside.size:
        return scale
    nearest = min(float(inside.min()), float(1 - inside.max()))
    scale = replace(scale, edge=min(EDGE, max(nearest / 2, LEAST_EDGE)))
    inner = scale.into(low + np.sort(inside) * (high - low))
    beyond = max(
        (
            abs(end)
            for share, figures in ((np.mean(shares >= 1), inner), (np.mean(shares <= 0), -inner))
            if (end := _mean_beyond(float(share), figures)) is not None
        ),
        default=None,
    )
    if beyond is not None:
        beyond = max(beyond, abs(middle_of(inner.copy())))
        end = min(beyond, math.log((1 - scale.edge) / scale.edge))
        scale = replace(scale, edge=1 / (1 + math.exp(end)))
    return replace(scale, middle=middle_of(inner.copy()))


def _mean_beyond(share: float, inner: Values) -> float | None:
    """Where on the scale the values at a bound would lie on average, if they went on like those inside of it.

    By the moments of a normal distribution that is cut off where the `share` of its values begins (Tobin 1958).
    """
    if not share or inner.size < FEWEST_INSIDE:
        return None
    cut = NormalDist().inv_cdf(1 - share)
    density = math.exp(-cut * cut / 2) / math.sqrt(2 * math.pi)
    ratio = density / (1 - share)
    spread = float(inner.std()) / math.sqrt(max(1 - cut * ratio - ratio**2, 0.01))
    return float(inner.mean()) + spread * (ratio + density / share)


def _share(shares: Values, bound: float) -> float:
    """How often the latest values stand at a bound; never always, so that the other cases stay possible."""
    latest = shares[-RECENT:]
    return min(float(np.mean(latest == bound)), 1 - 0.5 / latest.size)
