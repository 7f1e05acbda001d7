"""Pasting: what `suggest` prints is put into a small project, questions answered, and read by a build."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Severity
from tests.builders.program import called
from tests.builders.project_folders import write

CARD = "id: shop\ntitle: Shop\n"


@dataclass(frozen=True)
class Suggested:
    """What was printed for a file in a project: the text, and the object of `--format json`."""

    root: Path
    text: str
    told: dict[str, Any]

    @property
    def kpis(self) -> list[dict[str, Any]]:
        """The KPIs of the text, as YAML reads them."""
        return list(yaml.safe_load(self.text)["kpis"])

    @property
    def questions(self) -> list[dict[str, Any]]:
        """Every question of every table."""
        return [each for table in self.told["tables"] for each in table["questions"]]

    @property
    def choices(self) -> list[list[str]]:
        """The lines of each answer to the first question."""
        return [each["kpi_lines"] + each["source_lines"] for each in self.questions[0]["choices"]]

    @property
    def shown(self) -> dict[str, dict[str, float]]:
        """The figures that are shown, by KPI and period."""
        tables = self.told["tables"]
        return {
            kpi["id"]: {each["period"]: each["value"] for each in kpi["figures"]}
            for table in tables
            for kpi in table["kpis"]
        }

    def source(self, kpi: str) -> dict[str, Any]:
        """The source of a KPI."""
        return next(dict(each["source"]) for each in self.kpis if each["id"] == kpi)


def suggested(root: Path, name: str, content: str | bytes, *options: str) -> Suggested:
    """What is suggested for a file below data/ of a new project."""
    write(root, {"scorecard/shop.yml": CARD, f"data/{name}": content})
    return suggested_for(root, root / "data" / name, *options)


def suggested_for(root: Path, file: Path, *options: str) -> Suggested:
    """What is suggested for a file, wherever it lies."""
    text = called("suggest", file, "-C", root, *options)
    told = called("suggest", file, "-C", root, "--format", "json", *options)
    assert (text.code, text.err, told.code) == (0, "", 0), text.err + told.err
    return Suggested(root, text.out, json.loads(told.out))


def answered(found: Suggested, takes: Sequence[str]) -> str:
    """The text with the # taken from every line that begins with one of `takes`."""
    lines = found.text.splitlines()
    starts = "|".join(map(re.escape, takes))
    return "\n".join(re.sub(rf"^(\s+)# ((?:{starts}).*)$", r"\1\2", line) for line in lines) + "\n"


def read_after_pasting(found: Suggested, takes: Sequence[str] = ()) -> dict[str, dict[str, float]]:
    """The figures of every KPI in a build; AssertionError where `check` finds an error."""
    text = answered(found, takes) if takes else found.text
    write(found.root, {"scorecard/suggested.yml": text})
    loaded = load_project(found.root)
    assert loaded.project is not None, list(map(str, loaded.problems))
    read = load_readings(found.root, loaded.project)
    rows = [row for each in read.readings.values() for row in each.rows]
    built = build_series(loaded.project, read.readings, max(row.period.end for row in rows))
    findings = loaded.placed([*read.findings, *built.findings])
    wrong = [str(each) for each in (*read.problems, *findings) if each.severity is Severity.ERROR]
    assert wrong == []
    return {name: figures_of(each.observations) for name, each in built.series.items()}


def figures_of(observations: Sequence[Any]) -> dict[str, float]:
    """Period to value."""
    return {str(each.period): each.value for each in observations}


def first_ten(figures: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """As many figures of each KPI as are shown."""
    return {name: dict(list(each.items())[:10]) for name, each in figures.items()}
