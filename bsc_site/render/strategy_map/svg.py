"""The plan of a strategy map as one line of SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Grade
from bsc_site.render.grade_shapes import grade_named
from bsc_site.render.strategy_map.geometry.arrow_labels import Label
from bsc_site.render.strategy_map.geometry.cards import COURSE_HEIGHT, COURSE_WIDTH, SHAPE_ROOM, Card, LaneLabel, spoken
from bsc_site.render.strategy_map.geometry.dimensions import BOX_PAD, CORNER, HEAD, LANE_STEP, MARGIN, Rect
from bsc_site.render.strategy_map.geometry.layout import Plan, Point, Wire
from bsc_site.render.strategy_map.geometry.map_content import Course, MapBox, MapRow, StrategyMap
from bsc_site.render.strategy_map.in_words import arrow_in_words
from bsc_site.render.strategy_map.shapes import SHAPE, status_shape
from bsc_site.render.strategy_map.texts import BOX_NAME, MARKER, ROW_NAME, SCORE, short, texts
from bsc_site.render.text import inert
from bsc_site.wording.language import say

CROSS_AT = 12.0
"""How far from its box the cross of an arrow stands."""
_LOUD = (Grade.SUPPORTED, Grade.CONTRADICTED)


def svg_text(drawing: StrategyMap, plan: Plan) -> str:
    """The map as one line of HTML (a `div` with the SVG) that Markdown passes on unchanged, laid out as in `plan`.

    Links stand in reading order, objectives by row and from the left, then arrows. Each says in words what it shows;
    the drawing of an arrow is shown above those that matter less.
    """
    names = {box.id: box.name for box in drawing.shown}
    labels = {(label.arrow.source, label.arrow.target): label for label in plan.labels}
    wires = sorted(plan.wires, key=lambda wire: grade_named(wire.arrow.grade) in _LOUD)
    name = inert(say("Strategy map"))
    parts = [
        '<div class="bsc-map__drawing"><svg class="bsc-map__svg"',
        f' viewBox="0 0 {short(plan.width)} {short(plan.height)}"',
        ' xmlns="http://www.w3.org/2000/svg" role="group"',
        f' aria-label="{name}">',
        *(_lane(label, _Edges(rect, plan.leftward)) for label, rect in plan.lanes),
        *(_box(card, _Edges(rect, plan.leftward)) for card, rect in plan.boxes),
        *(_arrow(wire, names, labels) for wire in wires),
        "</svg></div>",
    ]
    return "".join(parts)


def _rect(rect: Rect, css: str, radius: float) -> str:
    return (
        f'<rect class="{css}" x="{short(rect.left)}" y="{short(rect.top)}" width="{short(rect.right - rect.left)}" '
        f'height="{short(rect.bottom - rect.top)}" rx="{short(radius)}"/>'
    )


@dataclass(frozen=True, slots=True)
class _Edges:
    """A rectangle in which lines start on the left, or in a leftward plan on the right."""

    rect: Rect
    leftward: bool

    def start(self, room: float, wide: float = 0.0) -> float:
        """Where the left edge lies of what stands `room` from the start of a line and is `wide`."""
        return self.rect.right - room - wide if self.leftward else self.rect.left + room

    def end(self, room: float) -> float:
        """The same from the end of a line."""
        return self.rect.left + room if self.leftward else self.rect.right - room


def _lane(label: LaneLabel, edges: _Edges) -> str:
    rect = edges.rect
    top = rect.middle - label.height / 2
    return (
        f"<g><title>{inert(_lane_title(label.row))}</title>"
        + _rect(rect, "bsc-map__lane", 4)
        + texts(label.name, edges.start(MARGIN + 2), top + LANE_STEP - 5, ROW_NAME)
        + "</g>"
    )


def _lane_title(row: MapRow) -> str:
    if not row.question:
        return row.name
    return say("{perspective}: {question}", perspective=row.name, question=row.question)


def _box(card: Card, edges: _Edges) -> str:
    box, rect = card.box, edges.rect
    foot = rect.bottom - BOX_PAD
    shape = f"translate({short(edges.start(BOX_PAD, SHAPE))} {short(foot - 5)})"
    words = inert(spoken(box))
    return (
        f'<a class="bsc-map__box bsc-{box.style}" href="{inert(box.href)}" aria-label="{words}" '
        f'data-id="{inert(box.id)}" data-owner="{inert(box.owner_id or box.owner)}"{themes_of(box)}>'
        f"<title>{words}</title>"
        + _rect(rect, "bsc-map__card", 4)
        + texts(card.name, edges.start(BOX_PAD), rect.top + 20, BOX_NAME)
        + f'<g class="bsc-map__shape" transform="{shape}">{status_shape(box)}</g>'
        + texts([card.score], edges.start(BOX_PAD + SHAPE_ROOM), foot, SCORE)
        + _course(card, edges)
        + texts([box.marker], edges.end(BOX_PAD), foot, MARKER)
        + "</a>"
    )


def themes_of(box: MapBox) -> str:
    """The themes by which the script filters; nothing where there are none."""
    return f' data-themes="{inert(" ".join(box.themes))}"' if box.themes else ""


def _course(card: Card, edges: _Edges) -> str:
    kpis = card.box.kpis[:1]
    if card.course is None or not kpis or not kpis[0].course:
        return ""
    x = edges.end(card.course - COURSE_WIDTH if edges.leftward else card.course)
    y = edges.rect.bottom - BOX_PAD - COURSE_HEIGHT + 3
    return (
        f'<path class="bsc-map__course" data-kpi="{inert(kpis[0].id)}" d="{course_line(kpis[0].course)}" '
        f'transform="translate({short(x)} {short(y)})"/>'
    )


def course_line(course: Course) -> str:
    """The course as a path from the left, in a frame of `COURSE_WIDTH` and `COURSE_HEIGHT`."""
    points = [(round(x * COURSE_WIDTH), round((1 - y) * COURSE_HEIGHT)) for x, y in course]
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}".replace(" -", "-") for a, b in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}"


def _arrow(wire: Wire, names: Mapping[str, str], labels: Mapping[tuple[str, str], Label]) -> str:
    arrow = wire.arrow
    css = "bsc-map__arrow" + (" bsc-map__arrow--against" if arrow.sign == "-" else "")
    if arrow.grade:
        css += f" bsc-map__arrow--{inert('-'.join(arrow.grade.split()))}"
    label = labels.get((arrow.source, arrow.target))
    return (
        f'<a class="{css}" href="{inert(arrow.href)}" aria-label="{inert(arrow_in_words(arrow, names))}" '
        f'data-from="{inert(arrow.source)}" data-to="{inert(arrow.target)}">'
        f'<path class="bsc-map__line" d="{_path(wire.points)}"/>'
        f'<path class="bsc-map__head" d="{_head(wire.points)}"/>{_cross(wire)}'
        + (_label(label) if label else "")
        + "</a>"
    )


def _cross(wire: Wire) -> str:
    """A cross where the arrow starts, for those that the figures speak against."""
    if grade_named(wire.arrow.grade) not in {Grade.CONTRADICTED, Grade.NOT_CONSISTENT}:
        return ""
    (x1, y1), (x2, y2) = wire.points[:2]
    share = min(0.4, CROSS_AT / max(abs(x1 - x2) + abs(y1 - y2), 1))
    x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
    return f'<path class="bsc-map__cross" d="M{short(x - 4)} {short(y - 4)}l8 8m0-8l-8 8"/>'


def _label(label: Label) -> str:
    place = label.place
    return (
        f'<text class="bsc-map__lag" x="{short(place.centre)}" y="{short(place.middle + 4)}">{inert(label.text)}</text>'
    )


def _toward(start: Point, end: Point, length: float) -> Point:
    """The point `length` from `end` back towards `start`."""
    whole = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return end[0] - (end[0] - start[0]) * length / whole, end[1] - (end[1] - start[1]) * length / whole


def _path(points: Sequence[Point]) -> str:
    """The line with rounded corners, ending inside the head."""
    points = [*points[:-1], _toward(points[-2], points[-1], HEAD - 2)]
    steps = [f"M{short(points[0][0])} {short(points[0][1])}"]
    for (before, here), (_, after) in pairwise(pairwise(points)):
        radius = min(CORNER, _length(before, here) / 2, _length(here, after) / 2)
        (x1, y1), (x2, y2) = _toward(before, here, radius), _toward(after, here, radius)
        steps.append(f"L{short(x1)} {short(y1)}Q{short(here[0])} {short(here[1])} {short(x2)} {short(y2)}")
    steps.append(f"L{short(points[-1][0])} {short(points[-1][1])}")
    return "".join(steps)


def _length(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _head(points: Sequence[Point]) -> str:
    """A slim triangle at the end."""
    (x1, y1), (x2, y2) = points[-2], points[-1]
    back, half = _toward((x1, y1), (x2, y2), HEAD), HEAD * 0.45
    dx, dy = (half, 0.0) if abs(x1 - x2) < abs(y1 - y2) else (0.0, half)
    corners = ((x2, y2), (back[0] - dx, back[1] - dy), (back[0] + dx, back[1] + dy))
    return f"M{'L'.join(f'{short(x)} {short(y)}' for x, y in corners)}Z"
