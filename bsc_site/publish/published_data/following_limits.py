"""Limits of a control chart that follow from those of its segments, so that no point needs to have its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from math import isclose
from operator import add, mul, sub, truediv
from typing import NamedTuple

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


class _Beside(NamedTuple):
    """The limits of a point, and those that it would have without a season."""

    point: SignalPoint
    plain: tuple[float, float, float]


def limits_that_follow(signal: Signal) -> FollowingLimits | None:
    """How the limits of all points follow from the segments; None where they do not, as for changing denominators."""
    known = list(_beside(signal))
    if not signal.seasonal:
        return FollowingLimits() if all(_same(each.point[2:], each.plain) for each in known) else None
    length = int(known[-1].point.period.frequency.a_year) if known else 0
    if length != (known[-1].point.period.frequency.a_year if known else 0):
        return None
    for made, found in ((mul, truediv), (add, sub)):
        indices = _indices(known, length, found)
        if all(_same(each.point[2:], _made(each, indices, length, made)) for each in known):
            places = sorted({each.point.period.ordinal % length: each.point.period for each in known}.values())
            return FollowingLimits(made is mul, {each: indices[each.ordinal % length] for each in places})
    return None


_Figures = Callable[[float, float], float]


def _beside(signal: Signal) -> Iterator[_Beside]:
    """The segments in order, each with its points."""
    begins = [each.start.ordinal for each in signal.segments[1:]]
    of_segment: list[list[SignalPoint]] = [[] for _ in signal.segments]
    for point in signal.points:
        of_segment[sum(begin <= point.period.ordinal for begin in begins)].append(point)
    for segment, points in zip(signal.segments, of_segment, strict=True):
        yield from _in_segment(segment, points)


def _in_segment(segment: Segment, points: Sequence[SignalPoint]) -> Iterator[_Beside]:
    limits, slope = (segment.mean, segment.lower, segment.upper), segment.slope
    for point in points:
        before = slope * (points[-1].period.ordinal - point.period.ordinal)
        yield _Beside(point, (limits[0] - before, limits[1] - before, limits[2] - before) if slope else limits)


def _indices(known: Sequence[_Beside], length: int, found: _Figures) -> dict[int, float]:
    """The index of each place of the season, by the upper limit of its latest point, which is hardly ever zero."""
    return {
        each.point.period.ordinal % length: found(each.point.upper, each.plain[2]) if each.plain[2] else 0.0
        for each in known
    }


def _made(beside: _Beside, indices: Mapping[int, float], length: int, made: _Figures) -> Sequence[float]:
    index = indices[beside.point.period.ordinal % length]
    return [made(each, index) for each in beside.plain]


def _same(ours: Sequence[float], others: Sequence[float]) -> bool:
    scale = _CLOSE * max(map(abs, ours))
    return all(isclose(one, other, rel_tol=0, abs_tol=scale) for one, other in zip(ours, others, strict=True))
