"""Student's t distribution: the share below a value, and the value below which a share lies."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

from bsc_site.compute.statistics.incomplete_beta import incomplete_beta

MOST_STEPS = 100
CLOSE = 1e-7
"""A step that is so small, by the value, leaves an error of about its cube."""
LEAST_BEND = 0.2
NORMAL = NormalDist()


def share_below(freedom: float, value: float) -> float:
    """The probability of less than `value`, 0 to 1, with so many degrees of freedom."""
    if math.isnan(value):
        return value
    below = _tail(freedom, abs(value))
    return below if value < 0 else 1.0 - below


@lru_cache(maxsize=4096)
def value_at(freedom: float, share: float) -> float:
    """The value that a share (0 to 1) of the distribution lies below."""
    tail = min(share, 1.0 - share)
    if tail <= 0:
        return math.copysign(math.inf, share - 0.5)
    return math.copysign(_beyond(freedom, tail), share - 0.5)


def _tail(freedom: float, value: float) -> float:
    """The probability of more than a value that is not negative."""
    if math.isinf(value):
        return 0.0
    square = value * value
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square)) / 2


def _beyond(freedom: float, tail: float) -> float:
    """The value that is exceeded with a probability of at most a half, by Halley's method.

    It begins at the value of the normal distribution, which is nearer to the middle.
    """
    whole = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - math.log(freedom * math.pi) / 2
    value = max(-NORMAL.inv_cdf(tail), 0.0)
    for _ in range(MOST_STEPS):
        density = math.exp(whole - (freedom + 1) / 2 * math.log1p(value * value / freedom))
        newton = (_tail(freedom, value) - tail) / density
        bend = newton * (freedom + 1) * value / (freedom + value * value) / 2
        step = newton / max(1.0 - bend, LEAST_BEND)
        value += step
        if abs(step) <= CLOSE * value:
            break
    return value
