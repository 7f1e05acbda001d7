"""Labels of arrows: sign and lag, set where there is room and left out where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from bsc_site.render.lettering import width_of
from bsc_site.render.strategy_map.dimensions import HEAD, LABEL_WIDTH, SMALL, SMALL_BOLD, WIDTH, Rect
from bsc_site.render.strategy_map.map_content import MapArrow

HALF_HEIGHT = 7.0
CLEAR = 1.5
MINUS = "−"
DISC = 13.0
Points: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A text on an arrow; `place` surrounds it."""

    arrow: MapArrow
    text: str
    place: Rect


def labels_of(wires: Sequence[tuple[MapArrow, Points]], boxes: Sequence[Rect]) -> tuple[Label, ...]:
    """Labels that meet no box, no other label and no other arrow: sign and lag, or else the sign alone.

    Trade-offs come first, and their sign is set even where it has to stand on another arrow.
    """
    found: list[Label] = []
    order = sorted(range(len(wires)), key=lambda index: (wires[index][0].sign != "-", index))
    lines = [[_line(a, b) for a, b in pairwise(points)] for _, points in wires]
    for index in order:
        arrow, points = wires[index]
        taken = [*boxes, *(label.place for label in found)]
        others = [line for other, each in enumerate(lines) if other != index for line in each]
        label = next(_fitting(arrow, points, taken, others), None)
        if label:
            found.append(label)
    return tuple(found)


def _fitting(arrow: MapArrow, points: Points, taken: list[Rect], others: list[Rect]) -> Iterator[Label]:
    """The labels that meet nothing they must not meet, the best first."""
    for text, avoid in _texts(arrow, others):
        for place in _places(points, _width(text)):
            inside = place.left >= LABEL_WIDTH and place.right <= WIDTH
            if inside and not _blocked(place, taken, CLEAR) and not _blocked(place, avoid, 0):
                yield Label(arrow, text, place)


def _texts(arrow: MapArrow, others: list[Rect]) -> Iterator[tuple[str, list[Rect]]]:
    sign = MINUS if arrow.sign == "-" else "+"
    if arrow.lag_text:
        yield f"{sign} {arrow.lag_text}", others
    yield sign, others
    if arrow.sign == "-":
        yield sign, []


def _width(text: str) -> float:
    """How wide a label is; the minus of a trade-off stands in a disc."""
    if not text.startswith(MINUS):
        return width_of(text, SMALL) + 8
    lag = text.removeprefix(MINUS).strip()
    return DISC + 4 + (width_of(lag, SMALL_BOLD) + 6 if lag else 0)


def _line(start: tuple[float, float], end: tuple[float, float]) -> Rect:
    (x1, y1), (x2, y2) = start, end
    return Rect(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1)


def _blocked(place: Rect, taken: Sequence[Rect], room: float) -> bool:
    return any(place.meets(other, room) for other in taken)


def _places(points: Points, width: float) -> Iterator[Rect]:
    """Rectangles on the arrow: along its level parts first, then along its upright ones, the last part first."""
    parts = list(pairwise(points))
    for (x1, y1), (x2, y2) in sorted(parts, key=lambda part: -abs(part[0][0] - part[1][0])):
        if y1 == y2 and abs(x1 - x2) >= width + 18:
            for share in (0.5, 0.35, 0.65, 0.22, 0.78):
                yield _around(x1 + (x2 - x1) * share, y1, width)
    for place, ((x1, y1), (x2, y2)) in enumerate(reversed(parts)):
        low, high = min(y1, y2) + HALF_HEIGHT, max(y1, y2) - HALF_HEIGHT
        if place == 0:
            low, high = (low + HEAD, high) if y2 < y1 else (low, high - HEAD)
        if x1 == x2 and high >= low + 4:
            for share in (0.5, 0.3, 0.7, 0.1, 0.9):
                yield _around(x1, low + (high - low) * share, width)
        elif y1 == y2:
            yield _around((x1 + x2) / 2 - (HEAD / 2 if x1 < x2 else -HEAD / 2), y1, width)
            if len(parts) == 1:
                yield _around((x1 + x2) / 2, y1 - HALF_HEIGHT - HEAD / 2, width)


def _around(x: float, y: float, width: float) -> Rect:
    return Rect(x - width / 2, y - HALF_HEIGHT, x + width / 2, y + HALF_HEIGHT)
