"""Labels of arrows: sign and lag, set where there is most room for them; they show only when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from bsc_site.model.value_class import dataclass
from bsc_site.render.lettering import width_of
from bsc_site.render.strategy_map.geometry.dimensions import BOX_HEIGHT, HEAD, LABEL_WIDTH, NOTE, Rect
from bsc_site.render.strategy_map.geometry.map_content import MapArrow

HALF_HEIGHT = 7.0
CLEAR = 1.0
MINUS = "−"
SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
Points: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A text on an arrow; `place` surrounds it."""

    arrow: MapArrow
    text: str
    place: Rect


def labels_of(wires: Sequence[tuple[MapArrow, Points]], boxes: Sequence[Rect], width: float) -> tuple[Label, ...]:
    """A label for each arrow with a lag or a minus: where it meets no box and, if it can, no label and no arrow."""
    found: list[Label] = []
    lines = [[_line(a, b) for a, b in pairwise(points)] for _, points in wires]
    for index, (arrow, points) in enumerate(wires):
        if not (text := text_of(arrow)):
            continue
        others = [line for other, each in enumerate(lines) if other != index for line in each]
        places = (
            place
            for place in _places(points, width_of(text, NOTE) + 4)
            if place.left >= LABEL_WIDTH and place.right <= width and not _meeting(place, boxes)
        )
        best = _best(places, [label.place for label in found], others)
        found += [Label(arrow, text, best)] if best else []
    return tuple(found)


def _best(places: Iterator[Rect], taken: Sequence[Rect], others: Sequence[Rect]) -> Rect | None:
    """The first place that meets nothing, or else the one that meets the fewest labels and arrows."""
    best, least = None, (0, 0)
    for place in places:
        meets = (_meeting(place, taken), _meeting(place, others))
        if best is None or meets < least:
            best, least = place, meets
        if least == (0, 0):
            break
    return best


def text_of(arrow: MapArrow) -> str:
    """What stands on the arrow: the lag, behind a minus where it works against."""
    return f"{MINUS} {arrow.lag_text}".strip() if arrow.sign == "-" else arrow.lag_text


def _line(start: tuple[float, float], end: tuple[float, float]) -> Rect:
    (x1, y1), (x2, y2) = start, end
    return Rect(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1)


def _meeting(place: Rect, taken: Sequence[Rect]) -> int:
    """How many it meets; written out, because it is asked a hundred thousand times for a large map."""
    left, top, right, bottom = place.left - CLEAR, place.top - CLEAR, place.right + CLEAR, place.bottom + CLEAR
    count = 0
    for each in taken:
        if each.left < right and left < each.right and each.top < bottom and top < each.bottom:
            count += 1
    return count


def _places(points: Points, width: float) -> Iterator[Rect]:
    """Rectangles on the arrow, its first part first, where no other has joined it yet."""
    parts = list(pairwise(points))
    if len(parts) == 1 and points[0][1] == points[1][1]:
        (x1, y), (x2, _) = parts[0]
        yield _around((x1 + x2) / 2, y - HALF_HEIGHT - HEAD / 2, width - 4)
        yield _around((x1 + x2) / 2, y + BOX_HEIGHT / 2 + HALF_HEIGHT + CLEAR, width)
        return
    for place, ((x1, y1), (x2, y2)) in enumerate(parts):
        if x1 == x2:
            low, high = min(y1, y2) + HALF_HEIGHT, max(y1, y2) - HALF_HEIGHT
            if place == len(parts) - 1:
                low, high = (low + HEAD, high) if y2 < y1 else (low, high - HEAD)
            for share in SHARES:
                yield _around(x1, low + (high - low) * share, width)
        else:
            for share in SHARES:
                yield _around(x1 + (x2 - x1) * share, y1, width)


def _around(x: float, y: float, width: float) -> Rect:
    return Rect(x - width / 2, y - HALF_HEIGHT, x + width / 2, y + HALF_HEIGHT)
