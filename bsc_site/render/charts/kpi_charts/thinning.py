"""Thinning: fewer rows that draw the same picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import count, pairwise

MOST_POINTS = 420
_OF_A_BUCKET = 4
_PROBES = 6
"""At so many places it is tried whether a line is straight."""


def kept(values: Sequence[float], always: frozenset[int] = frozenset()) -> list[int]:
    """The positions to draw, in order: all of a short series, the shape of a long one.

    Of a long one these are the first, lowest, highest and last of each stretch, so that no extreme is lost, and those
    of `always`.
    """
    count = len(values)
    if count <= MOST_POINTS:
        return list(range(count))
    buckets = MOST_POINTS // _OF_A_BUCKET
    found = set(always)
    for bucket in range(buckets):
        stretch = range(bucket * count // buckets, (bucket + 1) * count // buckets)
        found |= {stretch[0], stretch[-1], min(stretch, key=values.__getitem__), max(stretch, key=values.__getitem__)}
    return sorted(found)


def corners(
    days: Sequence[float], heights: Sequence[Sequence[float]], room: float, always: Collection[int] = ()
) -> list[int]:
    """The positions where a path bends, given its days and one or more heights; what lies straight is left out.

    Every point that is left out, not only the nearest one, lies within `room` of the line that is drawn instead; the
    positions in `always` stay.
    """
    last = len(days) - 1
    if last < 2:  # noqa: PLR2004  # a straight line has two ends
        return list(range(last + 1))
    if not always and all(each.count(each[0]) == len(each) for each in heights):
        return [0, last]
    found = sorted({0, *always, *_sharp(days, heights, room), last})
    waiting = list(pairwise(found))
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:  # noqa: PLR2004  # neighbours have nothing between them
            continue
        far, bend = max([_farthest(days, each, first, last) for each in heights])
        if far > room:
            found.append(bend)
            waiting += [(first, bend), (bend, last)]
    return sorted(found)


def _sharp(days: Sequence[float], heights: Iterable[Sequence[float]], room: float) -> set[int]:
    """The points that no line within `room` of all points can leave out, found at once: most of what is never straight.

    Were one left out, it and its neighbours would lie within `room` of one line, so it within twice that of theirs.
    Of a line that is straight at most of some places nothing is found.
    """
    found: set[int] = set()
    probed = range(1, len(days) - 1, max(1, len(days) // _PROBES))
    for each in heights:
        if 2 * sum(_is_sharp(days, each, at, room) for at in probed) > len(probed):
            found |= _all_sharp(days, each, room)
    return found


def _all_sharp(days: Sequence[float], heights: Sequence[float], room: float) -> set[int]:
    """All points of which `_is_sharp` holds."""
    threes = zip(count(1), days, days[1:], days[2:], heights, heights[1:], heights[2:], strict=False)
    return {
        at
        for at, before, day, after, low, here, high in threes
        if abs((here - low) * (after - before) - (high - low) * (day - before)) > 2 * room * (after - before)
    }


def _is_sharp(days: Sequence[float], heights: Sequence[float], at: int, room: float) -> bool:
    """Whether a point lies farther than twice the room from the line between its neighbours."""
    before, after = days[at - 1], days[at + 1]
    rise, run = heights[at + 1] - heights[at - 1], after - before
    return abs((heights[at] - heights[at - 1]) * run - rise * (days[at] - before)) > 2 * room * run


def _farthest(days: Sequence[float], heights: Sequence[float], first: int, last: int) -> tuple[float, int]:
    """How far the point between two others that is farthest from the straight line between them lies, and its position.

    Where both stand at the same place the later one counts.
    """
    start, length = days[first], days[last] - days[first]
    base = heights[first] if length else heights[last]
    slope = (heights[last] - heights[first]) / length if length else 0.0
    between = zip(days[first + 1 : last], heights[first + 1 : last], strict=True)
    aways = [abs(base + slope * (day - start) - height) for day, height in between]
    far = max(aways)
    return (far, first + 1 + aways.index(far)) if far > 0 else (0.0, first)
