"""Pins: where bundles enter the spaces between lines, moved where two would otherwise run on top of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bsc_site.render.strategy_map.geometry.bundles import Bundle

END_ROOM, PASSING_ROOM = 5.0, 3.0
"""As near as another bundle may come to where one leaves its box, or passes a line."""
STEPS = (4, -4, 7, -7, 10, -10, 14, -14, 18, -18, 24, -24, 30, -30, 40, -40)
SLIP = 26.0
"""A sideways step as short as this looks like a slip of the pen."""


def part_pins(bundles: Sequence[Bundle]) -> None:
    """Take out short steps, then move what stands opposite another bundle's pin, as far as its room allows."""
    for bundle in bundles:
        _straighten(bundle, bundles)
    for _ in range(2):
        for bundle in bundles:
            for key in bundle.xs:
                others = list(_others(bundle, key, bundles))
                room = END_ROOM if isinstance(key, str) else PASSING_ROOM
                if any(abs(bundle.xs[key] - x) < room for x in others):
                    bundle.xs[key] = _moved(bundle, key, others)


def _straighten(bundle: Bundle, bundles: Sequence[Bundle]) -> None:
    """Bring the ends of a short sideways step into line, where nothing stands in the way."""
    for channel in bundle.channels:
        near = bundle.near(channel)
        for key in bundle.far(channel):
            step = bundle.xs[near] - bundle.xs[key]
            if 0 < abs(step) <= SLIP and not _slipped(bundle, key, bundle.xs[near], bundles):
                _slipped(bundle, near, bundle.xs[key], bundles)


def _slipped(bundle: Bundle, key: str | int, x: float, bundles: Sequence[Bundle]) -> bool:
    low, high = bundle.rooms[key]
    free = all(abs(x - other) >= 2 * END_ROOM for other in _others(bundle, key, bundles))
    if low <= x <= high and free:
        bundle.xs[key] = x
        return True
    return False


def _others(bundle: Bundle, key: str | int, bundles: Sequence[Bundle]) -> Iterator[float]:
    """The pins of other bundles in the spaces that a place of this one borders on."""
    channels = _spaces(bundle, key)
    for other in bundles:
        if other is not bundle:
            for place, x in other.xs.items():
                if channels & _spaces(other, place):
                    yield x


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
    for least in (9.0, END_ROOM, PASSING_ROOM):
        for step in STEPS:
            if low <= here + step <= high and all(abs(here + step - other) >= least for other in others):
                return here + step
    return here
