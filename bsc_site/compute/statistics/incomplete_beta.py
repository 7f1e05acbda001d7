"""Incomplete beta: the function behind the tails of Student's t, of F and of the negative binomial distribution.

A few figures of it are asked for in a run; a library for them would take longer to load than all else that is computed.
"""

from __future__ import annotations

import math

EXACT = 1e-16
MOST_TERMS = 10_000
TINY = 1e-300


def incomplete_beta(a: float, b: float, share: float, rest: float) -> float:
    """The regularised incomplete beta function at `share`; `rest` is 1 - `share`, which may be known more exactly.

    By the continued fraction (Abramowitz and Stegun 26.5.8), on the side on which it ends soon.
    """
    if share <= 0 or rest <= 0:
        return 0.0 if share <= 0 else 1.0
    if share > (a + 1) / (a + b + 2):
        return 1.0 - incomplete_beta_above(a, b, share, rest)
    return _front(a, b, share, rest) * _fraction(a, b, share) / a


def incomplete_beta_above(a: float, b: float, share: float, rest: float) -> float:
    """1 less that function, also where this is very little."""
    if share <= 0 or rest <= 0:
        return 1.0 if share <= 0 else 0.0
    if share > (a + 1) / (a + b + 2):
        return _front(a, b, share, rest) * _fraction(b, a, rest) / b
    return 1.0 - incomplete_beta(a, b, share, rest)


def _front(a: float, b: float, share: float, rest: float) -> float:
    whole = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(whole + a * math.log(share) + b * math.log(rest))


def _fraction(a: float, b: float, share: float) -> float:
    """The continued fraction, from its beginning (Lentz 1976, as Thompson and Barnett 1986 made it safe)."""
    above, below = 1.0, 1.0 / _not_zero(1.0 - (a + b) * share / (a + 1))
    value = below
    for m in range(1, MOST_TERMS):
        term = m * (b - m) * share / ((a + 2 * m - 1) * (a + 2 * m))
        below, above = 1.0 + term * below, 1.0 + term / above
        below, above = 1.0 / (below if abs(below) > TINY else TINY), above if abs(above) > TINY else TINY
        value *= above * below
        term = -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1))
        below, above = 1.0 + term * below, 1.0 + term / above
        below, above = 1.0 / (below if abs(below) > TINY else TINY), above if abs(above) > TINY else TINY
        value *= above * below
        if abs(above * below - 1.0) <= EXACT:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
