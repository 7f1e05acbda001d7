"""The link test is rarely fooled by unrelated series, and sees an effect that is there."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from bsc_site.compute.evidence import grading
from bsc_site.compute.evidence.grading import LinkData, false_discovery_rates
from bsc_site.compute.evidence.link_test import link_coefficient
from bsc_site.compute.evidence.step_effect import step_effect

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("n", [24, 36, 60])
def test_unrelated_series_seldom_look_related(oracles: Path, n: int) -> None:
    """At most 7 % of 2,000 pairs of unrelated M3 series."""
    with gzip.open(oracles / "m3_monthly.json.gz") as file:
        series = [np.array(each["x"] + each["xx"]) for each in json.load(file)["series"].values()]
    long_enough = [each[-n:] for each in series if each.size >= n]
    dice = np.random.default_rng(n)
    found = []
    for _ in range(2000):
        cause, effect = dice.choice(len(long_enough), 2, replace=False)
        fit = link_coefficient(long_enough[cause], long_enough[effect], int(dice.integers(1, 4)), 12.0)
        found.append(fit is not None and fit.p_above() < 0.05)
    assert np.mean(found) <= 0.07


def test_a_real_effect_is_seen() -> None:
    """With 36 months and a correlation of 0.5 in six of ten cases at least."""
    dice = np.random.default_rng(5)
    found = []
    for _ in range(1000):
        drive, noise = dice.standard_normal((2, 36))
        moves = np.concatenate([noise[:2], 0.5 * drive[:-2] + np.sqrt(0.75) * noise[2:]])
        fit = link_coefficient(np.cumsum(drive), np.cumsum(moves), 2, 12.0)
        found.append(fit is not None and fit.p_above() < 0.05)
    assert np.mean(found) >= 0.60


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


def test_a_kpi_that_was_moving_anyway_seldom_shows_an_effect() -> None:
    """At most 7 % of 3,000 series with a trend and a memory of up to 0.7, and no step."""
    dice = np.random.default_rng(8)
    found = []
    for number in range(3000):
        memory, noise = (0.0, 0.4, 0.7)[number % 3], dice.standard_normal(60)
        for at in range(1, 60):
            noise[at] += memory * noise[at - 1]
        values = (noise + dice.normal(0, 0.1) * np.arange(60))[-36:]
        step = step_effect(np.arange(36.0), values, float(dice.integers(14, 30)))
        found.append(step is not None and step.clear)
    assert np.mean(found) <= 0.07


def test_false_discovery_rates_are_those_of_benjamini_and_hochberg() -> None:
    """Worked out by hand: each p times 4 by its rank, never above a later one."""
    assert false_discovery_rates([0.04, 0.001, 0.03, 0.5]) == pytest.approx((0.16 / 3, 0.004, 0.16 / 3, 0.5))
