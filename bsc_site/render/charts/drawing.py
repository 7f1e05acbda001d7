"""Drawing: a chart as one line of SVG, small enough to stand in its page."""

from __future__ import annotations

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.own_drawing import own_drawing


def draw(chart: Chart) -> str:
    """The chart as SVG text on one line, with its finding as its accessible name; the same chart gives the same bytes.

    It is as wide and high as the page makes it. Every colour is a CSS variable; there are no ids or scripts, so that
    many drawings can stand in one page, and classes only for what a reader switches on and off.
    """
    own = own_drawing(chart)
    if own is not None:
        return own
    from bsc_site.render.charts.engine_drawing import engine_drawing  # noqa: PLC0415  # the engine is slow to import

    return engine_drawing(chart)
