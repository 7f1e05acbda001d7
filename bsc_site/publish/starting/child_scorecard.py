"""A scorecard that cascades from the one of a new project, with examples of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bsc_site.publish.starting.example_kpi import Row

_LESS = 0.03
"""By how much of it a figure of a part may lie below that of the whole."""
_TURNS = 11
"""A prime above the number of parts, so that no two parts rise and fall together."""


def child_of(card: dict[str, Any], number: int) -> dict[str, Any]:
    """The scorecard of part `number`: every objective of the parent as the part sees it, in its line of sight."""
    name = f"unit-{number}"
    kpis = [
        {
            **each,
            "id": f"{name}-{each['id']}",
            "name": f"{each['name']}, unit {number}",
            "baseline": {"period": each["baseline"]["period"]},
        }
        for each in card["kpis"]
    ]
    return {
        "id": name,
        "title": f"Unit {number}",
        "parent": card["id"],
        "mission": card["mission"],
        "horizon": card["horizon"],
        "tolerance": card["tolerance"],
        "perspectives": [
            {**row, "objectives": [_objective(each, card["id"], name) for each in row["objectives"]]}
            for row in card["perspectives"]
        ],
        "kpis": kpis,
    }


def child_rows(rows: Sequence[Row], number: int) -> list[Row]:
    """The figures of part `number`, with as many decimals as those of the parent have.

    They are a little lower now and then, but for the first of each KPI, which is its baseline.
    """
    firsts = {kpi: position for position, (kpi, *_) in reversed(list(enumerate(rows)))}
    return [
        (f"unit-{number}-{kpi}", period, _lower(value, (position - firsts[kpi]) * (number + 1) % _TURNS / _TURNS))
        for position, (kpi, period, value) in enumerate(rows)
    ]


def _lower(value: str, share: float) -> str:
    decimals = len(value.partition(".")[2])
    step = max(2 / 10**decimals, _LESS * float(value))
    return f"{max(0.0, float(value) - share * step):.{decimals}f}"


def _objective(parent: dict[str, Any], above: str, name: str) -> dict[str, Any]:
    kept = {key: value for key, value in parent.items() if key not in {"themes", "value_proposition"}}
    drives = [
        {**each, "via": [f"{name}-{kpi}" for kpi in each["via"]]} if "via" in each else each
        for each in parent.get("drives", ())
    ]
    return {
        **kept,
        "supports": [f"{above}/{parent['id']}"],
        **({"drives": drives} if drives else {}),
        "kpis": [f"{name}-{kpi}" for kpi in parent["kpis"]],
    }
