"""Slots: which box stands in which line and slot, chosen so that few arrows cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TypeAlias

from bsc_site.render.strategy_map.map_content import MapArrow, MapBox, StrategyMap

MOST_ABREAST = 5
SWEEPS = 4
Place: TypeAlias = tuple[int, float]
"""Line (0 at the top) and slot (0 at the left; halves where a shorter line is centred)."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The lines of one row: from `first` up to and without `end`; at least one, also where the row is empty."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Every box's place; `abreast` slots in a line; `column_slots` from and to (exclusive) for each column."""

    places: dict[str, Place]
    lanes: tuple[Lane, ...]
    abreast: int
    column_slots: tuple[tuple[int, int], ...] = ()

    @property
    def line_count(self) -> int:
        """How many lines of boxes the map has."""
        return self.lanes[-1].end if self.lanes else 0


def grid_of(drawing: StrategyMap) -> Grid:
    """The grid of `drawing`; rows with more than five boxes, or cells with more than their column holds, take lines."""
    columns = drawing.columns if len(drawing.columns) <= MOST_ABREAST else ()
    start = _by_columns(drawing) if len(columns) > 1 else _by_rows(drawing)
    places = _settled(start.places, _neighbours(drawing.drawn_arrows()), _groups(drawing, keep_column=len(columns) > 1))
    return Grid(places, start.lanes, start.abreast, start.column_slots)


def _by_rows(drawing: StrategyMap) -> Grid:
    chunks = [_balanced(_causes_last(drawing, row.id)) for row in drawing.rows]
    abreast = max([len(line) for lines in chunks for line in lines] + [2])
    places: dict[str, Place] = {}
    lanes: list[Lane] = []
    line = 0
    for lines in chunks:
        for offset, boxes in enumerate(lines):
            indent = (abreast - len(boxes)) / 2
            places |= {box.id: (line + offset, indent + slot) for slot, box in enumerate(boxes)}
        lanes.append(Lane(line, line + max(1, len(lines))))
        line = lanes[-1].end
    return Grid(places, tuple(lanes), abreast)


def _balanced(boxes: Sequence[MapBox]) -> list[Sequence[MapBox]]:
    """Lines of nearly equal length, five at most; the longer ones below."""
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


def _by_columns(drawing: StrategyMap) -> Grid:
    ids = [column.id for column in drawing.columns]
    cells: dict[tuple[str, int], list[str]] = defaultdict(list)
    for box in drawing.shown:
        cells[box.row, ids.index(box.column) if box.column in ids else len(ids) - 1].append(box.id)
    slots = _slots(cells, len(ids))
    starts = [sum(slots[:each]) for each in range(len(ids))]
    places: dict[str, Place] = {}
    lanes: list[Lane] = []
    line = 0
    for row in drawing.rows:
        depth = max([1] + [ceil(len(cells[row.id, each]) / slots[each]) for each in range(len(ids))])
        for column, start in enumerate(starts):
            cell = cells[row.id, column]
            indent = max(0, slots[column] - len(cell)) / 2
            for order, each in enumerate(cell):
                places[each] = (line + order // slots[column], start + indent + order % slots[column])
        lanes.append(Lane(line, line + depth))
        line += depth
    return Grid(places, tuple(lanes), sum(slots), tuple((s, s + n) for s, n in zip(starts, slots, strict=True)))


def _slots(cells: dict[tuple[str, int], list[str]], columns: int) -> list[int]:
    """One slot for each column, and the spare ones to the columns with the highest stacks."""
    most = [
        max([len(boxes) for (_, each), boxes in cells.items() if each == column] + [1]) for column in range(columns)
    ]
    slots = [1] * columns
    while sum(slots) < MOST_ABREAST:
        neediest = max(range(columns), key=lambda each: most[each] / slots[each])
        if most[neediest] <= slots[neediest]:
            break
        slots[neediest] += 1
    return slots


Neighbours: TypeAlias = dict[str, list[str]]
Edges: TypeAlias = list[tuple[str, str]]


def _neighbours(arrows: Sequence[MapArrow]) -> Neighbours:
    found: Neighbours = defaultdict(list)
    for arrow in arrows:
        found[arrow.source].append(arrow.target)
        found[arrow.target].append(arrow.source)
    return found


def _groups(drawing: StrategyMap, *, keep_column: bool) -> list[list[str]]:
    """Boxes that may trade places: those of one row, or of one cell where themes are columns."""
    groups: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for box in drawing.shown:
        groups[box.row, box.column if keep_column else None].append(box.id)
    return list(groups.values())


def _settled(places: dict[str, Place], near: Neighbours, groups: list[list[str]]) -> dict[str, Place]:
    """Places after barycentre sweeps, each line in turn, and then trades of neighbours while they pay."""
    places = dict(places)
    edges = _edges(near)
    best, cost = dict(places), _cost(edges, edges, places)
    for sweep in range(SWEEPS):
        for group in groups if sweep % 2 else reversed(groups):
            _sort_lines(group, places, near)
        if (now := _cost(edges, edges, places)) < cost:
            best, cost = dict(places), now
    for _ in range(SWEEPS):
        trades = [_trade(a, b, best, edges) for group in groups for a, b in _pairs(group, best)]
        if not any(trades):
            break
    return best


def _sort_lines(group: list[str], places: dict[str, Place], near: Neighbours) -> None:
    lines: dict[int, list[str]] = defaultdict(list)
    for box in group:
        lines[places[box][0]].append(box)
    for line, boxes in lines.items():
        slots = sorted(places[box][1] for box in boxes)
        order = sorted(boxes, key=lambda box: (_pull(box, places, near), places[box][1]))
        places.update({box: (line, slot) for box, slot in zip(order, slots, strict=True)})


def _pull(box: str, places: dict[str, Place], near: Neighbours) -> float:
    """Where its neighbours on other lines would have it."""
    slots = [places[other][1] for other in near.get(box, []) if places[other][0] != places[box][0]]
    return sum(slots) / len(slots) if slots else places[box][1]


def _pairs(group: list[str], places: dict[str, Place]) -> Iterator[tuple[str, str]]:
    """Pairs of the group that stand side by side or one above the other."""
    ordered = sorted(group, key=lambda box: places[box])
    for index, one in enumerate(ordered):
        for two in ordered[index + 1 :]:
            lines, slots = places[two][0] - places[one][0], abs(places[two][1] - places[one][1])
            if (lines == 0 and slots <= 1) or (lines == 1 and slots < 1):
                yield one, two


def _trade(one: str, two: str, places: dict[str, Place], edges: Edges) -> bool:
    """Swap the two where that lowers the cost of their own arrows."""
    own = [edge for edge in edges if one in edge or two in edge]
    if not own:
        return False
    before = _cost(own, edges, places)
    places[one], places[two] = places[two], places[one]
    if _cost(own, edges, places) < before - 1e-9:
        return True
    places[one], places[two] = places[two], places[one]
    return False


def _edges(near: Neighbours) -> Edges:
    return sorted({(min(one, two), max(one, two)) for one, others in near.items() for two in others})


def _cost(some: Edges, every: Edges, places: dict[str, Place]) -> float:
    """A crossing of the straight lines costs 2, a step sideways 1 (within a line 3), a line that is passed 1.5."""
    spans = [_span(places[a], places[b]) for a, b in every]
    sloping = [span for span in spans if span[0][0] < span[1][0]]
    total = 0.0
    for a, b in some:
        span = _span(places[a], places[b])
        (top, left), (bottom, right) = span
        total += abs(right - left) + (1.5 * (bottom - top - 1) if bottom > top else 2 * abs(right - left))
        if bottom > top:
            total += 2 * _crossings(span, sloping)
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
