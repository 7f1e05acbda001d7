"""Layers: how rows of one kind become pieces of a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.render.charts.grammar.parts import PARTS
from bsc_site.render.charts.plotting.plot_paths import Corner, area_run, box_run, line_run, rule_run
from bsc_site.render.charts.plotting.plot_pieces import PlotPieces, attribute
from bsc_site.render.charts.plotting.plot_scales import Scales

Row = Mapping[str, Any]
Draw = Callable[["Ground", Sequence[Row]], None]
Style = str | Mapping[str, str]
"""An attribute: the same for all, or by status."""
Place = Callable[[Scales, Row], Corner]
_TICK = 60
"""How far a line may reach beyond the floor to be stretched with the plot, in tenths of a unit."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a layer is drawn on: the scales, the pieces that there are, and the classes of what it is part of."""

    scales: Scales
    pieces: PlotPieces
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows of one kind, how they are drawn, and what that is part of."""

    kind: str
    draw: Draw
    parts: tuple[str, ...] = ()

    def drawn_on(self, scales: Scales, pieces: PlotPieces, rows: Sequence[Row]) -> None:
        """The rows of its kind become pieces."""
        pieces.begin_layer(self.kind)
        self.draw(Ground(scales, pieces, tuple(PARTS[each] for each in self.parts)), rows)


def look_of(**style: str) -> str:
    """Attributes in the order of their names (`stroke_width` for `stroke-width`), empty ones left out."""
    return "".join(f' {name.replace("_", "-")}="{attribute(value)}"' for name, value in sorted(style.items()) if value)


def look_by_status(style: Mapping[str, Style]) -> Callable[[Row], str]:
    """Of a row its look, where some attributes may depend on its status; KeyError for an unknown one."""
    known = [each for each in style.values() if not isinstance(each, str)]
    if not known:
        look = look_of(**{name: each for name, each in style.items() if isinstance(each, str)})
        return lambda _row: look
    looks = {
        status: look_of(**{name: each if isinstance(each, str) else each[status] for name, each in style.items()})
        for status in known[0]
    }
    return lambda row: looks[row["st"]]


def at_value(scales: Scales, row: Row) -> Corner:
    """The place of a day and a value."""
    return scales.across[row["t"]], scales.down(row["y"])


def at_row(scales: Scales, row: Row) -> Corner:
    """The place of a day and a height that the row brings itself."""
    return scales.across[row["t"]], scales.tenths(row["row"])


def lines(place: Place, /, **style: str) -> Draw:
    """A line through the rows of each group, in the order of their days."""
    look = look_of(**style)

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        for group in _groups(rows):
            of_value = place is at_value
            corners = ground.scales.course(group, "y") if of_value else [place(ground.scales, row) for row in group]
            corners.sort(key=itemgetter(0))
            ground.pieces.path(ground.classes, look, line_run(corners))

    return draw


def areas(**style: str) -> Draw:
    """The area between the low and the high end of the rows of each group; where two overlap both are seen."""
    look = look_of(**style)

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        scales = ground.scales
        for group in _groups(rows):
            ordered = sorted(group, key=lambda row: scales.across[row["t"]])
            there, back = scales.course(ordered, "lo"), scales.course(reversed(ordered), "hi")
            ground.pieces.next_layer()
            ground.pieces.path(ground.classes, look, area_run([*there, *back]))

    return draw


def rules(start: Place, end: Place, /, **style: Style) -> Draw:
    """A straight line for each row; one that lies beyond the plot keeps its distance from it."""
    look = look_by_status(style)

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        for row in rows:
            _rule(ground, look(row), start(ground.scales, row), end(ground.scales, row))

    return draw


def _rule(ground: Ground, look: str, start: Corner, end: Corner) -> None:
    scales, (x, y), (to_x, to_y) = ground.scales, start, end
    if max(y, to_y) > scales.height + _TICK:
        places = (scales.share_across(x), scales.share_across(to_x), scales.below(y), scales.below(to_y))
        ground.pieces.beyond(ground.classes, "y", _beyond(look, places))
    elif max(x, to_x) > scales.width:
        places = (scales.beside(x), scales.beside(to_x), scales.share_down(y), scales.share_down(to_y))
        ground.pieces.beyond(ground.classes, "x", _beyond(look, places))
    else:
        ground.pieces.path(ground.classes, look, rule_run(start, to_x - x, to_y - y))


def _beyond(look: str, places: Iterable[str]) -> str:
    ends = (f' {name}="{place}"' for name, place in zip(("x1", "x2", "y1", "y2"), places, strict=True) if place != "0")
    return f"<line{look}{''.join(ends)}/>"


def bars_of(**style: str) -> Draw:
    """A rectangle from the zero line to the value of each row, from one of its days to the other."""
    look = look_of(**style)

    def draw(ground: Ground, rows: Sequence[Row]) -> None:
        across, down, zero = ground.scales.across, ground.scales.down, ground.scales.down(0)
        for row in rows:
            (left, right), (top, floor) = sorted((across[row["t"]], across[row["u"]])), sorted((down(row["y"]), zero))
            ground.pieces.path(ground.classes, look, box_run((left, top), right - left, floor - top))

    return draw


def _groups(rows: Sequence[Row]) -> Iterable[Sequence[Row]]:
    names = [row.get("g") for row in rows]
    if names.count(names[0]) == len(names):
        return [rows]
    found: dict[Any, list[Row]] = {}
    for name, row in zip(names, rows, strict=True):
        found.setdefault(name, []).append(row)
    return found.values()
