"""Boston's CityScore: values that name their metric by its number, beside the table of metrics."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Severity

SCORECARD = """\
id: boston
title: CityScore
defaults:
  frequency: daily
  aggregate: mean
  source:
    file: data/cityscore_value.csv
    join: {file: data/cityscore_metric.csv, on: {metric_id: id}}
    period: entry_date
    value: val
    where: {name: "{name}"}
    target: target
kpis:
"""


@pytest.fixture(scope="module")
def city(real_data: Path) -> Path:
    return real_data / "boston_cityscore"


def test_each_metric_is_found_by_its_name(city: Path, tmp_path: Path) -> None:
    """With every figure of its number, and the target that stands in the other table."""
    (tmp_path / "data").mkdir()
    for name in ("cityscore_value.csv", "cityscore_metric.csv"):
        shutil.copy(city / name, tmp_path / "data" / name)
    metrics = list(csv.DictReader((city / "cityscore_metric.csv").open(encoding="utf-8-sig", newline="")))
    wanted: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in csv.DictReader((city / "cityscore_value.csv").open(encoding="utf-8-sig", newline="")):
        if row["val"]:
            wanted[row["metric_id"]].append((row["entry_date"], float(row["val"])))
    (tmp_path / "scorecard").mkdir()
    kpis = "".join(f"  - {{id: m{each['id']}, name: {each['name']!r}}}\n" for each in metrics)
    (tmp_path / "scorecard" / "boston.yml").write_text(SCORECARD + kpis, encoding="utf-8")
    loaded = load_project(tmp_path)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    found = load_readings(tmp_path, loaded.project)
    assert [str(each) for each in found.problems if each.severity is Severity.ERROR] == []
    for metric in metrics:
        rows = found.readings[f"m{metric['id']}"].rows
        assert [(str(each.period), each.value) for each in rows] == wanted[metric["id"]], metric["name"]
        assert {each.target for each in rows} == {float(metric["target"]) if metric["target"] else None}
