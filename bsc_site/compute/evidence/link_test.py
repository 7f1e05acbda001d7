"""The link test: whether a change of one series announces a change of another, some periods later."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.regression import Coefficient, first_coefficient

Values = NDArray[np.float64]

OWN_PAST = 2
HARMONICS = 2


def link_coefficient(
    cause: Values, effect: Values, lag: int, cycle: float, controls: tuple[Values, ...] = ()
) -> Coefficient | None:
    """How much a change of `cause` moves `effect` `lag` periods later, other things equal; None when it cannot be told.

    The change of the effect is regressed on the change of the cause `lag` periods before, a constant, its own last two
    changes, two harmonics of a year of `cycle` periods and the change of each control. Both series are aligned, evenly
    spaced and as long as each other; NaN marks missing periods, which are left out. The coefficient's `correlation` is
    the size of the effect: 1 where the effect's changes follow the cause's in step, 0 not at all.
    """
    moves = _standard(np.diff(effect))
    drives = _shifted(_standard(np.diff(cause)), lag)
    columns = [drives, np.ones(moves.size)]
    columns += [_shifted(moves, back) for back in range(1, OWN_PAST + 1)]
    columns += _harmonics(moves.size, cycle)
    columns += [_standard(np.diff(control)) for control in controls]
    table = np.column_stack(columns)
    usable = np.isfinite(moves) & np.all(np.isfinite(table), axis=1)
    if usable.sum() < 1:
        return None
    return first_coefficient(moves[usable], table[usable])


def _standard(changes: Values) -> Values:
    spread = np.nanstd(changes) if np.isfinite(changes).any() else 0.0
    return changes / spread if spread > 0 else np.full(changes.size, np.nan)


def _shifted(values: Values, back: int) -> Values:
    shifted = np.full(values.size, np.nan)
    shifted[back:] = values[: values.size - back] if back else values
    return shifted


def _harmonics(n: int, cycle: float) -> list[Values]:
    """Sine and cosine of once and twice a year, as far as a year has the periods to hold them."""
    angles = 2 * np.pi * np.arange(n) / cycle
    waves: list[Values] = []
    for harmonic in range(1, HARMONICS + 1):
        waves += [np.sin(harmonic * angles)] if cycle > 2 * harmonic else []
        waves += [np.cos(harmonic * angles)] if cycle >= 2 * harmonic else []
    return waves
