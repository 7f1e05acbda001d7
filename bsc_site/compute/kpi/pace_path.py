"""The path of a pace KPI: what it should be where it grows by the same share each year towards its target."""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Dated
from bsc_site.compute.scoring.pace import LARGEST_EXPONENT, needed_growth
from bsc_site.compute.scoring.scale import sign_of
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.vocabularies import Direction


def expected_at_pace(
    base: Dated | None, aim: Dated | None, ordinal: int, direction: Direction, paces: tuple[float, float]
) -> Expectation:
    """What is expected at the period with this ordinal, on the way from `base` to `aim`: where the pace is 1.

    `enough` is where the pace is the first of `paces`, `red_flag` where it is the second. The aim itself holds from its
    own period on, where there is no baseline, and where it is not better than the baseline. Nothing holds before the
    baseline, nor on a way that begins or ends at zero or below: there is no compound growth on it.
    """
    if aim is None or (base is not None and ordinal < base.ordinal):
        return Expectation()
    sign = sign_of(direction)
    if base is None or (sign != 0 and sign * (aim.value - base.value) <= 0):
        return Expectation(aim.value)
    growth = needed_growth(base, aim)
    if growth is None:
        return Expectation(aim.value if ordinal >= aim.ordinal else None)
    years = (ordinal - base.ordinal) / base.period.frequency.a_year
    target = aim.value if ordinal >= aim.ordinal else _grown(base.value, growth, years)
    if sign == 0:
        return Expectation(target)
    enough, red_flag = (_short_of(target, _grown(base.value, share * growth, years), sign) for share in paces)
    return Expectation(target, red_flag, enough=enough)


def _grown(value: float, growth: float, years: float) -> float:
    if growth <= -1:  # rounding leaves nothing of so steep a fall
        return 0.0 if years else value
    exponent = math.log1p(growth) * years
    return value * math.exp(exponent) if exponent < LARGEST_EXPONENT else math.inf


def _short_of(target: float, edge: float, sign: int) -> float | None:
    """The edge where it is worse than the target; None where it is not."""
    return edge if math.isfinite(edge) and sign * (target - edge) > 0 else None
