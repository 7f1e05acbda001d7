"""The layers of a KPI's chart: a line for levels, bars for amounts that add up. They are those of its two designs."""

from __future__ import annotations

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.plotting.plot_layers import Draw, Layer, Place, Row, areas, at_value, bars_of, lines, rules
from bsc_site.render.charts.plotting.plot_paths import Corner
from bsc_site.render.charts.plotting.plot_scales import Scales
from bsc_site.render.charts.plotting.plot_words import always, away, beside, dots, of_status, side_of, signs, words
from bsc_site.render.charts.plotting.shared_layers import (
    across_the_plot,
    beside_the_axis,
    floor,
    side_of_the_axis,
    time,
    top,
)

_INKS = {
    "actual": ink.ACTUAL,
    "target": ink.TARGET,
    "limits": ink.FAINT,
    "forecast": ink.ACTUAL,
    "benchmark": ink.FAINT,
    "band": ink.TARGET,
}


def line_layers() -> list[Layer]:
    """A line that breaks at gaps, over what was expected of it."""
    path = lines(at_value, stroke=ink.TARGET, stroke_width="1.5", stroke_dasharray="5,4")
    return [*_grid(), *_background(), *_variation(), Layer("target", path), *_actual_line(), *_foreground()]


def bar_layers() -> list[Layer]:
    """Bars from zero, each with a mark where its target stands."""
    return [*_grid(), *_background(), *_bars(), *_variation(), *_foreground()]


def _at_level(scales: Scales, row: Row) -> Corner:
    return 0, scales.down(row["y"])


def _at_the_top(_scales: Scales, _row: Row) -> Corner:
    return 0, 0


def _above_the_axis(scales: Scales, _row: Row) -> tuple[float, float]:
    return (0 if scales.options["inside"] else -8), -14


def _grid() -> list[Layer]:
    right = across_the_plot(_at_level)
    return [
        Layer("level", rules(_at_level, right, stroke=ink.GRID)),
        Layer("zero", rules(_at_level, right, stroke=ink.AXIS)),
        *time(),
        Layer("level", words(_at_level, beside_the_axis, side_of_the_axis)),
        Layer("unit", words(_at_the_top, _above_the_axis)),
    ]


def _background() -> list[Layer]:
    return [
        Layer("tolerance", areas(fill=ink.TOLERANCE)),
        Layer("band", areas(fill=ink.BAND)),
        Layer("fan", areas(fill=ink.FAN), ("forecast",)),
    ]


def _variation() -> list[Layer]:
    dotted = {"stroke": ink.LIMIT, "stroke_dasharray": "1,3"}
    return [
        Layer("ahead", lines(at_value, stroke=ink.ACTUAL, stroke_width="1.25", stroke_dasharray="2,3"), ("forecast",)),
        Layer("mean", lines(at_value, stroke=ink.LIMIT), ("limits",)),
        Layer("limit", lines(at_value, **dotted), ("limits",)),
        Layer("rebase", rules(top, floor, **dotted), ("limits",)),
    ]


def _actual_line() -> list[Layer]:
    rounded = {"stroke_linejoin": "round", "stroke_linecap": "round"}
    return [
        Layer("actual", lines(at_value, stroke=ink.ACTUAL, stroke_width="2.25", **rounded)),
        Layer("actual dot", dots(at_value, 22, always(ink.ACTUAL), always(ink.ACTUAL), 0)),
    ]


def _bars() -> list[Layer]:
    partial = bars_of(stroke=ink.ACTUAL, stroke_dasharray="2,2")
    return [
        Layer("actual", bars_of(fill=ink.ACTUAL_PALE)),
        Layer("newest", bars_of(fill=ink.ACTUAL)),
        Layer("partial", partial),
        Layer("aim", rules(at_value, _other_end, stroke=ink.TARGET, stroke_width="2")),
    ]


def _other_end(scales: Scales, row: Row) -> Corner:
    return scales.across[row["u"]], scales.down(row["y"])


def _foreground() -> list[Layer]:
    return [*_signals(), *_marks_of_time(), *_last(), *_ends(), *_benchmark(), *_lanes()]


def _signals() -> list[Layer]:
    inks = ink.SIGNAL_COLOURS
    full = {word: ink.PAPER if word == "worse" else colour for word, colour in inks.items()}
    return [Layer("signal", dots(at_value, 34, of_status(full), of_status(inks), 2), ("limits",))]


def _marks_of_time() -> list[Layer]:
    ring = {"stroke": ink.TEXT, "stroke_width": "1.25"}
    return [
        Layer("baseline", dots(at_value, 26, always(ink.PAPER), always(ink.TARGET), 2)),
        Layer("note", signs(at_value, 95, always("circle"), **ring)),
        Layer("rebase words", words(top, away(0, -5), side_of), ("limits", "wide")),
        Layer("words", _words()),
        Layer("wide words", _words(), ("wide",)),
        Layer("narrow words", _words(), ("narrow",)),
    ]


def _words(fill: str = ink.TEXT) -> Draw:
    return words(at_value, beside, side_of, always(fill))


def _last() -> list[Layer]:
    """The latest value: its mark is the sign of its status, a dot where it has none."""
    edge = {"stroke": ink.PAPER, "stroke_width": "1.5"}
    last = signs(at_value, 170, of_status(ink.STATUS_SIGNS), fill=ink.STATUS_COLOURS, **edge)
    plain = dots(at_value, 170, of_status(ink.STATUS_COLOURS), always(ink.PAPER), 1.5)
    now = _words(ink.ACTUAL)
    return [
        Layer("unfinished", dots(at_value, 36, always(ink.PAPER), always(ink.ACTUAL), 1.5)),
        Layer("last", last),
        Layer("last plain", plain),
        Layer("last words", now, ("now",)),
        Layer("wide last words", now, ("now", "wide")),
        Layer("narrow last words", now, ("now", "narrow")),
    ]


def _ends() -> list[Layer]:
    """Words right of the plot, at the ends of lines; those of one column stand below each other."""
    ends = words(_at_the_right, _beside_the_end, always("left"), _ink_of_end)
    kinds = {"end": (), "end now": ("now",), "end limits": ("limits",)}
    kinds |= {"end forecast": ("forecast",), "end benchmark": ("benchmark",)}
    return [Layer(kind, ends, parts) for kind, parts in kinds.items()]


def _at_the_right(scales: Scales, row: Row) -> Corner:
    return scales.width, scales.down(row["y"])


def _beside_the_end(_scales: Scales, row: Row) -> tuple[float, float]:
    return 12, row["dy"]


def _ink_of_end(_scales: Scales, row: Row) -> str:
    return _INKS[row["f"]]


def _benchmark() -> list[Layer]:
    """A bracket at the right edge; open where the benchmark goes on beyond the plot."""
    look = {"stroke": ink.AXIS, "stroke_width": "1.5"}
    span = rules(_right_of_the_plot(6, "lo"), _right_of_the_plot(6, "hi"), **look)
    foot = rules(_right_of_the_plot(1, "y"), _right_of_the_plot(6, "y"), **look)
    return [Layer("benchmark", span, ("benchmark",)), Layer("bracket", foot, ("benchmark",))]


def _right_of_the_plot(units: int, height: str) -> Place:
    def place(scales: Scales, row: Row) -> Corner:
        return scales.width + scales.tenths(units), scales.down(row[height])

    return place


def _lanes() -> list[Layer]:
    """The initiatives that serve the KPI: below the plot a line for each, with a flag where it begins."""
    flag = {"fill": ink.INITIATIVE, "stroke": ink.INITIATIVE, "stroke_width": "2"}
    name = words(_on_the_floor, _in_its_lane, side_of)
    return [
        Layer("span", rules(_lane("t"), _lane("u"), stroke=ink.INITIATIVE, stroke_width="3"), ("initiatives",)),
        Layer("flag", signs(_lane("t"), 170, always(ink.FLAG), **flag), ("initiatives",)),
        Layer("span words", name, ("initiatives",)),
        Layer("wide span", name, ("initiatives", "wide")),
        Layer("narrow span", name, ("initiatives", "narrow")),
    ]


def _lane(end: str) -> Place:
    def place(scales: Scales, row: Row) -> Corner:
        return scales.held(row[end]), scales.height + scales.tenths(row["row"])

    return place


def _on_the_floor(scales: Scales, row: Row) -> Corner:
    return scales.held(row["t"]), scales.height


def _in_its_lane(_scales: Scales, row: Row) -> tuple[float, float]:
    return row["dx"], row["row"] - 5
