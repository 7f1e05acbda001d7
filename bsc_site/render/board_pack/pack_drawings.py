"""Pack drawings: the map and the courses of KPIs as SVG that needs no style sheet, in the colours of paper."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.exchange.meeting_files.board_words import Inks, MapRect, PackBox, PackCourse, PackLine, PackMap, PackWire
from bsc_site.render.lettering import Style, wrapped
from bsc_site.render.text import xml_text
from bsc_site.wording.language import runs_left

_NAME = Style(14, bold=True)
_WIDTH, _HEIGHT = 620.0, 300.0
_LEFT, _RIGHT, _TOP, _FOOT = 80.0, 96.0, 20.0, 26.0
_MOST_NAMES = 8
_FIXED = ' markerUnits="userSpaceOnUse" orient="auto"'
_SMALL, _END = 'font-size="12"', 'font-size="12" text-anchor="end"'


def map_svg(drawing: PackMap, inks: Inks, title: str) -> str:
    """The strategy map with every box as a link."""
    head = f'<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10"{_FIXED}>'
    parts = [
        f'<svg role="img" aria-label="{xml_text(title)}" viewBox="0 0 {drawing.width:g} {drawing.height:g}">',
        f'<defs>{head}<path d="M0 0L8 4L0 8z" fill="#{inks.line}"/></marker></defs>',
        *(_lane(name, rect, inks) for name, rect in drawing.lanes),
        *(_wire(each, inks) for each in drawing.wires),
        *(_box(each, inks) for each in drawing.boxes),
        *(_label(each.label, each.place, inks) for each in drawing.wires if each.place),
        "</svg>",
    ]
    return "".join(parts)


def _rect(rect: MapRect, fill: str, stroke: str = "none") -> str:
    return (
        f'<rect x="{rect.left:g}" y="{rect.top:g}" width="{rect.right - rect.left:g}" '
        f'height="{rect.bottom - rect.top:g}" rx="4" fill="{fill}" stroke="{stroke}"/>'
    )


def _text(x: float, y: float, text: str, ink: str, look: str = 'font-size="14"') -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="#{ink}" {look}>{xml_text(text)}</text>'


def _begun(rect: MapRect, y: float, text: str, ink: str, look: str = 'font-size="14"') -> str:
    """A text at the edge of the rectangle where lines start."""
    if runs_left():
        return _text(rect.right - 10, y, text, ink, f'{look} text-anchor="end"')
    return _text(rect.left + 10, y, text, ink, look)


def _lane(name: str, rect: MapRect, inks: Inks) -> str:
    lines = wrapped(name, 108, _NAME, 4)
    bold = 'font-size="14" font-weight="bold"'
    words = "".join(_begun(rect, rect.top + 24 + 18 * at, line, inks.text, bold) for at, line in enumerate(lines))
    return _rect(rect, f"#{inks.lane}") + words


def _wire(wire: PackWire, inks: Inks) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in wire.corners)
    broken = ' stroke-dasharray="6 4"' if wire.against else ""
    look = f'fill="none" stroke="#{inks.line}" stroke-width="{wire.weight:g}"{broken} marker-end="url(#tip)"'
    return f'<polyline points="{points}" {look}/>'


def _label(text: str, place: MapRect, inks: Inks) -> str:
    """What stands on an arrow, on the ground of the paper."""
    look = f'{_SMALL} text-anchor="middle" paint-order="stroke" stroke="#{inks.ground}" stroke-width="4"'
    return _text((place.left + place.right) / 2, (place.top + place.bottom) / 2 + 4, text, inks.soft, look)


def _box(box: PackBox, inks: Inks) -> str:
    place, bold = box.place, 'font-size="14" font-weight="bold"'
    lines = wrapped(box.link.text, place.right - place.left - 20, _NAME, 2)
    words = "".join(_begun(place, place.top + 20 + 17 * at, line, inks.text, bold) for at, line in enumerate(lines))
    status = _begun(place, place.bottom - 10, f"{box.mark.sign} {box.mark.word} {box.score}", box.mark.ink)
    drawn = _rect(place, f"#{box.mark.tint}", f"#{box.mark.ink}") + words + status
    return f'<a href="{xml_text(box.link.href)}">{drawn}</a>' if box.link.href else drawn


def course_svg(course: PackCourse, inks: Inks, tone: str, title: str) -> str:
    """The course of a KPI with what was expected of it, its latest value as a number at its end."""
    known = [value for line in course.lines for value in line.values if value is not None]
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    across = (_WIDTH - _LEFT - _RIGHT) / max(len(course.periods) - 1, 1)

    def at(number: int, value: float) -> tuple[float, float]:
        return _LEFT + across * number, _TOP + (_HEIGHT - _TOP - _FOOT) * (1 - (value - low) / span)

    latest = course.lines[0].values[course.at]
    x, y = at(course.at, latest if latest is not None else low)
    figures = zip((_HEIGHT - _FOOT, _TOP + 4), course.ends, strict=True)
    parts = [
        f'<svg role="img" aria-label="{xml_text(title)}" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}">',
        f'<path d="M{_LEFT} {_HEIGHT - _FOOT}H{_WIDTH - _RIGHT}" stroke="#{inks.line}"/>',
        *_names(course, across, inks),
        *(_text(_LEFT - 10, height, each, inks.soft, _END) for height, each in figures),
        *(
            _drawn(line, [at(n, v) for n, v in enumerate(line.values) if v is not None], inks)
            for line in course.lines[::-1]
        ),
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#{tone}"/>',
        _text(x + 9, y + 5, course.latest, tone, 'font-size="15" font-weight="bold"'),
        "</svg>",
    ]
    return "".join(parts)


def _drawn(line: PackLine, points: list[tuple[float, float]], inks: Inks) -> str:
    """The line; what was expected has its name at its end."""
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    look = 'stroke-width="1.5" stroke-dasharray="6 4"' if line.dashed else 'stroke-width="2.5"'
    drawn = f'<polyline points="{way}" fill="none" stroke="#{line.ink}" {look}/>'
    name = _text(points[-1][0] + 9, points[-1][1] - 6, line.name, inks.soft, _SMALL) if line.dashed and points else ""
    return drawn + name


def _names(course: PackCourse, across: float, inks: Inks) -> Iterator[str]:
    step = -(-len(course.periods) // _MOST_NAMES)
    for number, name in enumerate(course.periods):
        if number % step == 0:
            yield _text(_LEFT + across * number, _HEIGHT - 8, name, inks.soft, 'font-size="11" text-anchor="middle"')
