"""The first sentence of a page at its edges: nothing, one alone, all alike, some."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bsc_site.model.declared.risk_level import RiskLevel
from bsc_site.wording.conclusions.benchmarks_conclusion import BenchmarkCount, benchmarks_conclusion
from bsc_site.wording.conclusions.reviews_conclusion import MeetingCount, review_conclusion, reviews_conclusion
from bsc_site.wording.conclusions.risks_conclusion import risks_conclusion

BETTER = "KPIs with a benchmark is better than what others reach, and none is worse."
WORSE = "of 5 KPIs with a benchmark are worse than what others reach, and none is better."
CRITICAL, HIGH, MEDIUM, LOW = RiskLevel.CRITICAL, RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ((), "No risk is declared yet."),
        ((CRITICAL,), "The only risk is critical: Fire."),
        ((LOW,), "The only risk is low: Fire."),
        ((CRITICAL, HIGH), "1 of 2 risks is critical: Fire."),
        ((CRITICAL, CRITICAL, LOW), "2 of 3 risks are critical, above all: Fire."),
        ((LOW, HIGH), "None of 2 risks is critical; the most serious is high: Fire."),
        ((LOW, MEDIUM), "None of 2 risks is critical or high; the most serious is medium: Fire."),
        ((LOW, LOW), "All 2 risks are low; the most serious: Fire."),
    ],
)
def test_risks(levels: Sequence[RiskLevel], told: str) -> None:
    assert risks_conclusion(levels, "Fire") == told


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (BenchmarkCount(0), "No KPI has a benchmark yet."),
        (BenchmarkCount(2, unknown=2), "None of the KPIs with a benchmark has a value yet."),
        (BenchmarkCount(1), "The only KPI with a benchmark is neither better nor worse than what others reach."),
        (BenchmarkCount(3, better=1), f"1 of 3 {BETTER}"),
        (BenchmarkCount(5, within=5), "All 5 KPIs with a benchmark lie within what others reach."),
        (
            BenchmarkCount(5, undated=4),
            "None of the 5 KPIs with a benchmark is better or worse than what others reach. 4 benchmarks name no year.",
        ),
        (
            BenchmarkCount(5, worse=2, old=1),
            f"2 {WORSE} 1 benchmark is more than three years old.",
        ),
        (
            BenchmarkCount(5, 2, 1, 2),
            "Better than what others reach: 2 of 5 KPIs with a benchmark; worse: 1.",
        ),
    ],
)  # fmt: skip
def test_benchmarks(count: BenchmarkCount, told: str) -> None:
    assert benchmarks_conclusion(count) == told


@pytest.mark.parametrize(
    ("overdue", "undone", "total", "told"),
    [
        (0, 0, 0, "No review has decided anything yet."),
        (0, 0, 1, "The only decision has been carried out."),
        (1, 0, 1, "The only decision is overdue."),
        (0, 1, 1, "The only decision is open."),
        (0, 0, 3, "All 3 decisions have been carried out."),
        (0, 2, 3, "No decision is overdue; 2 of 3 decisions are open."),
        (1, 0, 3, "1 of 3 decisions is overdue, all others are carried out."),
        (2, 2, 7, "2 of 7 decisions are overdue; still open: 2."),
    ],
)
def test_reviews(overdue: int, undone: int, total: int, told: str) -> None:
    assert reviews_conclusion(overdue, undone, total) == told


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (MeetingCount(0, 0, 0), "There was no KPI to look at."),
        (MeetingCount(1, 0, 0), "The only KPI was not off track."),
        (MeetingCount(21, 5, 0), "5 of 21 KPIs were off track, each with an analysis and an action."),
        (MeetingCount(21, 5, 2), "5 of 21 KPIs were off track; without an analysis or an action: 2."),
        (MeetingCount(21, 1, 1), "1 of 21 KPIs was off track; without an analysis or an action: 1."),
    ],
)
def test_one_review(count: MeetingCount, told: str) -> None:
    assert review_conclusion(count) == told
