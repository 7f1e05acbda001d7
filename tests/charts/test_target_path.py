"""The drawn path of a target: it is the path by which the status is found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.render.charts.kpi_charts.kpi_rows import Story, target_rows, zone_rows
from tests.builders.small_projects import judged, kpi

PACED: dict[str, Any] = {
    "frequency": "yearly",
    "direction": "lower",
    "scoring": "pace",
    "baseline": {"period": "2014", "value": 40},
    "targets": [{"period": "2024", "value": 10}],
}


def drawn(keys: dict[str, Any], figures: dict[str, float]) -> Story:
    """The story of a KPI's chart."""
    return Story(judged(kpi(**keys), figures), StatusNames())


def places(story: Story) -> dict[date, float]:
    """The corners of the dashed line."""
    return {date.fromisoformat(row["t"]): row["y"] for row in target_rows(story) if row["k"] == "target"}


def test_the_path_of_a_pace_is_drawn_as_the_curve_that_it_is() -> None:
    found = places(drawn(PACED, {"2014": 40, "2022": 14}))
    assert found[date(2024, 1, 1)] == 10
    for day, value in found.items():
        assert value == pytest.approx(40 * 0.25 ** ((day.year - 2014) / 10))
    assert len(found) > 6


def test_the_amber_zone_of_a_pace_begins_where_it_is_no_longer_enough() -> None:
    story = drawn(PACED, {"2018": 25, "2019": 22})
    edges = story.points[-1].expected
    (latest,) = [row for row in zone_rows(story) if row["t"] == "2019-01-01"]
    assert {latest["lo"], latest["hi"]} == {edges.enough, edges.red_flag}


def test_a_straight_path_is_drawn_through_targets_between_two_figures() -> None:
    keys = {**PACED, "scoring": "goal_red_flag"}
    keys["targets"] = [{"period": "2016", "value": 20}, {"period": "2024", "value": 10}]
    assert places(drawn(keys, {"2014": 40, "2019": 22}))[date(2016, 1, 1)] == 20
