"""Limits of a control chart that follow from those of its segments, so that no point needs to have its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from operator import add, mul, sub, truediv

from bsc_site.model.concluded.outlook import Segment, Signal, SignalPoint
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass

_CLOSE = 1e-9
"""Beside the largest figure: as close as other programs come to our limits."""


@dataclass(frozen=True, slots=True)
class FollowingLimits:
    """What makes the limits of points of those of segments with their slopes: the index of each place of the season,
    by its latest period, with which they are `multiplied` or to which it is added; no indices without a season.
    """  # noqa: D205  # one thought

    multiplied: bool = False
    indices: Mapping[Period, float] = field(default_factory=dict)


_Columns = list[tuple[float, ...]]
"""Mean, lower and upper limit of all points."""
_MEAN, _UPPER = 2, 2
"""Where the limits begin in a point, and the place of the last of them."""


def limits_that_follow(signal: Signal) -> FollowingLimits | None:
    """How the limits of all points follow from the segments; None where they do not, as for changing denominators."""
    if not signal.points:
        return FollowingLimits()
    limits: _Columns = list(zip(*signal.points, strict=True))[_MEAN:]
    plain = _of_segments(signal)
    if not signal.seasonal:
        return FollowingLimits() if _same(limits, plain) else None
    length = signal.points[0].period.frequency.a_year
    places = [int(each.period.ordinal % length) for each in signal.points]
    for made, found in ((mul, truediv), (add, sub)) if length.is_integer() else ():
        if found is truediv and 0 in plain[_UPPER]:
            continue
        at = dict(zip(places, map(found, limits[_UPPER], plain[_UPPER]), strict=True))
        indices = [at[each] for each in places]
        if _same(limits, [tuple(map(made, each, indices)) for each in plain]):
            latest = {place: each.period for place, each in zip(places, signal.points, strict=True)}
            by_period = sorted((period, at[place]) for place, period in latest.items())
            return FollowingLimits(made is mul, dict(by_period))
    return None


def _of_segments(signal: Signal) -> _Columns:
    """The limits that points have without a season."""
    points, segments = signal.points, signal.segments
    begins = [0, *(_first(points, each) for each in segments[1:]), len(points)]
    columns: tuple[list[float], ...] = ([], [], [])
    for segment, (begin, end) in zip(segments, pairwise(begins), strict=True):
        steps = _steps(points[begin:end]) if segment.slope else ()
        for column, limit in zip(columns, (segment.mean, segment.lower, segment.upper), strict=True):
            column.extend([limit - segment.slope * each for each in steps] if steps else [limit] * (end - begin))
    return [tuple(each) for each in columns]


def _first(points: Sequence[SignalPoint], segment: Segment) -> int:
    start = segment.start.ordinal
    return next((place for place, each in enumerate(points) if each.period.ordinal >= start), len(points))


def _steps(points: Sequence[SignalPoint]) -> list[int]:
    """How many periods each lies before the last one."""
    ordinals = [each.period.ordinal for each in points]
    return [ordinals[-1] - each for each in ordinals]


def _same(ours: _Columns, others: _Columns) -> bool:
    return all(
        one == other or max(map(abs, map(sub, one, other))) <= _CLOSE * max(map(abs, one))
        for one, other in zip(ours, others, strict=True)
    )
