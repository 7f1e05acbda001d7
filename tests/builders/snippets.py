"""Snippets: a scorecard and its figures as a few lines of YAML, assessed at the end of 2025."""

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.compute.assess import assess
from bsc_site.compute.health.checkup import checkup, findings
from bsc_site.compute.health.score import health_of
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.concluded.health import CheckResult
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding
from tests.builders.small_projects import AS_OF, monthly, readings, scorecard


def assessed_yaml(*snippets: str, audience: str | None = None) -> Assessment:
    """The assessment of scorecards `c`, `c2` ...; `figures: {kpi: [..]}` are months from 2025-01 on, or by period."""
    keys = [_keys(snippet) for snippet in snippets]
    figures = {kpi: values for each in keys for kpi, values in each.pop("figures", {}).items()}
    cards = [{"id": f"c{number}" if number > 1 else "c"} | each for number, each in enumerate(keys, 1)]
    project = Project(tuple(scorecard(**each) for each in cards))
    rows = {
        kpi: readings(kpi, monthly(values) if isinstance(values, list) else values) for kpi, values in figures.items()
    }
    return assess(project, build_series(project, rows, AS_OF).series, AS_OF, audience)


def _keys(snippet: str) -> dict[str, Any]:
    marked = read_marked(snippet.encode(), "snippet.yml")
    assert marked.problems == (), [str(each) for each in marked.problems]
    return dict(marked.value)


def found(code: str, *snippets: str, changed: date | None = None) -> list[Finding]:
    """What one rule finds."""
    dates = {"c": changed} if changed else {}
    return [each for each in findings(assessed_yaml(*snippets), dates) if each.code == code]


def result(code: str, *snippets: str) -> CheckResult:
    """What one rule comes to in the health of the first scorecard."""
    checks = health_of(checkup(assessed_yaml(*snippets)), "c").checks
    return next(each for each in checks if each.code == code)


def objectives(count: int, keys: str = "") -> str:
    """One perspective with so many objectives."""
    entries = "".join(f"      - {{id: o{each}, name: Objective {each}{keys}}}\n" for each in range(count))
    return f"perspectives:\n  - id: p\n    name: P\n    objectives:\n{entries}"


def kpis(count: int) -> str:
    """So many KPIs."""
    return "kpis:\n" + "".join(f"  - {{id: k{each}, name: KPI {each}}}\n" for each in range(count))
