"""Step effect: how much a KPI's level differs after an initiative, its trend and its memory taken into account."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.statistics.autocorrelation import lag_one
from bsc_site.compute.statistics.regression import Coefficient, first_coefficient
from bsc_site.compute.statistics.student_t import share_below, value_at
from bsc_site.model.value_class import dataclass

Values = NDArray[np.float64]

BEFORE, AFTER = 12, 6
MOST_CORRELATION = 0.95
FEWEST_FREEDOM = 3.0


@dataclass(frozen=True, slots=True)
class StepEffect:
    """The step in the KPI's unit with its 95 % interval, and how many periods lie before and after.

    `p` is the two-sided p value of no step at all.
    """

    effect: float
    low: float
    high: float
    p: float
    before: int
    after: int


def step_effect(times: Values, values: Values, start: float) -> StepEffect | None:
    """The step at `start` (a time on the scale of `times`); None with fewer than 12 points before or 6 from it on.

    y = a + b (t - t0) + c step by Prais-Winsten, the autocorrelation of the residuals corrected for its bias. Points
    that remember each other tell less than their number says, so the degrees of freedom shrink by (1 - rc) / (1 + rc):
    with 36 points and an autocorrelation of up to 0.7 the interval then leaves out zero in 4 to 5 % of cases without a
    step.
    """
    after = times >= start
    if (~after).sum() < BEFORE or after.sum() < AFTER:
        return None
    columns = np.column_stack([after.astype(float), np.ones(times.size), times - start])
    rough = first_coefficient(values, columns)
    memory = 0.0 if rough is None else _memory(values, columns)
    fit = None if rough is None else _prais_winsten(values, columns, memory)
    if fit is None:
        return None
    freedom = max(fit.freedom * (1 - memory) / (1 + memory), FEWEST_FREEDOM)
    half = value_at(freedom, 0.975) * fit.error
    return StepEffect(
        effect=fit.estimate,
        low=fit.estimate - half,
        high=fit.estimate + half,
        p=2 * share_below(freedom, -abs(fit.t)),
        before=int((~after).sum()),
        after=int(after.sum()),
    )


def _memory(values: Values, columns: Values) -> float:
    """The lag-1 autocorrelation of what the plain fit leaves, corrected for its bias."""
    solution, *_ = np.linalg.lstsq(columns, values, rcond=None)
    n = values.size
    return min(max((n * lag_one(values - columns @ solution) + 4) / (n - 6), 0.0), MOST_CORRELATION)


def _prais_winsten(values: Values, columns: Values, memory: float) -> Coefficient | None:
    first = np.sqrt(1 - memory**2)
    whitened = np.concatenate([[first * values[0]], values[1:] - memory * values[:-1]])
    table = np.vstack([first * columns[:1], columns[1:] - memory * columns[:-1]])
    return first_coefficient(whitened, table)
