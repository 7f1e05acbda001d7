"""Our own drawing of a chart: the marks of the engine at their places, in a twentieth of its time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.ink import WIDTH
from bsc_site.render.charts.plotting.gantt_layers import gantt_layers
from bsc_site.render.charts.plotting.kpi_layers import bar_layers, line_layers
from bsc_site.render.charts.plotting.link_layers import link_layers
from bsc_site.render.charts.plotting.plot_layers import Layer
from bsc_site.render.charts.plotting.plot_pieces import PlotPieces
from bsc_site.render.charts.plotting.plot_scales import Scales

_LAYERS = {"kpi": line_layers, "kpi-bars": bar_layers, "gantt": gantt_layers, "link": link_layers}
_ONLY_TOLD = {"link": {"pair"}}
"""Rows that are read out to who points at them, and leave no mark."""
_UNKNOWN = (ArithmeticError, LookupError, TypeError, ValueError)
"""What comes of a row that we cannot draw: a figure that is none, a status of its own, a day outside the calendar."""


def own_drawing(chart: Chart) -> str | None:
    """The chart as one line of SVG; None where a part of it is of a kind that we do not draw ourselves."""
    pieces = plotted(chart)
    return None if pieces is None else pieces.written(chart.finding)


def plotted(chart: Chart) -> PlotPieces | None:
    """The pieces of that drawing, of which another page may show some alone."""
    if chart.type not in _LAYERS:
        return None
    options, layers, known = dict(chart.options), _layers(chart.type), _known(chart.type)
    rows = _by_kind(chart.rows, known)
    if not rows.keys() <= known:
        return None
    pieces = PlotPieces(WIDTH, options["height"])
    try:
        scales = Scales(options)
        for layer in layers:
            if layer.kind in rows:
                layer.drawn_on(scales, pieces, rows[layer.kind])
    except _UNKNOWN:
        return None
    return pieces


@cache
def _known(kind: str) -> frozenset[str]:
    """The kinds of rows that a chart of a type may have."""
    return frozenset({each.kind for each in _layers(kind)} | _ONLY_TOLD.get(kind, set()))


@cache
def _layers(kind: str) -> Sequence[Layer]:
    return _LAYERS[kind]()


def _by_kind(rows: Sequence[Mapping[str, Any]], known: frozenset[str]) -> dict[str, list[Mapping[str, Any]]]:
    """The rows of each kind that a page shows before it is touched; those with a dot of their own also as such.

    A latest value without a status of its own is a dot and no sign.
    """
    found: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        kind = row["k"]
        if "z" not in row or row["z"] == "all":
            found["last plain" if kind == "last" and row["st"] == "not_scored" else kind].append(row)
        if "dot" in row and f"{kind} dot" in known:
            found[f"{kind} dot"].append(row)
    return found
