"""The two real projects: our YAML from beside this file, others' data from the folder with real data."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

HERE = Path(__file__).parent
DATA = {"hart": "hart_dc_kpis", "leeds": "leeds2023"}
LABELS = {"lg": "on_track", "la": "at_risk", "lr": "off_track"}
"""The officers' labels in our words; lu and ld set no status."""


def real_project(name: str, real_data: Path, root: Path) -> Path:
    """A project folder `root` with the YAML of `name` and a copy of every CSV file of its data below data/."""
    shutil.copytree(HERE / name / "scorecard", root / "scorecard")
    shutil.copy(HERE / name / "mkdocs.yml", root / "mkdocs.yml")
    source = real_data / DATA[name]
    for file in sorted(source.rglob("*.csv")):
        copy = root / "data" / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return root


def officers_labels(real_data: Path) -> dict[str, str]:
    """KPI id to the status that Hart's officers gave it by hand, for the KPIs to which they gave one."""
    with (real_data / DATA["hart"] / "hart_kpis.csv").open(encoding="utf-8", newline="") as file:
        return {row["k"]: LABELS[row["s"]] for row in csv.DictReader(file) if row["s"] in LABELS}
