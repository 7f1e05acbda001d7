"""The plan of a strategy map as one line of SVG."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from bsc_site.model.vocabularies import Grade, Status, TrendWord
from bsc_site.render.grade_shapes import GRADE_SHAPES, grade_named
from bsc_site.render.lettering import shortened
from bsc_site.render.strategy_map.arrow_labels import DISC, MINUS, Label
from bsc_site.render.strategy_map.cards import SHAPE_ROOM, TREND_ROOM, Card, LaneLabel, spoken, trend_on_map
from bsc_site.render.strategy_map.dimensions import (
    BOX_PAD,
    COLUMN_HEADER,
    COLUMN_NAME,
    CORNER,
    HEAD,
    LANE_STEP,
    MARGIN,
    NAME_STEP,
    SMALL_STEP,
    WIDTH,
    Rect,
)
from bsc_site.render.strategy_map.in_words import rest_of
from bsc_site.render.strategy_map.layout import Plan, Point, Wire, grade_place, plan_of
from bsc_site.render.strategy_map.map_content import MapArrow, MapBox, MapColumn, MapRow, StrategyMap
from bsc_site.render.strategy_map.texts import (
    AGAINST,
    BOX_NAME,
    COLUMN,
    LABEL,
    OWNER,
    QUESTION,
    ROW_NAME,
    SCORE,
    STATUS,
    short,
    texts,
)
from bsc_site.render.text import inert
from bsc_site.wording.language import say

TALL = 1.45
"""Height by width from which the text would be too small on A4."""
_SHAPES = {
    Status.ON_TRACK: '<circle cx="6" cy="0" r="5.5"/>',
    Status.AT_RISK: '<path d="M6-6.5 12.5 5.5H-.5Z"/>',
    Status.OFF_TRACK: '<path d="M6-7 13 0 6 7-1 0Z"/>',
    Status.NO_DATA: '<circle cx="6" cy="0" r="4.7" class="bsc-map__hollow"/>',
    Status.NOT_SCORED: '<path d="M0-1.5H12V1.5H0Z"/>',
}
_STRONG = _SHAPES | {
    Status.ON_TRACK: '<path d="M6-7 8.1-2.4 13-1.8 9.4 1.6 10.3 6.5 6 4.1 1.7 6.5 2.6 1.6-1-1.8 3.9-2.4Z"/>',
    Status.AT_RISK: '<path d="M6 6.5 12.5-5.5H-.5Z"/>',
    Status.OFF_TRACK: '<path d="M2-6.5 6-2.5 10-6.5 12.5-4 8.5 0 12.5 4 10 6.5 6 2.5 2 6.5-.5 4 3.5 0-.5-4Z"/>',
}
"""The shapes of statuses that are drawn stronger than others that mean the same."""
_TRENDS = {
    TrendWord.IMPROVING: "M1 5 9-3M3.5-4H10V2.5",
    TrendWord.STEADY: "M0 0H10M5.5-4.5 10 0 5.5 4.5",
    TrendWord.WORSENING: "M1-5 9 3M3.5 4H10V-2.5",
}


def svg_text(drawing: StrategyMap) -> str:
    """The map as one line of HTML (a `div` with the SVG) that Markdown passes on unchanged.

    Links stand in reading order, by row and from the left. Shapes and arrows are hidden from screen readers, for which
    each link says its objective's name, status, score, trend and owner.
    """
    plan = plan_of(drawing)
    names = {box.id: box.name for box in drawing.shown}
    parts = [
        f'<div class="bsc-map__drawing{_tall(plan)}"><svg class="bsc-map__svg"',
        f' viewBox="0 0 {short(WIDTH)} {short(plan.height)}"',
        ' xmlns="http://www.w3.org/2000/svg" role="group"',
        f' aria-label="{inert(say("Strategy map"))}">',
        _ground(plan),
        f'<g aria-hidden="true">{"".join(_arrow(wire, names) for wire in plan.wires)}</g>',
        *(_box(card, rect) for card, rect in plan.boxes),
        f'<g aria-hidden="true">{"".join(_label(label) for label in plan.labels)}</g>',
        "</svg></div>",
    ]
    return "".join(parts)


def _tall(plan: Plan) -> str:
    """A class for maps that need a larger sheet of paper."""
    return " bsc-map__drawing--tall" if plan.height > TALL * WIDTH else ""


def _rect(rect: Rect, css: str, radius: float) -> str:
    return (
        f'<rect class="{css}" x="{short(rect.left)}" y="{short(rect.top)}" width="{short(rect.right - rect.left)}" '
        f'height="{short(rect.bottom - rect.top)}" rx="{short(radius)}"/>'
    )


def _ground(plan: Plan) -> str:
    lanes = "".join(_rect(rect, "bsc-map__lane", 6) for _, rect in plan.lanes)
    columns = "".join(_column(column, rect) for column, rect in plan.columns)
    return lanes + columns + "".join(_lane_text(label, rect) for label, rect in plan.lanes)


def _lane_text(label: LaneLabel, rect: Rect) -> str:
    top = rect.middle - label.height / 2
    return (
        f"<g><title>{inert(_lane_title(label.row))}</title>"
        + texts(label.name, rect.left + MARGIN, top + 14, ROW_NAME)
        + texts(label.question, rect.left + MARGIN, top + LANE_STEP * len(label.name) + 13, QUESTION)
        + "</g>"
    )


def _lane_title(row: MapRow) -> str:
    if not row.question:
        return row.name
    return say("{perspective}: {question}", perspective=row.name, question=row.question)


def _column(column: MapColumn, rect: Rect) -> str:
    name = shortened(column.name, rect.right - rect.left - 8, COLUMN_NAME)
    return (
        _rect(rect, "bsc-map__column", 6)
        + f"<g><title>{inert(column.name)}</title>"
        + texts([name], rect.centre, rect.top + COLUMN_HEADER - 9, COLUMN)
        + "</g>"
    )


def _box(card: Card, rect: Rect) -> str:
    box = card.box
    x, y = rect.left + BOX_PAD, rect.top + BOX_PAD
    foot = rect.bottom - BOX_PAD - 4
    status = foot - SMALL_STEP * card.stacked
    owner_top = y + NAME_STEP * len(card.name) + 12
    return (
        f'<a class="bsc-map__box bsc-map__box--{box.style}" href="{inert(box.href)}" '
        f'aria-label="{inert(spoken(box))}" data-id="{inert(box.id)}" data-owner="{inert(box.owner)}" '
        f'data-themes="{inert(" ".join(box.themes))}"><title>{inert(spoken(box))}</title>'
        + _rect(rect, "bsc-map__card", 6)
        + texts(card.name, x, y + 12, BOX_NAME)
        + texts([card.owner], x, owner_top, OWNER)
        + f'<g class="bsc-map__shape" transform="translate({short(x)} {short(status - 4.5)})">{_shape(box)}</g>'
        + texts(card.status, x + SHAPE_ROOM, status, STATUS)
        + _figures(card, rect.right - BOX_PAD, foot)
        + "</a>"
    )


def _shape(box: MapBox) -> str:
    return (_STRONG if box.stands_out else _SHAPES)[box.status]


def _figures(card: Card, right: float, baseline: float) -> str:
    """Score and trend at the right of the status."""
    trend = card.box.trend
    arrow = ""
    if trend in _TRENDS:
        arrow = (
            '<g class="bsc-map__trend" '
            f'transform="translate({short(right - 10)} {short(baseline - 4.5)})">'
            f"<title>{inert(trend_on_map(trend))}</title>"
            f'<path d="{_TRENDS[trend]}"/></g>'
        )
        right -= TREND_ROOM
    return texts([card.score], right, baseline, SCORE) + arrow


def _arrow(wire: Wire, names: dict[str, str]) -> str:
    arrow = wire.arrow
    css = "bsc-map__arrow" + (" bsc-map__arrow--against" if arrow.sign == "-" else "")
    if arrow.grade:
        css += f" bsc-map__arrow--{inert('-'.join(arrow.grade.split()))}"
    return (
        f'<g class="{css}" data-from="{inert(arrow.source)}" data-to="{inert(arrow.target)}">'
        f"<title>{inert(_told(arrow, names))}</title>"
        f'<path class="bsc-map__line" d="{_path(wire.points)}"/>'
        f'<path class="bsc-map__head" d="{_head(wire.points)}"/>{_grade(wire)}</g>'
    )


def _grade(wire: Wire) -> str:
    """The shape of the grade where the arrow starts; none while nothing could be tested."""
    grade = grade_named(wire.arrow.grade)
    if grade is None or grade is Grade.NOT_TESTABLE_YET:
        return ""
    x, y = grade_place(wire.points)
    return (
        f'<g class="bsc-map__grade" transform="translate({short(x - 4.8)} {short(y - 4.8)}) scale(.8)">'
        f'<circle class="bsc-map__grade-ground" cx="6" cy="6" r="6.5"/>{GRADE_SHAPES[grade]}</g>'
    )


def _told(arrow: MapArrow, names: dict[str, str]) -> str:
    ends = {"source": names[arrow.source], "target": names[arrow.target]}
    told = say("{source} drives {target}", **ends)
    if arrow.sign == "-":
        told = say("{source} works against {target}", **ends)
    return ", ".join([told, *rest_of(arrow)])


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


def _label(label: Label) -> str:
    place = label.place
    against = label.arrow.sign == "-"
    return (
        f'<g class="bsc-map__label{" bsc-map__label--against" if against else ""}" '
        f'data-from="{inert(label.arrow.source)}" data-to="{inert(label.arrow.target)}">'
        + _rect(place, "bsc-map__label-ground", 7)
        + (_against(label) if against else texts([label.text], place.centre, place.middle + 4.5, LABEL))
        + "</g>"
    )


def _against(label: Label) -> str:
    """A minus in a disc, and the lag after it."""
    place, lag = label.place, label.text.removeprefix(MINUS).strip()
    centre = place.left + 2 + DISC / 2
    return (
        f'<circle class="bsc-map__minus" cx="{short(centre)}" cy="{short(place.middle)}" r="{short(DISC / 2)}"/>'
        f'<path class="bsc-map__minus-bar" d="M{short(centre - 3.5)} {short(place.middle)}h7"/>'
        + texts([lag], (centre + DISC / 2 + place.right) / 2, place.middle + 4.5, AGAINST)
    )
