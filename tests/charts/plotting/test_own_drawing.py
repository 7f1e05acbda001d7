"""What we draw ourselves is what the engine draws: the same marks in the same order, every figure within a tenth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import Status
from bsc_site.pipeline import Order, examine
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.engine_drawing import engine_drawing
from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import milliseconds
from bsc_site.render.charts.kpi_charts.kpi_chart import kpi_chart
from bsc_site.render.charts.kpi_charts.kpi_rows import Story
from bsc_site.render.charts.plotting.own_drawing import own_drawing
from tests.builders.charts import Observed, charted, initiative, observed_kpi
from tests.charts.plotting.drawn_marks import differences
from tests.house.repository import ROOT

A_TENTH = 0.1001
FIRST = date(2020, 1, 1)
KINDS = {
    "kpi": ("tolerance", "band", "fan", "ahead", "mean", "limit", "rebase", "target", "actual"),
    "kpi-bars": ("actual", "newest", "partial", "aim", "mean", "limit", "fan"),
    "gantt": ("plan", "so far", "late", "sign", "name", "wide name", "narrow name", "standing", "standing below"),
    "link": ("cause", "outcome", "line", "cause name", "outcome name", "pair"),
}
ALL = {
    "kpi": ("level", "zero", "moment", "fine moment", "unit", "signal", "baseline", "note", "rebase words", "words"),
    "gantt": ("open", "reached", "today", "moment", "fine moment"),
    "link": ("moment", "fine moment"),
}
ALL["kpi"] += ("wide words", "narrow words", "unfinished", "last", "last words", "wide last words", "narrow last words")
ALL["kpi"] += ("end", "end now", "end limits", "end forecast", "end benchmark", "benchmark", "bracket", "span", "flag")
ALL["kpi"] += ("span words", "wide span", "narrow span")
ALL["kpi-bars"] = ALL["kpi"]


def missed(chart: Chart) -> list[Any]:
    """The marks in which our drawing of a chart is not that of the engine."""
    own = own_drawing(chart)
    assert own is not None
    return differences(own, engine_drawing(chart), A_TENTH)


@pytest.mark.slow
def test_every_chart_of_the_demo_is_drawn_as_the_engine_draws_it() -> None:
    found = examine(Order(ROOT, date(2026, 11, 5))).assessment
    assert found is not None
    charts = charts_of(found)
    assert {each.type for each in charts.values()} == KINDS.keys()
    assert {name: each for name, chart in charts.items() if (each := missed(chart))} == {}


def whole_story(values: list[float | None], seed: int, **keys: Any) -> Story:
    """A KPI with everything that its chart can show, as far as its values have it."""
    declared = charted(**keys)
    dice = np.random.default_rng(seed)
    notes = {at: "A note" for at in dice.integers(0, len(values), 3).tolist() if values[at] is not None}
    target = float(dice.normal(50, 20))
    expected = Expectation(target=target, red_flag=target - 9, low=target, high=target + 5)
    first = {"yearly": "1990", "quarterly": "2010-Q1", "weekly": "2023-W01", "daily": "2021-01-01"}
    first_period = first.get(keys.get("frequency", "monthly"), "2018-01")
    observed = Observed(values, first_period, lambda _: expected, notes=notes, status=list(Status)[seed % len(Status)])
    return Story(_with_outlook(observed_kpi(declared, observed), target), StatusNames(), (_work(values),))


def _with_outlook(found: KpiAssessment, target: float) -> KpiAssessment:
    seen = [Observation(each.period, each.value) for each in found.points]
    return replace(found, signal=signal_of(found.kpi, seen, target), forecast=forecast_of(found.kpi, seen, None))


def _work(values: list[float | None]) -> Any:
    return initiative("Work on it", "2024-03", "2026-02" if len(values) % 2 else "2031-02")


SERIES = st.lists(st.one_of(st.none(), st.floats(-200, 200, width=32)), min_size=1, max_size=150).filter(any)
KPI_KEYS = st.fixed_dictionaries(
    {
        "aggregate": st.sampled_from(["sum", "last"]),
        "frequency": st.sampled_from(["monthly", "yearly", "quarterly", "weekly"]),
        "direction": st.sampled_from(["higher", "lower"]),
    },
    optional={
        "benchmark": st.just({"low": 10, "high": 60, "source": "S"}),
        "baseline": st.just({"period": "2024-01", "value": 20}),
        "targets": st.just([{"period": "2030-12", "value": 70}]),
        "unit": st.sampled_from(["EUR", "a very long unit that is written above the axis"]),
    },
)


@given(SERIES, st.integers(0, 999), KPI_KEYS)
@settings(max_examples=30, deadline=None)
def test_a_kpi_is_drawn_as_the_engine_draws_it(values: list[float | None], seed: int, keys: dict[str, Any]) -> None:
    """With gaps, bars, benchmarks, limits, forecasts, notes, work and every status."""
    assert missed(kpi_chart(whole_story(values, seed, **keys))) == []


def test_a_very_long_series_is_drawn_as_the_engine_draws_it() -> None:
    values: list[float | None] = np.random.default_rng(1).normal(0, 1, 2000).cumsum().tolist()
    assert missed(kpi_chart(whole_story(values, 1, frequency="daily"))) == []


def test_ten_years_with_limits_and_forecast_are_a_few_kilobytes() -> None:
    """A page of a KPI has 25 for everything."""
    months = np.random.default_rng(2).normal(0, 1, 120).cumsum().tolist()
    drawn = kpi_chart(whole_story(months, 1, targets=[{"period": "2030-12", "value": 70}]))
    assert {"limit", "mean", "fan", "ahead", "actual"} <= {row["k"] for row in drawn.rows}
    assert len(own_drawing(drawn) or "") < 8_500


FIGURES = st.floats(-1e4, 1e4)
DAYS = st.dates(FIRST, FIRST + timedelta(days=3000)).map(date.isoformat)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)


@st.composite
def any_rows(draw: st.DrawFn, kind: str) -> list[dict[str, Any]]:
    """Some rows of a kind, with every field that a layer may read."""
    row = st.fixed_dictionaries(
        {
            **dict.fromkeys(("t", "u"), DAYS),
            **dict.fromkeys(("y", "lo", "hi"), FIGURES),
            **{name: st.integers(-60, 60) for name in ("dx", "dy")},
            "row": st.integers(0, 300),
            "g": st.integers(0, 2),
            "al": st.sampled_from(["left", "center", "right"]),
            "f": st.sampled_from(["actual", "target", "limits", "forecast", "benchmark", "band"]),
            "st": st.sampled_from(_statuses(kind)),
            "s": WORDS,
        },
        optional={"dot": st.just(1)},
    )
    return [{"k": kind, "z": "all", **each} for each in draw(st.lists(row, max_size=4))]


def _statuses(kind: str) -> list[str]:
    if kind == "signal":
        return list(ink.SIGNAL_COLOURS)
    return ["on_track", "at_risk", "off_track"] + ([] if kind in KINDS["gantt"] else ["no_data", "not_scored"])


@st.composite
def any_charts(draw: st.DrawFn) -> Chart:
    """A chart of any type whose rows make no sense at all."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    rows = [row for each in (*KINDS[kind], *ALL[kind]) for row in draw(any_rows(each))]
    low = draw(st.floats(-1e4, 1e4))
    options: Mapping[str, Any] = {
        "height": draw(st.integers(100, 500)),
        "span": [milliseconds(FIRST), milliseconds(FIRST + timedelta(days=draw(st.integers(1, 4000))))],
        "full": 0,
        "reach": [low, low + draw(st.floats(1, 1e5))],
        "inside": draw(st.booleans()),
    }
    return Chart(kind, tuple(rows), draw(WORDS), tuple(options.items()))


@given(any_charts())
@settings(max_examples=40, deadline=None)
def test_rows_that_make_no_sense_are_drawn_as_the_engine_draws_them(chart: Chart) -> None:
    """Every layer, places outside the plot, days in any order, and words of any letters."""
    assert missed(chart) == []
