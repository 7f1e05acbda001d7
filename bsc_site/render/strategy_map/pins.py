"""Pins: where arrows enter the spaces between lines, moved where two would otherwise run on top of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bsc_site.render.strategy_map.routes import Way

START_ROOM, PASSING_ROOM = 5.0, 2.0
"""As near as another arrow may come to where one leaves its box, or passes a line."""
START_STEPS = (7, -7, 10, -10, 14, -14, 18, -18, 22, -22)
PASSING_STEPS = (4, -4, 6, -6, 8, -8, 10, -10, 3, -3)
STRAIGHT = 1.0
Pins: TypeAlias = dict[int, list[tuple[int, float]]]


def part_pins(ways: Sequence[Way]) -> None:
    """Move what stands opposite another arrow's pin in the same space, as far as its opening or its box allows."""
    pins = _pins(ways)
    for number, way in enumerate(ways):
        for index in range(0 if way.beside else len(way.channels)):
            others = list(_others(pins, way, number, index))
            room = PASSING_ROOM if index else START_ROOM
            straight = not index and abs(way.xs[0] - way.xs[1]) < STRAIGHT
            if not straight and any(abs(way.xs[index] - x) < room for x in others):
                way.xs[index] = _moved(way, index, others)
                _record(pins, way, number)


def _pins(ways: Sequence[Way]) -> Pins:
    pins: Pins = defaultdict(list)
    for number, way in enumerate(ways):
        if not way.beside:
            _record(pins, way, number)
    return pins


def _record(pins: Pins, way: Way, number: int) -> None:
    """Set down where the way enters and leaves each of its spaces, in place of what stood there for it."""
    for index, channel in enumerate(way.channels):
        kept = [pin for pin in pins[channel] if pin[0] != number]
        pins[channel] = [*kept, (number, way.xs[index]), (number, way.xs[index + 1])]


def _others(pins: Pins, way: Way, number: int, index: int) -> Iterator[float]:
    """The pins of other arrows in the spaces on both sides of a place of the way."""
    for channel in way.channels[max(index - 1, 0) : index + 1]:
        yield from (x for owner, x in pins[channel] if owner != number)


def _moved(way: Way, index: int, others: list[float]) -> float:
    """The nearest free place, or the same one where there is none."""
    low, high = way.rooms[index]
    places = [way.xs[index] + step for step in (PASSING_STEPS if index else START_STEPS)]
    for least in (8.0, START_ROOM, 3.5, PASSING_ROOM):
        for x in places:
            if low <= x <= high and all(abs(x - other) >= least for other in others):
                return x
    return way.xs[index]
