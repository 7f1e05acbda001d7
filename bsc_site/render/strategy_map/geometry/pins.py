"""Pins: where bundles enter the spaces between lines, moved where two would otherwise run on top of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bsc_site.render.strategy_map.geometry.bundles import Bundle

END_ROOM, PASSING_ROOM = 5.0, 3.0
"""As near as another bundle may come to where one leaves its box, or passes a line."""
STEPS = (4, -4, 7, -7, 10, -10, 14, -14, 18, -18, 24, -24, 30, -30, 40, -40)
BEST_ROOM = 9.0
SLIP = 26.0
"""A sideways step as short as this looks like a slip of the pen."""
_REACH = max(STEPS) + BEST_ROOM
"""How far away another pin can be in the way of one that is moved."""
_Pin: TypeAlias = "tuple[Bundle, str | int]"


class Pins:
    """The places where bundles may meet, by the spaces that they border on and how far to the right they stand.

    A wide map has thousands in each space, of which a few are near.
    """

    def __init__(self, bundles: Sequence[Bundle]) -> None:
        """Those of all bundles."""
        self._found: dict[tuple[int, int], list[_Pin]] = defaultdict(list)
        for bundle in bundles:
            for place in bundle.xs:
                self._enter(bundle, place)

    def others(self, bundle: Bundle, key: str | int, x: float) -> Iterator[float]:
        """The pins of other bundles near `x`, in the spaces that a place of this one borders on."""
        cells = range(_cell(x - _REACH), _cell(x + _REACH) + 1)
        for space in _spaces(bundle, key):
            for cell in cells:
                for other, place in self._found.get((space, cell), ()):
                    if other is not bundle:
                        yield other.xs[place]

    def move(self, bundle: Bundle, key: str | int, x: float) -> None:
        """The place stands there from now on."""
        for space in _spaces(bundle, key):
            self._found[space, _cell(bundle.xs[key])].remove((bundle, key))
        bundle.xs[key] = x
        self._enter(bundle, key)

    def _enter(self, bundle: Bundle, key: str | int) -> None:
        for space in _spaces(bundle, key):
            self._found[space, _cell(bundle.xs[key])].append((bundle, key))


def _cell(x: float) -> int:
    return int(x // _REACH)


def part_pins(bundles: Sequence[Bundle]) -> None:
    """Take out short steps, then move what stands opposite another bundle's pin, as far as its room allows."""
    pins = Pins(bundles)
    for bundle in bundles:
        _straighten(bundle, pins)
    for _ in range(2):
        for bundle in bundles:
            for key, x in list(bundle.xs.items()):
                others = list(pins.others(bundle, key, x))
                room = END_ROOM if isinstance(key, str) else PASSING_ROOM
                if any(abs(x - other) < room for other in others):
                    pins.move(bundle, key, _moved(bundle, key, others))


def _straighten(bundle: Bundle, pins: Pins) -> None:
    """Bring the ends of a short sideways step into line, where nothing stands in the way."""
    for channel in bundle.channels:
        near = bundle.near(channel)
        for key in bundle.far(channel):
            step = bundle.xs[near] - bundle.xs[key]
            if 0 < abs(step) <= SLIP and not _slipped(bundle, key, bundle.xs[near], pins):
                _slipped(bundle, near, bundle.xs[key], pins)


def _slipped(bundle: Bundle, key: str | int, x: float, pins: Pins) -> bool:
    low, high = bundle.rooms[key]
    free = all(abs(x - other) >= 2 * END_ROOM for other in pins.others(bundle, key, x))
    if low <= x <= high and free:
        pins.move(bundle, key, x)
        return True
    return False


def _spaces(bundle: Bundle, key: str | int) -> set[int]:
    """The spaces that the place borders on."""
    if isinstance(key, int):
        return {key, key + 1}
    if key == bundle.target:
        return {bundle.line + 1} if bundle.up else {bundle.line}
    line = bundle.lines[key]
    return {line} if bundle.up and line != bundle.line else {line + 1}


def _moved(bundle: Bundle, key: str | int, others: list[float]) -> float:
    """The nearest free place, or the same one where there is none."""
    low, high = bundle.rooms[key]
    here = bundle.xs[key]
    for least in (BEST_ROOM, END_ROOM, PASSING_ROOM):
        for step in STEPS:
            if low <= here + step <= high and all(abs(here + step - other) >= least for other in others):
                return here + step
    return here
