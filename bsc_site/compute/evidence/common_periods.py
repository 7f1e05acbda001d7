"""Common periods: the figures of several KPIs side by side, one for each period that a link can be told from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from bsc_site.model.series import Observation, Series

Values = NDArray[np.float64]

_BEHIND: tuple[Callable[[Observation], float | None], ...] = (
    lambda each: each.value,
    lambda each: each.numerator,
    lambda each: each.denominator,
)


def aligned(names: Iterable[str], series: Mapping[str, Series]) -> tuple[list[Values], int]:
    """One array per KPI over the span that the first two share, NaN where missing; and how many periods both hold."""
    values = [_by_period(series.get(name), _BEHIND[0]) for name in names]
    common = values[0].keys() & values[1].keys()
    if not common:
        return [np.empty(0) for _ in values], 0
    span = range(min(common), max(common) + 1)
    return [_over(span, each) for each in values], len(common)


def behind(cause: Series, outcome: Series) -> tuple[tuple[Values, ...], tuple[Values, ...]]:
    """The values of both, and what their ratios are made of where they are ratios, aligned over all their periods."""
    places = [each.period.ordinal for one in (cause, outcome) for each in one.complete]
    span = range(min(places, default=0), max(places, default=-1) + 1)
    cause_figures, outcome_figures = (
        tuple(_over(span, found) for part in _BEHIND if (found := _by_period(one, part))) for one in (cause, outcome)
    )
    return cause_figures, outcome_figures


def _by_period(one: Series | None, part: Callable[[Observation], float | None]) -> dict[int, float]:
    if one is None:
        return {}
    return {each.period.ordinal: figure for each in one.complete if (figure := part(each)) is not None}


def _over(span: range, values: Mapping[int, float]) -> Values:
    return np.array([values.get(place, np.nan) for place in span], dtype=np.float64)
