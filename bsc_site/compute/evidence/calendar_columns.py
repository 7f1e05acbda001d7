"""Calendar columns: what the time of year does to the changes of a KPI, as columns of a regression."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.incomplete_beta import incomplete_beta

Values = NDArray[np.float64]

HARMONICS = 2
MOST_DUMMIES = 12
"""Weeks and days are too many for a column each."""
DOUBT = 0.10
"""Up to this p value of their F test, single months are taken into account: a peak that is missed looks like a link."""
FEWEST_FREEDOM = 6
"""So much must be left to judge the fit by."""


def calendar_columns(outcome: Values, others: Values, places: NDArray[np.intp], cycle: float) -> Values:
    """Two annual harmonics, or a column for each period of the year where an F test prefers these; n rows.

    `outcome` are the n changes of the effect, `others` the n x k columns that explain them besides (a constant among
    them), `places` the number of each period, `cycle` how many make a year.
    """
    waves = _harmonics(places, cycle)
    if not float(cycle).is_integer() or cycle > MOST_DUMMIES or waves.shape[1] >= cycle - 1:
        return waves
    months = places % int(cycle)
    dummies = np.column_stack([months == month for month in np.unique(months)[1:]]).astype(np.float64)
    return dummies if _prefers(outcome, others, waves, dummies) else waves


def _harmonics(places: NDArray[np.intp], cycle: float) -> Values:
    """Sine and cosine of once and twice a year, as far as a year has the periods to hold them."""
    angles = 2 * np.pi * places / cycle
    waves = [np.empty((places.size, 0))]
    for harmonic in range(1, HARMONICS + 1):
        waves += [np.sin(harmonic * angles)[:, None]] if cycle > 2 * harmonic else []
        waves += [np.cos(harmonic * angles)[:, None]] if cycle >= 2 * harmonic else []
    return np.hstack(waves)


def _prefers(outcome: Values, others: Values, waves: Values, dummies: Values) -> bool:
    """Whether single months explain more than the harmonics do, beyond what chance would."""
    smooth, single = np.hstack([others, waves]), np.hstack([others, dummies])
    more, freedom = single.shape[1] - smooth.shape[1], outcome.size - single.shape[1] - 1
    if more < 1 or freedom < FEWEST_FREEDOM:
        return False
    left, least = _left(outcome, smooth), _left(outcome, single)
    if least <= 0:
        return left > 0
    gain = max(left - least, 0.0)
    return incomplete_beta((freedom + 1) / 2, more / 2, least / (least + gain), gain / (least + gain)) <= DOUBT


def _left(outcome: Values, columns: Values) -> float:
    """The sum of squares that the columns do not explain."""
    solution, *_ = np.linalg.lstsq(columns, outcome, rcond=None)
    rest = outcome - columns @ solution
    return float(rest @ rest)
