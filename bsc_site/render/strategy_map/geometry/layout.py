"""The layout of the map: where every lane, box, arrow and label lies, before a word of SVG is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from bsc_site.model.value_class import dataclass
from bsc_site.render.strategy_map.geometry.arrow_labels import Label, labels_of
from bsc_site.render.strategy_map.geometry.bundles import Bundle, Straight, bundles_of
from bsc_site.render.strategy_map.geometry.cards import Card, LaneLabel, card_of, lane_label
from bsc_site.render.strategy_map.geometry.dimensions import (
    BAND_PAD,
    BOX_HEIGHT,
    QUIET,
    TRACK,
    Rect,
    Spread,
    spread_of,
)
from bsc_site.render.strategy_map.geometry.map_content import MapArrow, StrategyMap
from bsc_site.render.strategy_map.geometry.pins import part_pins
from bsc_site.render.strategy_map.geometry.slots import Grid, grid_of
from bsc_site.render.strategy_map.geometry.tracks import Turn, tracks_of

Point: TypeAlias = tuple[float, float]
PORT_STEP = 12.0


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow with the corners of its way, from its source to its target."""

    arrow: MapArrow
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything in place. `boxes` stand in reading order, in a `leftward` plan each line from the right."""

    width: float
    height: float
    lanes: tuple[tuple[LaneLabel, Rect], ...]
    boxes: tuple[tuple[Card, Rect], ...]
    wires: tuple[Wire, ...]
    labels: tuple[Label, ...]
    leftward: bool = False


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
    bundles, straights = bundles_of(drawing.drawn_arrows(), grid, spread)
    part_pins(bundles)
    tracks = _tracks(bundles, grid.line_count)
    labels = tuple(lane_label(row) for row in drawing.rows)
    levels = _levels(grid, tracks)
    boxes = _boxes(drawing, grid, spread, levels)
    rects = {card.box.id: rect for card, rect in boxes}
    wires = (*_beside(straights, rects), *_bundled(bundles, tracks, levels))
    order = {arrow: index for index, arrow in enumerate(drawing.drawn_arrows())}
    wires = tuple(sorted(wires, key=lambda wire: order[wire.arrow]))
    return Plan(
        width=spread.width,
        height=levels.end,
        lanes=tuple(_lanes(labels, grid, spread, levels)),
        boxes=boxes,
        wires=wires,
        labels=labels_of([(wire.arrow, wire.points) for wire in wires], list(rects.values()), spread.width),
    )


def _tracks(bundles: Sequence[Bundle], lines: int) -> list[dict[int, int]]:
    """For each space the track of every bundle that turns there, by the bundle's number."""
    turns: list[list[Turn]] = [[] for _ in range(lines + 1)]
    for key, bundle in enumerate(bundles):
        for channel in bundle.channels:
            turns[channel].append(Turn(key, *bundle.ends(channel)))
    return [tracks_of(each) for each in turns]


def _levels(grid: Grid, tracks: list[dict[int, int]]) -> _Levels:
    firsts = {lane.first for lane in grid.lanes}
    top = 0.0
    lines: list[tuple[float, float]] = []
    spaces: list[float] = []
    for line in range(grid.line_count):
        spaces.append(top)
        top += _space(tracks[line], outer=line == 0, inner=line not in firsts)
        lines.append((top, top + BOX_HEIGHT))
        top += BOX_HEIGHT
    spaces.append(top)
    return _Levels(tuple(lines), tuple(spaces), top + _space(tracks[-1], outer=True, inner=False))


def _space(tracks: dict[int, int], *, outer: bool, inner: bool) -> float:
    """The height of a space: the pads of the two lanes and what the tracks take."""
    count = max(tracks.values(), default=-1) + 1
    if outer:
        return BAND_PAD + (TRACK * (count + 0.5) if count else 1)
    pads = 2 * BAND_PAD
    return pads + (TRACK * (count + 1) if count else 0 if inner else QUIET)


def _boxes(drawing: StrategyMap, grid: Grid, spread: Spread, levels: _Levels) -> tuple[tuple[Card, Rect], ...]:
    by_id = {box.id: box for box in drawing.shown}
    placed = []
    for box, (line, column) in sorted(grid.places.items(), key=lambda each: each[1]):
        left, right = spread.extent(column)
        top, bottom = levels.lines[line]
        placed.append((card_of(by_id[box], spread.box), Rect(left, top, right, bottom)))
    return tuple(placed)


def _lanes(
    labels: Sequence[LaneLabel], grid: Grid, spread: Spread, levels: _Levels
) -> Iterator[tuple[LaneLabel, Rect]]:
    for label, lane in zip(labels, grid.lanes, strict=True):
        top, bottom = levels.lines[lane.first][0] - BAND_PAD, levels.lines[lane.end - 1][1] + BAND_PAD
        yield label, Rect(0, top, spread.width, bottom)


def _beside(straights: Sequence[Straight], rects: dict[str, Rect]) -> Iterator[Wire]:
    crowd: dict[frozenset[str], int] = defaultdict(int)
    for each in straights:
        source, target = rects[each.arrow.source], rects[each.arrow.target]
        pair = frozenset((each.arrow.source, each.arrow.target))
        y = source.middle + PORT_STEP * crowd[pair]
        crowd[pair] += 1
        right = source.left < target.left
        yield Wire(
            each.arrow, ((source.right, y), (target.left, y)) if right else ((source.left, y), (target.right, y))
        )


def _bundled(bundles: Sequence[Bundle], tracks: list[dict[int, int]], levels: _Levels) -> Iterator[Wire]:
    for number, bundle in enumerate(bundles):
        for arrow in bundle.arrows:
            yield Wire(arrow, _corners(number, bundle, arrow.source, tracks, levels))


def _corners(
    number: int, bundle: Bundle, source: str, tracks: list[dict[int, int]], levels: _Levels
) -> tuple[Point, ...]:
    line, way = bundle.lines[source], bundle.way(source)
    level = line == bundle.line
    start = levels.lines[line][0 if bundle.up and not level else 1]
    goal = levels.lines[bundle.line][1 if bundle.up else 0]
    first = len(bundle.channels) - (len(way) - 1)
    channels = bundle.channels[::-1][first:]
    points: list[Point] = [(bundle.xs[source], start)]
    for channel, (here, there) in zip(channels, pairwise(way), strict=True):
        if (track := tracks[channel].get(number)) is not None:
            pad = BAND_PAD + TRACK * (track + 1)
            y = levels.spaces[channel] + (pad if channel < len(levels.lines) else BAND_PAD + TRACK * (track + 0.5))
            points += [(bundle.xs[here], y), (bundle.xs[there], y)]
    points.append((bundle.xs[bundle.target], goal))
    return _merged(points)


def _merged(points: list[Point]) -> tuple[Point, ...]:
    """The corners without those that lie on a straight vertical line between their neighbours."""
    kept = points[:1]
    for here, after in zip(points[1:], [*points[2:], None], strict=True):
        if after is None or not (kept[-1][0] == here[0] == after[0]):
            kept.append(here)
    return tuple(kept)
