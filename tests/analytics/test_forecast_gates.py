"""The forecast holds up on the 1,428 monthly series of the M3 competition."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from bsc_site.compute.forecast.theta import Projection, project

HORIZON = 18
Case = tuple[NDArray[np.float64], NDArray[np.float64], Projection]

pytestmark = pytest.mark.slow


def _cases(oracles: Path, most: int | None) -> list[Case]:
    with gzip.open(oracles / "m3_monthly.json.gz") as file:
        series = json.load(file)["series"].values()
    pairs = [(np.array(each["x"]), np.array(each["xx"])) for each in series]
    assert len(pairs) == 1428
    return [(known, future, project(known[-(most or known.size) :], 12)) for known, future in pairs]


@pytest.fixture(scope="module")
def full(oracles: Path) -> list[Case]:
    """Every series with its whole history."""
    return _cases(oracles, None)


@pytest.fixture(scope="module")
def short(oracles: Path) -> list[Case]:
    """Every series with its last 60 months."""
    return _cases(oracles, 60)


def test_the_error_is_below_that_of_the_published_theta(full: list[Case]) -> None:
    """The published Theta has a mean sMAPE of 13.89."""
    errors = []
    for _, future, fitted in full:
        centre = fitted.centre(HORIZON)
        errors.append(np.mean(200 * np.abs(centre - future) / (np.abs(centre) + np.abs(future))))
    assert np.mean(errors) <= 13.89


def test_the_scaled_error_is_small(full: list[Case]) -> None:
    """Scaled by the seasonal naive error of the known values."""
    errors = []
    for known, future, fitted in full:
        naive = np.mean(np.abs(known[12:] - known[:-12]))
        errors.append(np.mean(np.abs(fitted.centre(HORIZON) - future)) / naive)
    assert np.mean(errors) <= 0.87


@pytest.mark.parametrize(("level", "least", "most"), [(0.80, 0.77, 0.85), (0.95, 0.92, 0.97)])
def test_the_fan_holds_what_it_promises(short: list[Case], level: float, least: float, most: float) -> None:
    """Share of later values inside the interval."""
    inside = []
    for _, future, fitted in short:
        half = stdtrit(fitted.freedom, (1 + level) / 2) * fitted.error(HORIZON)
        inside.append(np.mean(np.abs(fitted.centre(HORIZON) - future) <= half))
    assert least <= np.mean(inside) <= most


def test_the_chance_to_meet_a_target_is_honest(oracles: Path) -> None:
    """Brier score of the chance twelve months on, from 36 known months, for targets around their mean."""
    scores = []
    for known, future, fitted in _cases(oracles, 36):
        centre, error = fitted.centre(12)[-1], fitted.error(12)[-1]
        for share in (0.8, 0.9, 1.0, 1.1, 1.2):
            target = known[-36:].mean() * share
            scores.append((stdtr(fitted.freedom, (centre - target) / max(error, 1e-9)) - (future[11] >= target)) ** 2)
    assert np.mean(scores) <= 0.13
