"""The scoring methods: what each way of scoring needs of a KPI, which of its options it uses, and an example of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Method


@dataclass(frozen=True, slots=True)
class MethodExample:
    """An invented KPI as YAML would hold it, without id, name and frequency, and its value of the year 2024."""

    keys: Mapping[str, Any]
    value: float


@dataclass(frozen=True, slots=True)
class ScoringMethod:
    """What one way of scoring needs and uses.

    `needs_side`: one direction has to be the better one, so no band; `list_key`: the key of `scoring` that holds its
    list, empty where it has none; `takes_shares`: `on_track` and `at_risk` of `scoring` move its thresholds;
    `compares`: the value is set beside the target itself.
    """

    example: MethodExample
    needs_target: bool = False
    needs_side: bool = False
    needs_baseline: bool = False
    takes_shares: bool = False
    compares: bool = False
    list_key: str = ""


_WAY = {
    "targets": [{"period": "2030", "value": 50}],
    "baseline": {"period": "2020", "value": 100},
    "direction": "lower",
}
_GOAL = {"targets": [{"period": "2024", "value": 40}]}
_RANGES = [{"from": 90, "status": "on_track"}, {"from": 80, "status": "at_risk"}]
_CONDITIONS = [
    {"when": "value >= target", "status": "on_track"},
    {"when": "value >= 0.8 * target", "status": "at_risk"},
]

SCORING_METHODS: Mapping[Method, ScoringMethod] = {
    Method.GOAL_RED_FLAG: ScoringMethod(
        MethodExample({**_GOAL, "thresholds": {"red_flag": 35}}, 41.0), needs_target=True, compares=True
    ),
    Method.BAND: ScoringMethod(
        MethodExample({"direction": "band", "scoring": {"method": "band", "low": 6, "high": 9}, "tolerance": 1}, 9.5),
        needs_target=True,
    ),
    Method.PERCENT_OF_TARGET: ScoringMethod(
        MethodExample({**_GOAL, "scoring": "percent_of_target"}, 39.0),
        needs_target=True,
        needs_side=True,
        takes_shares=True,
        compares=True,
    ),
    Method.PROGRESS: ScoringMethod(
        MethodExample({**_WAY, "scoring": "progress"}, 74.0),
        needs_target=True,
        needs_side=True,
        needs_baseline=True,
        takes_shares=True,
    ),
    Method.PACE: ScoringMethod(MethodExample({**_WAY, "scoring": "pace"}, 74.0), needs_side=True, compares=True),
    Method.BANDS: ScoringMethod(
        MethodExample({"scoring": {"method": "bands", "bands": _RANGES}}, 85.0), list_key="bands"
    ),
    Method.STATES: ScoringMethod(
        MethodExample(
            {"scoring": {"method": "states", "states": {"certified": 100, "applied for": 50, "none": 0}}}, 50.0
        ),
        list_key="states",
    ),
    Method.YES_NO: ScoringMethod(MethodExample({"unit": "yes/no"}, 1.0), needs_side=True),
    Method.RULES: ScoringMethod(
        MethodExample({**_GOAL, "scoring": {"method": "rules", "rules": _CONDITIONS}}, 33.0),
        compares=True,
        list_key="rules",
    ),
}
"""Every method, in the order in which readers meet them."""
