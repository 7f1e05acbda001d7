"""Columns of periods for tests: a file with one, and a KPI that reads it as its YAML declares."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Severity
from tests.builders.project_folders import write

QUARTERLY, HALVES, WEEKLY, YEARLY = ({"frequency": each} for each in ("quarterly", "half-yearly", "weekly", "yearly"))
MONTHLY: dict[str, Any] = {}
ONE = {"period": "p", "value": "v"}


@dataclass(frozen=True)
class Declared:
    """How KPI `k` is declared: its own keys, its source (None in a tidy file), and the month its year starts in."""

    kpi: dict[str, Any] = field(default_factory=dict)
    source: dict[str, Any] | None = field(default_factory=lambda: ONE)
    starts: int = 1


def read(root: Path, content: str, declared: Declared, line: str = "") -> LoadedReadings:
    """What KPI `k` gets from a file `data/a.csv`; `line` of YAML is pasted into its source, or at the KPI."""
    starts, source, pasted = declared.starts, declared.source, [line] if line else []
    keys = [f"{key}: {json.dumps(value)}" for key, value in declared.kpi.items()]
    if source is None:
        keys += pasted
    else:
        written = [f"{key}: {json.dumps(value)}" for key, value in {"file": "data/a.csv", **source}.items()]
        keys.append(f"source: {{{', '.join(written + pasted)}}}")
    card = f"id: a\ntitle: A\nfiscal_year_starts: {starts}\nkpis:\n  - id: k\n    name: K\n" + "".join(
        f"    {key}\n" for key in keys
    )
    project = load_project(write(root, {"scorecard/a.yml": card, "data/a.csv": content}))
    assert project.readable is not None
    errors = [str(problem) for problem in project.problems if problem.severity is Severity.ERROR]
    assert not errors, errors
    return load_readings(root, project.readable)


def column(*texts: str) -> str:
    """A file of one column of periods, quoted, with the values 1, 2, 3 ..."""
    return "p,v\n" + "".join(f'"{text}",{number}\n' for number, text in enumerate(texts, start=1))
