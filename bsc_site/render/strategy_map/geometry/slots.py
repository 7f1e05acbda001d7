"""Slots: which box stands in which line and column, chosen so that few arrows cross and most run straight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import ceil
from typing import TypeAlias

from bsc_site.model.value_class import dataclass
from bsc_site.render.strategy_map.geometry.dimensions import MOST_ABREAST
from bsc_site.render.strategy_map.geometry.map_content import MapBox, StrategyMap

SWEEPS = 4
Place: TypeAlias = tuple[int, int]
"""Line (0 at the top) and column (0 at the left)."""
Neighbours: TypeAlias = dict[str, list[str]]
Edges: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Lane:
    """The lines of one row: from `first` up to and without `end`; at least one, also where the row is empty."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Every box's place, and how many columns there are."""

    places: dict[str, Place]
    lanes: tuple[Lane, ...]
    abreast: int

    @property
    def line_count(self) -> int:
        """How many lines of boxes the map has."""
        return self.lanes[-1].end if self.lanes else 0


def grid_of(drawing: StrategyMap) -> Grid:
    """The grid of `drawing`; a row of more boxes than fit side by side takes several lines."""
    chunks = [_balanced(_causes_last(drawing, row.id)) for row in drawing.rows]
    abreast = max([len(line) for lines in chunks for line in lines] + [1])
    places: dict[str, Place] = {}
    lanes: list[Lane] = []
    line = 0
    for lines in chunks:
        for offset, boxes in enumerate(lines):
            indent = (abreast - len(boxes)) // 2
            places |= {box.id: (line + offset, indent + column) for column, box in enumerate(boxes)}
        lanes.append(Lane(line, line + max(1, len(lines))))
        line = lanes[-1].end
    ends = tuple((each.source, each.target) for each in drawing.drawn_arrows())
    found = _settled(tuple(places.items()), tuple(lanes), abreast, ends)
    return Grid(dict(found), tuple(lanes), abreast)


def _balanced(boxes: Sequence[MapBox]) -> list[Sequence[MapBox]]:
    """Lines of nearly equal length; the longer ones below."""
    count = ceil(len(boxes) / MOST_ABREAST)
    cuts = [len(boxes) * each // count for each in range(count + 1)] if count else [0]
    return [boxes[a:b] for a, b in pairwise(cuts)]


def _causes_last(drawing: StrategyMap, row: str) -> list[MapBox]:
    """The boxes of a row; of several lines, the upper ones hold those that are driven from within."""
    boxes = drawing.boxes_of(row)
    if len(boxes) <= MOST_ABREAST:
        return list(boxes)
    inside = {box.id for box in boxes}
    links = [(a.source, a.target) for a in drawing.drawn_arrows() if {a.source, a.target} <= inside]
    depth = dict.fromkeys(inside, 0)
    for _ in range(min(len(boxes), 6)):
        for source, target in links:
            depth[target] = max(depth[target], min(depth[source] + 1, 6))
    return sorted(boxes, key=lambda box: -depth[box.id])


def _neighbours(arrows: Iterable[tuple[str, str]]) -> Neighbours:
    found: Neighbours = defaultdict(list)
    for source, target in arrows:
        found[source].append(target)
        found[target].append(source)
    return found


@lru_cache(maxsize=64)
def _settled(
    begun: tuple[tuple[str, Place], ...], lanes: tuple[Lane, ...], abreast: int, arrows: tuple[tuple[str, str], ...]
) -> Mapping[str, Place]:
    """Places after barycentre sweeps, each line in turn, and then moves of single boxes while they pay.

    Every page with the same map asks for the same.
    """
    places, near = dict(begun), _neighbours(arrows)
    grid = Grid(places, lanes, abreast)
    edges = _edges(near)
    best, cost = dict(places), _cost(edges, edges, places)
    for sweep in range(SWEEPS):
        order = range(grid.line_count) if sweep % 2 else range(grid.line_count - 1, -1, -1)
        for line in order:
            _sort_line(line, places, near, grid.abreast)
        if (now := _cost(edges, edges, places)) < cost:
            best, cost = dict(places), now
    board = _Board(best, {place: box for box, place in best.items()}, edges)
    for _ in range(SWEEPS):
        trades = [board.trade(one, two) for one, two in _pairs(grid)]
        if not any(trades):
            break
    return best


def _sort_line(line: int, places: dict[str, Place], near: Neighbours, abreast: int) -> None:
    """The boxes of a line in the order of what pulls at them, each as near to that as the others allow."""
    boxes = [box for box, (at, _) in places.items() if at == line]
    wishes = {box: _pull(box, places, near) for box in boxes}
    order = sorted(boxes, key=lambda box: (wishes[box], places[box][1]))
    least = 0
    for index, box in enumerate(order):
        most = abreast - (len(order) - index)
        column = min(max(round(wishes[box]), least), most)
        places[box] = (line, column)
        least = column + 1


def _pull(box: str, places: dict[str, Place], near: Neighbours) -> float:
    """Where its neighbours on other lines would have it."""
    columns = [places[other][1] for other in near.get(box, []) if places[other][0] != places[box][0]]
    return sum(columns) / len(columns) if columns else places[box][1]


def _pairs(grid: Grid) -> Iterator[tuple[Place, Place]]:
    """Pairs of places that two boxes may trade, or a box and a gap: in one line, or one above the other in a lane."""
    for lane in grid.lanes:
        for line in range(lane.first, lane.end):
            for one, two in combinations(range(grid.abreast), 2):
                yield (line, one), (line, two)
            if line + 1 < lane.end:
                for column in range(grid.abreast):
                    yield (line, column), (line + 1, column)


@dataclass(frozen=True, slots=True)
class _Board:
    """Boxes by their `places`, what `stands` in each place, and the edges between boxes."""

    places: dict[str, Place]
    stands: dict[Place, str]
    edges: Edges

    def trade(self, one: Place, two: Place) -> bool:
        """Swap what stands in the two places where that lowers the cost of its arrows."""
        moved = [(self.stands[here], there) for here, there in ((one, two), (two, one)) if here in self.stands]
        if not moved or (len(moved) == 1 and one[0] != two[0]):
            return False
        names = {box for box, _ in moved}
        own = [edge for edge in self.edges if edge[0] in names or edge[1] in names]
        if not own:
            return False
        before, former = _cost(own, self.edges, self.places), [(box, self.places[box]) for box, _ in moved]
        self.places.update(moved)
        if _cost(own, self.edges, self.places) < before - 1e-9:
            for _, place in former:
                del self.stands[place]
            self.stands.update((place, box) for box, place in moved)
            return True
        self.places.update(former)
        return False


def _edges(near: Neighbours) -> Edges:
    return sorted({(min(one, two), max(one, two)) for one, others in near.items() for two in others})


def _cost(some: Edges, every: Edges, places: dict[str, Place]) -> float:
    """A crossing of the straight lines costs 2, a step sideways 1 (within a line 2), a line that is passed 1."""
    spans = [_span(places[a], places[b]) for a, b in every]
    sloping = [span for span in spans if span[0][0] < span[1][0]]
    total = 0.0
    for a, b in some:
        span = _span(places[a], places[b])
        (top, left), (bottom, right) = span
        if bottom == top:
            total += 3 * abs(right - left) - 2
            continue
        total += abs(right - left) + 0.5 * (left != right) + 2 * _crossings(span, sloping)
    return total


def _crossings(span: tuple[Place, Place], others: list[tuple[Place, Place]]) -> int:
    """How many of the other straight lines cross this one between two lines of boxes."""
    (top, left), (bottom, right) = span
    slope = (right - left) / (bottom - top)
    count = 0
    for (top2, left2), (bottom2, right2) in others:
        if top2 < bottom and top < bottom2:
            low = top if top > top2 else top2  # noqa: FURB136  # the innermost loop; max() would double its time
            high = bottom if bottom < bottom2 else bottom2  # noqa: FURB136  # likewise
            slope2 = (right2 - left2) / (bottom2 - top2)
            apart = left - left2 + slope * (low - top) - slope2 * (low - top2)
            count += apart * (apart + (slope - slope2) * (high - low)) < -1e-9  # noqa: PLR2004  # float dust
    return count


def _span(one: Place, two: Place) -> tuple[Place, Place]:
    return (one, two) if one[0] <= two[0] else (two, one)
