"""What a browser works out for values that nobody measured is what the program computes for them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.compute.assess import assess
from bsc_site.model.concluded.assessment import KpiAssessment, Standing
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scoring_methods import SCORING_METHODS
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import RollUp
from bsc_site.outcomes import Examination
from bsc_site.pipeline import Order, examine
from bsc_site.render.addresses import Addresses
from bsc_site.render.pages.register import BY_NAME
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.what_if.what_if_content import what_if_content
from tests.frontend.node import node_path
from tests.house.repository import ROOT

RULES = ROOT / "docs_templates" / "assets" / "bsc-what-if-rules.js"
DAY = date(2026, 11, 5)
FACTORS = (0.3, 0.8, 0.95, 0.99, 1.0, 1.01, 1.05, 1.2, 2.5)
SCRIPT = """
import { readFileSync } from "node:fs";
const { presentOf, ratingOf, rolledUp } = await import(process.argv[2]);
const { content, factors } = JSON.parse(readFileSync(0, "utf8"));
const all = factors.map((factor) => {
  const marks = content.kpis.map((kpi) => {
    const found = kpi[0] === null ? null : ratingOf(kpi, kpi[0] * factor);
    return found ?? presentOf(kpi);
  });
  const { rows, ...whole } = rolledUp(content, marks);
  return { marks, rows, whole };
});
console.log(JSON.stringify(all));
"""


def _content(assessment: Assessment) -> tuple[dict[str, Any], list[KpiAssessment]]:
    card = assessment.scorecards[assessment.project.root.id]
    here = Standpoint(assessment, Addresses(assessment.project), card, "scorecard/", BY_NAME)
    kpis = [assessment.kpis[each] for each in here.seen(card.kpis)]
    return what_if_content(here, kpis), kpis


def _in_the_browser(content: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    script = folder / "what-if.mjs"
    script.write_text(SCRIPT, encoding="utf-8")
    question = json.dumps({"content": content, "factors": FACTORS})
    command = [node_path(), str(script), RULES.as_uri()]
    done = subprocess.run(command, input=question, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _with_latest(series: Series, factor: float) -> Series:
    """The series with another latest complete value."""
    last = max(at for at, each in enumerate(series.observations) if each.complete)
    changed = [
        each._replace(value=each.value * factor) if at == last else each for at, each in enumerate(series.observations)
    ]
    return replace(series, observations=tuple(changed))


def _same(told: Mapping[str, Any], computed: KpiAssessment | Standing) -> bool:
    score = None if computed.score is None else pytest.approx(computed.score, abs=1e-6)
    return bool(told["status"] == computed.status.value and told["score"] == score)


def _computed(project: Project, series: Mapping[str, Series], tried: set[str], factor: float) -> Assessment:
    other = {kpi: _with_latest(each, factor) if kpi in tried else each for kpi, each in series.items()}
    return assess(project, other, DAY, None)


def _told_alike(examined: Examination, folder: Path) -> int:
    """How many KPIs were tried; with every value the browser tells what the program computes."""
    assert examined.assessment is not None, [each.message for each in examined.problems]
    content, kpis = _content(examined.assessment)
    tried = {each.kpi.id for each, told in zip(kpis, content["kpis"], strict=True) if told[1]}
    for factor, told in zip(FACTORS, _in_the_browser(content, folder), strict=True):
        computed = _computed(examined.assessment.project, examined.series, tried, factor)
        card = computed.scorecards[computed.project.root.id]
        for mark, each in zip(told["marks"], kpis, strict=True):
            assert _same(mark, computed.kpis[each.kpi.id]), (factor, each.kpi.id, mark)
        for row, found in zip(told["rows"], card.perspectives.values(), strict=True):
            assert _same(row, found.standing), (factor, row["name"])
            for goal, name in zip(row["objectives"], found.objectives, strict=True):
                assert _same(goal, card.objectives[name].standing), (factor, goal["name"])
        assert _same(told["whole"], card.standing), factor
    return len(tried)


def test_the_demo_is_rated_and_rolled_up_as_by_the_program(tmp_path: Path) -> None:
    """All KPIs moved at once, far down to far up: status and score of KPIs, objectives, perspectives, scorecard."""
    assert _told_alike(examine(Order(ROOT, DAY)), tmp_path) >= 20


def test_every_way_of_scoring_and_rolling_up_is_the_programs_own(tmp_path: Path) -> None:
    """One KPI of each method but that of free conditions, and each way to make one score of several."""
    names = [each.value.replace("_", "-") for each in SCORING_METHODS]
    kpis = [
        {"id": name, "name": name, "frequency": "yearly", "weight": at % 3 + 1} | dict(method.example.keys)
        for at, (name, method) in enumerate(zip(names, SCORING_METHODS.values(), strict=True))
    ]
    goals = [
        {"id": each.value.replace("_", "-"), "name": each.value, "rollup": each.value, "kpis": names, "weight": 2}
        for each in RollUp
    ]
    half = {"id": "half", "name": "Half", "min_coverage": "95%", "kpis": [*names, "none"]}
    rows = [
        {"id": "one", "name": "One", "objectives": goals[:2], "rollup": "worst"},
        {"id": "two", "name": "Two", "objectives": [*goals[2:], half], "rollup": "most_frequent", "weight": 3},
    ]
    none = {"id": "none", "name": "None", "frequency": "yearly", "targets": [{"period": "2024", "value": 1}]}
    card = {"id": "all", "title": "All", "perspectives": rows, "kpis": [*kpis, none]}
    lines = ["kpi,period,value"]
    for name, method in zip(names, SCORING_METHODS.values(), strict=True):
        values = ("none", "applied for") if name == "states" else (method.example.value * 0.9, method.example.value)
        lines += [f"{name},{year},{value}" for year, value in zip((2023, 2024), values, strict=True)]
    for path, text in {
        "scorecard/all.yml": yaml.safe_dump(card),
        "data/all.csv": "\n".join(lines) + "\n",
        "mkdocs.yml": "site_name: All\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert _told_alike(examine(Order(tmp_path, DAY)), tmp_path) == len(names) - 1
