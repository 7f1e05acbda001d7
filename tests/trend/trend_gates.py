"""Gates of trend and control chart: how often noise is called a move, and how often a real one is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.signal.limits import Recipe
from bsc_site.compute.signal.point_labels import labels_of
from bsc_site.compute.signal.trend_line import limits_along
from bsc_site.compute.statistics.mann_kendall import trend_test
from bsc_site.model.vocabularies import PointLabel
from tests.analytics.gates import m3

Values = NDArray[np.float64]
CORRELATIONS = (0.0, 0.3, 0.5, 0.7)
SHORT = (8, 9, 10, 12, 15, 20)
LONG = (24, 36, 60)
WARM_UP = 50
NEARLY_ONE_WAY = 0.9


def noise(correlation: float, size: int, rounds: int) -> Values:
    """So many series of noise (rounds x size) with this autocorrelation and a standard deviation of 1."""
    made = np.random.default_rng(20250622 + size).normal(size=(rounds, size + WARM_UP))
    for at in range(1, size + WARM_UP):
        made[:, at] += correlation * made[:, at - 1]
    kept: Values = made[:, WARM_UP:] * np.sqrt(1 - correlation**2)
    return kept


def trend_false_alarms(correlation: float, size: int = 36, rounds: int = 2000) -> float:
    """Share of series of noise with this autocorrelation that are called a trend."""
    t = np.arange(size, dtype=np.float64)
    return float(np.mean([trend_test(t, each).beyond_chance for each in noise(correlation, size, rounds)]))


def trend_power(size: int, rise: float, rounds: int = 2000) -> float:
    """How often a straight rise by so many standard deviations from first to last is called a trend."""
    t = np.arange(size, dtype=np.float64)
    course = np.linspace(0, rise, size)
    found = [trend_test(t, course + each) for each in noise(0.0, size, rounds)]
    return float(np.mean([each.beyond_chance and each.s > 0 for each in found]))


def years_called(oracles: Path) -> float:
    """Share of real yearly series called a trend, of those of which nine in ten pairs of years go the same way."""
    return float(np.mean([called for called, _ in _years(oracles)]))


def one_way_years_called(oracles: Path) -> float:
    """The same of those that never once go the other way."""
    return float(np.mean([called for called, one_way in _years(oracles) if one_way]))


def _years(oracles: Path) -> Iterator[tuple[bool, bool]]:
    """The yearly means of the M3 monthly series, 8 years and more: whether called a trend, and whether one-way."""
    for known, later in m3(oracles):
        months = np.concatenate([known, later])
        years = months[months.size % 12 :].reshape(-1, 12).mean(axis=1)
        moves = np.sign(years[None, :] - years[:, None])[np.triu_indices(years.size, 1)]
        if years.size >= 8 and abs(moves.mean()) >= NEARLY_ONE_WAY:
            found = trend_test(np.arange(years.size, dtype=np.float64), years)
            yield found.beyond_chance, abs(moves.mean()) == 1


def icon_false_alarms(correlation: float, size: int = 36, rounds: int = 2000) -> float:
    """Share of series of noise with this autocorrelation whose latest value is called a signal."""
    return float(np.mean([_label(each).side != 0 for each in noise(correlation, size, rounds)]))


def _label(values: Values) -> PointLabel:
    _, limits = limits_along(np.arange(values.size, dtype=np.float64), values, Recipe())
    return labels_of(values, limits)[-1]


def collapses_found(size: int = 36, rounds: int = 2000) -> float:
    """How often a last value is found that lies six standard deviations below a rise of eight."""
    course = np.linspace(0, 8, size)
    course[-1] -= 6
    return float(np.mean([_label(each + course).side < 0 for each in noise(0.0, size, rounds)]))


def alarms_on_a_rise(size: int = 36, rounds: int = 2000) -> float:
    """How often the latest value is called a signal where it keeps to a rise of eight standard deviations."""
    course = np.linspace(0, 8, size)
    return float(np.mean([_label(each + course).side != 0 for each in noise(0.0, size, rounds)]))
