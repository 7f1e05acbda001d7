"""Kind gates: forecasts of percentages on their bound, of counts, of totals with holes and of quarters and years."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from bsc_site.compute.forecast.fan import Outlook, fan_of, outlook_of
from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.forecast.theta import Projection, project
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation
from tests.analytics.gates import m3

Values = NDArray[np.float64]
KNOWN, AHEAD = 48, 12
PERIODS = tuple(parse_period("2021-01").shift(at) for at in range(KNOWN + AHEAD))
NEARLY = 99.9
SEASON = {3: 4, 12: 1}
"""Periods of a year by how many months each has."""


class Held(NamedTuple):
    """Shares of later values inside the 80 % and 95 % intervals, and the Brier score of a chance."""

    likely: float
    sure: float
    brier: float


def observed(values: Iterable[float], without: tuple[int, ...] = ()) -> list[Observation]:
    """The values as months from January 2021 on."""
    return [Observation(PERIODS[at], float(each)) for at, each in enumerate(values) if at not in without]


def fitted(values: Values, **keys: object) -> Outlook:
    """The fit of monthly values of a KPI with these keys."""
    found = outlook_of(Kpi.model_validate({"id": "k", "name": "K", **keys}), observed(values))
    assert isinstance(found, Outlook)
    return found


def held(outlook: Outlook, later: Values, chances: Iterable[float], met: NDArray[np.bool_]) -> Held:
    """How one forecast did on the values that followed."""
    pairs = list(zip(fan_of(outlook, later.size), later, strict=True))
    likely = np.mean([each.lower80 - 1e-9 <= value <= each.upper80 + 1e-9 for each, value in pairs])
    sure = np.mean([each.lower95 - 1e-9 <= value <= each.upper95 + 1e-9 for each, value in pairs])
    return Held(float(likely), float(sure), float(np.mean((np.array(list(chances)) - met) ** 2)))


def at_the_bound(share: float, rounds: int) -> Held:
    """Percentages that stand at 100 in a share of months: cut off there, or kept from it by some fault in the others.

    The chance is that of 99.9 and more.
    """
    dice = np.random.default_rng(int(100 * share) + 1)
    results = []
    for number in range(rounds):
        values = (_cut_off if number % 2 else _at_fault)(share, dice)
        outlook = fitted(values[:KNOWN], unit="%")
        chances = (outlook.at_least(step + 1, NEARLY) for step in range(AHEAD))
        results.append(held(outlook, values[KNOWN:], chances, values[KNOWN:] >= NEARLY))
    return Held(*np.mean(results, axis=0).tolist())


def _cut_off(share: float, dice: np.random.Generator) -> Values:
    beyond = float(ndtri(1 - share)) if share else 4.0
    return np.clip(100 + 6 * (dice.standard_normal(KNOWN + AHEAD) - beyond), 0, 100)


def _at_fault(share: float, dice: np.random.Generator) -> Values:
    faults = np.round(99.5 - dice.gamma(2, 0.5, KNOWN + AHEAD), 2)
    return np.where(dice.random(KNOWN + AHEAD) < share, 100.0, faults)


def few_events(mean: float, rounds: int) -> Held:
    """Counts by chance alone; the chance is that of none in a month, whatever came before."""
    dice = np.random.default_rng(int(100 * mean))
    results = []
    for _ in range(rounds):
        values = dice.poisson(mean, KNOWN + AHEAD).astype(float)
        outlook = fitted(values[:KNOWN], unit="count", direction="lower")
        chances = (outlook.at_most(step + 1, 0) for step in range(AHEAD))
        results.append(held(outlook, values[KNOWN:], chances, values[KNOWN:] == 0))
    return Held(*np.mean(results, axis=0).tolist())


def best_possible(mean: float) -> float:
    """The Brier score of who knows the mean exactly: p (1 - p), where p = exp(-mean) is the probability of none."""
    return math.exp(-mean) * (1 - math.exp(-mean))


def holed_totals(missing: tuple[int, ...], rounds: int) -> float:
    """Brier score of the chance that a year's total reaches what is expected of it, after nine months of it.

    `missing` are the places of months without a figure; their real figures count in the total.
    """
    dice = np.random.default_rng(9)
    scores = []
    for _ in range(rounds):
        values = 100 + 10 * dice.standard_normal(KNOWN)
        target = 1200 + dice.normal(0, 25)
        keys = {"id": "k", "name": "K", "aggregate": "sum", "targets": [{"period": "2024", "value": target}]}
        found = forecast_of(Kpi.model_validate(keys), observed(values[: KNOWN - 3], missing), None)
        scores.append((found.chances[0].probability - (values[-12:].sum() >= target)) ** 2)
    return float(np.mean(scores))


@cache
def longer_periods(oracles: Path, months: int, known: int, ahead: int) -> tuple[tuple[float, Projection, Values], ...]:
    """M3 monthly series added up to quarters or years: the usual error of the whole history, the fit, what followed."""
    found = []
    for before, after in m3(oracles):
        series = np.concatenate([before, after])
        figures = series[series.size % months :].reshape(-1, months).sum(axis=1)
        history, later = figures[:-ahead], figures[-ahead:]
        usual = float(np.mean(np.abs(history[SEASON[months] :] - history[: -SEASON[months]])))
        if history.size >= known and usual > 0:
            found.append((usual, project(history[-known:], SEASON[months]), later))
    return tuple(found)


def longer_error(oracles: Path, months: int, known: int, ahead: int) -> float:
    """Mean MASE of the forecast of quarters or years from the last `known` of them."""
    made = longer_periods(oracles, months, known, ahead)
    return float(np.mean([np.mean(np.abs(fit.centre(ahead) - later)) / usual for usual, fit, later in made]))


def longer_coverage(oracles: Path, months: int, known: int, ahead: int) -> float:
    """Share of later quarters or years inside the 95 % interval."""
    made = longer_periods(oracles, months, known, ahead)
    inside = [
        np.abs(fit.centre(ahead) - later) <= stdtrit(fit.freedom, 0.975) * fit.error(ahead) for _, fit, later in made
    ]
    return float(np.mean(inside))
