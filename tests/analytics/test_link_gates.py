"""The link test is rarely fooled by unrelated series, and sees an effect that is there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bsc_site.compute.evidence import grading
from bsc_site.compute.evidence.grading import LinkData, false_discovery_rates
from bsc_site.model.vocabularies import Grade
from tests.analytics import gates

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("n", [24, 36, 60])
def test_unrelated_series_seldom_look_related(oracles: Path, n: int) -> None:
    """At most 7 % of 2,000 pairs of unrelated M3 series."""
    assert gates.link_false_alarms(oracles, n) <= 0.07


def test_a_real_effect_is_seen() -> None:
    """With 36 months and a correlation of 0.5 in six of ten cases at least."""
    assert gates.link_power() >= 0.60


@pytest.mark.parametrize(("n", "detectable"), [(24, 0.75), (36, 0.58), (48, 0.50), (60, 0.45)])
def test_the_smallest_detectable_effect_is_what_theory_says(n: int, detectable: float) -> None:
    """The mean over 300 pairs of unrelated series, within a thirtieth."""
    dice = np.random.default_rng(n)
    found = []
    for _ in range(300):
        cause, effect = np.cumsum(dice.standard_normal((2, n)), axis=1)
        result = grading.tested(LinkData(cause, effect, 0, 12.0, positive=True, n=n))
        found.append(result.detectable if result else np.nan)
    assert np.mean(found) == pytest.approx(detectable, rel=1 / 30)


def test_a_map_of_unrelated_kpis_seldom_has_a_supported_arrow() -> None:
    """About one map in ten (8 % of 300): twenty arrows each, forty months, half of the lags searched."""
    dice = np.random.default_rng(20)
    fooled, searched = [], []
    for _ in range(100):
        pairs = np.cumsum(dice.standard_normal((20, 2, 40)), axis=2)
        links = [
            LinkData(cause, effect, (None, 2)[at % 2], 12.0, positive=True, n=40)
            for at, (cause, effect) in enumerate(pairs)
        ]
        results = [result for each in links if (result := grading.tested(each))]
        rates = false_discovery_rates([each.p for each in results])
        grades = [grading.grade_of(each, q) for each, q in zip(results, rates, strict=True)]
        fooled.append(Grade.SUPPORTED in grades)
        searched += [each.p < 0.05 for each in results[::2]]
    assert np.mean(fooled) <= 0.15
    assert np.mean(searched) <= 0.07


def test_a_kpi_that_was_moving_anyway_seldom_shows_an_effect() -> None:
    """At most 7 % of 3,000 series with a trend and a memory of up to 0.7, and no step."""
    assert gates.effect_false_alarms() <= 0.07


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.5, 0.7])
def test_noise_is_seldom_called_a_signal(correlation: float) -> None:
    """The latest of 36 months is marked in at most 3 %, whatever the autocorrelation."""
    assert gates.icon_false_alarms(correlation) <= 0.03


def test_false_discovery_rates_are_those_of_benjamini_and_hochberg() -> None:
    """Worked out by hand: each p times 4 by its rank, never above a later one."""
    assert false_discovery_rates([0.04, 0.001, 0.03, 0.5]) == pytest.approx((0.16 / 3, 0.004, 0.16 / 3, 0.5))
