"""The drawing of an embedded chart is put together from the pieces of the whole one, and is what it would be anew."""

from __future__ import annotations

from datetime import date

import pytest

from bsc_site.pipeline import Order, examine
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.own_drawing import plotted
from bsc_site.render.charts.still_figure import still_figure
from tests.builders.charts import Observed, assessment, charted, observed_kpi
from tests.house.repository import ROOT

MANY = [float(number % 7 + number / 10) for number in range(80)]
"""More values than have dots, so that lines alone show them."""


def kpi_charts(values: list[float | None]) -> list[Chart]:
    """The chart of one KPI with these values."""
    return [*charts_of(assessment([observed_kpi(charted(), Observed(values))])).values()]


@pytest.mark.parametrize("values", [MANY, [*MANY[:40], None, 3.0, None, *MANY[40:]], MANY[:9], [4.0]])
def test_a_still_drawing_is_the_same_from_pieces_and_anew(values: list[float | None]) -> None:
    """With a line alone, with a value that nothing joins with others, with few values that all have dots."""
    for chart in kpi_charts(values):
        pieces = plotted(chart)
        assert pieces is not None
        assert still_figure(chart, pieces) == still_figure(chart)


def test_still_drawings_of_the_demo_are_the_same_from_pieces_and_anew() -> None:
    found = examine(Order(ROOT, date(2026, 1, 12))).assessment
    assert found is not None
    charts = {key: chart for key, chart in charts_of(found).items() if key.startswith("kpi/")}
    kinds = {kind for chart in charts.values() for kind in plots_of(chart)}
    assert kinds > {"actual", "fan", "limit", "target", "actual dot"}
    assert all(still_figure(chart, plotted(chart)) == still_figure(chart) for chart in charts.values())


def plots_of(chart: Chart) -> set[str]:
    """The kinds of rows of which its drawing has pieces."""
    pieces = plotted(chart)
    assert pieces is not None
    return pieces.kinds
