"""Where the words of the latest value and of the target stand."""

from __future__ import annotations

import pytest

from bsc_site.model.concluded.assessment import Expectation
from tests.builders.charts import Observed, chart, charted, rows


@pytest.mark.parametrize("last", [30.0, 33.0, 35.5, 36.0, 38.0, 39.0, 41.0])
@pytest.mark.parametrize("aim", [30.0, 36.0, 40.0, 45.0])
def test_the_words_of_the_latest_value_and_of_the_target_do_not_meet(last: float, aim: float) -> None:
    declared = charted(targets=[{"period": "2024-09", "value": aim}])
    drawn = chart(declared, Observed([32, 33, 34, 35, 34, last], expected=lambda at: Expectation(target=31 + at)))
    options = dict(drawn.options)
    (low, high), floor, top = options["reach"], options["floor"], options["top"]
    [value], [target] = rows(drawn, "last words"), rows(drawn, "target words")
    lines = [floor - (row["y"] - low) / (high - low) * (floor - top) + row["dy"] for row in (value, target)]
    assert abs(lines[0] - lines[1]) >= 15


def test_a_value_above_its_target_is_written_above() -> None:
    declared = charted(targets=[{"period": "2024-09", "value": 20}])
    drawn = chart(declared, Observed([32, 33, 34, 35, 34, 36], expected=lambda _: Expectation(target=30)))
    assert rows(drawn, "last words")[0]["dy"] < 0


def test_the_words_of_the_target_do_not_cover_the_line() -> None:
    """They would stand on the high values before the last one, and move above or below all of them."""
    declared = charted(targets=[{"period": "2024-09", "value": 36}])
    drawn = chart(declared, Observed([32, 33, 38, 37, 38, 30], expected=lambda at: Expectation(target=31 + at)))
    options = dict(drawn.options)
    (low, high), floor, top = options["reach"], options["floor"], options["top"]
    [target] = rows(drawn, "target words")

    def height(value: float) -> float:
        return float(floor - (value - low) / (high - low) * (floor - top))

    words = height(target["y"]) + target["dy"] - 5
    assert min(abs(words - height(value)) for value in (38, 37, 30)) >= 14
