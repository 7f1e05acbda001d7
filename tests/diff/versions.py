"""Two versions of a small project, written as a test needs them, and what is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bsc_site.compute.audience import Circle, Readers
from bsc_site.compute.swapping.compared_versions import Compared, compared
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import Comparison, Version
from bsc_site.model.series import Readings
from tests.builders.small_projects import readings

AS_OF = date(2025, 7, 10)
KPIS: list[dict[str, Any]] = [
    {"id": "a", "name": "A", "targets": [{"period": "2025-06", "value": 20}], "owner": "ann"},
    {"id": "b", "name": "B", "targets": [{"period": "2025-06", "value": 20}], "owner": "ann"},
]
CARD: dict[str, Any] = {
    "id": "c",
    "title": "C",
    "perspectives": [
        {
            "id": "p",
            "name": "P",
            "objectives": [
                {"id": "o", "name": "O", "kpis": ["a", "b"], "drives": [{"to": "u"}], "owner": "ann"},
                {"id": "u", "name": "U", "kpis": []},
            ],
        }
    ],
    "kpis": KPIS,
    "people": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}],
}
FIGURES: dict[str, dict[str, float]] = {
    "a": {"2025-04": 20, "2025-05": 21, "2025-06": 22},
    "b": {"2025-04": 20, "2025-05": 21, "2025-06": 22},
}

Data = Mapping[str, Mapping[str, float]]


def copied(value: Any = CARD) -> Any:
    """The scorecard as plain values, to be edited."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def project_of(*cards: dict[str, Any]) -> Project:
    """The project of these scorecards."""
    return Project(tuple(Scorecard.model_validate(each, context={"year_starts": 1}) for each in cards))


def told_of(
    before: Project,
    after: Project,
    data: tuple[Data, Data] = (FIGURES, FIGURES),
    readers: Readers = Circle.EVERYTHING,
) -> Comparison:
    """Two versions compared; rows of the data name KPIs by their ids, or by earlier ones."""

    def read(side: int, project: Project) -> Mapping[str, Readings]:
        names = {former: kpi.id for kpi in project.kpis.values() for former in (*kpi.was, kpi.id)}
        return {names[name]: readings(names[name], rows) for name, rows in data[side].items() if name in names}

    return compared(Compared((Version("before"), Version()), (before, after)), read, AS_OF, readers)


def kinds_of(found: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, address and causes of each difference."""
    return [
        (each.kind.value, each.element.address, tuple(cause.value for cause in each.causes))
        for each in found.differences
    ]
