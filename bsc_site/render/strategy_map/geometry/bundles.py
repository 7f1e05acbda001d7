"""Bundles: the arrows that enter an objective from one side, joined on their way like rivers; where each one runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeAlias

from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.value_class import dataclass
from bsc_site.render.strategy_map.geometry.dimensions import HEAD, LABEL_WIDTH, MARGIN, PORT, Spread
from bsc_site.render.strategy_map.geometry.map_content import MapArrow
from bsc_site.render.strategy_map.geometry.slots import Grid

LANE_OF_ARROWS = 9.0
"""Between two bundles that pass a line through the same opening."""
EDGE, WIDE_EDGE = 7.0, 15.0
"""From the side of a box to an arrow that passes it, at least and where there is room."""
PORT_INSET = 18.0
LEAN = 0.12
Extent: TypeAlias = tuple[float, float]


@dataclass(slots=True)
class Bundle:
    """Arrows of one sign into one objective, from above or from below; `xs` are the places where it crosses lines.

    A key of `xs` is the id of a box for the end at that box, the number of a line for the place where all that come
    from beyond it pass that line. `rooms` says from where to where each may be moved.
    """

    target: str
    line: int
    up: bool
    arrows: list[MapArrow] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each source."""
    xs: dict[str | int, float] = field(default_factory=dict)
    rooms: dict[str | int, Extent] = field(default_factory=dict)

    @property
    def reach(self) -> int:
        """The line of the source that is farthest from the objective."""
        return max(self.lines.values()) if self.up else min(self.lines.values())

    @property
    def passed(self) -> tuple[int, ...]:
        """The lines between the objective and its farthest source, the nearest first."""
        return tuple(range(self.line + 1, self.reach) if self.up else range(self.line - 1, self.reach, -1))

    @property
    def channels(self) -> tuple[int, ...]:
        """The spaces between lines that it runs through, the nearest first; space n lies above line n."""
        if self.up:
            return tuple(range(self.line + 1, max(self.reach, self.line + 1) + 1))
        return tuple(range(self.line, self.reach, -1))

    def near(self, channel: int) -> str | int:
        """The key of the place where it leaves a channel towards the objective."""
        return self.target if channel == self.channels[0] else (channel - 1 if self.up else channel)

    def far(self, channel: int) -> tuple[str | int, ...]:
        """The keys of the places where it enters a channel, those on the far line only."""
        line = channel if self.up else channel - 1
        found: list[str | int] = [box for box, at in self.lines.items() if at == line]
        return (*found, line) if line in self.passed else tuple(found)

    def beside(self, channel: int) -> tuple[str, ...]:
        """The sources in the objective's own line, which enter the same space as it does."""
        return tuple(box for box, at in self.lines.items() if at == self.line) if channel == self.channels[0] else ()

    def ends(self, channel: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Where it touches the upper line of a channel, and where the lower one."""
        near = tuple(self.xs[each] for each in (self.near(channel), *self.beside(channel)))
        far = tuple(self.xs[each] for each in self.far(channel))
        return (near, far) if self.up else (far, near)

    def way(self, source: str) -> tuple[str | int, ...]:
        """The keys from a source to the objective."""
        step = -1 if self.up else 1
        return (source, *range(self.lines[source] + step, self.line, step), self.target)


@dataclass(frozen=True, slots=True)
class Straight:
    """An arrow from the side of a box to the side of its neighbour in the line."""

    arrow: MapArrow


def bundles_of(
    arrows: Sequence[MapArrow], grid: Grid, spread: Spread
) -> tuple[tuple[Bundle, ...], tuple[Straight, ...]]:
    """All arrows: those in bundles, with places chosen so that few cross, and those between neighbours."""
    extents = {box: spread.extent(column) for box, (_, column) in grid.places.items()}
    straights = tuple(Straight(arrow) for arrow in arrows if _neighbours(arrow, grid))
    bundles = tuple(_joined([arrow for arrow in arrows if not _neighbours(arrow, grid)], grid))
    for bundle in bundles:
        bundle.rooms = {box: _inside(extents[box], 8) for box in (bundle.target, *bundle.lines)}
        bundle.xs = {box: _centre(extents[box]) for box in (bundle.target, *bundle.lines)}
    _choose_openings(bundles, _openings(grid, extents, straights, spread.width))
    _choose_ports(bundles, extents)
    return bundles, straights


def _neighbours(arrow: MapArrow, grid: Grid) -> bool:
    (line, here), (other, there) = grid.places[arrow.source], grid.places[arrow.target]
    between = range(min(here, there) + 1, max(here, there))
    return line == other and not any((line, each) in grid.places.values() for each in between)


def _joined(arrows: Sequence[MapArrow], grid: Grid) -> Iterator[Bundle]:
    found: dict[tuple[str, bool, str], Bundle] = {}
    for arrow in arrows:
        source, target = grid.places[arrow.source][0], grid.places[arrow.target][0]
        up = source >= target
        bundle = found.setdefault((arrow.target, up, arrow.sign), Bundle(arrow.target, target, up))
        bundle.arrows.append(arrow)
        bundle.lines[arrow.source] = source
    yield from found.values()


def _openings(
    grid: Grid, extents: Mapping[str, Extent], straights: Sequence[Straight], width: float
) -> list[list[Extent]]:
    """For each line the openings between its boxes, and beside them, where an arrow can pass."""
    heads = {(grid.places[each.arrow.target][0], side) for each in straights for side in extents[each.arrow.target]}
    found: list[list[Extent]] = []
    for line in range(grid.line_count):
        boxes = sorted(extents[box] for box, (at, _) in grid.places.items() if at == line)
        edges = [LABEL_WIDTH - EDGE, *(edge for box in boxes for edge in box), width - MARGIN / 2]
        gaps = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 2 * EDGE]
        found.append([_opening(a, b, (line, a) in heads, (line, b) in heads) for a, b in gaps])
    return found


def _opening(left: float, right: float, *heads: bool) -> Extent:
    """The gap without its edges, which are wider where the head of an arrow points at the box."""
    edge = min(WIDE_EDGE, max(EDGE, (right - left) / 2 - LANE_OF_ARROWS))
    low, high = (edge + (HEAD if head else 0) for head in heads)
    return (left + low, right - high) if left + low <= right - high else ((left + right) / 2, (left + right) / 2)


def _centre(extent: Extent) -> float:
    return (extent[0] + extent[1]) / 2


def _inside(extent: Extent, inset: float) -> Extent:
    return extent[0] + inset, extent[1] - inset


def _choose_openings(bundles: Sequence[Bundle], openings: list[list[Extent]]) -> None:
    """Give each bundle a place in every line that it passes, then set those that share an opening apart."""
    taken: dict[tuple[int, Extent], list[Bundle]] = defaultdict(list)
    for bundle in sorted(bundles, key=lambda each: len(each.passed)):
        here = bundle.xs[bundle.target]
        for line in bundle.passed:
            beyond = [bundle.xs[box] for box, at in bundle.lines.items() if (at > line if bundle.up else at < line)]
            tolls = {each: _toll(each, here, beyond, len(taken[line, each])) for each in openings[line]}
            opening = min(tolls, key=tolls.__getitem__)
            here = bundle.xs[line] = _nearest(opening, here, beyond)
            bundle.rooms[line] = opening
            taken[line, opening].append(bundle)
    for (line, opening), passing in taken.items():
        passing.sort(key=lambda each: (each.xs[line], _course_of(each)))
        wished = [each.xs[line] for each in passing]
        for bundle, x in zip(passing, apart(wished, opening, LANE_OF_ARROWS), strict=True):
            bundle.xs[line] = x


def _nearest(opening: Extent, here: float, beyond: Sequence[float]) -> float:
    """Where to pass the opening: straight on if it can be, or else straight from what lies beyond."""
    if not opening[0] <= here <= opening[1]:
        straight = [x for x in beyond if opening[0] <= x <= opening[1]]
        here = straight[0] if straight else here
    return min(max(here, opening[0]), opening[1])


def _toll(opening: Extent, here: float, beyond: Sequence[float], crowd: int) -> float:
    """What the detour through an opening costs; the more arrows it already holds for its width, the dearer."""
    at = _nearest(opening, here, beyond)
    full = crowd * LANE_OF_ARROWS / max(opening[1] - opening[0], LANE_OF_ARROWS / 2)
    return abs(at - here) + exact_sum(abs(at - x) for x in beyond) / max(len(beyond), 1) + 100 * full


def _course_of(bundle: Bundle) -> float:
    """Where its ends lie on the whole."""
    around = [bundle.xs[bundle.target], *(bundle.xs[box] for box in bundle.lines)]
    return exact_sum(around) / len(around)


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
    drift = exact_sum(wished) / len(wished) - exact_sum(places) / len(places)
    drift = min(max(drift, low - places[0]), high - places[-1])
    return [x + drift for x in places]


def _choose_ports(bundles: Sequence[Bundle], extents: Mapping[str, Extent]) -> None:
    """Set the ends on each side of each box apart, in the order in which they go on."""
    sides: dict[tuple[str, bool], list[tuple[Bundle, float]]] = defaultdict(list)
    for bundle in bundles:
        for box, line in bundle.lines.items():
            sides[box, bundle.up and line != bundle.line].append((bundle, bundle.xs[bundle.way(box)[1]]))
        coming = [bundle.xs[key] for key in (*bundle.far(bundle.channels[0]), *bundle.beside(bundle.channels[0]))]
        sides[bundle.target, not bundle.up].append((bundle, exact_sum(coming) / len(coming)))
    for (box, _), ends in sides.items():
        ends.sort(key=lambda end: (end[1], not end[0].up))
        wished = sorted(_wish(bundle, box, onward, extents[box]) for bundle, onward in ends)
        for (bundle, _), x in zip(ends, apart(wished, _inside(extents[box], PORT_INSET), PORT), strict=True):
            bundle.xs[box] = x


def _wish(bundle: Bundle, box: str, onward: float, own: Extent) -> float:
    """Where an arrow would like to leave or arrive: straight if it can, else a little towards its other end."""
    low, high = _inside(own, PORT_INSET)
    if low <= onward <= high and box != bundle.target:
        return onward
    return min(max(_centre(own) + (onward - _centre(own)) * LEAN, low), high)
