"""The scale from 0 to 100 that every method shares: red flag at 33.3, target at 66.7, a boundary on the better side."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bsc_site.model.calculation.scoring_steps import WhyNoScore
from bsc_site.model.declared.own_statuses import NO_SCALE, RED_FLAG_SCORE, TARGET_SCORE, PaceKnot, StatusScale
from bsc_site.model.vocabularies import Direction, Status

ON_TRACK_FROM = TARGET_SCORE
AT_RISK_FROM = RED_FLAG_SCORE
FULL = 100.0
_NOISE = 1e-9
"""Share of a threshold within which a value counts as having reached it: 0.1 + 0.2 reaches 0.3."""
_BELOW = 1e-6
"""How far a score stays below a boundary that its value has not reached."""
_RANGES = {
    Status.ON_TRACK: (ON_TRACK_FROM, FULL),
    Status.AT_RISK: (AT_RISK_FROM, ON_TRACK_FROM - _BELOW),
    Status.OFF_TRACK: (0.0, AT_RISK_FROM - _BELOW),
}


Column: TypeAlias = NDArray[np.float64]
"""One figure for each period."""


class Rating(NamedTuple):
    """Status and score of one value; `why` says why there is no score, None where there is one."""

    status: Status
    score: float | None
    why: WhyNoScore | None = None


def not_scored(why: WhyNoScore) -> Rating:
    """No status and no score, for the reason given."""
    return Rating(Status.NOT_SCORED, None, why)


def status_of(score: float, scale: StatusScale = NO_SCALE) -> Status:
    """The status of a score from 0 to 100: on track from 66.7, at risk from 33.3 where the scale has that."""
    if score >= ON_TRACK_FROM - _BELOW / 2:
        return Status.ON_TRACK
    return scale.within(Status.AT_RISK) if score >= AT_RISK_FROM - _BELOW / 2 else Status.OFF_TRACK


def coherent(status: Status, score: float, scale: StatusScale = NO_SCALE) -> float:
    """The score moved into the range of its status, so that `status_of(score)` is `status`."""
    lowest, highest = _RANGES[status]
    if status is Status.OFF_TRACK and not scale.amber:
        highest = _RANGES[Status.AT_RISK][1]
    return min(max(score, lowest), highest)


def rated(status: Status, score: float) -> Rating:
    """A rating whose score fits its status; what rounding leaves of zero is zero."""
    fitting = coherent(status, score)
    return Rating(status, fitting if fitting > _NOISE else 0.0)


def sign_of(direction: Direction) -> int:
    """1 where higher is better, -1 where lower is better, 0 otherwise."""
    if direction is Direction.HIGHER:
        return 1
    return -1 if direction is Direction.LOWER else 0


def leeway(edge: float, other: float) -> float:
    """How far short of `edge` a value may fall by rounding alone, never more than a millionth of the way to `other`."""
    noise = _NOISE * max(abs(edge), abs(other))
    way = abs(edge - other)
    return min(noise, 1e-6 * way) if way else noise


def stretched(value: float, red_flag: float, target: float) -> Rating:
    """Status and score of a value between red flag and target; lower is better when the target is below the red flag.

    `100 (x - 2r + g) / (3 (g - r))`, clipped to 0..100: Spider Impact's goal/red-flag scale. All figures are divided by
    the largest first, so that none of them overflows.
    """
    largest = max(abs(value), abs(red_flag), abs(target)) or 1.0
    x, r, g = value / largest, red_flag / largest, target / largest
    better = -1 if g < r else 1
    slack = leeway(g, r)
    if better * (x - g) >= -slack:
        status = Status.ON_TRACK
    else:
        status = Status.AT_RISK if better * (x - r) >= -slack else Status.OFF_TRACK
    if g == r:
        return rated(status, FULL if status is Status.ON_TRACK else 0.0)
    return rated(status, FULL * ((x - r) - (r - g)) / (3 * (g - r)))


def stretched_column(values: Column, red_flags: Column, targets: Column) -> tuple[list[Status], Column]:
    """Status and score of each of many values as `stretched` has them: the same steps in the same order."""
    largest = np.maximum(np.maximum(np.abs(values), np.abs(red_flags)), np.abs(targets))
    largest[largest == 0] = 1.0
    x, r, g = values / largest, red_flags / largest, targets / largest
    better, way = np.where(g < r, -1, 1), g - r
    noise = _NOISE * np.maximum(np.abs(g), np.abs(r))
    slack = np.where(way == 0, noise, np.minimum(noise, 1e-6 * np.abs(way)))
    reached = better * (x - g) >= -slack
    passed = ~reached & ~(better * (x - r) >= -slack)
    stretch = 3 * np.where(way == 0, 1.0, way)
    with np.errstate(over="ignore"):
        plain = np.where(way == 0, np.where(reached, FULL, 0.0), FULL * ((x - r) - (r - g)) / stretch)
    code = np.where(reached, 0, np.where(passed, 2, 1))
    fitting = np.minimum(np.maximum(plain, _LOWEST[code]), _HIGHEST[code])
    return [_JUDGED[each] for each in code.tolist()], np.where(fitting > _NOISE, fitting, 0.0)


_JUDGED = tuple(_RANGES)
_LOWEST, _HIGHEST = np.array(list(_RANGES.values())).T


def on_knots(value: float, knots: tuple[PaceKnot, ...], ends: float | None) -> Rating:
    """Status and score on the line through `knots`, which goes on as steeply beyond them; it stays below `ends`."""
    (x1, y1), (x2, y2) = knots[:2]
    if value > x1:
        pairs = (pair for pair in pairwise(knots) if value <= pair[1].pace)
        (x1, y1), (x2, y2) = next(pairs, knots[-2:])
    score = min(max(y1 + (y2 - y1) * ((value - x1) / (x2 - x1)), 0.0), FULL)
    if ends is not None:
        score = min(score, ends - _BELOW)
    return rated(status_of(score), score)


def piecewise(value: float, knots: tuple[tuple[float, float], ...]) -> float:
    """The height at `value` of the line through `knots` (value, score), which rise; flat beyond both ends."""
    before_x, before_y = knots[0]
    if value <= before_x:
        return before_y
    for x, y in knots[1:]:
        if value <= x:
            return before_y + (y - before_y) * (value - before_x) / (x - before_x)
        before_x, before_y = x, y
    return before_y
