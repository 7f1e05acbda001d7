"""A small organisation whose charts stand on other pages: two KPIs for everybody, one for the board."""

from __future__ import annotations

from pathlib import Path

from tests.builders.project_folders import write

ADDRESS = "https://clinic.example/score/"
SCORECARD = """\
id: clinic
title: Clinic & friends
audiences: [public, board]
perspectives:
  - id: patients
    name: Patients
    objectives: [{id: fast, name: Short waits, owner: kim, kpis: [waiting, calls, debt]}]
kpis:
  - id: waiting
    name: Waiting <time>
    was: [queue]
    unit: days
    direction: lower
    baseline: {period: 2024-01, value: 30}
    targets: [{period: 2025-12, value: 20}]
  - {id: calls, name: Calls answered, targets: [{period: 2025-12, value: 90}]}
  - {id: debt, name: Hidden debt, audience: board, targets: [{period: 2025-12, value: 5}]}
people: [{id: kim, name: Kim}]
"""
BRANCH = """\
id: ward
title: The ward
parent: clinic
was: [station]
perspectives: [{id: beds, name: Beds, objectives: [{id: full, name: Full beds, supports: [fast], kpis: [beds-used]}]}]
kpis: [{id: beds-used, name: Beds used, targets: [{period: 2025-12, value: 9}]}]
"""
_MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)][:18]
_COURSES = {"waiting": (30, -0.5), "calls": (80, 0.3), "debt": (6, 0), "beds-used": (8, 0.1)}
FIGURES = "kpi,period,value\n" + "".join(
    f"{kpi},{month},{first + number * step:g}\n"
    for kpi, (first, step) in _COURSES.items()
    for number, month in enumerate(_MONTHS)
)
DAY = "2025-07-10"


def embedding_project(root: Path, *, address: str = ADDRESS, **pages: str) -> Path:
    """The project in `root`, its site at this address; `pages` are its own, by their names."""
    look = f"site_name: Clinic site\n{f'site_url: {address}' if address else ''}\n"
    files = {"scorecard/clinic.yml": SCORECARD, "scorecard/ward.yml": BRANCH, "data/all.csv": FIGURES}
    own = {f"docs/{name}.md": text for name, text in pages.items()}
    return write(root, {**files, "mkdocs.yml": look, **own})
