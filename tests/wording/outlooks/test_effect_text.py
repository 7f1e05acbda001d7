"""What is said of an initiative's effect: the step with its interval and caveats, or why nothing can be said yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from bsc_site.model.concluded.assessment import InitiativeAssessment, PlanReason
from bsc_site.model.concluded.evidence import InitiativeEffect, TooFewAfter, TooFewBefore, TooMuchAlike, Untold
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.wording.outlooks.effect_text import effect_sentences
from tests.builders.small_projects import declared

EFFECT = InitiativeEffect("costs", 9.1, 7.0, 11.0, parse_period("2025-06"), None)
DOUBT = "; that may be chance."
CAVEAT = "Other things may have changed at the same time."
UNTOLD: dict[Untold, str] = {
    TooFewBefore(1, 12): "Costs: cannot be told, only 1 month before; it takes 12.",
    TooFewAfter(3, 6): "Costs: too early, 3 of the 6 months after it that it takes; from Nov 2025 on.",
    TooMuchAlike(): "Costs: cannot be told, the figures are too much alike or too few.",
}


def _kpi(**keys: Any) -> Kpi:
    return declared(**{"id": "costs", "name": "Costs", "unit": "%"} | keys)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ((9.1, 7, 11), "is 9.1 points higher than its earlier course (95 % interval 7 to 11 points)."),
        ((9.1, -7, 25), f"is 9.1 points higher than its earlier course (95 % interval −7 to 25 points){DOUBT}"),
        ((-9.1, -11, -7), "is 9.1 points lower than its earlier course (95 % interval −11 to −7 points)."),
        ((-9.1, -25, 7), f"is 9.1 points lower than its earlier course (95 % interval −25 to 7 points){DOUBT}"),
        ((0.0, -1, 1), f"follows its earlier course (95 % interval −1 to 1 point){DOUBT}"),
    ],
)
def test_a_step_is_said_with_its_interval_in_points(step: tuple[float, float, float], told: str) -> None:
    effect = replace(EFFECT, effect=step[0], low=step[1], high=step[2])
    assert effect_sentences(effect, _kpi(), {}) == f"Since Jun 2025 Costs {told} {CAVEAT}"


def test_a_step_that_rounds_to_nothing_is_neither_higher_nor_lower() -> None:
    effect = replace(EFFECT, effect=-0.04, low=-0.06, high=-0.02)
    assert effect_sentences(effect, _kpi(decimals=1), {}).startswith(
        "Since Jun 2025 Costs follows its earlier course ("
    )


def test_work_that_is_not_done_counts_from_its_planned_end() -> None:
    told = effect_sentences(replace(EFFECT, unfinished=True), _kpi(), {})
    assert told.endswith(f"{CAVEAT} Counted from the planned end, though the work is not done.")


def test_one_step_among_many_kpis_may_be_chance_though_its_interval_leaves_out_zero() -> None:
    told = effect_sentences(replace(EFFECT, p=0.03, q=0.24, together=8), _kpi(), {})
    assert "(95 % interval 7 to 11 points); that may be chance. 8 KPIs of this initiative were looked at" in told


def test_other_work_for_the_same_kpi_is_named() -> None:
    plans = [{"id": each, "name": each.title(), "start": "2025-01", "end": "2025-09"} for each in ("app", "call")]
    works = {
        each["id"]: InitiativeAssessment(
            Initiative.model_validate(each), InitiativeStatus.DONE, None, 1.0, PlanReason.DECLARED
        )
        for each in plans
    }
    one, two = (
        effect_sentences(replace(EFFECT, others=others), _kpi(), works) for others in (("app",), ("app", "call"))
    )
    assert one.endswith("At about the same time App ran for this KPI too: which of the two did it cannot be told.")
    assert two.endswith("same time App, Call ran for this KPI too: which of them did it cannot be told.")


@pytest.mark.parametrize(("reason", "told"), UNTOLD.items())
def test_each_reason_why_an_effect_cannot_be_told_is_said(reason: Untold, told: str) -> None:
    effect = InitiativeEffect("costs", None, None, None, EFFECT.since, parse_period("2025-11"), reason)
    assert effect_sentences(effect, _kpi(), {}) == told


def test_no_reason_is_without_words() -> None:
    assert {type(each) for each in UNTOLD} == set(get_args(Untold))
