"""Very many small files, as a national set of indicators has: one for each KPI, with a row for each group and year."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

FILES = 236
YEARS = range(2004, 2024)
REGIONS = ("", "North", "East", "South", "West", "Abroad", "Islands")
AGES = ("", "0-15", "15-24", "25-64", "65 and older")
ROWS = len(YEARS) * len(REGIONS) * len(AGES)
SEED = 20240229


def write_many_files(folder: Path) -> None:
    """A project of 236 KPIs, each with a file of its own of 700 rows; the headline is where no group is named."""
    dice = random.Random(SEED)  # noqa: S311  # made-up data, not a secret
    for name in ("scorecard", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Many files\n", encoding="utf-8")
    names = [f"indicator-{number:03d}" for number in range(FILES)]
    lines = ["id: files", "title: Many files", "mission: To be read", "vision: To be fast", "perspectives:"]
    lines += ["  - id: all", "    name: All", "    objectives:"]
    lines += ["      - id: parts", "        name: Improve all parts", f"        kpis: [{', '.join(names)}]", "kpis:"]
    for number, name in enumerate(names):
        lines += [
            f"  - id: {name}",
            f"    name: Indicator number {number}",
            "    unit: points",
            "    direction: higher",
            "    frequency: yearly",
            f"    source: {{file: data/{name}.csv, period: Year, value: Value, where: {{Region: '', Age: ''}}}}",
        ]
        (folder / "data" / f"{name}.csv").write_text(_rows(dice), encoding="utf-8")
    (folder / "scorecard" / "scorecard.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rows(dice: random.Random) -> str:
    lines = ["Year,Region,Age,Value"]
    lines += [f"{year},{region},{age},{dice.uniform(1, 90):.2f}" for year, region, age in product(YEARS, REGIONS, AGES)]
    return "\n".join(lines) + "\n"
