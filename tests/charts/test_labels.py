"""Where the words of the latest value and of the target stand."""
# ruff: noqa: D103  # the names of tests are sentences

from __future__ import annotations

import pytest

from bsc_site.model.assessment import Expectation
from tests.charts.making import Observed, chart, kpi, rows


@pytest.mark.parametrize("last", [30.0, 33.0, 35.5, 36.0, 38.0, 39.0, 41.0])
@pytest.mark.parametrize("aim", [30.0, 36.0, 40.0, 45.0])
def test_the_words_of_the_latest_value_and_of_the_target_do_not_meet(last: float, aim: float) -> None:
    declared = kpi(targets=[{"period": "2024-09", "value": aim}])
    drawn = chart(declared, Observed([32, 33, 34, 35, 34, last], expected=lambda at: Expectation(target=31 + at)))
    low, high = dict(drawn.options)["reach"]
    [value], [target] = rows(drawn, "last words"), rows(drawn, "target words")
    lines = [250 - (row["y"] - low) / (high - low) * 216 + row["dy"] for row in (value, target)]
    assert abs(lines[0] - lines[1]) >= 15


def test_a_value_above_its_target_is_written_above() -> None:
    declared = kpi(targets=[{"period": "2024-09", "value": 20}])
    drawn = chart(declared, Observed([32, 33, 34, 35, 34, 36], expected=lambda _: Expectation(target=30)))
    assert rows(drawn, "last words")[0]["dy"] < 0
