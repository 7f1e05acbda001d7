"""The rooms of the program, and who imports whom: read from the code, not from what is said about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

import grimp

ROOT = "bsc_site"


@dataclass(frozen=True)
class House:
    """The rooms by name below the package (`render.views.parts`; a lone module such as `cli` is one too).

    `sizes` counts the modules that stand directly in a room, `inside` the imports among them, `arrows` the imports from
    one room to another one.
    """

    sizes: Mapping[str, int]
    inside: Mapping[str, int]
    arrows: Mapping[tuple[str, str], int]

    def on_floor(self, floor: str) -> tuple[str, ...]:
        """The rooms of a floor, in the order of the alphabet."""
        return tuple(sorted(room for room in self.sizes if floor_of(room) == floor))

    @property
    def against(self) -> frozenset[tuple[str, str]]:
        """Arrows against a heavier one the other way, or as heavy; none where the rooms form no circle of two."""
        arrows = self.arrows
        return frozenset((a, b) for (a, b) in arrows if (arrows[a, b], a) <= (arrows.get((b, a), 0), b))

    @property
    def plain(self) -> dict[tuple[str, str], int]:
        """The arrows without those that follow from others: none from a room to one that it also reaches by a third."""
        down = {room: {b for (a, b) in self.arrows if a == room and (a, b) not in self.against} for room in self.sizes}
        by_others = {pair: any(_reaches(down, each, pair[1]) for each in down[pair[0]]) for pair in self.arrows}
        return {pair: count for pair, count in self.arrows.items() if pair in self.against or not by_others[pair]}

    def rows(self, rooms: Iterable[str]) -> list[list[str]]:
        """These rooms row by row, so that arrows among them point down, but for those that are `against` others.

        CycleError where three or more of them form a circle.
        """
        users = {room: {a for (a, b) in self.arrows if b == room and (a, b) not in self.against} for room in rooms}
        depth: dict[str, int] = {}
        for room in TopologicalSorter({room: using & users.keys() for room, using in users.items()}).static_order():
            depth[room] = max((depth[each] + 1 for each in users[room] & depth.keys()), default=0)
        return [[room for room in sorted(depth) if depth[room] == at] for at in range(max(depth.values()) + 1)]


def _reaches(down: Mapping[str, set[str]], room: str, goal: str) -> bool:
    """Whether a way of one arrow or more leads there."""
    seen, open_ends = {room}, [room]
    while open_ends:
        further = down[open_ends.pop()] - seen
        seen |= further
        open_ends += further
    return goal in seen - {room}


def floor_of(room: str) -> str:
    """The floor on which a room lies."""
    return room.partition(".")[0]


def the_house() -> House:
    """The house as it stands, packages and imports read afresh."""
    graph = grimp.build_graph(ROOT, cache_dir=None)
    packages = {module for module in graph.modules if graph.find_children(module)}
    room_of = {module: _room(module, packages) for module in graph.modules - {ROOT, f"{ROOT}.__main__"}}
    sizes = Counter(room for module, room in room_of.items() if module not in packages)
    arrows = Counter(
        (room, room_of[used])
        for module, room in room_of.items()
        for used in graph.find_modules_directly_imported_by(module)
        if used in room_of
    )
    inside = {room: count for (room, used), count in arrows.items() if room == used}
    return House(sizes, inside, {pair: count for pair, count in arrows.items() if pair[0] != pair[1]})


def _room(module: str, packages: set[str]) -> str:
    room = module if module in packages else module.rpartition(".")[0]
    return (module if room == ROOT else room).removeprefix(f"{ROOT}.")
