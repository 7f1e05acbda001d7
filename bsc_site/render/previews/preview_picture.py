"""A preview picture: whose page it is, what it is called, where it stands; as SVG with letters of our own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.lettering import Style, shortened, wrapped
from bsc_site.render.palette import BADGE_TONES, PAGE_INKS, STRONG_BADGE_TONES
from bsc_site.render.status_shapes import STATUS_SHAPES, STRONG_SHAPES
from bsc_site.render.text import xml_text

WIDTH, HEIGHT = 1200, 630
"""Units of the drawing: 1.91 to 1, as sites that show previews ask for."""
SCALE = 2 / 3
"""Pixels for a unit: 800 by 420 are sharp enough for a card, and less than half of the bytes."""
LETTERS = "Plain Sans"
"""The family of the packaged letters."""
_EDGE, _ROOM = 80, 1040
_LINE, _NAME, _VALUE, _WORD = Style(34), Style(66, bold=True), Style(110, bold=True), Style(46, bold=True)
_COURSE = (660, 390, 460, 130)
"""Left, top, width and height of the course of a KPI."""
_SHORTEST = 2
_INK = {each.name: each.light for each in PAGE_INKS}
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class PreviewPicture:
    """What it says: organisation and kind above, name and figure large, status as shape and word, and a KPI's course.

    `shape` names the style of the status as pages do, `on-track` or `on-track--strong`; empty without one.
    """

    above: str
    name: str
    shape: str = ""
    word: str = ""
    value: str = ""
    course: Sequence[float] = ()


def preview_svg(picture: PreviewPicture) -> str:
    """The picture as SVG of 1,200 by 630 units; texts in letters that are not packaged are left out of it."""
    path, tone = _signs().get(picture.shape, ("", _INK["map-ink"]))
    name = wrapped(picture.name, _ROOM, _NAME, 2)
    below = 300 + 78 * (len(name) - 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_INK["map-ground"]}"/>'
        f'<rect width="{WIDTH}" height="16" fill="{tone}"/>'
        + _text(shortened(picture.above, _ROOM, _LINE), 110, _LINE, _INK["map-soft"])
        + "".join(_text(line, 196 + 78 * at, _NAME, _INK["map-ink"]) for at, line in enumerate(name))
        + _text(shortened(picture.value, 560, _VALUE), below + 130, _VALUE, _INK["map-ink"])
        + _status(path, tone, picture.word, below + 210)
        + _course(picture.course, tone)
        + "</svg>"
    )


@cache
def packaged_letters() -> frozenset[str]:
    """The letters that the packaged files hold."""
    return frozenset(Path(__file__).with_name("letters").joinpath("letters.txt").read_text(encoding="utf-8"))


@cache
def _signs() -> dict[str, tuple[str, str]]:
    """The path and the colour of each status by its style."""
    signs = {}
    for status in Status:
        name = status.value.replace("_", "-")
        signs[name] = (STATUS_SHAPES[status], BADGE_TONES[status])
        signs[f"{name}--strong"] = (STRONG_SHAPES[status], STRONG_BADGE_TONES[status])
    return signs


def _text(text: str, y: float, style: Style, ink: str, x: float = _EDGE) -> str:
    plain = _UNSHOWN.sub("", text)
    if not plain or not packaged_letters().issuperset(plain):
        return ""
    weight = "700" if style.bold else "400"
    font = f'font-family="{LETTERS}" font-size="{style.size:g}" font-weight="{weight}"'
    return f'<text x="{x:g}" y="{y:g}" {font} fill="{ink}">{xml_text(plain)}</text>'


def _status(path: str, tone: str, word: str, y: float) -> str:
    if not path:
        return ""
    sign = f'<path transform="translate({_EDGE} {y - 36}) scale(3.2)" fill="{tone}" d="{path}"/>'
    return sign + _text(shortened(word, 500, _WORD), y, _WORD, tone, _EDGE + 60)


def _course(values: Sequence[float], tone: str) -> str:
    if len(values) < _SHORTEST:
        return ""
    left, top, width, height = _COURSE
    low, high = min(values), max(values)
    span = high / 2 - low / 2  # halves: no overflow on the way
    points = [
        (left + width * at / (len(values) - 1), top + height * (1 - ((value / 2 - low / 2) / span if span else 0.5)))
        for at, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<polyline points="{line}" fill="none" stroke="{_INK["map-ink"]}" stroke-width="5" stroke-linejoin="round"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="11" fill="{tone}"/>'
    )
