"""Student's t in columns: the values of many distributions side by side, to the last digit as one by one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.incomplete_beta import EXACT, MOST_TERMS, TINY
from bsc_site.compute.statistics.student_t import CLOSE, LEAST_BEND, MOST_STEPS, NORMAL, value_at

Column = NDArray[np.float64]

_Function: TypeAlias = Callable[[float], float]
FEWEST_TOGETHER = 12
"""Fewer are found sooner one by one."""


def values_at(freedoms: Sequence[float], shares: Sequence[float]) -> dict[tuple[float, float], float]:
    """Degrees of freedom and share to the value that the share of that distribution lies below, as `value_at` has it.

    All shares lie between 0 and 1.
    """
    asked = [(freedom, share) for freedom in dict.fromkeys(freedoms) for share in shares]
    aside = [pair for pair in asked if pair[1] != 0.5]  # noqa: PLR2004  # the middle is zero, and found at once
    if len(aside) < FEWEST_TOGETHER:
        return {pair: value_at(*pair) for pair in asked}
    tails = [min(share, 1.0 - share) for _, share in aside]
    beyond = _beyond(np.array([freedom for freedom, _ in aside]), np.array(tails)).tolist()
    found = {pair: math.copysign(value, pair[1] - 0.5) for pair, value in zip(aside, beyond, strict=True)}
    return {pair: found[pair] if pair in found else value_at(*pair) for pair in asked}


def _beyond(freedom: Column, tail: Column) -> Column:
    """The values that are exceeded with these probabilities, below a half each: the steps of `value_at`."""
    whole = _each(lambda f: math.lgamma((f + 1) / 2) - math.lgamma(f / 2) - math.log(f * math.pi) / 2, freedom)
    value = _each(lambda each: max(-NORMAL.inv_cdf(each), 0.0), tail)
    ended = np.zeros(tail.size, dtype=np.bool_)
    for _ in range(MOST_STEPS):
        density = _each(math.exp, whole - (freedom + 1) / 2 * _each(math.log1p, value * value / freedom))
        newton = (_tails(freedom, value) - tail) / density
        bend = newton * (freedom + 1) * value / (freedom + value * value) / 2
        step = newton / np.maximum(1.0 - bend, LEAST_BEND)
        value = np.where(ended, value, value + step)
        ended |= np.abs(step) <= CLOSE * value
        if ended.all():
            break
    return value


def _tails(freedom: Column, value: Column) -> Column:
    """The probabilities of more than these values, which are above zero: half the incomplete beta function each."""
    square = value * value
    share, rest, a, b = freedom / (freedom + square), square / (freedom + square), freedom / 2, np.full(value.size, 0.5)
    whole = _each(lambda each: math.lgamma(each + 0.5) - math.lgamma(each) - math.lgamma(0.5), a)
    front = _each(math.exp, whole + a * _each(math.log, share) + b * _each(math.log, rest))
    turned = share > (a + 1) / (a + b + 2)
    first, second = np.where(turned, b, a), np.where(turned, a, b)
    part = front * _fractions(first, second, np.where(turned, rest, share)) / first
    return np.where(turned, 1.0 - part, part) / 2


def _fractions(a: Column, b: Column, share: Column) -> Column:
    """The continued fractions of the incomplete beta function, each as far as it takes."""
    above, below = np.ones(a.size), 1.0 / _not_zero(1.0 - (a + b) * share / (a + 1))
    value, ended = below, np.zeros(a.size, dtype=np.bool_)
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * share / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            below = 1.0 / _not_zero(1.0 + term * below)
            above = _not_zero(1.0 + term / above)
            value = np.where(ended, value, value * (above * below))
        ended |= np.abs(above * below - 1.0) <= EXACT
        if ended.all():
            break
    return value


def _not_zero(column: Column) -> Column:
    return np.where(np.abs(column) > TINY, column, TINY)


def _each(function: _Function, column: Column) -> Column:
    """A function of the standard library of each figure: numpy's own differ in the last digit."""
    return np.array([function(each) for each in column.tolist()])
