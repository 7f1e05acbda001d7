"""Organisations in three levels, as YAML files with figures to roll up: a family of four scorecards, or any number."""

from __future__ import annotations

from pathlib import Path

from tests.builders.project_folders import write

PERIODS = 24
_PER_DIVISION = 19
GROUP = """\
id: group
title: Group
vision: The shop that people tell their friends about
perspectives:
  - id: financial
    name: Financial
    objectives:
      - {id: grow, name: Grow sales, owner: ceo, kpis: [sales]}
      - {id: save, name: Spend less, kpis: [sales]}
  - id: customer
    name: Customer
    objectives:
      - {id: retain, name: Keep customers, drives: [grow], kpis: [return-rate]}
kpis:
  - {id: sales, name: Sales, unit: EUR, owner: ceo, from_children: {aggregate: sum, tag: sales}, aggregate: sum,
     targets: [{period: 2025-01, value: 250}]}
  - {id: return-rate, name: Return rate, unit: "%",
     from_children: {aggregate: ratio, kpis: [return-north, return-south]}}
people:
  - {id: ceo, name: Ann Lee}
  - {id: north-lead, name: Bob Ray}
"""

NORTH = """\
id: north
title: North
parent: group
perspectives:
  - id: customer
    name: Guests
    objectives:
      - {id: welcome, name: Welcome guests, owner: north-lead, kpis: [return-north],
         supports: [group/retain, group/grow]}
      - {id: quiet, name: Work quietly, kpis: [sales-north]}
kpis:
  - {id: sales-north, name: Sales, unit: EUR, tags: [sales], aggregate: sum, targets: [{period: 2025-01, value: 100}]}
  - {id: return-north, name: Return rate, unit: "%"}
initiatives:
  - {id: cards, name: Welcome cards, owner: north-lead, serves: [welcome], start: 2025-01, end: 2025-06}
"""

SOUTH = """\
id: south
title: South
parent: group
perspectives:
  - id: customer
    name: Guests
    objectives:
      - {id: return, name: See guests again, supports: [retain], kpis: [return-south]}
kpis:
  - {id: sales-south, name: Sales, unit: EUR, tags: [sales], from_children: {aggregate: sum, kpis: [sales-shop]}}
  - {id: return-south, name: Return rate, unit: "%"}
"""

SHOP = """\
id: shop
title: Corner shop
parent: south
perspectives:
  - id: customer
    name: Guests
    objectives:
      - {id: greet, name: Greet everyone, supports: [south/return], kpis: [sales-shop, sales]}
kpis:
  - {id: sales-shop, name: Sales, unit: EUR, aggregate: sum}
"""

_FIGURES = """\
kpi,period,value,numerator,denominator
sales-north,2025-01,120,,
sales-north,2025-02,130,,
sales-north,2025-03,140,,
sales-shop,2025-01,80,,
sales-shop,2025-02,90,,
return-north,2025-01,,30,100
return-south,2025-01,,10,300
"""


def write_family(root: Path, **changes: str) -> Path:
    """The project in the folder `root`; `changes` are texts of files by scorecard id, or `figures`."""
    texts = {"group": GROUP, "north": NORTH, "south": SOUTH, "shop": SHOP, "figures": _FIGURES} | changes
    figures = texts.pop("figures")
    cards = {f"scorecard/{name}.yml": text for name, text in texts.items()}
    return write(root, {"data/figures.csv": figures, **cards})


def write_many(root: Path, below: int) -> Path:
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
