"""Made-up scorecards of any size: seeded, so that every run measures the same input."""

from __future__ import annotations

import random
from pathlib import Path

KPIS_ON_AN_OBJECTIVE = 4
OBJECTIVES_IN_A_ROW = 5
PERSPECTIVES = ("Financial", "Customer", "Internal process", "Learning and growth")
SEED = 20240229


def write_project(folder: Path, kpis: int, periods: int = 120) -> None:
    """A project with `kpis` KPIs of `periods` monthly values each, an objective for every four KPIs.

    Writes scorecard/, data/ and mkdocs.yml below `folder`; the same arguments give the same bytes.
    """
    dice = random.Random(SEED)  # noqa: S311  # made-up data, not a secret
    for name in ("scorecard", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Made-up scorecard\n", encoding="utf-8")
    names = [f"kpi-{number:04d}" for number in range(kpis)]
    (folder / "scorecard" / "scorecard.yml").write_text(_strategy(names) + _kpis(names, dice), encoding="utf-8")
    (folder / "data" / "kpis.csv").write_text(_rows(names, periods, dice), encoding="utf-8")


def _strategy(names: list[str]) -> str:
    groups = [names[start : start + KPIS_ON_AN_OBJECTIVE] for start in range(0, len(names), KPIS_ON_AN_OBJECTIVE)]
    share = -(-len(groups) // len(PERSPECTIVES))
    lines = [
        "id: made-up",
        "title: Made-up scorecard",
        "mission: To be measured",
        "vision: To be fast",
        "perspectives:",
    ]
    for row, perspective in enumerate(PERSPECTIVES):
        lines += [f"  - id: row-{row}", f"    name: {perspective}", "    objectives:"]
        for number in range(row * share, min((row + 1) * share, len(groups))):
            lines += _objective(number, groups[number], number - share)
    return "\n".join(lines) + "\n"


def _objective(number: int, kpis: list[str], above: int) -> list[str]:
    lines = [
        f"      - id: objective-{number:03d}",
        f"        name: Improve part {number} of the business",
        f"        owner: person-{number % 12:02d}",
        f"        kpis: [{', '.join(kpis)}]",
    ]
    linked = above >= 0 and number % OBJECTIVES_IN_A_ROW == 0
    reason = f"        drives: [{{to: objective-{above:03d}, sign: +, lag: 2 months, because: made up}}]"
    return [*lines, reason] if linked else lines


def _kpis(names: list[str], dice: random.Random) -> str:
    lines = ["kpis:"]
    for number, name in enumerate(names):
        goal = round(dice.uniform(60, 140), 1)
        lines += [
            f"  - id: {name}",
            f"    name: Measure number {number}",
            f"    description: How well part {number} of the business does, month by month.",
            '    unit: "%"' if number % 2 else "    unit: points",
            f"    direction: {'higher' if number % 3 else 'lower'}",
            f"    kind: {'leading' if number % 2 else 'lagging'}",
            "    frequency: monthly",
            "    aggregate: last",
            f"    owner: person-{number % 12:02d}",
            "    baseline: {period: 2015-01, value: 99.95}",
            f"    targets: [{{period: 2020-12, value: {goal}}}, {{period: 2026-12, value: {goal + 5:.1f}}}]",
            "    tolerance: 5%",
        ]
    lines.append("people:")
    for person in range(12):
        lines.append(f"  - {{id: person-{person:02d}, name: Person {person}, role: Owner, team: Team {person % 3}}}")
    return "\n".join(lines) + "\n"


def _rows(names: list[str], periods: int, dice: random.Random) -> str:
    months = [f"{2015 + month // 12}-{month % 12 + 1:02d}" for month in range(periods)]
    lines = ["kpi,period,value"]
    for name in names:
        level, drift = 100.0, dice.uniform(-0.2, 0.2)
        for month in months:
            level += drift + dice.gauss(0, 1.5)
            lines.append(f"{name},{month},{level:.2f}")
    return "\n".join(lines) + "\n"
