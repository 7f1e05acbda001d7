"""The scorecards of the gallery as the program reads them, at the day up to which they tell their story."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Problem
from bsc_site.model.vocabularies import Grade
from bsc_site.pipeline import Circle, Examination, Order, examine

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "gallery"
NAMES = tuple(sorted(path.parent.name for path in GALLERY.glob("*/mkdocs.yml")))
STORY_TOLD_ON = date(2026, 11, 5)


@cache
def examined(name: str) -> Examination:
    """Everything that is concluded about the scorecard of this name, by its strictest reading."""
    return examine(Order(GALLERY / name, STORY_TOLD_ON, Circle.EVERYTHING, strict=True))


def concluded(name: str) -> Assessment:
    """The assessment among it."""
    found = examined(name).assessment
    assert found is not None
    return found


def problems_of(name: str) -> tuple[Problem, ...]:
    """Whatever `check --strict` would print."""
    return tuple(examined(name).problems)


def statuses(name: str) -> dict[str, int]:
    """How many KPIs have which status."""
    return dict(Counter(each.status.value for each in concluded(name).kpis.values()))


def grade(name: str, source: str, target: str) -> Grade:
    """What the figures say of an arrow of the map at the top."""
    (found,) = (
        each.grade
        for each in concluded(name).scorecards[concluded(name).project.root.id].evidence
        if (each.source, each.target) == (source, target)
    )
    return found
