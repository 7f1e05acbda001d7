"""Very many small files: one for each KPI, with a row for each region and month."""

from __future__ import annotations

import random
from pathlib import Path

FILES, ROWS = 236, 700
REGIONS = ("North", "East", "South", "West", "Abroad")
SEED = 20240229


def write_many_files(folder: Path) -> None:
    """A project of 236 KPIs, each with a file of its own of 700 rows, of which a filter takes a fifth."""
    dice = random.Random(SEED)  # noqa: S311  # made-up data, not a secret
    for name in ("scorecard", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Many files\n", encoding="utf-8")
    names = [f"part-{number:03d}" for number in range(FILES)]
    lines = ["id: files", "title: Many files", "mission: To be read", "vision: To be fast", "perspectives:"]
    lines += ["  - id: all", "    name: All", "    objectives:"]
    lines += ["      - id: parts", "        name: Improve all parts", f"        kpis: [{', '.join(names)}]", "kpis:"]
    for number, name in enumerate(names):
        lines += [
            f"  - id: {name}",
            f"    name: Part number {number}",
            "    unit: count",
            "    direction: higher",
            "    frequency: monthly",
            "    aggregate: sum",
            f"    source: {{file: data/{name}.csv, period: Month, value: Amount, where: {{Region: North}}}}",
        ]
        (folder / "data" / f"{name}.csv").write_text(_rows(dice), encoding="utf-8")
    (folder / "scorecard" / "scorecard.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rows(dice: random.Random) -> str:
    lines = ["Month,Region,Amount"]
    for number in range(ROWS):
        month = number // len(REGIONS)
        region = REGIONS[number % len(REGIONS)]
        lines.append(f"{2012 + month // 12}-{month % 12 + 1:02d},{region},{dice.uniform(1, 900):.2f}")
    return "\n".join(lines) + "\n"
