"""The scorecard of a new project as values: that of a preset, filled from a sector and with measures of the library."""

from __future__ import annotations

from typing import Any

from bsc_site.load.library.library_measure import LibraryMeasure, LibrarySector, UsualObjective, UsualPerspective
from bsc_site.load.library.shelves import measures_by_id
from bsc_site.publish.starting.example_kpi import ExampleTime, example_kpi

ROWS = {
    UsualPerspective.MISSION: ("mission", "community", "outcomes", "customer"),
    UsualPerspective.CUSTOMER: ("customer", "beneficiaries", "services", "outputs"),
    UsualPerspective.FINANCIAL: ("financial", "stewardship", "resources", "inputs"),
    UsualPerspective.INTERNAL: ("internal", "services", "activities"),
    UsualPerspective.LEARNING: ("learning", "people", "activities"),
}
"""A usual perspective to the rows of the presets that it may be."""
_STEPS = ("Plan agreed", "First team works with it", "All teams work with it", "Old ways given up")


def of_sector(card: dict[str, Any], sector: LibrarySector, time: ExampleTime) -> dict[str, Any]:
    """The scorecard of a preset with the objectives and measures of a sector in the place of its own."""
    owners = [each["id"] for each in card["people"]]
    rows = [{**row, "objectives": []} for row in card["perspectives"]]
    for position, usual in enumerate(sector.objectives):
        objective = _objective(usual, sector, owners[position % len(owners)])
        row_of(rows, usual.perspective)["objectives"].append(
            objective | ({} if position > 1 else {"themes": ["focus"]})
        )
    first, last = sector.objectives[0], sector.objectives[-1]
    filled = {
        **{key: value for key, value in card.items() if key != "value_proposition"},
        "title": f"Our scorecard: {sector.name}",
        "mission": sector.mission,
        "vision": sector.vision,
        "destination": {**card["destination"], "text": sector.vision},
        "themes": [{"id": "focus", "name": "What matters most"}],
        "perspectives": [row for row in rows if row["objectives"]],
        "kpis": [],
        "initiatives": [_project(card["initiatives"][0], last)],
        "reviews": [_review(card["reviews"][0], first)],
    }
    for usual in sector.objectives:
        owner = owners[sector.objectives.index(usual) % len(owners)]
        filled["kpis"] += [example_kpi(measures_by_id()[name], owner, time) for name in usual.measures]
    return filled


def with_measure(card: dict[str, Any], measure: LibraryMeasure, time: ExampleTime) -> dict[str, Any]:
    """The scorecard with one more measure, in the row where it usually stands.

    It joins the objective with the fewest KPIs; a measure that is there already does not join again.
    """
    if any(measure.id == each["id"] or measure.name == each["name"] for each in card["kpis"]):
        return card
    rows = [{**row, "objectives": [dict(each) for each in row["objectives"]]} for row in card["perspectives"]]
    fewest = min(row_of(rows, measure.perspective)["objectives"], key=lambda each: len(each["kpis"]))
    fewest["kpis"] = [*fewest["kpis"], measure.id]
    return {**card, "perspectives": rows, "kpis": [*card["kpis"], example_kpi(measure, fewest["owner"], time)]}


def row_of(rows: list[dict[str, Any]], usual: UsualPerspective) -> dict[str, Any]:
    """The row of the map that stands for a usual perspective."""
    return next(row for name in ROWS[usual] for row in rows if row["id"] == name)


def _objective(usual: UsualObjective, sector: LibrarySector, owner: str) -> dict[str, Any]:
    drives = usual.drives
    target = drives and next(each for each in sector.objectives if each.id == drives.to)
    return {
        "id": usual.id,
        "name": usual.name,
        "owner": owner,
        **(
            {
                "drives": [
                    {
                        "to": drives.to,
                        "sign": "+",
                        "lag": f"{drives.lag} month{'s' if drives.lag > 1 else ''}",
                        "because": drives.because,
                        "via": [usual.measures[0], target.measures[0]],
                    }
                ]
            }
            if drives and target
            else {}
        ),
        "kpis": list(usual.measures),
    }


def _project(example: dict[str, Any], serves: UsualObjective) -> dict[str, Any]:
    steps = [{**each, "name": name} for each, name in zip(example["milestones"], _STEPS, strict=True)]
    return {**example, "id": "first-project", "name": "A first project", "serves": [serves.id], "milestones": steps}


def _review(example: dict[str, Any], about: UsualObjective) -> dict[str, Any]:
    decision = {**example["decisions"][0], "text": "What is to be done until the next meeting"}
    return {
        **example,
        "on": f"kpi/{about.measures[0]}",
        "analysis": "Why the figures stand where they stand.",
        "recommendation": "What the meeting advises.",
        "decisions": [decision],
    }
