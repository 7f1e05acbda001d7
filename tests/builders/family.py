"""A small organisation in three levels, as YAML files: a group, two regions and a shop, with figures to roll up."""

from __future__ import annotations

from pathlib import Path

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

FIGURES = """\
kpi,period,value,numerator,denominator
sales-north,2025-01,120,,
sales-north,2025-02,130,,
sales-north,2025-03,140,,
sales-shop,2025-01,80,,
sales-shop,2025-02,90,,
return-north,2025-01,,30,100
return-south,2025-01,,10,300
"""


def written(root: Path, **changes: str) -> Path:
    """The project in the folder `root`; `changes` are texts of files by scorecard id, or `figures`."""
    texts = {"group": GROUP, "north": NORTH, "south": SOUTH, "shop": SHOP, "figures": FIGURES} | changes
    (root / "scorecard").mkdir(parents=True)
    (root / "data").mkdir()
    (root / "data" / "figures.csv").write_text(texts.pop("figures"), encoding="utf-8")
    for name, text in texts.items():
        (root / "scorecard" / f"{name}.yml").write_text(text, encoding="utf-8")
    return root
