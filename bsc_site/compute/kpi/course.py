"""The course of a target: what is expected at periods without a figure, wherever the path bends on its way."""

from __future__ import annotations

import math
from collections.abc import Iterable

from bsc_site.compute.kpi.target_versions import TargetVersions
from bsc_site.model.calculation.kpi_steps import TargetPoint
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import Direction, Method

_MOST = 60
"""So many points draw a curve as smooth as a reader can see."""


def course_of(versions: TargetVersions, series: Series) -> tuple[TargetPoint, ...]:
    """Expected values between the first figure and the latest, and for a pace on to the next dated target, in order.

    A straight path bends at its dated targets and where another version of them begins, that of a pace at every period.
    """
    if not series.observations or versions.latest.yardstick.kpi.direction is Direction.BAND:
        return ()
    start = series.observations[0].period
    observed = {each.period.ordinal for each in series.observations}
    ordinals = [each for each in _bends(versions, start.ordinal, max(observed)) if each not in observed]
    return tuple(
        TargetPoint(start.shift(each - start.ordinal), target)
        for each in ordinals
        if (target := versions.at(each).at(each).target) is not None
    )


def _bends(versions: TargetVersions, first: int, last: int) -> Iterable[int]:
    path = versions.at(last)
    if path.yardstick.kpi.scoring.method is Method.PACE:
        end = next((each for each in path.ordinals if each > last), last)
        stride = math.ceil((end - first + 1) / _MOST)
        return sorted({*range(first, end + 1, stride), end})
    dated = {each for _, version in versions.paths for each in version.goal.ordinals}
    before = {each - 1 for each in dated} if path.goal.stepwise else set()
    changes = {each for begin, _ in versions.paths[1:] for each in (begin - 1, begin)}
    return sorted(each for each in dated | before | changes if first < each < last)
