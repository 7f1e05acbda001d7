"""Made-up scorecards of any size: seeded, so that every run measures the same input."""

from __future__ import annotations

import random
from pathlib import Path

KPIS_ON_AN_OBJECTIVE = 4
OBJECTIVES_IN_A_ROW = 5
CHILDREN = 14
_HEAD = ["id: made-up", "title: Made-up scorecard"]
PERSPECTIVES = ("Financial", "Customer", "Internal process", "Learning and growth")
SEED = 20240229


def write_project(folder: Path, kpis: int, periods: int = 120) -> None:
    """A project with `kpis` KPIs of `periods` monthly values each, an objective for every four KPIs.

    Writes scorecard/, data/ and mkdocs.yml below `folder`; the same arguments give the same bytes.
    """
    dice = _prepared(folder)
    names = [f"kpi-{number:04d}" for number in range(kpis)]
    strategy = _strategy(names, _HEAD) + _kpis(names, dice) + _people()
    (folder / "scorecard" / "scorecard.yml").write_text(strategy, encoding="utf-8")
    (folder / "data" / "kpis.csv").write_text(_rows(names, periods, dice), encoding="utf-8")


def write_cascade(folder: Path, scorecards: int, kpis: int, periods: int = 120) -> None:
    """A project of so many `scorecards`, each with `kpis` KPIs of `periods` monthly values.

    The first one, `unit-000`, stands at the top; each has up to 14 others below it, whose objectives support its own.
    Every scorecard has a file of its own in scorecard/ and in data/; the same arguments give the same bytes.
    """
    dice = _prepared(folder)
    for number in range(scorecards):
        card = f"unit-{number:03d}"
        names = [f"kpi-{number:03d}-{each:03d}" for each in range(kpis)]
        above = f"unit-{(number - 1) // CHILDREN:03d}" if number else ""
        head = [f"id: {card}", f"title: Scorecard of unit {number}", *([f"parent: {above}"] if above else [])]
        strategy = _strategy(names, head, above) + _kpis(names, dice) + ("" if above else _people())
        (folder / "scorecard" / f"{card}.yml").write_text(strategy, encoding="utf-8")
        (folder / "data" / f"{card}.csv").write_text(_rows(names, periods, dice), encoding="utf-8")


def _prepared(folder: Path) -> random.Random:
    """The folders and the look of a project, and the dice for its figures."""
    for name in ("scorecard", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Made-up scorecard\n", encoding="utf-8")
    return random.Random(SEED)  # noqa: S311  # made-up data, not a secret


def _strategy(names: list[str], head: list[str], above: str = "") -> str:
    """Objectives for these KPIs, those of a scorecard below another one in support of the same there."""
    groups = [names[start : start + KPIS_ON_AN_OBJECTIVE] for start in range(0, len(names), KPIS_ON_AN_OBJECTIVE)]
    share = -(-len(groups) // len(PERSPECTIVES))
    lines = [*head, "mission: To be measured", "vision: To be fast", "perspectives:"]
    for row, perspective in enumerate(PERSPECTIVES[: -(-len(groups) // share)]):
        lines += [f"  - id: row-{row}", f"    name: {perspective}", "    objectives:"]
        for number in range(row * share, min((row + 1) * share, len(groups))):
            lines += _objective(number, groups[number], number - share)
            lines += [f"        supports: [{above}/objective-{number:03d}]"] if above else []
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
    return "\n".join(lines) + "\n"


def _people() -> str:
    lines = [
        f"  - {{id: person-{number:02d}, name: Person {number}, role: Owner, team: Team {number % 3}}}"
        for number in range(12)
    ]
    return "\n".join(("people:", *lines)) + "\n"


def _rows(names: list[str], periods: int, dice: random.Random) -> str:
    months = [f"{2015 + month // 12}-{month % 12 + 1:02d}" for month in range(periods)]
    lines = ["kpi,period,value"]
    for name in names:
        level, drift = 100.0, dice.uniform(-0.2, 0.2)
        for month in months:
            level += drift + dice.gauss(0, 1.5)
            lines.append(f"{name},{month},{level:.2f}")
    return "\n".join(lines) + "\n"
