"""Free places: where words stand beside their mark without covering lines or other words, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from bsc_site.model.value_class import dataclass
from bsc_site.render.charts.grammar.ink import DESK, PHONE
from bsc_site.render.charts.grammar.levels import EM
from bsc_site.render.lettering import width_of

_ABOVE, _BELOW = 0.85, 0.25
"""How far letters reach above and below their base line, in their size."""
_AIR = 2.0
_OUTSIDE = 4.0
_TAKEN = 6.0


class FreeSpot(NamedTuple):
    """Where words stand from their mark: how they are aligned, and how many pixels they are away."""

    al: str
    dx: float
    dy: float


AROUND = (
    FreeSpot("center", 0, -12),
    FreeSpot("center", 0, 21),
    FreeSpot("right", 2, -12),
    FreeSpot("right", 2, 21),
    FreeSpot("left", -2, -12),
    FreeSpot("left", -2, 21),
    FreeSpot("left", 11, 4),
    FreeSpot("right", -11, 4),
    FreeSpot("center", 0, -28),
    FreeSpot("center", 0, 36),
    FreeSpot("right", 2, -28),
    FreeSpot("right", 2, 36),
    FreeSpot("right", 2, -44),
    FreeSpot("right", 2, 52),
    FreeSpot("right", 2, -62),
    FreeSpot("right", 2, 70),
)
"""The places to try, the best first."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Plot:
    """A plot in pixels: the time and the values that it shows, and what stands in it already."""

    size: tuple[float, float]
    days: tuple[date, date]
    reach: tuple[float, float]
    lines: tuple[tuple[tuple[str, float], ...], ...] = ()
    taken: list[Box] = field(default_factory=list)

    def place(self, when: str, value: float) -> tuple[float, float]:
        """Of a day (or minute) and a value, from the left and from the top."""
        first, last = self.days
        share = (_day(when) - first.toordinal()) / max(1, (last - first).days)
        low, high = self.reach
        return share * self.size[0], (high - value) / (high - low) * self.size[1]

    def cost(self, box: Box, mark: tuple[float, float]) -> float:
        """How bad it is to write there: lines crossed, words covered, and what would stand outside."""
        outside = max(0.0, -box.left) + max(0.0, box.right - self.size[0])
        outside += max(0.0, -14 - box.top) + max(0.0, box.bottom - self.size[1] + 2)
        near = (ends for ends in self._segments if ends[0][0] <= box.right and ends[1][0] >= box.left)
        crossed = sum(_crosses(box, ends) for ends in near)
        covered = sum(_meet(box, each) for each in self.taken)
        away = abs((box.top + box.bottom) / 2 - mark[1]) / 100
        return crossed + _TAKEN * covered + (_OUTSIDE if outside > _AIR else 0.0) + away

    @cached_property
    def _segments(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        return [ends for line in self.lines for ends in pairwise([self.place(*point) for point in line])]


def best_spot(
    words: tuple[str, float], mark: tuple[str, float], plots: Sequence[Plot], spots: Iterable[FreeSpot] = AROUND
) -> tuple[FreeSpot, float]:
    """The place beside a mark that costs least in all plots, and its cost; words come with their size."""
    costs = []
    for number, spot in enumerate(spots):
        cost = sum(plot.cost(box_of(words, plot.place(*mark), spot), plot.place(*mark)) for plot in plots)
        costs.append((cost + number / 1000, number, spot))
    cost, _, spot = min(costs)
    return spot, cost


def box_of(words: tuple[str, float], mark: tuple[float, float], spot: FreeSpot) -> Box:
    """The rectangle that words of a size cover when they stand there."""
    text, size = words
    width = width_of(text, EM) * size
    start = mark[0] + spot.dx - {"left": 0.0, "center": width / 2, "right": width}[spot.al]
    base = mark[1] + spot.dy
    return Box(start - _AIR, base - _ABOVE * size, start + width + _AIR, base + _BELOW * size)


def both_plots(height: tuple[float, float], days: tuple[date, date], reach: tuple[float, float]) -> tuple[Plot, Plot]:
    """The empty plot on a desk and on a phone, whose heights are given."""
    return Plot((DESK, height[0]), days, reach), Plot((PHONE, height[1]), days, reach)


def stacked(wanted: Sequence[float], sizes: Sequence[float], room: tuple[float, float]) -> list[float]:
    """The middles of boxes of these sizes in a column, as near to the wanted ones as they can be without touching.

    In the order given, which is that of the wanted middles. Those that touch stand around the mean of their wishes.
    """
    blocks: list[list[int]] = []
    starts: list[float] = []
    for number in range(len(wanted)):
        blocks.append([number])
        starts.append(_start(blocks[-1], wanted, sizes, room))
        while len(blocks) > 1 and starts[-2] + sum(sizes[each] for each in blocks[-2]) > starts[-1]:
            blocks[-2:] = [[*blocks[-2], *blocks[-1]]]
            starts[-2:] = [_start(blocks[-1], wanted, sizes, room)]
    middles = [0.0] * len(wanted)
    for start, block in zip(starts, blocks, strict=True):
        top = start
        for number in block:
            middles[number] = top + sizes[number] / 2
            top += sizes[number]
    return middles


def _start(block: Sequence[int], wanted: Sequence[float], sizes: Sequence[float], room: tuple[float, float]) -> float:
    """Where a block begins so that its boxes are near their wishes, inside the room."""
    offsets, total = [], 0.0
    for number in block:
        offsets.append(wanted[number] - total - sizes[number] / 2)
        total += sizes[number]
    return max(room[0], min(sum(offsets) / len(offsets), room[1] - total))


@lru_cache(maxsize=4096)
def _day(when: str) -> float:
    if len(when) == len("2024-01-01"):
        return float(date.fromisoformat(when).toordinal())
    moment = datetime.fromisoformat(when).astimezone(UTC)
    return moment.toordinal() + moment.hour / 24


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _crosses(box: Box, ends: tuple[tuple[float, float], tuple[float, float]]) -> bool:
    """Whether a straight line runs through a box."""
    (x0, y0), (x1, y1) = ends
    if max(x0, x1) < box.left or min(x0, x1) > box.right or max(y0, y1) < box.top or min(y0, y1) > box.bottom:
        return False
    enters, leaves = 0.0, 1.0
    for start, run, low, high in ((x0, x1 - x0, box.left, box.right), (y0, y1 - y0, box.top, box.bottom)):
        if run == 0:
            continue
        near, far = sorted(((low - start) / run, (high - start) / run))
        enters, leaves = max(enters, near), min(leaves, far)
    return enters <= leaves
