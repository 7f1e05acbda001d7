"""Reading: what a project reads from one file by sources that name its layout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Severity
from tests.builders.project_folders import write


def project_of(root: Path, name: str, content: str | bytes, *kpis: dict[str, Any]) -> Path:
    """A project with the file below data/ and these KPIs, each with the keys of its source and of itself."""
    declared = [{"name": kpi["id"], "direction": "none", **kpi} for kpi in kpis]
    for kpi in declared:
        kpi["source"] = {"file": f"data/{name}", **kpi["source"]}
    card = {"id": "shop", "title": "Shop", "kpis": declared}
    return write(root, {"scorecard/shop.yml": json.dumps(card), f"data/{name}": content})


def read(root: Path) -> dict[str, dict[str, float]]:
    """Figures by KPI and period; AssertionError for any error."""
    assert (wrong := problems(root)) == [], wrong
    loaded = load_project(root)
    assert loaded.project is not None
    found = load_readings(root, loaded.project)
    last = max(row.period.end for each in found.readings.values() for row in each.rows)
    series = build_series(loaded.project, found.readings, last).series
    return {name: {str(each.period): each.value for each in one.observations} for name, one in series.items()}


def problems(root: Path) -> list[str]:
    """Every error of declaration and data."""
    loaded = load_project(root)
    if loaded.project is None:
        return [str(each) for each in loaded.problems]
    found = load_readings(root, loaded.project)
    told = [*loaded.problems, *found.problems, *loaded.placed(found.findings)]
    return [str(each) for each in told if each.severity is Severity.ERROR]
