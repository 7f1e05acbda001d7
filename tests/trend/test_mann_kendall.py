"""Mann-Kendall: one-way series are trends, noise is none, however short and however much its neighbours resemble."""

from __future__ import annotations

from functools import partial
from itertools import permutations

import numpy as np
import pymannkendall
import pytest

from bsc_site.compute.statistics.mann_kendall import CRITICAL, mann_kendall, one_way, trend_test
from tests.effort import effort
from tests.trend import trend_gates

CURVES = {
    "compound": [1.3**at for at in range(30)],
    "saturating": [1 - 0.8**at for at in range(30)],
    "growing out": [1 / (1 + 2.0 ** (12 - at)) for at in range(30)],
    "late": [float(max(at - 3, 0)) ** 3 + at / 100 for at in range(30)],
    "straight": [float(at) for at in range(30)],
}


def _times(size: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.arange(size, dtype=np.float64)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [10, 36, 120])
def test_uncorrected_figures_match_the_textbook_test(seed: int, size: int) -> None:
    y = np.round(np.random.default_rng(seed).normal(0, 2, size).cumsum(), 0)
    oracle = pymannkendall.original_test(y)
    found = mann_kendall(_times(size), y, corrected=False)
    expected = (oracle.s, oracle.slope, oracle.var_s, oracle.z)
    assert (found.s, found.slope, found.variance, found.z) == pytest.approx(expected)


@pytest.mark.parametrize("values", [[1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 2, 3, 3, 5, 8]])
def test_short_series_are_held_against_every_order_of_their_values(values: list[int]) -> None:
    first, second = np.triu_indices(8, 1)
    orders = np.array(list(permutations(values)))
    counted = np.abs(np.sign(orders[:, second] - orders[:, first]).sum(axis=1))
    y = np.array(values, dtype=np.float64)[[2, 0, 1, 4, 3, 5, 6, 7]]
    found = mann_kendall(_times(8), y, corrected=False)
    share = 2 * 0.5 * np.mean(counted >= found.s)
    assert np.mean(np.abs(np.random.default_rng(1).normal(size=400_000)) >= found.z) == pytest.approx(share, rel=0.1)


@pytest.mark.parametrize("size", [8, 9, 10, 16, 30])
@pytest.mark.parametrize("curve", CURVES)
def test_a_course_that_never_goes_the_other_way_is_a_trend_whatever_its_bend(curve: str, size: int) -> None:
    y = np.array(CURVES[curve][:size])
    assert mann_kendall(_times(size), y).z > CRITICAL
    assert mann_kendall(_times(size), -y).z < -CRITICAL


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([85, 86, 86, 88, 90, 90, 91, 91], True),
        ([5, 5, 5, 5, 6, 7, 8, 9], True),
        ([0, 0, 0, 0, 0, 0, 0, 5], False),
        ([5, 5, 5, 5, 5, 5, 5, 5], False),
        ([5, 6, 7, 8, 9, 10, 11, 10], False),
    ],
)
def test_equal_neighbours_are_no_way_back_but_one_step_is_no_course(values: list[float], expected: bool) -> None:  # noqa: FBT001  # from the table
    y = np.array(values, dtype=np.float64)
    assert one_way(y) is expected
    if expected:
        assert mann_kendall(_times(8), y).beyond_chance


@pytest.mark.parametrize("size", [8, 9, 10, 12, 15, 20, 24])
def test_nine_in_ten_pairs_the_same_way_are_a_trend_whatever_its_bend(size: int) -> None:
    y = _times(size) ** 2
    against = int(0.05 * size * (size - 1) / 2)
    y[-1] = y[-1 - against] - 1 / 2
    assert mann_kendall(_times(size), y).beyond_chance


def test_one_value_that_breaks_out_of_a_course_does_not_end_it() -> None:
    broken = np.array([10.0, 21, 29, 42, 50, 61, 70, 79, 91, 30])
    found = trend_test(_times(10), broken)
    assert not mann_kendall(_times(10), broken).beyond_chance
    assert (found.before_latest, found.s, found.beyond_chance) == (True, 36, True)
    assert not trend_test(_times(10), np.array([4.0, 1, 5, 3, 6, 2, 7, 5, 8, 1])).before_latest


def test_a_trend_of_any_length_is_a_handful_of_operations_on_whole_columns() -> None:
    rng = np.random.default_rng(1)
    efforts = []
    for size in (120, 240):
        t, y = _times(size), rng.normal(size=size)
        mann_kendall(t, y)  # the pairs of this size are kept from here on
        efforts.append(effort(partial(mann_kendall, t, y)))
    assert (efforts[0] == efforts[1], efforts[0] < 300) == (True, True)


def test_two_thousand_points_are_fine() -> None:
    y = np.random.default_rng(1).normal(size=2000)
    assert abs(mann_kendall(_times(2000), y).z) < 4


@pytest.mark.parametrize(("size", "most"), [(8, 0.1), (12, 0.1), (20, 0.1), (24, 0.08), (36, 0.08)])
def test_noise_that_resembles_itself_is_rarely_called_a_trend(size: int, most: float) -> None:
    assert trend_gates.trend_false_alarms(0.7, size, 500) <= most


def test_rises_are_still_found_in_short_series() -> None:
    """A rise of six standard deviations within twelve months of plain noise."""
    assert trend_gates.trend_power(12, 6.0, 300) >= 0.80


@pytest.mark.slow
@pytest.mark.parametrize("correlation", trend_gates.CORRELATIONS)
@pytest.mark.parametrize(("sizes", "most"), [(trend_gates.SHORT, 0.1), (trend_gates.LONG, 0.08)])
def test_pure_noise_of_any_length_is_rarely_called_a_trend(
    correlation: float, sizes: tuple[int, ...], most: float
) -> None:
    assert max(trend_gates.trend_false_alarms(correlation, size) for size in sizes) <= most
