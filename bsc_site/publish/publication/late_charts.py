"""Charts that are filled and drawn when a page asks for them, and forgotten after the next one.

Most pages of a build may be kept and ask for none; and the rows of one chart of ten years take more than its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bsc_site.render.charts.drawing import drawing_of
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.own_drawing import plotted
from bsc_site.render.charts.plotting.plot_pieces import PlotPieces


class LateCharts(Mapping[str, Chart]):
    """Charts by key, of which the last one that was asked for is there."""

    def __init__(self, fill: Mapping[str, Callable[[], Chart]]) -> None:
        """Nothing is filled yet."""
        self._fill = fill
        self._latest: dict[str, Chart] = {}

    def __getitem__(self, key: str) -> Chart:
        """The chart. KeyError where there is none."""
        if key not in self._latest:
            self._latest = {key: self._fill[key]()}
        return self._latest[key]

    def __iter__(self) -> Iterator[str]:
        """Every key."""
        return iter(self._fill)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._fill)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a chart; it is not filled for that."""
        return key in self._fill


class LateDrawings(Mapping[str, str]):
    """The drawings of charts by key."""

    def __init__(self, charts: Mapping[str, Chart]) -> None:
        """Nothing is drawn yet."""
        self._charts = charts
        self.plots: dict[str, PlotPieces] = {}
        """The pieces of the last one that was drawn, under its key."""

    def __getitem__(self, key: str) -> str:
        """The drawing, drawn now. KeyError where there is no chart."""
        chart = self._charts[key]
        pieces = plotted(chart)
        self.plots.clear()
        if pieces is not None:
            self.plots[key] = pieces
        return drawing_of(chart, pieces)

    def __iter__(self) -> Iterator[str]:
        """Every key."""
        return iter(self._charts)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._charts)
