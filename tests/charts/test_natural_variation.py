"""A KPI's chart shows natural variation, what stands out, new starts and the forecast, and stays readable."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.series import Observation
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.kpi_charts.kpi_chart import kpi_chart
from bsc_site.render.charts.kpi_charts.kpi_rows import Story
from tests.builders.charts import Observed, charted, observed_kpi
from tests.charts.telling.told_words import told_words

NOISE: list[float] = np.random.default_rng(2).normal(0, 1, 120).tolist()
TARGET: dict[str, Any] = {"targets": [{"period": "2026-12", "value": 34}]}


def _told(declared: Kpi, values: list[float], target: float | None = 30.0) -> KpiAssessment:
    found = observed_kpi(declared, Observed(values, expected=lambda _: Expectation(target=target)))
    observations = [Observation(each.period, each.value) for each in found.points]
    return replace(
        found,
        signal=signal_of(declared, observations, target),
        forecast=forecast_of(declared, observations, None),
    )


def _chart(values: list[float], target: float | None = 30.0, **keys: Any) -> Chart:
    return kpi_chart(Story(_told(charted(**keys), values, target), StatusNames()))


def _rows(chart: Chart, kind: str) -> list[dict[str, Any]]:
    return [row for row in chart.rows if row["k"] == kind]


def _key(chart: Chart) -> dict[str, str]:
    return dict(dict(chart.options)["key"])


STEADY = [25 + each for each in NOISE[:30]]


def test_mean_and_limits_are_thin_lines_across_the_values() -> None:
    """Two points a line are enough where nothing changes."""
    chart = _chart(STEADY)
    assert (len(_rows(chart, "mean")), len(_rows(chart, "limit"))) == (2, 4)
    assert {"mean", "limit", "fan"} <= set(_key(chart))


@pytest.mark.parametrize(("spc", "shown"), [("adjusted", False), ("nhs", True)])
def test_who_asks_for_the_limits_of_the_nhs_sees_them_at_first_sight(spc: str, shown: bool) -> None:  # noqa: FBT001
    """Others see them where the latest value is more than noise."""
    switches = {name: on for name, _, on in dict(_chart(STEADY, spc=spc).options)["switches"]}
    assert switches["limits"] is shown


def test_limits_follow_a_trend_and_the_key_says_so() -> None:
    """They bend no more than the lengths of the months make them."""
    chart = _chart([value + 2 * place for place, value in enumerate(STEADY)])
    heights = [row["y"] for row in _rows(chart, "mean")]
    assert heights[-1] - heights[0] == pytest.approx(2 * 29, abs=2)
    assert len(heights) < 30
    assert _key(chart)["mean"] == "trend line"


@pytest.mark.parametrize("values", [[0.0] * 20 + [1.0, 0.0, 2.0, 0.0], [7.0] * 24])
def test_rare_events_and_what_never_moved_have_no_limits(values: list[float]) -> None:
    """Nor are any values marked."""
    chart = _chart(values)
    assert [_rows(chart, kind) for kind in ("mean", "limit", "signal")] == [[], [], []]


def test_limits_step_at_a_rebase_with_its_reason() -> None:
    """The reason stands at the top of a line across the plot."""
    values = [*STEADY[:15], *[each + 8 for each in STEADY[15:]]]
    chart = _chart(values, rebase=[{"period": "2025-04", "because": "new till system"}])
    assert len({row["g"] for row in _rows(chart, "mean")}) == 2
    assert [(row["t"], row["s"]) for row in _rows(chart, "rebase words")] == [("2025-04-01", "new till system")]
    assert "new till system" in draw(chart)


@pytest.mark.parametrize(("direction", "meaning"), [("higher", "better"), ("lower", "worse"), ("none", "change")])
def test_what_stands_out_is_marked_in_the_sense_of_the_direction(direction: str, meaning: str) -> None:
    """By shape and colour, with words in the key and for the pointer."""
    chart = _chart([*STEADY[:20], 60.0, *STEADY[21:]], None, direction=direction)
    (mark,) = [row for row in _rows(chart, "signal") if row["y"] == 60.0]
    assert mark["st"] == meaning
    assert meaning in _key(chart)
    (words,) = told_words(chart)
    assert words[mark["at"]]["l"] == "above natural variation"


def test_the_fan_begins_at_the_latest_value_and_ends_with_the_target_path() -> None:
    """No further than the picture reaches."""
    chart = _chart(STEADY, **TARGET)
    fan = _rows(chart, "fan")
    start = [row for row in fan if row["t"] == "2026-06-01"]
    assert {(row["lo"], row["hi"]) for row in start} == {(start[0]["lo"],) * 2}
    assert start[0]["lo"] == pytest.approx(STEADY[-1], abs=1e-3)
    assert max(row["t"] for row in fan) == "2026-12-01"
    narrow = {row["t"]: row["hi"] - row["lo"] for row in fan if row["g"] == 1}
    assert all(row["hi"] - row["lo"] >= narrow[row["t"]] for row in fan)


def test_a_wide_fan_does_not_squeeze_the_values() -> None:
    """It is cut where it would take more than its share of the plot."""
    wild = [100 * 1.12**place * (1 + NOISE[place] / 9) for place in range(36)]
    chart = _chart(wild, None, unit="EUR")
    low, high = dict(chart.options)["reach"]
    assert (max(wild) - min(wild)) / (high - low) > 0.4


def test_a_percentage_has_no_limit_beyond_its_bounds() -> None:
    """98 per cent and a limit at 103: nothing is drawn above 100."""
    chart = _chart([min(100.0, 98.5 + each) for each in NOISE[:30]], None)
    assert all(row["y"] <= 100 for row in _rows(chart, "limit"))
    assert {row["g"] for row in _rows(chart, "limit")} == {1}


def test_the_finding_ends_with_the_outlook() -> None:
    """So does what a screen reader says."""
    chart = _chart(STEADY, **TARGET)
    assert chart.finding.endswith(" likely to reach 34 % by Dec 2026.")
    assert chart.finding in draw(chart).replace("&amp;", "&")


def test_amounts_show_the_same_on_bars() -> None:
    """Lines and fan stand over the middles of the bars."""
    chart = _chart([each * 4 for each in STEADY], None, unit="EUR", aggregate="sum")
    assert chart.type == "kpi-bars"
    assert _rows(chart, "mean")[0]["t"] == "2024-01-16"
    assert _rows(chart, "fan")


def test_long_series_mark_only_what_lies_outside() -> None:
    """A thousand days with a long run are not a thousand marks."""
    values = [50 + NOISE[place % 120] + (3 if place > 500 else 0) for place in range(1000)]
    values[100] = 90.0
    chart = _chart(values, None, spc="nhs")
    limits = [row["y"] for row in _rows(chart, "limit")]
    marked = [row["y"] for row in _rows(chart, "signal")]
    assert 90.0 in marked
    assert all(value < min(limits) or value > max(limits) for value in marked)
