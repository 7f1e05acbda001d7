"""Still figures: the chart of a KPI on a page where nobody switches anything, as calm and light as it can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bsc_site.render.charts.chart_figure import room_of
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.plot_pieces import PlotPieces
from bsc_site.render.text import xml_text
from bsc_site.wording.language import say

_SHOWN = frozenset(
    (
        *("level", "zero", "moment", "fine moment"),
        *("band", "target", "aim", "fan", "ahead"),
        *("actual", "newest", "partial", "unfinished", "last"),
    )
)
"""The kinds of rows that need no words beside them: the axes, what was expected, what came, and the forecast."""
_LAYERS = _SHOWN | {"last plain"}
"""The layers that are drawn of them, as far as no dots are taken away."""
_DOT = "actual dot"
_RIGHT = 0.8
"""The room right of the plot, where no words stand."""


def still_figure(chart: Chart, pieces: PlotPieces | None = None) -> str:
    """One line of HTML: the drawing of a KPI with its finding as its accessible name, and a word for the forecast.

    Left out is what a reader would have to ask about, or switch: limits, notes, benchmarks, and dots that a line joins.
    `pieces` are those of the whole chart, where it was plotted before: what stands in both drawings is the same.
    """
    options = dict(chart.options) | {"below": 0, "right": _RIGHT}
    forecast = say("forecast")
    word = f'<span class="bsc-key bsc-key--fan">{xml_text(forecast)}</span>' if _foresees(chart) else ""
    return (
        f'<figure class="bsc-chart" data-type="{chart.type}"><div class="bsc-chart__drawing" '
        f'style="{room_of(options)}">{_drawn(chart, pieces)}</div>{word}</figure>'
    )


def _drawn(chart: Chart, pieces: PlotPieces | None) -> str:
    if pieces is not None and _DOT not in pieces.kinds:
        return pieces.written(chart.finding, _LAYERS)
    return draw(replace(chart, rows=tuple(_rows(chart))))


def _rows(chart: Chart) -> Iterator[dict[str, Any]]:
    joined = Counter(row["g"] for row in chart.rows if row["k"] == "actual")
    for row in chart.rows:
        if row["k"] in _SHOWN:
            needless = "dot" in row and joined[row["g"]] > 1
            yield {name: value for name, value in row.items() if name != "dot"} if needless else row


def _foresees(chart: Chart) -> bool:
    return any(row["k"] == "fan" for row in chart.rows)
