"""Rare events: figures that hardly ever leave 0 or 100, or never move at all, have no limits but a count."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bsc_site.compute.signal.limits import RUN, LimitColumns, Limits, Values
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.concluded.outlook import RareEvents
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Observation

PERCENT = 100.0


def rare_events(kpi: Kpi, observations: Sequence[Observation], values: Values) -> RareEvents | None:
    """How often the `values` of one segment differ from the usual one, and since when not; None with useful limits.

    They are rare where all values are equal, or more than half of them are 0 (or 100 %, or the natural limit). Seven
    others in a row are a change of level, and no events.
    """
    if bool((values == values[0]).all()):
        return RareEvents(float(values[0]), values.size, 0, None, 0)
    usual = next((end for end in _ends(kpi) if 2 * np.count_nonzero(values == end) > values.size), None)
    if usual is None or _longest(values != usual) >= RUN:
        return None
    others = np.flatnonzero(values != usual)
    last, latest = observations[int(others[-1])].period, observations[-1].period
    return RareEvents(usual, values.size, others.size, last, latest.ordinal - last.ordinal)


def limits_seen(values: Values) -> tuple[Limits, LimitColumns]:
    """The least and the largest value so far, where nothing tells what else there might be; the same for each value."""
    figures = values.tolist()
    least, most = min(figures), max(figures)
    seen = Limits(exact_sum(figures) / len(figures), least, most, least, most)
    return seen, seen.along(np.zeros(values.size))


def _ends(kpi: Kpi) -> tuple[float, ...]:
    """Where figures of this kind may come to rest."""
    percent = (PERCENT,) if kpi.unit == "%" else ()
    return (0.0, *percent, *(() if kpi.limit is None else (float(kpi.limit),)))


def _longest(others: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int:
    """The length of the longest run of others."""
    ends = np.flatnonzero(np.concatenate([[True], ~others, [True]]))
    return int(np.max(np.diff(ends))) - 1
