"""What is said of an initiative: how far it is, how much of its time is over, and what follows from that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bsc_site.compute.initiatives.initiative_status import assess_initiative
from bsc_site.model.concluded.assessment import PlanReason
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.wording.initiative_text import initiative_reason, initiative_steps

HALFWAY = date(2025, 5, 31)
"""50 of the 100 days from 12 April to 20 July."""
TIME = "50 % of the time is over (12 Apr 2025 to 20 Jul 2025)"
MILESTONES = [{"name": "A", "due": "2025-05", "done": "2025-05-20"}, {"name": "B", "due": "2025-07"}]
WATCH = StatusNames(at_risk="Watch")


def told(as_of: date = HALFWAY, **keys: Any) -> tuple[str, ...]:
    """The steps of a plan from 12 April to 20 July."""
    plan = {"id": "i", "name": "I", "start": "2025-04-12", "end": "2025-07-20"} | keys
    return initiative_steps(assess_initiative(Initiative.model_validate(plan), as_of), WATCH)


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        ({"progress": "30%"}, "30 % done, as declared"),
        ({"milestones": MILESTONES}, "1 of 2 milestones reached: 50 % done"),
        ({"milestones": MILESTONES[1:]}, "0 of 1 milestone reached: 0 % done"),
        ({}, "Neither progress nor milestones are declared"),
    ],
)
def test_first_is_said_how_far_it_is_then_how_much_of_its_time_is_over(keys: dict[str, Any], done: str) -> None:
    assert told(**keys)[:2] == (done, TIME)


@pytest.mark.parametrize(
    ("day", "keys", "reason"),
    [
        (HALFWAY, {"progress": "45%"}, "On track: 45 % done against 50 % expected, at most 10 points behind"),
        (HALFWAY, {"progress": "30%"}, "Watch: 30 % done against 50 % expected, 10 to 25 points behind"),
        (HALFWAY, {"progress": "20%"}, "Off track: 20 % done against 50 % expected, more than 25 points behind"),
        (HALFWAY, {}, "Off track: 0 % done against 50 % expected, more than 25 points behind"),
        (HALFWAY, {"progress": "100%"}, "All is done"),
        (date(2025, 4, 11), {}, "It has not started yet"),
        (date(2025, 7, 21), {"progress": "90%"}, "Off track: 90 % done, and its time is over"),
        (HALFWAY, {"status": "cancelled"}, "Cancelled, as declared"),
        (HALFWAY, {"status": "done"}, "Done, as declared"),
        (HALFWAY, {"status": "planned"}, "Planned, as declared"),
    ],
)
def test_last_is_said_what_follows_with_the_words_of_the_organisation(
    day: date, keys: dict[str, Any], reason: str
) -> None:
    assert told(day, **keys)[2:] == (reason,)


@pytest.mark.parametrize("reason", PlanReason)
def test_every_reason_has_words(reason: PlanReason) -> None:
    plan = Initiative.model_validate({"id": "i", "name": "I", "start": "2025-04-12", "end": "2025-07-20"})
    assert initiative_reason(replace(assess_initiative(plan, HALFWAY), reason=reason), WATCH)
