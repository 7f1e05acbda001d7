"""Worked examples: each way of scoring tried on a number, so that what is said of it is what is computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bsc_site.compute.kpi.assess_kpi import assess_kpi
from bsc_site.compute.kpi.calculation import Inputs
from bsc_site.model.calculation.kpi_steps import CalculationStep, NoWay
from bsc_site.model.calculation.scoring_steps import NoProgress
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Method, Status

_TARGET = {"targets": [{"period": "2030", "value": 50}], "baseline": {"period": "2020", "value": 100}}
_GOAL = {"targets": [{"period": "2024", "value": 40}]}
_CASES: tuple[tuple[Method, dict[str, Any], float], ...] = (
    (
        Method.GOAL_RED_FLAG,
        {**_GOAL, "thresholds": {"red_flag": 35}},
        41.0,
    ),
    (
        Method.BAND,
        {"direction": "band", "scoring": {"method": "band", "low": 6, "high": 9}, "tolerance": 1},
        9.5,
    ),
    (
        Method.PERCENT_OF_TARGET,
        {**_GOAL, "scoring": "percent_of_target"},
        39.0,
    ),
    (
        Method.PROGRESS,
        {**_TARGET, "direction": "lower", "scoring": "progress"},
        74.0,
    ),
    (
        Method.PACE,
        {**_TARGET, "direction": "lower", "scoring": "pace"},
        74.0,
    ),
    (
        Method.BANDS,
        {
            "scoring": {
                "method": "bands",
                "bands": [{"from": 90, "status": "on_track"}, {"from": 80, "status": "at_risk"}],
            }
        },
        85.0,
    ),
    (
        Method.STATES,
        {"scoring": {"method": "states", "states": {"certified": 100, "applied for": 50, "none": 0}}},
        50.0,
    ),
    (
        Method.YES_NO,
        {"unit": "yes/no"},
        1.0,
    ),
    (
        Method.RULES,
        {
            **_GOAL,
            "scoring": {
                "method": "rules",
                "rules": [
                    {"when": "value >= target", "status": "on_track"},
                    {"when": "value >= 0.8 * target", "status": "at_risk"},
                ],
            },
        },
        33.0,
    ),
)


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """An example of one way of scoring: a KPI with its status and the steps to it."""

    method: Method
    kpi: Kpi
    status: Status
    steps: tuple[CalculationStep, ...]


def worked_examples() -> tuple[WorkedExample, ...]:
    """Every method on an invented yearly figure of 2024, computed as any other KPI."""
    return tuple(_worked(method, keys, value) for method, keys, value in _CASES)


def _worked(method: Method, keys: dict[str, Any], value: float) -> WorkedExample:
    kpi = Kpi.model_validate({"id": "example", "name": "Example", "frequency": "yearly", **keys})
    home = Scorecard(id="example", title="Example", kpis=(kpi,))
    period = parse_period("2024")
    series = Series(kpi.id, kpi.frequency, (Observation(period, value),))
    found = assess_kpi(kpi, home, series, date(2025, 1, 1), Inputs({}, frozenset()))
    steps = tuple(step for step in found.calculation if not isinstance(step, NoProgress | NoWay))
    return WorkedExample(method, kpi, found.status, steps)
