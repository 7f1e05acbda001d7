"""What is said of all initiatives together and of one, at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bsc_site.compute.initiatives.initiative_status import assess_initiative
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.wording.conclusions.initiatives_conclusion import (
    PlanCount,
    initiative_conclusion,
    initiatives_conclusion,
)

HALFWAY = date(2025, 5, 31)
PLAN = "% is done where the plan has 50 % by now; it is to be finished by 20 Jul 2025."


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (PlanCount(0, 0, 0), "No initiative is declared yet."),
        (PlanCount(1, 0, 0), "The only initiative is not behind plan."),
        (PlanCount(1, 0, 1), "The only initiative is over."),
        (PlanCount(1, 1, 0), "The only initiative is behind plan."),
        (PlanCount(3, 3, 0), "All 3 initiatives are behind plan."),
        (PlanCount(4, 0, 4), "All 4 initiatives are over."),
        (PlanCount(4, 0, 3), "None of the 4 initiatives is behind plan."),
        (
            PlanCount(7, 2, 3, 0.867, 0.863),
            "2 of 7 initiatives are behind plan. 87 % of the budget is spent for 86 % of the work.",
        ),
        (PlanCount(7, 1, 3, 0.5), "1 of 7 initiatives is behind plan. 50 % of the budget is spent."),
    ],
)
def test_first_the_work_and_then_the_money(count: PlanCount, told: str) -> None:
    assert initiatives_conclusion(count) == told


@pytest.mark.parametrize(
    ("day", "keys", "told"),
    [
        (HALFWAY, {"progress": "30%"}, f"30 {PLAN}"),
        (HALFWAY, {}, f"0 {PLAN}"),
        (date(2025, 7, 21), {"progress": "90%"}, "90 % is done; it was to be finished by 20 Jul 2025."),
        (date(2025, 4, 11), {}, "It has not begun; it is planned from 12 Apr 2025 on."),
        (HALFWAY, {"status": "done"}, "It is done."),
        (HALFWAY, {"status": "cancelled", "progress": "30%"}, "It was cancelled, with 30 % done."),
    ],
)  # fmt: skip
def test_an_initiative_in_one_sentence(day: date, keys: dict[str, Any], told: str) -> None:
    plan = {"id": "i", "name": "I", "start": "2025-04-12", "end": "2025-07-20"} | keys
    assert initiative_conclusion(assess_initiative(Initiative.model_validate(plan), day)) == told


@pytest.mark.parametrize("status", InitiativeStatus)
def test_every_status_has_a_conclusion(status: InitiativeStatus) -> None:
    plan = Initiative.model_validate({"id": "i", "name": "I", "start": "2025-04-12", "end": "2025-07-20"})
    assert initiative_conclusion(replace(assess_initiative(plan, HALFWAY), status=status))
