"""What the chart of a KPI shows."""

from __future__ import annotations

import json
import math

import pytest

from bsc_site.model.concluded.assessment import Expectation, Trend
from bsc_site.model.vocabularies import InitiativeStatus, Status, TrendWord
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar import ink
from tests.builders.charts import Observed, assessment, chart, charted, initiative, observed_kpi, paths, rows, texts
from tests.charts.plotting.drawn_marks import runs_of

RISING = [30 + month / 3 for month in range(36)]


def test_every_observed_period_is_a_vertex_of_the_line() -> None:
    [line] = paths(draw(chart(charted(), Observed(RISING))), stroke=ink.ACTUAL, stroke_width="2.25")
    assert [len(run) for run in runs_of(line)] == [36]


def test_a_missing_month_breaks_the_line() -> None:
    line = "".join(paths(draw(chart(charted(), Observed([1, 2, None, 4, 5]))), stroke=ink.ACTUAL, stroke_width="2.25"))
    assert line.count("M") == 2


def test_a_single_value_between_two_gaps_is_still_seen() -> None:
    drawn = chart(charted(), Observed([*RISING, *RISING, None, 50, None, *RISING]))
    assert [row["y"] for row in rows(drawn, "actual") if "dot" in row] == [50]


def test_the_target_path_is_dashed_and_reaches_the_next_dated_target() -> None:
    declared = charted(targets=[{"period": "2024-08", "value": 40}])
    drawn = chart(declared, Observed([30, 31, 32, 33, 34, 35], expected=lambda at: Expectation(target=31 + at)))
    assert rows(drawn, "target")[-1] == {"k": "target", "t": "2024-08-01", "y": 40.0, "g": 0}
    assert len(paths(draw(drawn), stroke=ink.TARGET, stroke_dasharray="5,4")) == 1


def test_the_target_is_named_where_its_path_ends() -> None:
    declared = charted(targets=[{"period": "2024-08", "value": 40}])
    drawn = chart(declared, Observed([30, 31, 32, 33, 34, 35], expected=lambda at: Expectation(target=31 + at)))
    assert {"target 40 %", "by Aug 2024"} <= set(texts(draw(drawn)))


def test_a_far_target_does_not_squeeze_the_history() -> None:
    declared = charted(targets=[{"period": "2034-12", "value": 90}])
    drawn = chart(declared, Observed(RISING, expected=lambda _: Expectation(target=40)))
    assert rows(drawn, "target")[-1]["t"] < "2028-01-01"


def test_a_stepped_target_stays_until_its_period() -> None:
    declared = charted(path="step", targets=[{"period": "2024-05", "value": 40}])
    drawn = chart(declared, Observed([30, 31, 32, 33], expected=lambda _: Expectation(target=35)))
    ends = [(row["t"], row["y"]) for row in rows(drawn, "target")]
    assert ends == [("2024-01-01", 35), ("2024-05-01", 35), ("2024-05-01", 40)]


def test_the_tolerance_lies_between_red_flag_and_target() -> None:
    drawn = chart(charted(), Observed(RISING, expected=lambda _: Expectation(target=40, red_flag=38)))
    assert {(row["lo"], row["hi"]) for row in rows(drawn, "tolerance")} == {(38, 40)}
    assert len(paths(draw(drawn), fill=ink.TOLERANCE)) == 1


def test_a_band_kpi_shows_its_band_and_a_tolerance_on_either_side() -> None:
    band = Expectation(low=12, high=16, red_flag_low=11, red_flag_high=17)
    svg = draw(chart(charted(direction="band"), Observed([10, 14, 18], expected=lambda _: band)))
    assert (len(paths(svg, fill=ink.BAND)), len("".join(paths(svg, fill=ink.TOLERANCE)).split("M")) - 1) == (1, 2)


def test_the_latest_value_carries_the_shape_and_colour_of_its_status() -> None:
    svg = draw(chart(charted(), Observed(RISING, status=Status.AT_RISK)))
    assert len(paths(svg, fill=ink.STATUS_COLOURS["at_risk"])) == 1


def test_the_latest_value_is_written_beside_its_point() -> None:
    assert "41.67 %" in texts(draw(chart(charted(), Observed(RISING))))


def test_an_incomplete_last_period_is_hollow_and_not_part_of_the_line() -> None:
    drawn = chart(charted(), Observed([1, 2, 3], last_complete=False))
    svg = draw(drawn)
    assert [row["t"] for row in rows(drawn, "unfinished")] == ["2024-03-01"]
    [line] = paths(svg, stroke=ink.ACTUAL, stroke_width="2.25")
    assert [len(run) for run in runs_of(line)] == [2]


def test_sums_are_bars_from_zero_with_a_mark_for_each_target() -> None:
    drawn = chart(charted(aggregate="sum"), Observed([90, 100, 110], expected=lambda _: Expectation(target=105)))
    svg = draw(drawn)
    assert dict(drawn.options)["reach"][0] == 0
    assert "".join(paths(svg, fill=ink.ACTUAL_PALE) + paths(svg, fill=ink.ACTUAL)).count("M") == 3
    assert paths(svg, stroke=ink.TARGET)[0].count("M") == 3


def test_a_line_does_not_reach_to_zero() -> None:
    assert dict(chart(charted(), Observed(RISING)).options)["reach"][0] > 25


def test_a_benchmark_is_a_bracket_at_the_right_edge_named_in_the_key() -> None:
    declared = charted(benchmark={"low": 32, "high": 40, "source": "Statista", "year": 2023})
    drawn = chart(declared, Observed(RISING))
    assert [row["y"] for row in rows(drawn, "bracket")] == [32, 40]
    assert 'class="bsc-chart__benchmark"' in draw(drawn)
    assert ("benchmark", "benchmark 32 to 40 % (Statista, 2023)") in dict(drawn.options)["key"]


def test_a_wide_benchmark_leaves_the_course_readable_and_its_bracket_open() -> None:
    declared = charted(benchmark={"low": 32, "high": 9000, "source": "S", "year": 2023})
    drawn = chart(declared, Observed(RISING))
    (band,) = rows(drawn, "benchmark")
    assert (band["lo"], band["hi"] < 50, len(rows(drawn, "bracket"))) == (32, True, 1)


def test_a_benchmark_far_away_is_told_in_words_alone() -> None:
    declared = charted(benchmark={"value": 9000, "source": "S", "year": 2023})
    drawn = chart(declared, Observed(RISING))
    assert rows(drawn, "benchmark") == []
    assert [row["s"] for row in rows(drawn, "end benchmark")] == ["benchmark", "9,000 % ↑"]


def test_the_baseline_is_marked() -> None:
    declared = charted(baseline={"period": "2023-12", "value": 28})
    assert rows(chart(declared, Observed(RISING)), "baseline") == [{"k": "baseline", "t": "2023-12-01", "y": 28.0}]


def test_a_noted_value_is_ringed_and_its_note_written() -> None:
    drawn = chart(charted(), Observed(RISING, notes={20: "New till system"}))
    assert len(paths(draw(drawn), stroke=ink.TEXT, stroke_width="1.25")) == 1
    assert "New till system" in texts(draw(drawn))


def test_initiatives_that_serve_the_kpi_lie_below_the_plot() -> None:
    plan = (initiative("Launch the app", "2024-06", "2025-02"), InitiativeStatus.ON_TRACK)
    svg = draw(chart(charted(), Observed(RISING), [plan]))
    assert paths(svg, stroke=ink.INITIATIVE)[0].count("M") == 1
    assert "Launch the app" in texts(svg)


@pytest.mark.parametrize(
    "values", [[7.0], [7.0] * 12, [-3.0, -1.0, -2.0], [0.0], [1e9, 2e9], [1e-5, 2e-5], [-5.0, 5.0]]
)
@pytest.mark.parametrize("aggregate", ["sum", "last"])
def test_every_series_is_drawn_without_a_figure_that_is_none(values: list[float], aggregate: str) -> None:
    svg = draw(chart(charted(aggregate=aggregate), Observed(values)))
    assert not any(word in svg for word in ("NaN", "undefined", "null", "Infinity"))


def test_two_thousand_days_stay_small_and_keep_their_extremes() -> None:
    values: list[float | None] = [500 + 30 * math.sin(day) for day in range(2000)]
    values[777], values[1111] = 900.0, 100.0
    drawn = chart(charted(frequency="daily", unit="count"), Observed(values, first="2020-01-01"))
    heights = [row["y"] for row in rows(drawn, "actual")]
    assert (max(heights), min(heights), len(heights) <= 420) == (900.0, 100.0, True)
    assert len(draw(drawn)) < 15_000
    assert dict(drawn.options)["remark"].endswith("of 2,000 days; highest and lowest kept.")


def test_a_hundred_and_twenty_months_take_less_than_fifteen_kilobytes() -> None:
    drawn = chart(charted(), Observed([30 + month % 7 for month in range(120)], first="2015-01"))
    assert len(draw(drawn)) < 15_000


def test_few_periods_are_named_one_by_one() -> None:
    drawn = chart(charted(frequency="quarterly"), Observed([34, 38, 41], first="2025-Q1"))
    assert [row["s"] for row in rows(drawn, "moment")] == ["Q1 2025", "Q2 2025", "Q3 2025"]


def test_the_finding_says_value_expectation_status_and_heading() -> None:
    trend = Trend(TrendWord.IMPROVING, 0.3, rising=True, run_length=5, n=36)
    observed = Observed(RISING, expected=lambda _: Expectation(target=40), status=Status.ON_TRACK, trend=trend)
    expected = "41.67 % in Dec 2026, above the 40 % expected: On track; improving, up 5 months in a row."
    assert chart(charted(), observed).finding == expected


def test_a_value_as_expected_is_neither_above_nor_below() -> None:
    assert (
        chart(charted(), Observed([40], expected=lambda _: Expectation(target=40))).finding
        == "40 % in Jan 2024, as expected."
    )


def test_a_kpi_without_a_value_has_no_chart() -> None:
    assert charts_of(assessment([observed_kpi(charted(), Observed([]))])) == {}


def test_a_chart_is_plain_json() -> None:
    drawn = chart(charted(), Observed(RISING, expected=lambda _: Expectation(target=40, red_flag=38)))
    assert json.loads(json.dumps(drawn.rows, allow_nan=False)) == list(drawn.rows)
