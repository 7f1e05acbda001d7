"""The tails of distributions are those of scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import special

from bsc_site.compute.forecast.whole_numbers import Counting
from bsc_site.compute.statistics.incomplete_beta import incomplete_beta, incomplete_beta_above
from bsc_site.compute.statistics.student_t import share_below, value_at

FREEDOM = (2.0, 3.7, 12.0, 56.4, 500.0)


@pytest.mark.parametrize("freedom", FREEDOM)
def test_the_share_below_a_value_of_students_t(freedom: float) -> None:
    for value in (-40.0, -6.0, -1.96, -0.01, 0.0, 0.3, 2.5, 30.0):
        assert share_below(freedom, value) == pytest.approx(float(special.stdtr(freedom, value)), rel=1e-11)


@pytest.mark.parametrize("freedom", FREEDOM)
def test_the_value_below_which_a_share_of_students_t_lies(freedom: float) -> None:
    for share in (1e-9, 0.001, 0.025, 0.4, 0.5, 0.6, 0.9, 0.975, 1 - 1e-6):
        assert value_at(freedom, share) == pytest.approx(float(special.stdtrit(freedom, share)), rel=1e-10, abs=1e-12)


def test_the_ends_of_students_t() -> None:
    assert (share_below(5, -math.inf), share_below(5, math.inf)) == (0.0, 1.0)
    assert (value_at(5, 0.0), value_at(5, 1.0)) == (-math.inf, math.inf)
    assert math.isnan(share_below(5, math.nan))


def test_the_incomplete_beta_function_and_what_is_left_of_it() -> None:
    dice = np.random.default_rng(1)
    for _ in range(300):
        a, b, share = dice.uniform(0.05, 60), dice.uniform(0.05, 60), dice.uniform()
        expected = float(special.betainc(a, b, share)), float(special.betaincc(a, b, share))
        found = incomplete_beta(a, b, share, 1 - share), incomplete_beta_above(a, b, share, 1 - share)
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-14)
    assert [incomplete_beta(2, 3, 0, 1), incomplete_beta_above(2, 3, 1, 0)] == [0, 0]


@pytest.mark.parametrize("mean", [0.01, 0.4, 2.9])
def test_the_chances_of_a_count_are_those_of_poisson_and_of_the_negative_binomial(mean: float) -> None:
    for count in range(1, 12):
        by_chance, wider = (Counting(spread, 0.0).at_least(count, mean, 1.0, 30) for spread in (1.0, 2.5))
        assert by_chance == pytest.approx(float(special.pdtrc(count - 1, mean)), abs=1e-12)
        assert wider == pytest.approx(1 - float(special.betainc(mean / 1.5, count, 1 / 2.5)), abs=1e-12)
