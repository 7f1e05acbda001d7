"""The layers of a Gantt chart: initiatives as bars of time, filled as far as they got."""

from __future__ import annotations

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.plotting.plot_layers import Layer, Row, at_row, rules
from bsc_site.render.charts.plotting.plot_paths import Corner
from bsc_site.render.charts.plotting.plot_scales import Scales
from bsc_site.render.charts.plotting.plot_words import always, away, of_status, signs, words
from bsc_site.render.charts.plotting.shared_layers import at_the_left, floor, time, top

_FILL = of_status(ink.STATUS_COLOURS)


def gantt_layers() -> list[Layer]:
    """One band of height for each initiative: sign, name and status in words, below them the bar."""
    across = Layer("moment", rules(top, floor, stroke=ink.GRID))
    return [across, *time(), *_bars(), *_names(), *_milestones(), *_today()]


def _bars() -> list[Layer]:
    return [
        Layer("plan", rules(at_row, _until, stroke=ink.STATUS_COLOURS, stroke_width="10", opacity="0.28")),
        Layer("so far", rules(at_row, _until, stroke=ink.STATUS_COLOURS, stroke_width="10")),
        Layer("late", rules(at_row, _until, stroke=ink.STATUS_COLOURS, stroke_width="2", stroke_dasharray="2,3")),
    ]


def _until(scales: Scales, row: Row) -> Corner:
    return scales.across[row["u"]], scales.tenths(row["row"])


def _right(scales: Scales, row: Row) -> Corner:
    return scales.width, scales.tenths(row["row"])


def _names() -> list[Layer]:
    """The name beside its sign, on a phone in two lines where it is long, and its status at the right or below."""
    name = words(at_the_left, away(13, 0), always("left"), always(ink.TEXT), "bold")
    return [
        Layer("sign", signs(at_the_left, 130, of_status(ink.STATUS_SIGNS), fill=ink.STATUS_COLOURS)),
        Layer("name", name),
        Layer("wide name", name, ("wide",)),
        Layer("narrow name", name, ("narrow",)),
        Layer("standing", words(_right, away(0, 0), always("right"), _FILL), ("wide",)),
        Layer("standing below", words(at_the_left, away(13, 0), always("left"), _FILL), ("narrow",)),
    ]


def _milestones() -> list[Layer]:
    square = always("square")
    return [
        Layer("open", signs(at_row, 50, square, fill=ink.PAPER, stroke=ink.TEXT, stroke_width="1.5")),
        Layer("reached", signs(at_row, 50, square, fill=ink.TEXT, stroke=ink.PAPER, stroke_width="1.5")),
    ]


def _today() -> list[Layer]:
    word = words(top, away(0, -6), always("center"), always(ink.TEXT))
    return [Layer("today", rules(top, floor, stroke=ink.TEXT, stroke_width="1.25")), Layer("today", word)]
