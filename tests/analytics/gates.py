"""Gates: how far signal, trend, forecast and evidence agree with public oracles, as figures."""

from __future__ import annotations

import gzip
import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from bsc_site.compute.evidence.link_test import link_coefficient
from bsc_site.compute.evidence.step_effect import step_effect
from bsc_site.compute.forecast.theta import Projection, project
from bsc_site.compute.signal.limits import Limits, Recipe, limits_of
from bsc_site.compute.signal.point_labels import labels_of
from bsc_site.model.vocabularies import PointLabel

Values = NDArray[np.float64]
HORIZON = 18
LABELS = {
    "Common Cause": PointLabel.COMMON_CAUSE,
    "Above UCL": PointLabel.ABOVE_LIMIT,
    "Below LCL": PointLabel.BELOW_LIMIT,
    "7 Point Trend (Increasing)": PointLabel.RISING,
    "7 Point Trend (Decreasing)": PointLabel.FALLING,
    "2 in 3 Above CL": PointLabel.TWO_OF_THREE_HIGH,
    "2 in 3 Below CL": PointLabel.TWO_OF_THREE_LOW,
    "7 Points Above CL": PointLabel.RUN_HIGH,
    "7 Points Below CL": PointLabel.RUN_LOW,
}


def nhs_cases(oracles: Path) -> list[dict[str, Any]]:
    """The 153 series with what the R package NHSRplotthedots says of them."""
    cases: list[dict[str, Any]] = json.loads((oracles / "nhsr_golden.json").read_text())["cases"]
    return cases


def nhs_segments(case: dict[str, Any]) -> list[tuple[Limits, tuple[PointLabel, ...]]]:
    """Limits and labels of each segment of one case, by the NHS recipe."""
    given = case["input"]
    values = np.array(given["y"])
    recipe = Recipe(
        adjusted=False,
        baseline_points=given["fix_after_n_points"],
        screen_outliers=given["screen_outliers"],
    )
    parts = [values[start:end] for start, end in pairwise([0, *given["rebase_at_index0"], len(values)])]
    return [(limits := limits_of(part, recipe), labels_of(part, limits)) for part in parts]


def nhs_mismatches(oracles: Path) -> int:
    """How many of the 153 series have a limit off by more than a billionth, or a label that differs."""
    return sum(not _agrees(case) for case in nhs_cases(oracles))


def _agrees(case: dict[str, Any]) -> bool:
    segments, expected = nhs_segments(case), case["expected"]
    columns = {"mean": "mean_per_segment", "lower": "lpl_per_segment", "upper": "upl_per_segment"}
    limits = all(
        np.allclose([getattr(each, name) for each, _ in segments], expected[column], rtol=0, atol=1e-9)
        for name, column in columns.items()
    )
    labels = [label for _, each in segments for label in each]
    return limits and labels == [LABELS[word] for word in expected["special_cause_type"]]


@cache
def m3(oracles: Path) -> tuple[tuple[Values, Values], ...]:
    """The 1,428 monthly series of the M3 competition: the known values and the 18 that followed."""
    with gzip.open(oracles / "m3_monthly.json.gz") as file:
        series = json.load(file)["series"].values()
    return tuple((np.array(each["x"]), np.array(each["xx"])) for each in series)


@cache
def m3_fitted(oracles: Path, most: int | None) -> tuple[Projection, ...]:
    """The forecast of each series from its last `most` known values; None takes all."""
    return tuple(project(known[-(most or known.size) :], 12) for known, _ in m3(oracles))


def forecast_errors(oracles: Path) -> tuple[float, float]:
    """Mean sMAPE in per cent and mean MASE over 18 months, from the whole history."""
    relative, scaled = [], []
    for (known, future), fitted in zip(m3(oracles), m3_fitted(oracles, None), strict=True):
        centre = fitted.centre(HORIZON)
        relative.append(np.mean(200 * np.abs(centre - future) / (np.abs(centre) + np.abs(future))))
        scaled.append(np.mean(np.abs(centre - future)) / np.mean(np.abs(known[12:] - known[:-12])))
    return float(np.mean(relative)), float(np.mean(scaled))


def late_error(oracles: Path, most: int) -> float:
    """Mean MASE over 18 months from the last `most` months, scaled by the seasonal naive error of the whole history."""
    scaled = [
        np.mean(np.abs(fitted.centre(HORIZON) - future)) / np.mean(np.abs(known[12:] - known[:-12]))
        for (known, future), fitted in zip(m3(oracles), m3_fitted(oracles, most), strict=True)
    ]
    return float(np.mean(scaled))


def forecast_coverage(oracles: Path, level: float, most: int | None = 60) -> float:
    """Share of later values inside the interval of `level`, from at most so many known months."""
    inside = []
    for (_, future), fitted in zip(m3(oracles), m3_fitted(oracles, most), strict=True):
        half = stdtrit(fitted.freedom, (1 + level) / 2) * fitted.error(HORIZON)
        inside.append(np.mean(np.abs(fitted.centre(HORIZON) - future) <= half))
    return float(np.mean(inside))


def forecast_brier(oracles: Path) -> float:
    """Brier score of the chance twelve months on, from 36 known months, for targets from 0.8 to 1.2 of their mean."""
    scores = []
    for (known, future), fitted in zip(m3(oracles), m3_fitted(oracles, 36), strict=True):
        centre, error = fitted.centre(12)[-1], max(fitted.error(12)[-1], 1e-9)
        targets = known[-36:].mean() * np.array([0.8, 0.9, 1.0, 1.1, 1.2])
        scores.append(np.mean((stdtr(fitted.freedom, (centre - targets) / error) - (future[11] >= targets)) ** 2))
    return float(np.mean(scores))


def link_false_alarms(oracles: Path, n: int, pairs: int = 2000) -> float:
    """Share of unrelated M3 pairs of n months whose link test is significant at 5 %."""
    series = [np.concatenate(each) for each in m3(oracles)]
    long_enough = [each[-n:] for each in series if each.size >= n]
    dice = np.random.default_rng(n)
    found = []
    for _ in range(pairs):
        cause, effect = dice.choice(len(long_enough), 2, replace=False)
        fit = link_coefficient(long_enough[cause], long_enough[effect], int(dice.integers(1, 4)), 12.0)
        found.append(fit is not None and fit.p_above() < 0.05)
    return float(np.mean(found))


def link_power(rounds: int = 1000) -> float:
    """How often 36 months show a link of strength 0.5 that is there."""
    dice = np.random.default_rng(5)
    found = []
    for _ in range(rounds):
        drive, noise = dice.standard_normal((2, 36))
        moves = np.concatenate([noise[:2], 0.5 * drive[:-2] + np.sqrt(0.75) * noise[2:]])
        fit = link_coefficient(np.cumsum(drive), np.cumsum(moves), 2, 12.0)
        found.append(fit is not None and fit.p_above() < 0.05)
    return float(np.mean(found))


def effect_false_alarms(rounds: int = 3000) -> float:
    """Share of KPIs with a trend and a memory of up to 0.7, but no step, that show an effect of an initiative."""
    dice = np.random.default_rng(8)
    found = []
    for number in range(rounds):
        memory, noise = (0.0, 0.4, 0.7)[number % 3], dice.standard_normal(60)
        for at in range(1, 60):
            noise[at] += memory * noise[at - 1]
        values = (noise + dice.normal(0, 0.1) * np.arange(60))[-36:]
        step = step_effect(np.arange(36.0), values, float(dice.integers(14, 30)))
        found.append(step is not None and not step.low <= 0 <= step.high)
    return float(np.mean(found))
