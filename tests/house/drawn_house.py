"""Draws the house: `python -m tests.house.drawn_house FILE.svg`.

Floors are rows, rooms are boxes, an arrow says how many imports lead from one room to another one. Arrows that follow
from others are left out; one against the others is red. What a floor imports from those below stands at its head.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bsc_site.wording.figures import count_text
from tests.house.rooms import House, floor_of, the_house

FLOORS = (
    (
        "cli",
        "commands",
        "building",
        "serving",
        "verifying",
        "inspection",
        "interchange",
        "pipeline",
        "explaining",
        "comparing",
        "checking",
        "looking_back",
        "speech",
        "outcomes",
    ),
    ("publish",),
    ("render",),
    ("wording",),
    ("load", "compute", "exchange"),
    ("model",),
)
"""From the top; those in one tuple lie side by side."""
_BOX, _HEIGHT, _GAP, _FALL, _HEAD, _EDGE = 136, 36, 18, 84, 46, 20
_STYLE = """
text{font:12px system-ui,sans-serif;fill:#222}
.floor{fill:#f4f4f7;stroke:#c8c8d4}
.head{font-weight:600;font-size:13px}
.small{font-size:10.5px;fill:#555}
.room{fill:#fff;stroke:#4a4a68}
.arrow{fill:none;stroke:#8a8aa6;marker-end:url(#tip)}
.against{stroke:#c62828;stroke-dasharray:4 3}
.count{font-size:10px;fill:#333;paint-order:stroke;stroke:#f4f4f7;stroke-width:3px}
"""
_TIP = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0L8 4L0 8z" fill="#8a8aa6"/></marker></defs>'
)


@dataclass(frozen=True)
class Storey:
    """One floor as it is drawn: the middle of each room's box from its own left edge and top, and its size."""

    name: str
    places: Mapping[str, tuple[float, float]]
    width: float
    height: float


def svg_of(house: House) -> str:
    """The whole house as one SVG text, the same for the same code."""
    lines = [[_storey(house, floor) for floor in side_by_side if house.on_floor(floor)] for side_by_side in FLOORS]
    width = max(sum(each.width + _EDGE for each in line) for line in lines) + _EDGE
    parts, top = [], float(_EDGE)
    for line in lines:
        left = (width - sum(each.width + _EDGE for each in line) + _EDGE) / 2
        height = max(each.height for each in line)
        for storey in line:
            parts += [f'<g transform="translate({left:.0f},{top:.0f})">', *_drawn(house, storey, height), "</g>"]
            left += storey.width + _EDGE
        top += height + _EDGE
    frame = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {top:.0f}" role="img">'
    paper = f'<title>The house</title><style>{_STYLE}</style>{_TIP}<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([frame, paper, *parts, "</svg>\n"])


def _storey(house: House, floor: str) -> Storey:
    rows = house.rows(house.on_floor(floor))
    width = max([*(len(row) * (_BOX + _GAP) + _GAP for row in rows), 2.6 * _BOX])
    places: dict[str, tuple[float, float]] = {}
    for at, row in enumerate(rows):
        step = width / len(row)
        for slot, room in enumerate(_untangled(house, row, places)):
            places[room] = (step * (slot + 0.5), _HEAD + _HEIGHT / 2 + at * _FALL)
    return Storey(floor, places, width, _HEAD + (len(rows) - 1) * _FALL + _HEIGHT + _GAP / 2)


def _untangled(house: House, row: Sequence[str], places: Mapping[str, tuple[float, float]]) -> list[str]:
    """The row in the order of the rooms above that use each of its rooms."""

    def middle(room: str) -> float:
        above = [places[a][0] for (a, b) in house.arrows if b == room and a in places]
        return sum(above) / len(above) if above else 0.0

    return sorted(row, key=lambda room: (middle(room), room))


def _drawn(house: House, storey: Storey, height: float) -> Iterator[str]:
    yield f'<rect class="floor" width="{storey.width:.0f}" height="{height:.0f}" rx="6"/>'
    modules = sum(house.sizes[room] for room in storey.places)
    below = Counter[str]()
    for (a, b), count in house.arrows.items():
        if floor_of(a) == storey.name != floor_of(b):
            below[floor_of(b)] += count
    uses = ", ".join(f"{name} {count}" for name, count in sorted(below.items(), key=lambda each: (-each[1], each[0])))
    yield f'<text class="head" x="10" y="18">{storey.name}/ ({modules})</text>'
    yield f'<text class="small" x="10" y="33">{f"imports from {uses}" if uses else ""}</text>'
    inner = {pair: count for pair, count in sorted(house.plain.items()) if set(pair) <= storey.places.keys()}
    for pair in inner:
        yield _arrow(_ends(storey, pair, house), "arrow against" if pair in house.against else "arrow")
    for pair, count in inner.items():
        yield _count(_ends(storey, pair, house), count)
    for room, (x, y) in storey.places.items():
        yield from _box(house, room, x, y)


def _ends(storey: Storey, pair: tuple[str, str], house: House) -> tuple[float, float, float, float]:
    """Where an arrow leaves and where it arrives; beside the one that it runs against."""
    (x, y), (to_x, to_y) = (storey.places[each] for each in pair)
    side = _HEIGHT / 2 if to_y > y else -_HEIGHT / 2
    beside = 24 if pair in house.against else 0
    return x + beside, y + side, to_x + beside, to_y - side


def _arrow(ends: tuple[float, float, float, float], kind: str) -> str:
    x, y, to_x, to_y = ends
    bend = (to_y - y) * 0.45
    curve = f"{x:.0f} {y + bend:.0f} {to_x:.0f} {to_y - bend:.0f} {to_x:.0f} {to_y:.0f}"
    return f'<path class="{kind}" d="M{x:.0f} {y:.0f}C{curve}"/>'


def _count(ends: tuple[float, float, float, float], count: int) -> str:
    """The number on the arrow, a third of the way along."""
    x, y, to_x, to_y = ends
    share = 0.36
    at_x = x + (to_x - x) * (3 * share**2 - 2 * share**3)
    return (
        f'<text class="count" text-anchor="middle" x="{at_x:.0f}" y="{y + (to_y - y) * share + 3:.0f}">{count}</text>'
    )


def _box(house: House, room: str, x: float, y: float) -> Iterator[str]:
    name = room.rpartition(".")[2]
    shown = name if "." in room or room in FLOORS[0] else f"{name}, itself"
    inside = house.inside.get(room, 0)
    told = count_text(house.sizes[room], "module") + (f", {count_text(inside, 'arrow')}" if inside else "")
    left, top = x - _BOX / 2, y - _HEIGHT / 2
    yield f'<rect class="room" x="{left:.0f}" y="{top:.0f}" width="{_BOX}" height="{_HEIGHT}" rx="4"/>'
    yield f'<text text-anchor="middle" x="{x:.0f}" y="{y - 3:.0f}">{escape(shown)}</text>'
    yield f'<text class="small" text-anchor="middle" x="{x:.0f}" y="{y + 11:.0f}">{told}</text>'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(svg_of(the_house()), encoding="utf-8")
