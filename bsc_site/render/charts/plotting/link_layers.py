"""The layers of a link's chart: cause above, effect below, on one axis of time."""

from __future__ import annotations

from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.plotting.plot_layers import Layer, at_row, lines, rules
from bsc_site.render.charts.plotting.plot_words import always, away, dots, words
from bsc_site.render.charts.plotting.shared_layers import (
    across_the_plot,
    at_the_left,
    beside_the_axis,
    floor,
    side_of_the_axis,
    time,
    top,
)

_INKS = {"cause": ink.INITIATIVE, "outcome": ink.ACTUAL}


def link_layers() -> list[Layer]:
    """Two panels whose heights are computed before: every row brings its own place."""
    return [*_ground(), *_lines(), *_names()]


def _ground() -> list[Layer]:
    return [
        Layer("line", rules(at_the_left, across_the_plot(at_the_left), stroke=ink.GRID)),
        Layer("moment", rules(top, floor, stroke=ink.GRID)),
        *time(),
        Layer("line", words(at_the_left, beside_the_axis, side_of_the_axis)),
    ]


def _lines() -> list[Layer]:
    rounded = {"stroke_width": "2", "stroke_linejoin": "round", "stroke_linecap": "round"}
    drawn = []
    for kind, colour in _INKS.items():
        drawn.append(Layer(kind, lines(at_row, stroke=colour, **rounded)))
        drawn.append(Layer(f"{kind} dot", dots(at_row, 20, always(colour), always(""), 0)))
    return drawn


def _names() -> list[Layer]:
    return [
        Layer(f"{kind} name", words(at_the_left, away(0, 0), always("left"), always(colour), "bold"))
        for kind, colour in _INKS.items()
    ]
