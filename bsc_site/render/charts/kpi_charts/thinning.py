"""Thinning: fewer rows that draw the same picture."""

from __future__ import annotations

from collections.abc import Sequence

MOST_POINTS = 420
_OF_A_BUCKET = 4


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


def corners(points: Sequence[tuple[float, ...]]) -> list[int]:
    """The positions where a path bends: x first, then one or more heights; what lies on a straight line is left out."""
    if len(points) <= 2:  # noqa: PLR2004  # a straight line has two ends
        return list(range(len(points)))
    found = [0]
    for number in range(1, len(points) - 1):
        if not _straight(points[found[-1]], points[number], points[number + 1]):
            found.append(number)
    return [*found, len(points) - 1]


def _straight(before: tuple[float, ...], here: tuple[float, ...], after: tuple[float, ...]) -> bool:
    share = (here[0] - before[0]) / (after[0] - before[0]) if after[0] != before[0] else 1.0
    return all(
        abs(a + share * (c - a) - b) <= 2e-3 * max(abs(a), abs(b), abs(c)) and before[0] != after[0]
        for a, b, c in zip(before[1:], here[1:], after[1:], strict=True)
    )
