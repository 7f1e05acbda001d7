"""Texts of the map as SVG, each line held to the width that was planned for it."""

from __future__ import annotations

from collections.abc import Sequence

from bsc_site.model.value_class import dataclass
from bsc_site.render.lettering import Style, held, width_of
from bsc_site.render.strategy_map.geometry.dimensions import FIGURE, LANE_NAME, LANE_STEP, NAME, NAME_STEP, NOTE
from bsc_site.render.text import inert


@dataclass(frozen=True, slots=True)
class MapText:
    """A kind of text: its class in the style sheet, the style that the sheet gives it, and the step between lines."""

    css: str
    style: Style
    step: float = 0.0


BOX_NAME = MapText("bsc-map__name", NAME, NAME_STEP)
SCORE = MapText("bsc-map__score", FIGURE)
MARKER = MapText("bsc-map__marker", NOTE)
ROW_NAME = MapText("bsc-map__row-name", LANE_NAME, LANE_STEP)


def texts(lines: Sequence[str], x: float, y: float, kind: MapText) -> str:
    """A `text` for each of the lines that says something, from the baseline `y` down.

    A line whose width depends on the font has its room in `data-room`, for the script that narrows what needs more.
    """
    return "".join(
        f'<text class="{kind.css}" x="{short(x)}" y="{short(y + kind.step * index)}"{_room(line, kind.style)}>'
        f"{inert(line)}</text>"
        for index, line in enumerate(lines)
        if line
    )


def _room(line: str, style: Style) -> str:
    return held(line, style) or f' data-room="{short(width_of(line, style))}"'


def short(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
