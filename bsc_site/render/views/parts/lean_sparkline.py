"""Lean sparklines: the latest values of a KPI in so few characters that a table can hold a thousand of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from bsc_site.render.text import own

LATEST = 13
"""A year of months, and the month a year ago."""
LEFT, RIGHT, TOP, BOTTOM = 3, 87, 3, 19
SHORTEST = 2

NEAR = 0.5

_Spot = tuple[float, float]


def lean_sparkline(values: Sequence[float], targets: Sequence[float | None]) -> Markup:
    """The picture of these `sparkline_paths`; empty without any. The row says the same in words, so it is silent."""
    paths = sparkline_paths(values, targets)
    drawn = "".join(f'<path d="{each}"/>' for each in paths)
    return own(f"<svg>{drawn}</svg>") if drawn else Markup()


def sparkline_paths(values: Sequence[float], targets: Sequence[float | None]) -> list[str]:
    """The latest 13 values as paths in whole pixels: the target where there is one, the values, the latest as a dot.

    `targets` has what was to be reached in each of these periods. Empty for fewer than two values. The height spans the
    smallest to the largest figure shown.
    """
    shown, aims = values[-LATEST:], targets[-LATEST:]
    if len(shown) < SHORTEST:
        return []
    known = [*shown, *(each for each in aims if each is not None)]
    scale = _Frame(len(shown), min(known), max(known))
    line = [scale.spot(at, value) for at, value in enumerate(shown)]
    aimed = _straight([scale.spot(at, each) for at, each in enumerate(aims) if each is not None])
    x, y = _whole(line[-1])
    target = [_path(aimed)] if len(aimed) >= SHORTEST else []
    return [*target, _path(line), f"M{x} {y}h0"]


class _Frame(NamedTuple):
    size: int
    low: float
    high: float

    def spot(self, at: int, value: float) -> _Spot:
        """Where a value stands, in pixels."""
        span = self.high / 2 - self.low / 2  # halves: no overflow on the way
        share = (value / 2 - self.low / 2) / span if span else 0.5
        return LEFT + (RIGHT - LEFT) * at / (self.size - 1), BOTTOM - (BOTTOM - TOP) * share


def _straight(spots: Sequence[_Spot]) -> Sequence[_Spot]:
    """Without the spots that lie within half a pixel of the line through those that stay (Douglas and Peucker)."""
    if len(spots) <= SHORTEST:
        return spots
    (left, first), (right, last) = spots[0], spots[-1]
    off = [abs(y - first - (last - first) * (x - left) / (right - left)) for x, y in spots]
    bend = max(range(len(spots)), key=off.__getitem__)
    if off[bend] <= NEAR:
        return [spots[0], spots[-1]]
    return [*_straight(spots[: bend + 1])[:-1], *_straight(spots[bend:])]


def _whole(spot: _Spot) -> tuple[int, int]:
    return round(spot[0]), round(spot[1])


def _path(spots: Sequence[_Spot]) -> str:
    """`M3 9l7-2 7 3`: steps from spot to spot in whole pixels, those in the same direction as one."""
    whole = [_whole(each) for each in spots]
    steps: list[tuple[int, int]] = []
    for (x, y), (right, down) in pairwise(whole):
        step = (right - x, down - y)
        if steps and steps[-1][1] * step[0] == step[1] * steps[-1][0]:
            before = steps.pop()
            step = (before[0] + step[0], before[1] + step[1])
        steps.append(step)
    (x, y), moves = whole[0], " ".join(f"{right}{down}" if down < 0 else f"{right} {down}" for right, down in steps)
    return f"M{x} {y}l{moves}"
