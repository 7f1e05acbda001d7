"""Free places: where words stand beside their mark without covering lines or other words, on a desk and on a phone."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.value_class import dataclass
from bsc_site.render.charts.grammar.ink import DESK, PHONE
from bsc_site.render.charts.grammar.levels import EM
from bsc_site.render.lettering import width_of

_ABOVE, _BELOW = 0.85, 0.25
"""How far letters reach above and below their base line, in their size."""
_AIR = 2.0
_OUTSIDE = 4.0
_TAKEN = 6.0
_HARDLY = 1e-200
"""The run of a line that runs along an edge: what lies beside it is far away, as far as arithmetic goes."""


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


class Course(NamedTuple):
    """A line through days (or minutes), in their order, and values."""

    days: list[str]
    values: list[float]


Numbers = npt.NDArray[np.float64]


_NO_PIECES: Numbers = np.empty((4, 0))


@dataclass(frozen=True)
class Plot:
    """A plot in pixels: the time and the values that it shows, and what stands in it already."""

    size: tuple[float, float]
    days: tuple[date, date]
    reach: tuple[float, float]
    lines: tuple[Course, ...] = ()
    taken: list[Box] = field(default_factory=list)

    def place(self, when: str, value: float) -> tuple[float, float]:
        """Of a day (or minute) and a value, from the left and from the top."""
        first, last = self.days
        share = (_day(when) - first.toordinal()) / max(1, (last - first).days)
        low, high = self.reach
        return share * self.size[0], (high - value) / (high - low) * self.size[1]

    def cost(self, box: Box, mark: tuple[float, float]) -> float:
        """How bad it is to write there but for the lines that it crosses: words covered, and what would be outside."""
        outside = max(0.0, -box.left) + max(0.0, box.right - self.size[0])
        outside += max(0.0, -14 - box.top) + max(0.0, box.bottom - self.size[1] + 2)
        covered = sum(_meet(box, each) for each in self.taken)
        away = abs((box.top + box.bottom) / 2 - mark[1]) / 100
        return _TAKEN * covered + (_OUTSIDE if outside > _AIR else 0.0) + away

    def near(self, room: Box) -> Numbers:
        """The pieces of lines that may run through it: x and y of one end, and of the other; one line each."""
        first, last = self._day_at(room.left), self._day_at(room.right + self.size[0] / self._length)
        days: list[float] = []
        values: list[float] = []
        ends: list[int] = []
        for course in self.lines:
            start, end = max(bisect_left(course.days, first) - 1, 0), bisect_right(course.days, last) + 1
            days += map(_day, course.days[start:end])
            values += course.values[start:end]
            ends.append(len(days) - 1)
        if not days:
            return _NO_PIECES
        places = self._places(days, values)
        joined = np.ones(len(days), dtype=bool)
        joined[ends] = False
        return np.concatenate((places[:, :-1], places[:, 1:]))[:, joined[:-1]]

    def _places(self, days: Sequence[float], values: Sequence[float]) -> Numbers:
        """From the left and from the top."""
        (width, height), (low, high) = self.size, self.reach
        begin = self.days[0].toordinal()
        return np.array(
            ((np.array(days) - begin) / self._length * width, (high - np.array(values)) / (high - low) * height)
        )

    @property
    def _length(self) -> int:
        return max(1, (self.days[1] - self.days[0]).days)

    def _day_at(self, x: float) -> str:
        """The day that begins at a place or before it."""
        day = self.days[0].toordinal() + math.floor(x / self.size[0] * self._length)
        return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()


def best_spot(
    words: tuple[str, float], mark: tuple[str, float], plots: Sequence[Plot], spots: Sequence[FreeSpot] = AROUND
) -> tuple[FreeSpot, float]:
    """The place beside a mark that costs least in all plots, the first of several, and its cost.

    Words come with their size.
    """
    size = width_of(words[0], EM) * words[1], words[1]
    here = [plot.place(*mark) for plot in plots]
    columns = [[_box(size, place, spot) for spot in spots] for place in here]
    bare = [number / 1000 for number in range(len(spots))]
    for plot, place, boxes in zip(plots, here, columns, strict=True):
        bare = [cost + plot.cost(box, place) for cost, box in zip(bare, boxes, strict=True)]
    for plot, boxes in zip(plots, columns, strict=True):
        crossed = _crossed(boxes, plot.near(_around(boxes)))
        bare = [cost + count for cost, count in zip(bare, crossed, strict=True)]
    best = min(range(len(spots)), key=bare.__getitem__)
    return spots[best], bare[best]


def _around(boxes: Iterable[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def _crossed(boxes: Sequence[Box], pieces: Numbers) -> list[int]:
    """How many pieces of lines run through each box.

    They are those whose part between its left and right edge and that between its top and bottom one have something in
    common.
    """
    if not pieces.shape[1]:
        return [0] * len(boxes)
    x0, y0, x1, y1 = pieces
    left, top, right, bottom = np.array(boxes).T[:, :, np.newaxis]
    ends = ((x0, x1 - x0, left, right), (y0, y1 - y0, top, bottom))
    enters, leaves = np.float64(0), np.float64(1)
    for start, length, low, high in ends:
        run = np.where(length == 0, _HARDLY, length)
        near, far = (low - start) / run, (high - start) / run
        enters = np.maximum(enters, np.minimum(near, far))
        leaves = np.minimum(leaves, np.maximum(near, far))
    return list(np.count_nonzero(enters <= leaves, axis=1).tolist())


def box_of(words: tuple[str, float], mark: tuple[float, float], spot: FreeSpot) -> Box:
    """The rectangle that words of a size cover when they stand there."""
    text, size = words
    return _box((width_of(text, EM) * size, size), mark, spot)


def _box(words: tuple[float, float], mark: tuple[float, float], spot: FreeSpot) -> Box:
    """The same of words of a width and a size."""
    width, size = words
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
        while len(blocks) > 1 and starts[-2] + exact_sum(sizes[each] for each in blocks[-2]) > starts[-1]:
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
    return max(room[0], min(exact_sum(offsets) / len(offsets), room[1] - total))


@lru_cache(maxsize=4096)
def _day(when: str) -> float:
    if len(when) == len("2024-01-01"):
        return float(date.fromisoformat(when).toordinal())
    moment = datetime.fromisoformat(when).astimezone(UTC)
    return moment.toordinal() + moment.hour / 24


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
