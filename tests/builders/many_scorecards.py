"""Organisations of any size in three levels: a root, divisions below it, and teams below these."""

from __future__ import annotations

from pathlib import Path

PERIODS = 24
_PER_DIVISION = 19


def written(root: Path, below: int) -> Path:
    """A project of `below` scorecards under the root, each with four objectives, two KPIs and their figures."""
    (root / "scorecard").mkdir(parents=True)
    (root / "data").mkdir()
    rows = ["kpi,period,value"]
    _write(root, "root", "", 0, rows)
    made = 0
    division = ""
    while made < below:
        if made % (_PER_DIVISION + 1) == 0:
            division = f"d{made // (_PER_DIVISION + 1)}"
            _write(root, division, "root", made, rows)
        else:
            _write(root, f"{division}-t{made}", division, made, rows)
        made += 1
    (root / "data" / "figures.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return root


def _write(root: Path, name: str, parent: str, turn: int, rows: list[str]) -> None:
    is_team = "-" in name
    figures = "" if is_team else ", from_children: {aggregate: sum, tag: sales}"
    lines = [
        f"id: {name}",
        f"title: Scorecard {name}",
        *([f"parent: {parent}"] if parent else ["vision: A better place"]),
        f"people: [{{id: p-{name}, name: Person {name}}}]",
        "perspectives:",
    ]
    for row in ("results", "means"):
        lines += [f"  - id: {row}", f"    name: The {row}", "    objectives:"]
        for place in ("first", "second"):
            supports = f", supports: [{parent}/{row}-{place}]" if parent and (place == "first" or turn % 3) else ""
            kpi = f"sales-{name}" if row == "results" else f"care-{name}"
            keys = f"id: {row}-{place}, name: The {place} of the {row}, owner: p-{name}, kpis: [{kpi}]{supports}"
            lines.append(f"      - {{{keys}}}")
    lines += [
        "kpis:",
        f"  - {{id: sales-{name}, name: Sales, owner: p-{name}, unit: EUR, aggregate: sum, tags: [sales]{figures},",
        "     targets: [{period: 2025-12, value: 120}]}",
        f"  - {{id: care-{name}, name: Care, owner: p-{name}, unit: points,",
        "     targets: [{period: 2025-12, value: 60}]}",
    ]
    (root / "scorecard" / f"{name}.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for step in range(PERIODS):
        period = f"{2024 + step // 12}-{step % 12 + 1:02d}"
        if is_team:
            rows.append(f"sales-{name},{period},{100 + (turn * 7 + step * 3) % 40}")
        rows.append(f"care-{name},{period},{50 + (turn * 5 + step * 11) % 20}")
