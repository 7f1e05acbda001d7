"""Routes of arrows from left to right: at which side and place they leave, pass other lines and arrive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from bsc_site.render.strategy_map.dimensions import HEAD, LABEL_WIDTH, MARGIN, PORT, WIDTH, Spread
from bsc_site.render.strategy_map.map_content import MapArrow
from bsc_site.render.strategy_map.slots import Grid

LANE_OF_ARROWS = 9.0
"""Between two arrows that pass a line through the same opening."""
EDGE = 6.0
"""From the side of a box to an arrow that passes it."""
PORT_INSET = 14.0
PORT_LEAST = 11.0
JOG = 30.0
"""A sideways step as short as this looks like a slip of the pen."""
Extent: TypeAlias = tuple[float, float]


@dataclass(slots=True)
class Way:
    """One arrow's way. `xs` are the places where it crosses lines, from its source to its target, ends included.

    `channels` are the spaces between lines that it runs through (space n lies above line n), one fewer than `xs`.
    `beside` marks an arrow that runs straight from the side of a box to the side of its neighbour.
    """

    arrow: MapArrow
    up: bool
    lines: tuple[int, ...]
    channels: tuple[int, ...]
    xs: list[float] = field(default_factory=list)
    beside: bool = False
    rooms: list[Extent] = field(default_factory=list)
    """For each of `xs` but the last, from where to where it may be moved."""


def ways_of(arrows: Sequence[MapArrow], grid: Grid, spread: Spread) -> tuple[Way, ...]:
    """The ways of all arrows, with places chosen so that no two share one and few cross."""
    extents = {box: spread.extent(slot) for box, (_, slot) in grid.places.items()}
    ways = tuple(_started(arrow, grid) for arrow in arrows)
    openings = _openings(grid, extents, ways)
    _choose_openings(ways, openings, extents)
    _choose_ports(ways, extents)
    _straighten(ways, extents)
    return ways


def _started(arrow: MapArrow, grid: Grid) -> Way:
    (source, slot), (target, other) = grid.places[arrow.source], grid.places[arrow.target]
    if source == target:
        beside = not any(
            at == source and min(slot, other) < each < max(slot, other) for at, each in grid.places.values()
        )
        return Way(arrow, up=True, lines=(source, source), channels=(source + 1,), beside=beside)
    step = -1 if target < source else 1
    lines = tuple(range(source, target + step, step))
    return Way(arrow, step < 0, lines, tuple(max(a, b) for a, b in pairwise(lines)))


def _openings(grid: Grid, extents: dict[str, Extent], ways: Sequence[Way]) -> list[list[Extent]]:
    """For each line the openings between its boxes, and beside them, where an arrow can pass."""
    heads = {(way.lines[0], side) for way in ways if way.beside for side in extents[way.arrow.target]}
    found: list[list[Extent]] = []
    for line in range(grid.line_count):
        boxes = sorted(extents[box] for box, (at, _) in grid.places.items() if at == line)
        edges = [LABEL_WIDTH - 2, *(edge for box in boxes for edge in box), WIDTH - MARGIN + EDGE]
        gaps = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 2 * EDGE]
        found.append([_opening(a, b, (line, a) in heads, (line, b) in heads) for a, b in gaps])
    return found


def _opening(left: float, right: float, *heads: bool) -> Extent:
    """The gap without its edges, which are wider where the head of an arrow points at the box."""
    low, high = (EDGE + (HEAD if head else 0) for head in heads)
    return (left + low, right - high) if left + low <= right - high else (left + EDGE, right - EDGE)


def _centre(extent: Extent) -> float:
    return (extent[0] + extent[1]) / 2


def _inside(extent: Extent, inset: float) -> Extent:
    return extent[0] + inset, extent[1] - inset


def _choose_openings(ways: Sequence[Way], openings: list[list[Extent]], extents: dict[str, Extent]) -> None:
    """Give each way a place in every line that it passes, then set those that share an opening apart."""
    taken: dict[tuple[int, Extent], list[tuple[Way, int]]] = defaultdict(list)
    for way in sorted(ways, key=lambda way: len(way.lines)):
        way.xs = [_centre(extents[way.arrow.source])]
        way.rooms = [_inside(extents[way.arrow.source], 8)]
        target = _centre(extents[way.arrow.target])
        for index, line in enumerate(way.lines[1:-1], 1):
            crowds = {each: len(taken[line, each]) for each in openings[line]}
            opening = min(crowds, key=partial(_toll, crowds, way.xs[-1], target))
            way.xs.append(min(max(way.xs[-1], opening[0]), opening[1]))
            way.rooms.append(opening)
            taken[line, opening].append((way, index))
        way.xs.append(target)
    for (_, opening), passing in taken.items():
        passing.sort(key=lambda each: (each[0].xs[each[1]], each[0].xs[each[1] - 1] + each[0].xs[each[1] + 1]))
        wished = [way.xs[index] for way, index in passing]
        for (way, index), x in zip(passing, apart(wished, opening, LANE_OF_ARROWS), strict=True):
            way.xs[index] = x


def _toll(crowds: dict[Extent, int], here: float, target: float, opening: Extent) -> float:
    """What the detour through an opening costs; the more arrows it already holds for its width, the dearer."""
    at = min(max(here, opening[0]), opening[1])
    crowd = crowds[opening] * LANE_OF_ARROWS / max(opening[1] - opening[0], LANE_OF_ARROWS / 2)
    return abs(at - here) + abs(at - target) + 100 * crowd


def apart(wished: Sequence[float], extent: Extent, room: float) -> list[float]:
    """The sorted places, moved as little as needed to stand `room` apart (less where `extent` is too short)."""
    if not wished:
        return []
    low, high = extent
    room = min(room, (high - low) / max(len(wished) - 1, 1))
    places: list[float] = []
    for index, x in enumerate(wished):
        places.append(max(x, low if not index else places[-1] + room))
    over = high
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], over)
        over = places[index] - room
    drift = sum(wished) / len(wished) - sum(places) / len(places)
    drift = min(max(drift, low - places[0]), high - places[-1])
    return [x + drift for x in places]


def _choose_ports(ways: Sequence[Way], extents: dict[str, Extent]) -> None:
    """Set the arrows on each side of each box apart, in the order in which they go on."""
    sides: dict[tuple[str, bool], list[tuple[Way, int]]] = defaultdict(list)
    for way in ways:
        if not way.beside:
            level = way.lines[0] == way.lines[-1]
            sides[way.arrow.source, way.up and not level].append((way, 0))
            sides[way.arrow.target, not way.up].append((way, -1))
    for (box, _), ends in sides.items():
        left, right = extents[box]
        inside = (left + PORT_INSET, right - PORT_INSET)
        ends.sort(key=lambda end: _onward(*end))
        wished = [_wish(way, end, extents) for way, end in ends]
        for (way, end), x in zip(ends, apart(sorted(wished), inside, PORT), strict=True):
            way.xs[end] = x


def _straighten(ways: Sequence[Way], extents: dict[str, Extent]) -> None:
    """Take out small jogs at either end of a way, where its neighbours on that side of the box leave room."""
    sides: dict[tuple[str, bool], list[tuple[Way, int]]] = defaultdict(list)
    for way in ways:
        if not way.beside and way.lines[0] != way.lines[-1]:
            sides[way.arrow.source, way.up].append((way, 0))
            sides[way.arrow.target, not way.up].append((way, -1))
    for (box, _), ends in sides.items():
        left, right = extents[box]
        for way, end in ends:
            here, wish = way.xs[end], _onward(way, end)
            others = [other.xs[at] for other, at in ends if other is not way]
            free = all(abs(x - wish) >= PORT_LEAST and (x < here) == (x < wish) for x in others)
            if abs(here - wish) <= JOG and left + PORT_LEAST <= wish <= right - PORT_LEAST and free:
                way.xs[end] = wish


def _onward(way: Way, end: int) -> float:
    return way.xs[1] if end == 0 else way.xs[-2]


def _wish(way: Way, end: int, extents: dict[str, Extent]) -> float:
    """Where an arrow would like to leave or arrive: straight if it can, else a little towards its other end."""
    own = extents[way.arrow.source if end == 0 else way.arrow.target]
    low, high = own[0] + PORT_INSET, own[1] - PORT_INSET
    onward = _onward(way, end)
    if len(way.xs) == 2:  # noqa: PLR2004  # source and target face each other
        other = extents[way.arrow.target if end == 0 else way.arrow.source]
        low2, high2 = max(low, other[0] + PORT_INSET), min(high, other[1] - PORT_INSET)
        if low2 <= high2:
            return (low2 + high2) / 2
    elif low <= onward <= high:
        return onward
    return _centre(own) + max(min((onward - _centre(own)) * 0.12, high - _centre(own)), low - _centre(own))
