"""Labels of points: which points of an XmR chart are signals, and of which kind."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.signal.limits import LimitColumns, Limits, Values
from bsc_site.model.vocabularies import PointLabel

TREND = 7
TWO = 2
_LABELS = tuple(PointLabel)
_CODES = {label: code for code, label in enumerate(_LABELS)}
_Codes = NDArray[np.int8]
_UP, _DOWN = b"\x01", b"\xff"
"""The marks 1 and -1 as bytes."""


def labels_of(values: Values, given: Limits | LimitColumns) -> tuple[PointLabel, ...]:
    """One label per value of a segment; limits may vary from value to value.

    The first that applies, in this order: outside the limits; seven values strictly rising or falling; two of three
    beyond a near limit on one side; a run on one side of the mean (NHS "Making Data Count"). Where the limits follow a
    slope, seven values that go its way are that course, however it bends, and not outside on the other side.
    """
    limits = given.along(np.zeros(values.size)) if isinstance(given, Limits) else given
    codes = np.full(values.size, _CODES[PointLabel.COMMON_CAUSE], dtype=np.int8)
    sides = _ways(limits.mean, values)
    _mark_runs(values, sides, limits, codes)
    _mark_two_of_three(values, sides, limits, codes)
    _mark_trends(values, codes)
    falling, rising = _CODES[PointLabel.FALLING], _CODES[PointLabel.RISING]
    above, below = values > limits.upper, values < limits.lower
    codes[above & (codes != falling) if limits.slope < 0 else above] = _CODES[PointLabel.ABOVE_LIMIT]
    codes[below & (codes != rising) if limits.slope > 0 else below] = _CODES[PointLabel.BELOW_LIMIT]
    return tuple(map(_LABELS.__getitem__, codes.tolist()))


def _mark_runs(values: Values, sides: _Codes, limits: LimitColumns, codes: _Codes) -> None:
    away = values - limits.mean
    for start, end in _stretches(sides, limits.run):
        if limits.lies_away(away[start:end]):
            codes[start:end] = _CODES[PointLabel.RUN_HIGH if sides[start] > 0 else PointLabel.RUN_LOW]


def _mark_trends(values: Values, codes: _Codes) -> None:
    moves = _ways(values[:-1], values[1:])
    for start, end in _stretches(moves, TREND - 1):
        codes[start : end + 1] = _CODES[PointLabel.RISING if moves[start] > 0 else PointLabel.FALLING]


def _mark_two_of_three(values: Values, sides: _Codes, limits: LimitColumns, codes: _Codes) -> None:
    """Mark the points beyond a near limit in each three consecutive points that all lie on one side of the mean."""
    high = (values > limits.near_upper) & (values <= limits.upper) & (sides > 0)
    low = (values < limits.near_lower) & (values >= limits.lower) & (sides < 0)
    beyond = high | low
    if np.count_nonzero(beyond) < TWO:
        return
    alike = (sides[:-2] == sides[1:-1]) & (sides[1:-1] == sides[2:])
    many = beyond.view(np.int8)
    found = alike & (many[:-2] + many[1:-1] + many[2:] >= TWO)
    marked = np.zeros(values.size, dtype=np.bool_)
    marked[:-2] |= found
    marked[1:-1] |= found
    marked[2:] |= found
    codes[marked & high] = _CODES[PointLabel.TWO_OF_THREE_HIGH]
    codes[marked & low] = _CODES[PointLabel.TWO_OF_THREE_LOW]


def _ways(before: Values, after: Values) -> _Codes:
    """1 where it goes up, -1 where it goes down, 0 where it stays."""
    return (after > before).view(np.int8) - (after < before).view(np.int8)


def _stretches(marks: _Codes, fewest: int) -> list[tuple[int, int]]:
    """Start and end (exclusive) of each longest stretch of so many equal marks and more, other than zero."""
    seen = marks.tobytes()  # most series have none, which a search of bytes tells at once
    if fewest > 0 and _UP * fewest not in seen and _DOWN * fewest not in seen:
        return []
    changes = np.flatnonzero(marks[1:] != marks[:-1])
    edges = np.empty(changes.size + 2, dtype=np.intp)
    edges[0], edges[1:-1], edges[-1] = 0, changes + 1, marks.size
    long = np.flatnonzero(edges[1:] - edges[:-1] >= fewest)
    stretches = zip(edges[long].tolist(), edges[long + 1].tolist(), strict=True)
    return [(start, end) for start, end in stretches if marks[start]]
