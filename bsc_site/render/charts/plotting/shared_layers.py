"""The layers that several types of charts have: the words of time, and the lines across with their figures."""

from __future__ import annotations

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.plotting.plot_layers import Layer, Place, Row, rules
from bsc_site.render.charts.plotting.plot_paths import Corner
from bsc_site.render.charts.plotting.plot_scales import Scales
from bsc_site.render.charts.plotting.plot_words import always, away, words


def top(scales: Scales, row: Row) -> Corner:
    """The place of a day at the top of the plot."""
    return scales.across[row["t"]], 0


def floor(scales: Scales, row: Row) -> Corner:
    """The place of a day on the floor of the plot."""
    return scales.across[row["t"]], scales.height


def at_the_left(scales: Scales, row: Row) -> Corner:
    """The left edge at the height that a row brings itself."""
    return 0, scales.tenths(row["row"])


def time() -> list[Layer]:
    """The words of time below the plot, each with its tick; on a wide page more of them."""
    tick = rules(floor, _end_of_tick, stroke=ink.AXIS)
    word = words(floor, away(0, 19), always("center"))
    return [
        Layer("moment", tick),
        Layer("moment", word),
        Layer("fine moment", tick, ("wide",)),
        Layer("fine moment", word, ("wide",)),
    ]


def across_the_plot(place: Place) -> Place:
    """The right end of a line across that begins at a place."""
    return lambda scales, row: (scales.width, place(scales, row)[1])


def beside_the_axis(scales: Scales, _row: Row) -> tuple[float, float]:
    """How far the figures of an axis stand from its lines."""
    return (0, -6) if scales.options["inside"] else (-8, 4)


def side_of_the_axis(scales: Scales, _row: Row) -> str:
    """To which side they run."""
    return "left" if scales.options["inside"] else "right"


def _end_of_tick(scales: Scales, row: Row) -> Corner:
    return scales.across[row["t"]], scales.tenths(scales.options["height"] + 5)
