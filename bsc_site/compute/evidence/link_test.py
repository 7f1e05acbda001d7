"""The link test: whether a change of one series announces a change of another, some periods later."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.evidence.calendar_columns import calendar_columns
from bsc_site.compute.statistics.normal_scores import normal_scores
from bsc_site.compute.statistics.pairs import middle_of
from bsc_site.compute.statistics.regression import Coefficient, first_coefficient

Values = NDArray[np.float64]

LEAST_PAST, MOST_PAST = 2, 4
"""What both KPIs share in one period echoes in the effect's own past for as long as the lag."""
ECHOES = 3
"""Over so many periods what the past does not explain may still hang together."""
FAR_OUT = 3.0
"""From so many usual sizes on a change is an event of its own."""
USUAL = 1.4826
"""The standard deviation of a normal distribution by its median absolute deviation."""


def link_coefficient(
    cause: Values, effect: Values, lag: int, cycle: float, controls: tuple[Values, ...] = ()
) -> Coefficient | None:
    """How much a change of `cause` moves `effect` `lag` periods later, other things equal; None when it cannot be told.

    The change of the effect is regressed on the change of the cause `lag` periods before, a constant, its own last two
    to four changes (as many as the lag), the calendar of a year of `cycle` periods and the change of each control, all
    changes as normal scores. Periods in which both changes are far out, more than three of their usual sizes, are left
    out: one event that shook both is no series of them. Both series are aligned, evenly spaced and as long as each
    other; NaN marks missing periods, which are left out. The coefficient's `correlation` is the size of the effect: 1
    where the effect's changes follow the cause's in step, 0 not at all.
    """
    moves, drives = np.diff(effect), np.diff(cause)
    outcome = normal_scores(moves)
    past = range(1, min(max(LEAST_PAST, lag), MOST_PAST) + 1)
    columns = [shifted(normal_scores(drives), lag), np.ones(moves.size)]
    columns += [shifted(outcome, back) for back in past]
    columns += [normal_scores(np.diff(control)) for control in controls]
    table = np.column_stack(columns)
    usable = np.isfinite(outcome) & np.all(np.isfinite(table), axis=1)
    usable &= ~(_far_out(moves) & shifted(_far_out(drives).astype(float), lag).astype(bool))
    if usable.sum() < 1:
        return None
    places = np.flatnonzero(usable)
    calendar = calendar_columns(outcome[usable], table[usable][:, 1:], places, cycle)
    return first_coefficient(outcome[usable], np.column_stack([table[usable], calendar]), ECHOES)


def shifted(values: Values, back: int) -> Values:
    """Each value `back` places later, NaN at the beginning."""
    moved = np.full(values.size, np.nan)
    moved[back:] = values[: values.size - back] if back else values
    return moved


def _far_out(changes: Values) -> NDArray[np.bool_]:
    """Which changes are far beyond the usual ones; none where the usual one is nothing."""
    known = changes[np.isfinite(changes)]
    if not known.size:
        return np.zeros(changes.size, dtype=bool)
    middle = middle_of(known.copy())
    usual = USUAL * middle_of(np.abs(known - middle))
    with np.errstate(invalid="ignore"):
        return (np.abs(changes - middle) > FAR_OUT * usual) & (usual > 0)
