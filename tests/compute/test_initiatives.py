"""Initiatives: status against the plan's own time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.compute.initiatives.initiative_status import assess_initiative
from bsc_site.model.concluded.assessment import PlanReason
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.vocabularies import InitiativeStatus

HALFWAY = date(2025, 5, 31)
"""50 of the 100 days from 12 April to 20 July."""


def assessed(as_of: date = HALFWAY, **keys: Any) -> tuple[InitiativeStatus, float | None, float]:
    """Status, progress and expected progress."""
    plan = {"id": "i", "name": "I", "start": "2025-04-12", "end": "2025-07-20"} | keys
    found = assess_initiative(Initiative.model_validate(plan), as_of)
    return found.status, found.progress, found.expected


@pytest.mark.parametrize(
    ("progress", "status"),
    [
        ("40%", InitiativeStatus.ON_TRACK),
        ("39%", InitiativeStatus.AT_RISK),
        ("25%", InitiativeStatus.AT_RISK),
        ("24%", InitiativeStatus.OFF_TRACK),
        ("100%", InitiativeStatus.DONE),
    ],
)
def test_ten_points_behind_are_on_track_and_twenty_five_at_risk(progress: str, status: InitiativeStatus) -> None:
    """Half of the time is over."""
    found = assessed(progress=progress)
    assert (found[0], found[2]) == (status, 0.5)


def test_an_initiative_is_planned_before_and_off_track_after_its_time() -> None:
    """Unless all is done."""
    assert assessed(date(2025, 4, 11))[0] is InitiativeStatus.PLANNED
    assert assessed(date(2025, 7, 21), progress="99%")[0] is InitiativeStatus.OFF_TRACK


def test_milestones_that_were_reached_make_the_progress() -> None:
    """One of two was done by then."""
    milestones = [
        {"name": "A", "due": "2025-05", "done": "2025-05-20"},
        {"name": "B", "due": "2025-07", "done": "2025-06-20"},
    ]
    assert assessed(milestones=milestones) == (InitiativeStatus.ON_TRACK, 0.5, 0.5)


@pytest.mark.parametrize("status", ["cancelled", "planned", "done"])
def test_a_declared_status_wins(status: str) -> None:
    """The plan cannot tell it."""
    assert assessed(status=status)[0].value == status


@pytest.mark.parametrize(
    ("day", "keys", "reason"),
    [
        (HALFWAY, {"status": "cancelled"}, PlanReason.DECLARED),
        (HALFWAY, {"progress": "100%"}, PlanReason.ALL_DONE),
        (date(2025, 4, 11), {}, PlanReason.NOT_STARTED),
        (date(2025, 7, 21), {"progress": "99%"}, PlanReason.OVERDUE),
        (HALFWAY, {"progress": "30%"}, PlanReason.AGAINST_PLAN),
    ],
)
def test_a_status_knows_what_it_follows_from(day: date, keys: dict[str, str], reason: PlanReason) -> None:
    """Declared, done, still to come, over, or behind."""
    plan = {"id": "i", "name": "I", "start": "2025-04-12", "end": "2025-07-20"} | keys
    assert assess_initiative(Initiative.model_validate(plan), day).reason is reason
