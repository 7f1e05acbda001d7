"""Board: a project with arrows, KPIs off track, reviews and what only some may see, as its board looks at it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bsc_site.compute.audience import Circle, Readers
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from tests.builders.project_folders import write

BOARD_DAY = date(2025, 9, 10)
AWKWARD = 'Visits <b>"&" per day</b>'
"""The name of a KPI that every format has to write as it is."""
_CARD = """\
id: shop
title: Shop & friends
review_cadence: quarterly
audiences: [public, board]
perspectives:
  - id: money
    name: Money
    objectives:
      - {id: earn, name: Earn more, owner: ann, kpis: [margin]}
  - id: customer
    name: Customer
    objectives:
      - id: loyal
        name: Earn repeat customers
        owner: ann
        drives: [{to: earn, sign: "+", lag: 3 months}]
        kpis: [visits, secret]
kpis:
  - id: margin
    name: Margin
    unit: "%"
    owner: ann
    baseline: {period: 2025-01, value: 20}
    targets: [{period: 2025-12, value: 30}]
  - id: visits
    name: '{awkward}'
    owner: ann
    direction: band
    targets: [{period: 2025-12, low: 5, high: 9}]
  - id: secret
    name: Hidden talks
    audience: board
    baseline: {period: 2025-01, value: 20}
    targets: [{period: 2025-12, value: 30}]
people: [{id: ann, name: Ann Lee}]
reviews:
  - period: 2025-Q2
    on: kpi/margin
    by: ann
    analysis: Rent went up
    recommendation: Look for another house
    decisions:
      - {text: Ask the landlord, owner: ann, due: 2025-07-31}
      - {text: Count the stock, owner: ann, due: 2025-12-31}
  - {period: 2025-Q2, on: kpi/secret, audience: board, analysis: Nobody may know}
"""
_FIGURES = {"margin": (21, 22, 23, 24, 25, 26, 18, 17), "visits": (7, 7, 6, 7, 8, 7, 7, 3), "secret": (21,) * 8}


def board_project(root: Path, *, more: str = "", card: str = "") -> Path:
    """The project in the folder `root`; `more` stands in its mkdocs.yml, `card` below the scorecard."""
    rows = [f"{kpi},2025-{month:02},{value}" for kpi, found in _FIGURES.items() for month, value in enumerate(found, 1)]
    return write(
        root,
        {
            "scorecard/shop.yml": _CARD.replace("{awkward}", AWKWARD) + card,
            "data/shop.csv": "\n".join(["kpi,period,value", *rows, ""]),
            "mkdocs.yml": f"site_name: Shop Ltd\ntheme: {{name: material}}\n{more}",
        },
    )


def board_facts(root: Path, readers: Readers = Circle.WIDEST) -> Assessment:
    """What is concluded about it."""
    found = examine(Order(root, BOARD_DAY, readers)).assessment
    assert found is not None
    return found


PARTS = [
    "Shop & friends",
    "Contents",
    "Where the strategy stands",
    "2 KPIs have another status since the review of Q2 2025.",
    "2 of 2 KPIs are off track; without an analysis or an action: 2.",
    "Margin",
    AWKWARD,
    "1 of 2 decisions is overdue; still open: 1.",
    "Still to be decided",
]
"""What the pack of the board's project tells, one heading after the other."""
