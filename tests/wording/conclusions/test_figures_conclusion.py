"""Data, health, definitions and duties in one sentence each, at the edges."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bsc_site.wording.conclusions.figures_conclusion import (
    data_conclusion,
    definitions_conclusion,
    health_conclusion,
)
from bsc_site.wording.conclusions.people_conclusion import due_conclusion


@pytest.mark.parametrize(
    ("score", "late", "total", "told"),
    [
        ("", 0, 0, "There is no KPI yet, so there are no figures."),
        ("", 0, 3, "No figure is read from data yet. No figure is late."),
        ("96", 0, 21, "The data scores 96 of 100. No figure is late."),
        ("96", 1, 21, "The data scores 96 of 100. 1 of 21 figures is late."),
        ("96", 2, 21, "The data scores 96 of 100. 2 of 21 figures are late."),
    ],
)
def test_data(score: str, late: int, total: int, told: str) -> None:
    assert data_conclusion(score, late, total) == told


@pytest.mark.parametrize(
    ("score", "broken", "rules", "told"),
    [
        ("", 0, 0, "There is nothing to check yet."),
        ("100", 0, 1, "100 of 100: the only rule that applies is kept."),
        ("100", 0, 27, "100 of 100: all 27 rules that apply are kept."),
        ("99", 1, 27, "99 of 100: 1 of 27 rules finds something to mend."),
        ("97", 3, 27, "97 of 100: 3 of 27 rules find something to mend."),
    ],
)
def test_health(score: str, broken: int, rules: int, told: str) -> None:
    assert health_conclusion(score, broken, rules) == told


@pytest.mark.parametrize(
    ("total", "undescribed", "told"),
    [
        (0, 0, "No KPI is declared yet."),
        (1, 0, "The only KPI is described."),
        (1, 1, "The only KPI has no description yet."),
        (21, 0, "All 21 KPIs are described."),
        (21, 21, "None of the 21 KPIs has a description yet."),
        (21, 3, "3 of 21 KPIs have no description."),
    ],
)
def test_definitions(total: int, undescribed: int, told: str) -> None:
    assert definitions_conclusion(total, undescribed) == told


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((), "Nothing is due."),
        ((0,), "Nothing is overdue; one thing is due, today."),
        ((1,), "Nothing is overdue; one thing is due, in 1 day."),
        ((35, 87), "Nothing is overdue; the first of 2 things is due in 35 days."),
        ((-1,), "1 thing is overdue, the longest by 1 day."),
        ((-56, -6, 35), "2 things are overdue, the longest by 56 days. 1 more has time."),
    ],
)
def test_duties(days: Sequence[int], told: str) -> None:
    assert due_conclusion(days) == told
