"""What a chart writes of figures that are near each other, and where it draws its path."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.render.charts.grammar.levels import levels_of
from bsc_site.render.charts.kpi_charts.thinning import corners
from bsc_site.wording.outlooks.kpi_conclusion import expectation_text, kpi_conclusion
from tests.builders.charts import Observed, chart, charted, observed_kpi, rows
from tests.charts.telling.told_words import told_words

STATES = {"method": "states", "states": {"calm": 100, "choppy": 50, "storm": 0}}


def test_the_lines_of_an_axis_have_words_that_differ() -> None:
    for low, high in ((1234567.2501, 1234567.2504), (4.1e-7, 9.3e-7), (99.9991, 99.9998), (2.000001e9, 2.000002e9)):
        words = levels_of([low, high], "").words
        assert len(set(words)) == len(words) > 1


def test_what_is_counted_has_whole_numbers_beside_it() -> None:
    """Not a tenth of an infection; a mean below one is told apart all the same."""
    assert levels_of([0, 1, 0], "count", from_zero=True).words == ("0", "1")
    assert levels_of([0, 3], "count", from_zero=True).words == ("0", "1", "2", "3")
    assert len(levels_of([0.1, 0.4], "count").words) > 2


def test_the_lines_of_an_axis_of_states_bear_their_names() -> None:
    drawn = chart(charted(unit="", scoring=STATES), Observed([100, 50, 0]))
    assert [(row["y"], row["s"]) for row in rows(drawn, "level")] == [(0, "storm"), (50, "choppy"), (100, "calm")]
    assert [each["v"] for each in told_words(drawn)[0]] == ["calm", "choppy", "storm"]
    assert rows(drawn, "end now")[0]["s"] == "storm"


def test_a_path_keeps_a_bend_that_is_small_beside_its_height_above_zero() -> None:
    path = [97.0 + 0.01 * at if at < 10 else 97.1 + 0.2 * (at - 10) for at in range(20)]
    assert corners(range(20), [path], 0.001) == [0, 10, 19]
    assert corners(range(3), [[5.0, 5.0, 5.0]], 0.0, [1]) == [0, 1, 2]


@given(st.lists(st.tuples(st.integers(1, 40), st.floats(-9, 9), st.floats(-9, 9)), min_size=1), st.floats(0, 2))
def test_every_point_that_a_path_leaves_out_lies_on_what_is_drawn(steps: list[Any], room: float) -> None:
    """However many are left out: the error does not add up from one to the next."""
    days = list(accumulate(step for step, _, _ in steps))
    path = [(float(day), low, high) for day, (_, low, high) in zip(days, steps, strict=True)]
    places = corners(days, [[low for _, low, _ in steps], [high for _, _, high in steps]], room)
    drawn = np.array([path[at] for at in places])
    for day, *heights in path:
        shown = [np.interp(day, drawn[:, 0], drawn[:, column]) for column in (1, 2)]
        assert max(abs(shown[side] - heights[side]) for side in (0, 1)) <= room + 1e-9


def test_the_path_goes_through_every_dated_target() -> None:
    targets = [{"period": "2024-06", "value": 98.05}, {"period": "2024-12", "value": 98.11}]
    declared = charted(targets=targets, baseline={"period": "2024-01", "value": 98})
    drawn = chart(declared, Observed([98.2] * 12, expected=lambda at: Expectation(98 + 0.01 * at)))
    assert ("2024-06-01", 98.05) in [(row["t"], row["y"]) for row in rows(drawn, "target")]


def conclusion(value: float, target: float, **keys: object) -> str:
    """The conclusion of a chart of two values and a target."""
    observed = Observed([1, value], expected=lambda _: Expectation(target))
    return kpi_conclusion(observed_kpi(charted(**keys), observed), StatusNames())


def test_as_expected_is_told_of_figures_and_not_of_their_rounded_texts() -> None:
    assert conclusion(99.96, 99.99, decimals=1) == "99.96 % in Feb 2024, below the 99.99 % expected."
    assert conclusion(40, 40) == "40 % in Feb 2024, as expected."
    assert conclusion(0.1 + 0.2, 0.3, unit="days") == "0.3 days in Feb 2024, as expected."
    assert conclusion(33.333333, 33.333334, unit="") == "33.333333 in Feb 2024, below the 33.333334 expected."


def test_a_band_has_its_unit_once() -> None:
    band = Expectation(low=20, high=40)
    assert expectation_text(band, charted()) == "20 to 40 %"
    assert expectation_text(band, charted(unit="EUR")) == "€ 20 to 40"
