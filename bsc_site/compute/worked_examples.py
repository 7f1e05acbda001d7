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
from bsc_site.model.declared.scorecard import Scorecard, StatusNames
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Method, Status

_TARGET = {"targets": [{"period": "2030", "value": 50}], "baseline": {"period": "2020", "value": 100}}
_GOAL = {"targets": [{"period": "2024", "value": 40}]}
_CASES: tuple[tuple[Method, str, dict[str, Any], float], ...] = (
    (
        Method.GOAL_RED_FLAG,
        "The target counts 66.7 and the red flag 33.3; everything else lies on the straight line through both.",
        {**_GOAL, "thresholds": {"red_flag": 35}},
        41.0,
    ),
    (
        Method.BAND,
        "Inside the band is on track, best in the middle; outside it the tolerance leads to the red flag.",
        {"direction": "band", "scoring": {"method": "band", "low": 6, "high": 9}, "tolerance": 1},
        9.5,
    ),
    (
        Method.PERCENT_OF_TARGET,
        "The share of the target that is reached; 100 % is on track, less than the tolerance below it at risk.",
        {**_GOAL, "scoring": "percent_of_target"},
        39.0,
    ),
    (
        Method.PROGRESS,
        "The share of the way from the baseline to the target; two thirds are on track, one third at risk.",
        {**_TARGET, "direction": "lower", "scoring": "progress"},
        74.0,
    ),
    (
        Method.PACE,
        "Growth so far by the growth that the target takes; from 0.95 on track, from 0.60 at risk.",
        {**_TARGET, "direction": "lower", "scoring": "pace"},
        74.0,
    ),
    (
        Method.BANDS,
        "Ranges of values, each with its status.",
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
        "Named states, each with its score; here certified is 100, applied for 50, none 0.",
        {"scoring": {"method": "states", "states": {"certified": 100, "applied for": 50, "none": 0}}},
        50.0,
    ),
    (
        Method.YES_NO,
        "Yes is on track, no is off track; the other way round where lower is better.",
        {"unit": "yes/no"},
        1.0,
    ),
    (
        Method.RULES,
        "Conditions in order; the first that holds decides.",
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
    """One way of scoring: its rule in words, and an example: a KPI with its status and the steps to it."""

    method: Method
    rule: str
    kpi: Kpi
    status: Status
    steps: tuple[CalculationStep, ...]


def worked_examples(names: StatusNames) -> tuple[WorkedExample, ...]:
    """Every method on an invented yearly figure of 2024, computed as any other KPI, in the organisation's words."""
    return tuple(_worked(method, rule, keys, value, names) for method, rule, keys, value in _CASES)


def _worked(method: Method, rule: str, keys: dict[str, Any], value: float, names: StatusNames) -> WorkedExample:
    kpi = Kpi.model_validate({"id": "example", "name": "Example", "frequency": "yearly", **keys})
    home = Scorecard(id="example", title="Example", status_names=names, kpis=(kpi,))
    period = parse_period("2024")
    series = Series(kpi.id, kpi.frequency, (Observation(period, value),))
    found = assess_kpi(kpi, home, series, date(2025, 1, 1), Inputs({}, frozenset()))
    steps = tuple(step for step in found.calculation if not isinstance(step, NoProgress | NoWay))
    return WorkedExample(method, rule, kpi, found.status, steps)
