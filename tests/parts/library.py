"""A library with branches: a cascade of three scorecards that lead to one another, with pages of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.builders.project_folders import write

DAY = "2025-07-10"
SCORECARDS = ("city", "north", "south")
_CITY = """\
id: city
title: City library
mission: Books and a warm place for everybody
vision: Every household reads
review_cadence: quarterly
perspectives:
  - id: readers
    name: Readers
    objectives:
      - id: reach
        name: Reach every household
        owner: mara
        kpis: [members, visits-north]
        drives: [{to: stay, sign: +, lag: 1 quarter, because: made up}]
  - id: money
    name: Money
    objectives: [{id: stay, name: Stay within the budget, owner: joe, kpis: [spent], was: [save]}]
kpis:
  - id: members
    name: Members
    unit: count
    frequency: quarterly
    owner: mara
    from_children: {aggregate: sum, kpis: [members-north]}
    aggregate: sum
    baseline: {period: 2024-Q4, value: 900}
    targets: [{period: 2025-Q4, value: 1200}]
  - id: spent
    name: Spent
    unit: EUR
    direction: lower
    frequency: quarterly
    owner: joe
    was: [costs]
    targets: [{period: 2025-Q4, value: 100}]
people: [{id: mara, name: Mara Lind, role: Director, team: Board}, {id: joe, name: Joe Fry, team: Branches}]
reviews:
  - period: 2025-Q1
    on: kpi/members
    by: mara
    analysis: The north brings new members since its opening hours were extended.
    decisions: [{text: Plan opening hours, owner: joe, due: 2025-05, done: null}]
risks: [{id: lease, name: The lease ends, on: objective/reach, likelihood: 2, impact: 5, owner: mara}]
"""
_BRANCH = """\
id: {id}
title: Branch {id}
parent: city
was: [{id}-branch]
perspectives:
  - id: readers
    name: Readers
    objectives:
      - {{id: welcome, name: Welcome families, owner: joe, supports: [city/reach], kpis: [members-{id}, visits-{id}]}}
kpis:
  - id: members-{id}
    name: Members in the {id}
    unit: count
    frequency: quarterly
    owner: joe
    was: [readers-{id}]
    targets: [{{period: 2025-Q1, value: 950}}, {{period: 2025-Q4, value: 1150}}]
  - {{id: visits-{id}, name: Visits in the {id}, unit: count, frequency: monthly, owner: {counts}}}
people: [{{id: ann-{id}, name: Ann of the {id}, team: Branches}}]
initiatives:
  - {{id: hours-{id}, name: Longer hours, owner: ann-{id}, serves: [welcome], start: 2025-02, end: 2025-09}}
reviews:
  - {{period: 2025-Q2, on: kpi/visits-{id}, by: joe, analysis: It was warm.}}
"""
_OWN = """\
# About us

[The north](s/north/index.md), [its members](s/north/kpis/members-north/index.md#how),
[as figures](s/north/data/members-north.csv), [the south][south] and [all of us](index.md).

[south]: s/south/objectives/welcome/index.md
"""


def library(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """The project in this folder, with further or other `files`."""
    months = [f"2024-{month:02d}" for month in range(1, 13)] + [f"2025-{month:02d}" for month in range(1, 7)]
    quarters = [f"{year}-Q{quarter}" for year in (2023, 2024) for quarter in range(1, 5)] + ["2025-Q1", "2025-Q2"]
    rows = [f"spent,{each},{120 - 3 * at % 7}" for at, each in enumerate(quarters)]
    for id_ in SCORECARDS[1:]:
        rows += [f"visits-{id_},{each},{200 + 7 * at % 31}" for at, each in enumerate(months)]
        rows += [f"members-{id_},{each},{850 + 12 * at}" for at, each in enumerate(quarters)]
    own = {
        "scorecard/city.yml": _CITY,
        "scorecard/north.yml": _BRANCH.format(id="north", counts="ann-north"),
        "scorecard/south.yml": _BRANCH.format(id="south", counts="ann-north"),
        "data/figures.csv": "\n".join(("kpi,period,value", *rows, "")),
        "mkdocs.yml": "site_name: Library\nsite_url: https://library.example/scorecards/\n",
        "docs/about.md": _OWN,
        "docs/s/note.md": "# Beside the branches\n\n[south](south/index.md)\n",
    }
    return write(folder, {**own, **(files or {})})
