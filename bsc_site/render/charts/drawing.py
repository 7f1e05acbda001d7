"""Drawing: a chart as one line of SVG, small enough to stand in its page."""

from __future__ import annotations

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.own_drawing import plotted
from bsc_site.render.charts.plotting.plot_pieces import PlotPieces


def draw(chart: Chart) -> str:
    """The chart as SVG text on one line, with its finding as its accessible name; the same chart gives the same bytes.

    It is as wide and high as the page makes it. Every colour is a CSS variable; there are no ids or scripts, so that
    many drawings can stand in one page, and classes only for what a reader switches on and off.
    """
    return drawing_of(chart, plotted(chart))


def drawing_of(chart: Chart, pieces: PlotPieces | None) -> str:
    """The same of its pieces, where it was plotted before; the engine draws what has none."""
    if pieces is not None:
        return pieces.written(chart.finding)
    from bsc_site.render.charts.engine_drawing import engine_drawing  # noqa: PLC0415  # the engine is slow to import

    return engine_drawing(chart)
