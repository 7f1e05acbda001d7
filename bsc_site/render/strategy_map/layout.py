"""The layout of the map: where every lane, box, arrow and label lies, before a word of SVG is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import TypeAlias

from bsc_site.render.strategy_map.arrow_labels import Label, labels_of
from bsc_site.render.strategy_map.cards import Card, LaneLabel, card_of, lane_label
from bsc_site.render.strategy_map.dimensions import (
    BAND_PAD,
    COLUMN_HEADER,
    MARGIN,
    QUIET,
    TRACK,
    WIDTH,
    Rect,
    Spread,
    spread_of,
)
from bsc_site.render.strategy_map.map_content import MapArrow, MapColumn, StrategyMap
from bsc_site.render.strategy_map.pins import part_pins
from bsc_site.render.strategy_map.routes import Way, ways_of
from bsc_site.render.strategy_map.slots import Grid, grid_of
from bsc_site.render.strategy_map.tracks import Turn, tracks_of

Point: TypeAlias = tuple[float, float]
PORT_STEP = 12.0
GRADE_AT = 9.0
"""How far from its box the grade of an arrow stands."""
GRADE_HALF = 5.0


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow with the corners of its way, from its source to its target."""

    arrow: MapArrow
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything in place. `boxes` stand in reading order; `columns` are headed stripes."""

    height: float
    lanes: tuple[tuple[LaneLabel, Rect], ...]
    columns: tuple[tuple[MapColumn, Rect], ...]
    boxes: tuple[tuple[Card, Rect], ...]
    wires: tuple[Wire, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Levels:
    """Heights: top and bottom of each line, top of the space above each line and below the last one."""

    lines: tuple[tuple[float, float], ...]
    spaces: tuple[float, ...]
    end: float


def plan_of(drawing: StrategyMap) -> Plan:
    """The plan of `drawing`."""
    grid = grid_of(drawing)
    spread = spread_of(grid.abreast)
    ways = ways_of(drawing.drawn_arrows(), grid, spread)
    part_pins(ways)
    tracks = _tracks(ways, grid.line_count)
    cards = {box.id: card_of(box, spread.box) for box in drawing.shown}
    labels = tuple(lane_label(row) for row in drawing.rows)
    levels = _levels(grid, tracks, cards, labels)
    boxes = _boxes(grid, spread, cards, levels)
    wires = _wires(ways, tracks, levels, boxes)
    lanes = tuple((label, _band(lane.first, lane.end, levels)) for label, lane in zip(labels, grid.lanes, strict=True))
    taken = [rect for _, rect in boxes] + [_around(grade_place(wire.points)) for wire in wires if wire.arrow.grade]
    return Plan(
        height=levels.end,
        lanes=lanes,
        columns=_columns(drawing, grid, spread, levels),
        boxes=boxes,
        wires=wires,
        labels=labels_of([(wire.arrow, wire.points) for wire in wires], taken),
    )


def grade_place(points: Sequence[Point]) -> Point:
    """Where the grade of an arrow stands: on its first part, close to the box that it starts from."""
    (x1, y1), (x2, y2) = points[0], points[1]
    share = GRADE_AT / (hypot(x2 - x1, y2 - y1) or GRADE_AT)
    return x1 + (x2 - x1) * share, y1 + (y2 - y1) * share


def _around(place: Point) -> Rect:
    x, y = place
    return Rect(x - GRADE_HALF, y - GRADE_HALF, x + GRADE_HALF, y + GRADE_HALF)


def _tracks(ways: Sequence[Way], lines: int) -> list[dict[int, int]]:
    """For each space the track of every way that turns there, by the way's number."""
    turns: list[list[Turn]] = [[] for _ in range(lines + 1)]
    for key, way in enumerate(ways):
        if way.beside:
            continue
        for index, channel in enumerate(way.channels):
            first, second = way.xs[index], way.xs[index + 1]
            level = way.lines[0] == way.lines[-1]
            above, below = (second, first) if way.up and not level else (first, second)
            turns[channel].append(Turn(key, above, below, both_above=level))
    return [tracks_of(each) for each in turns]


def _levels(grid: Grid, tracks: list[dict[int, int]], cards: dict[str, Card], labels: Sequence[LaneLabel]) -> _Levels:
    heights = [_line_height(grid, line, cards) for line in range(grid.line_count)]
    for label, lane in zip(labels, grid.lanes, strict=True):
        heights[lane.first] = max(heights[lane.first], label.height if lane.end - lane.first == 1 else 0)
    top = MARGIN / 2 + (COLUMN_HEADER if grid.column_slots else 0)
    lines: list[tuple[float, float]] = []
    spaces: list[float] = []
    for line, height in enumerate(heights):
        spaces.append(top)
        top += _space(tracks[line], outer=line == 0)
        lines.append((top, top + height))
        top += height
    spaces.append(top)
    return _Levels(tuple(lines), tuple(spaces), top + _space(tracks[-1], outer=True))


def _line_height(grid: Grid, line: int, cards: dict[str, Card]) -> float:
    return max([cards[box].height for box, (at, _) in grid.places.items() if at == line] + [40.0])


def _space(tracks: dict[int, int], *, outer: bool) -> float:
    """The height of a space: the pads of the two lanes and what the tracks take."""
    count = max(tracks.values(), default=-1) + 1
    if outer:
        return BAND_PAD + (TRACK * count + MARGIN if count else MARGIN / 2)
    return 2 * BAND_PAD + (TRACK * (count + 1) if count else QUIET)


def _boxes(grid: Grid, spread: Spread, cards: dict[str, Card], levels: _Levels) -> tuple[tuple[Card, Rect], ...]:
    placed = []
    for box, (line, slot) in sorted(grid.places.items(), key=lambda each: each[1]):
        left, right = spread.extent(slot)
        top, bottom = levels.lines[line]
        placed.append((cards[box], Rect(left, top, right, bottom)))
    return tuple(placed)


def _band(first: int, end: int, levels: _Levels) -> Rect:
    return Rect(MARGIN / 2, levels.lines[first][0] - BAND_PAD, WIDTH - MARGIN / 2, levels.lines[end - 1][1] + BAND_PAD)


def _columns(drawing: StrategyMap, grid: Grid, spread: Spread, levels: _Levels) -> tuple[tuple[MapColumn, Rect], ...]:
    stripes = []
    for column, (first, end) in zip(drawing.columns, grid.column_slots, strict=False):
        left, right = spread.left + first * spread.pitch, spread.left + end * spread.pitch
        stripes.append((column, Rect(left + 3, MARGIN / 2, right - 3, levels.end - MARGIN / 2)))
    return tuple(stripes)


def _wires(
    ways: Sequence[Way], tracks: list[dict[int, int]], levels: _Levels, boxes: Sequence[tuple[Card, Rect]]
) -> tuple[Wire, ...]:
    rects = {card.box.id: rect for card, rect in boxes}
    crowd: dict[tuple[str, str], int] = defaultdict(int)
    wires = []
    for key, way in enumerate(ways):
        if way.beside:
            one, two = sorted((way.arrow.source, way.arrow.target))
            points = _beside(rects[way.arrow.source], rects[way.arrow.target], crowd[one, two])
            crowd[one, two] += 1
        else:
            points = _corners(key, way, tracks, levels)
        wires.append(Wire(way.arrow, points))
    return tuple(wires)


def _beside(source: Rect, target: Rect, rank: int) -> tuple[Point, ...]:
    y = source.middle + PORT_STEP * ((rank + 1) // 2) * (-1 if rank % 2 else 1)
    if source.left < target.left:
        return (source.right, y), (target.left, y)
    return (source.left, y), (target.right, y)


def _corners(key: int, way: Way, tracks: list[dict[int, int]], levels: _Levels) -> tuple[Point, ...]:
    level = way.lines[0] == way.lines[-1]
    start = levels.lines[way.lines[0]][0 if way.up and not level else 1]
    goal = levels.lines[way.lines[-1]][1 if way.up else 0]
    points: list[Point] = [(way.xs[0], start)]
    for index, channel in enumerate(way.channels):
        if (track := tracks[channel].get(key)) is not None:
            y = levels.spaces[channel] + BAND_PAD + TRACK * (track + (0.5 if _outer(channel, levels) else 1))
            points += [(way.xs[index], y), (way.xs[index + 1], y)]
    points.append((way.xs[-1], goal))
    return _merged(points)


def _outer(channel: int, levels: _Levels) -> bool:
    return channel in {0, len(levels.lines)}


def _merged(points: list[Point]) -> tuple[Point, ...]:
    """The corners without those that lie on a straight vertical line between their neighbours."""
    kept = points[:1]
    for here, after in zip(points[1:], [*points[2:], None], strict=True):
        if after is None or not (kept[-1][0] == here[0] == after[0]):
            kept.append(here)
    return tuple(kept)
