"""Scales: on which a bounded KPI is forecast, so that no forecast leaves the bounds and may reach them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.student_t import value_at

Values = NDArray[np.float64]

EDGE, LEAST_EDGE = 0.001, 0.00001
"""Shares of exactly 0 and 1 are taken as at most and at least this far inside, where the logit is finite."""
FEWEST_INSIDE = 5
"""So many values inside the bounds tell how far beyond them the others lie."""
RECENT = 60
"""How often a bound was reached is counted among at most so many latest values."""
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
    """Turns values into the scale of the forecast and back; both ways keep the order of values.

    Of percentages, `edge` says how far inside the bounds themselves are taken to be, `middle` is the median on the
    scale of the values between them, `above` and `below` are how often the bounds were reached of late. From `floor`
    down and from `ceiling` up a value is the bound again.
    """

    bounds: Bounds
    edge: float = EDGE
    middle: float = 0.0
    above: float = 0.0
    below: float = 0.0
    floor: float = -math.inf
    ceiling: float = math.inf

    def into(self, values: Values) -> Values:
        """Values in the KPI's unit on the scale of the forecast."""
        if self.bounds is Bounds.PERCENT:
            share = np.clip(values / PERCENT, self.edge, 1 - self.edge)
            return np.log(share / (1 - share))
        return values

    def back(self, values: Values) -> Values:
        """Values on the scale of the forecast in the KPI's unit, inside the bounds."""
        if self.bounds is Bounds.PERCENT:
            inside = PERCENT / (1 + np.exp(-np.clip(values, -700, 700)))
            return np.where(values >= self.ceiling, PERCENT, np.where(values <= self.floor, 0.0, inside))
        return np.maximum(values, 0.0) if self.bounds is Bounds.NOT_NEGATIVE else values

    def threshold(self, value: float, *, at_most: bool) -> float:
        """From where on the scale a forecast is at least `value`, or up to where it is at most that."""
        if self.bounds is not Bounds.PERCENT:
            return -math.inf if self.bounds is Bounds.NOT_NEGATIVE and value <= 0 and not at_most else value
        if value >= PERCENT if at_most else value <= 0:
            return math.inf if at_most else -math.inf
        return min(max(float(self.into(np.array([value]))[0]), self.floor), self.ceiling)

    def meeting_bounds(self, figures: Values, error: float, freedom: float) -> Scale:
        """The same with bounds that are reached as often as they were among the `figures` (on this scale).

        `error` is the standard error of one step. Where on the scale a bound lies nobody can know, so it is cut where
        the share of the distribution beyond is that of the figures at the bound, if it is not among the usual ones.
        """
        if self.bounds is not Bounds.PERCENT:
            return self
        centre, end = float(figures[-RECENT:].mean()), math.log((1 - self.edge) / self.edge)
        ceiling = centre - error * value_at(freedom, self.above) if self.above else math.inf
        floor = centre + error * value_at(freedom, self.below) if self.below else -math.inf
        return replace(
            self,
            ceiling=min(max(ceiling, self.middle), end) if self.above else math.inf,
            floor=max(min(floor, self.middle), -end) if self.below else -math.inf,
        )


def scale_for(unit: str, values: Values) -> Scale:
    """The scale for a KPI's unit: percentages that stay in 0..100, counts and money that were never negative."""
    if unit == "%" and values.min() >= 0 and values.max() <= PERCENT:
        return _percentages(values / PERCENT)
    return Scale(Bounds.NOT_NEGATIVE if values.min() >= 0 else Bounds.FREE)


def _percentages(shares: Values) -> Scale:
    inside = shares[(shares > 0) & (shares < 1)]
    if not inside.size:
        return Scale(Bounds.PERCENT, EDGE, 0.0, _share(shares, 1.0), _share(shares, 0.0))
    nearest = min(float(inside.min()), float(1 - inside.max()))
    edge = min(EDGE, max(nearest / 2, LEAST_EDGE))
    scale = Scale(Bounds.PERCENT, edge)
    inner = scale.into(np.sort(inside) * PERCENT)
    beyond = max(
        (
            abs(end)
            for share, figures in ((np.mean(shares >= 1), inner), (np.mean(shares <= 0), -inner))
            if (end := _beyond(float(share), figures)) is not None
        ),
        default=None,
    )
    if beyond is not None:
        beyond = max(beyond, float(np.abs(np.median(inner))))
        edge = 1 / (1 + math.exp(min(beyond, math.log((1 - edge) / edge))))
    return Scale(Bounds.PERCENT, edge, float(np.median(inner)), _share(shares, 1.0), _share(shares, 0.0))


def _beyond(share: float, inner: Values) -> float | None:
    """Where on the scale the values at a bound would lie on average, if they went on like those inside of it.

    By the moments of a normal distribution that is cut off where the `share` of its values begins (Tobin 1958).
    """
    if not share or inner.size < FEWEST_INSIDE:
        return None
    from scipy.special import ndtri  # noqa: PLC0415  # loaded when needed

    cut = float(ndtri(1 - share))
    density = math.exp(-cut * cut / 2) / math.sqrt(2 * math.pi)
    ratio = density / (1 - share)
    spread = float(inner.std()) / math.sqrt(max(1 - cut * ratio - ratio**2, 0.01))
    return float(inner.mean()) + spread * (ratio + density / share)


def _share(shares: Values, bound: float) -> float:
    """How often the latest values stand at a bound; never always, so that the other cases stay possible."""
    latest = shares[-RECENT:]
    return min(float(np.mean(latest == bound)), 1 - 0.5 / latest.size)
