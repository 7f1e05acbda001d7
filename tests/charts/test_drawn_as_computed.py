"""What is drawn is what was computed: read back from the drawing, to half a pixel of the highest plot."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.pipeline import Order, examine
from bsc_site.render.charts.grammar import ink
from bsc_site.render.charts.kpi_charts.kpi_chart import kpi_chart
from bsc_site.render.charts.kpi_charts.kpi_rows import Story
from tests.builders.small_projects import judged, kpi
from tests.charts.drawn_plot import Drawn
from tests.house.repository import ROOT

HALF = 0.5
TARGET = {"stroke": ink.TARGET, "stroke_dasharray": "5,4"}
ACTUAL = {"stroke": ink.ACTUAL, "stroke_width": "2.25"}
LIMIT = {"stroke": ink.LIMIT, "stroke_dasharray": "1,3"}


@pytest.fixture(scope="module")
def demo() -> dict[str, KpiAssessment]:
    """The KPIs of the demo company that are drawn as lines."""
    found = examine(Order(ROOT, date(2026, 11, 5))).assessment
    assert found is not None
    return {name: each for name, each in found.kpis.items() if each.points and not _story(each).bars}


def _story(assessed: KpiAssessment) -> Story:
    return Story(assessed, StatusNames())


def _dated(story: Story) -> Iterator[tuple[date, float]]:
    """The dated targets that lie on the path that is drawn."""
    held = [each.period.start for each in story.assessed.points if each.expected.target is not None]
    for target in story.kpi.targets:
        day = target.period.within(story.kpi.frequency).start
        if held and target.value is not None and held[0] <= day <= story.span[1]:
            yield day, target.value


def _missed(story: Story) -> list[tuple[str, date, float]]:
    """What is drawn elsewhere than it was computed: by what it is, its day and how far away the drawing is."""
    drawn = Drawn(kpi_chart(story))
    low, high = drawn.options["reach"]
    found = [
        (what, day, drawn.away(day, value, **look))
        for what, day, value, look in _wanted(story, limits=bool(drawn.lines(**LIMIT)))
        if low < value < high
    ]
    return [(what, day, away) for what, day, away in found if away > HALF]


def _wanted(story: Story, *, limits: bool) -> Iterator[tuple[str, date, float, dict[str, str]]]:
    """What the figures say: what it is, its day, its value, and how its line looks."""
    for day, value in _dated(story):
        yield "target", day, value, TARGET
    for point in story.assessed.points:
        day, expected = point.period.start, point.expected
        if expected.target is not None:
            yield "target", day, expected.target, TARGET
        if expected.red_flag is not None:
            yield "red flag", day, expected.red_flag, {"fill": ink.TOLERANCE}
    for point in story.points:
        if point.complete:
            yield "actual", point.period.start, point.value, ACTUAL
    for each in story.assessed.signal.points if limits else ():
        for limit in (each.lower, each.upper):
            if limit not in (0.0, 100.0):
                yield "limit", each.period.start, limit, LIMIT


@pytest.mark.parametrize(
    "name", ["repeat-rate", "return-rate", "average-order-value", "gross-margin", "nps", "fulfilment-time"]
)
def test_targets_tolerance_limits_and_values_of_the_demo_are_drawn_where_they_are(
    demo: dict[str, KpiAssessment], name: str
) -> None:
    """Every period of each."""
    assert _missed(_story(demo[name])) == []


@pytest.mark.parametrize(
    ("targets", "path"),
    [
        ([("2023-10", 98.0), ("2024-10", 99.8)], "linear"),
        ([("2023-02", 97.95), ("2023-03", 97.96), ("2024-12", 99.9)], "linear"),
        ([("2023-06", 98.4), ("2024-03", 98.2), ("2024-12", 99.9)], "step"),
    ],
)
def test_a_kink_that_is_small_beside_the_values_is_drawn(targets: list[tuple[str, float]], path: str) -> None:
    """The path from 97.9 bends by little where it is aimed at 98 first and at 99.8 later."""
    declared = kpi(
        frequency="monthly",
        unit="%",
        path=path,
        baseline={"period": "2022-12", "value": 97.9},
        targets=[{"period": period, "value": value} for period, value in targets],
    )
    months = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
    figures = {period: 97.5 + number % 5 / 2 for number, period in enumerate(months[:22])}
    assert _missed(_story(judged(declared, figures))) == []


def test_the_zone_of_a_long_series_is_that_of_all_its_days() -> None:
    """Of 800 days not each is drawn, but the path and the zone of the target keep their kinks."""
    declared = kpi(
        frequency="daily",
        unit="count",
        baseline={"period": "2023-01-01", "value": 100},
        targets=[{"period": "2023-06-01", "value": 104}, {"period": "2025-06-01", "value": 160}],
    )
    days = [date.fromordinal(date(2023, 1, 1).toordinal() + each) for each in range(800)]
    figures = {day.isoformat(): 130 + 20 * math.sin(at / 40) for at, day in enumerate(days)}
    assert _missed(_story(judged(declared, figures))) == []
