"""The link test is rarely fooled by unrelated series, and sees an effect that is there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bsc_site.compute.evidence import grading
from bsc_site.compute.evidence.grading import LinkData, false_discovery_rates
from tests.analytics import gates, link_gates
from tests.trend import trend_gates


@pytest.mark.slow
@pytest.mark.parametrize("n", [24, 36, 60])
def test_unrelated_series_seldom_look_related(oracles: Path, n: int) -> None:
    """At most 7 % of 2,000 pairs of unrelated M3 series."""
    assert gates.link_false_alarms(oracles, n) <= 0.07


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize(("arrows", "rounds"), [(1, 400), (5, 120), (12, 50), (20, 30)])
def test_a_map_of_unrelated_kpis_seldom_has_a_verdict(arrows: int, rounds: int) -> None:
    """One map in ten of several arrows, one in twenty of a single arrow, and what chance adds to that in few rounds."""
    promised = 0.05 if arrows == 1 else 0.12
    assert link_gates.null_maps(arrows, rounds) <= promised + 2 * np.sqrt(promised / rounds)


@pytest.mark.parametrize(("months", "memory"), [(36, 0.5), (60, 0.0)])
def test_the_memory_of_kpis_is_no_link_between_them(months: int, memory: float) -> None:
    """In 600 maps of one arrow, and in maps of five from the same links."""
    single, several = link_gates.null_cell((1, 5), months, memory, links=600, maps=300)
    assert single <= 0.05 + 0.02
    assert several <= 0.12 + 0.04


def test_what_both_kpis_share_in_a_month_is_no_link_between_months() -> None:
    """At each lag from one to six months."""
    for lag in range(1, 7):
        assert link_gates.verdicts(link_gates.shared_shock, range(lag, lag + 1), 60) <= 0.12


@pytest.mark.parametrize("pairs", [link_gates.december_peak, link_gates.year_to_date, link_gates.level_step])
def test_the_calendar_and_one_event_are_no_link(pairs: link_gates.Pairs) -> None:
    assert link_gates.verdicts(pairs, range(4), 60) <= 0.15


def test_a_real_link_is_supported() -> None:
    """Not only seen: with a map of one arrow, 36 months and a correlation of 0.5 in six of ten cases at least."""
    assert link_gates.supported_links(200) >= 0.60


def test_an_initiative_seldom_shows_an_effect_on_eight_untouched_kpis() -> None:
    """In one of ten at most, where a test of each by itself finds one in every third."""
    assert link_gates.effects_on_untouched(120) <= 0.10 + 0.02


@pytest.mark.slow
def test_a_kpi_that_was_moving_anyway_seldom_shows_an_effect() -> None:
    """At most 7 % of 3,000 series with a trend and a memory of up to 0.7, and no step."""
    assert gates.effect_false_alarms() <= 0.07


@pytest.mark.slow
@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.5, 0.7])
def test_noise_is_seldom_called_a_signal(correlation: float) -> None:
    """The latest of 36 months is marked in at most 3 %, whatever the autocorrelation."""
    assert trend_gates.icon_false_alarms(correlation) <= 0.03


def test_false_discovery_rates_are_those_of_benjamini_and_hochberg() -> None:
    """Worked out by hand: each p times 4 by its rank, never above a later one."""
    assert false_discovery_rates([0.04, 0.001, 0.03, 0.5]) == pytest.approx((0.16 / 3, 0.004, 0.16 / 3, 0.5))
