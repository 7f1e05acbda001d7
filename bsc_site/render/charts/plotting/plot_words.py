"""Words and signs of a drawing: what stands beside the stretched plot at its own size."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.plotting.plot_layers import (
    Draw,
    Ground,
    Place,
    Row,
    Style,
    look_by_status,
    look_of,
)
from bsc_site.render.charts.plotting.plot_paths import Corner, dots_run
from bsc_site.render.charts.plotting.plot_scales import Scales
from bsc_site.render.charts.plotting.plot_signs import short, sign_path

Away = Callable[[Scales, Row], tuple[float, float]]
Chosen = Callable[[Scales, Row], str]
"""Something that depends on the row, as the side to which words run."""
_ANCHORS = {"left": "", "center": "middle", "right": "end"}


def beside(_scales: Scales, row: Row) -> tuple[float, float]:
    """The distance from its mark that a row brings along."""
    return row["dx"], row["dy"]


def side_of(_scales: Scales, row: Row) -> str:
    """The side to which the words of a row run."""
    return str(row["al"])


def away(dx: float, dy: float) -> Away:
    """The same distance for all."""
    return lambda _scales, _row: (dx, dy)


def always(chosen: str) -> Chosen:
    """The same for all."""
    return lambda _scales, _row: chosen


_LEFT, _FAINT = always("left"), always(ink.FAINT)


def words(
    place: Place,
    distance: Away,
    side: Chosen = _LEFT,
    fill: Chosen = _FAINT,
    weight: str = "",
) -> Draw:
    """The words of each row, their base line a distance away from their place."""

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        scales = ground.scales
        for row in rows:
            look = _look(fill(scales, row), weight, _ANCHORS[side(scales, row)])
            dx, dy = (short(figure) for figure in distance(scales, row))
            moved = (f' dx="{dx}"' if dx != "0" else "") + (f' dy="{dy}"' if dy != "0" else "")
            ground.pieces.text(ground.classes, look, _at(scales, place(scales, row)) + moved, row["s"])

    return draw


def dots(place: Place, size: float, fill: Chosen, edge: Chosen, width: float) -> Draw:
    """A dot of so many square units on each row: the round end of a line without length; its edge is a larger one."""
    across = size**0.5

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        found: dict[tuple[str, float], list[Corner]] = {}
        for row in rows:
            here, inside, around = place(ground.scales, row), fill(ground.scales, row), edge(ground.scales, row)
            line = width if around not in ("", inside) else 0.0
            if line:
                found.setdefault((around, across + line), []).append(here)
            found.setdefault((inside, across - line), []).append(here)
        for (colour, round_end), places in found.items():
            look = look_of(stroke=colour, stroke_linecap="round", stroke_width=short(round_end))
            ground.pieces.path(ground.classes, look, dots_run(places))

    return draw


def signs(place: Place, size: float, shape: Chosen, **style: Style) -> Draw:
    """A sign of so many square pixels at the place of each row; below the plot it keeps its distance from the floor."""
    look = look_by_status(style)

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        scales = ground.scales
        for row in rows:
            x, y = place(scales, row)
            under = max(0, y - scales.height)
            at = _at(scales, (x, scales.height if under else y))
            ground.pieces.sign(ground.classes, at, sign_path(shape(scales, row), size, look(row), under / 10))

    return draw


def of_status(chosen: Mapping[str, str]) -> Chosen:
    """What a status (or what a signal means) has; KeyError for an unknown one."""
    return lambda _scales, row: chosen[row["st"]]


def _at(scales: Scales, place: Corner) -> str:
    """The place of a mark in per cent; 0 is the rule, so it is not written."""
    shares = (("x", scales.share_across(place[0])), ("y", scales.share_down(place[1])))
    return "".join(f' {name}="{share}"' for name, share in shares if share != "0")


@lru_cache(maxsize=256)
def _look(fill: str, weight: str, anchor: str) -> str:
    return look_of(fill=fill, font_weight=weight, text_anchor=anchor)
