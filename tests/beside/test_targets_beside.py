"""Targets and benchmarks that stand in other rows than the figures, in another column or in another file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.pipeline import Order, examine
from tests.builders.project_folders import write

ROWS = """\
Month,Scenario,Revenue,Goal
2026-01,Actual,100,90
2026-02,Actual,110,95
2026-03,Actual,,99
2026-01,Plan,105,
2026-02,Plan,108,
2026-04,Plan,112,
2025-12,Peers,70,
2026-01,Peers,80,
2026-02,Peers,85,
"""


def told(folder: Path, source: str, kpi: str = "", rows: str = ROWS) -> KpiAssessment:
    scorecard = f"id: c\ntitle: C\nkpis:\n  - {{id: k, name: K, source: {{{source}}}{kpi}}}\n"
    write(folder, {"scorecard/c.yml": scorecard, "data/rows.csv": rows, "data/goals.csv": "Year,Goal\n2026,130\n"})
    found = examine(Order(folder, date(2026, 3, 5)))
    assert found.assessment is not None, [str(each) for each in found.problems]
    return found.assessment.kpis["k"]


def targets(found: KpiAssessment) -> dict[str, float | None]:
    """The target of each figure and of each period without one."""
    met = {str(each.period): each.expected.target for each in found.points}
    return met | {str(each.period): each.value for each in found.kpi.targets}


ACTUAL = "file: data/rows.csv, period: Month, value: Revenue, where: {Scenario: Actual}"


def test_targets_in_other_rows_are_those_of_the_same_period_and_of_those_without_a_figure(tmp_path: Path) -> None:
    found = told(tmp_path, f"{ACTUAL}, target: {{where: {{Scenario: Plan}}}}")
    assert targets(found) == {"2026-01": 105, "2026-02": 108, "2026-04": 112}


def test_a_mapping_that_only_names_a_column_is_the_column(tmp_path: Path) -> None:
    found = told(tmp_path, f"{ACTUAL}, target: {{column: Goal}}")
    assert targets(found) == {"2026-01": 90, "2026-02": 95, "2026-03": 99}


def test_a_target_of_a_longer_period_is_one_of_the_kpi(tmp_path: Path) -> None:
    found = told(tmp_path, f"{ACTUAL}, target: {{file: data/goals.csv, period: Year, value: Goal}}")
    assert targets(found) == {"2026-01": 130, "2026-02": 130, "2026": 130}


@pytest.mark.parametrize(
    ("aggregate", "expected"), [("sum", {"2026-Q1": None}), ("last", {"2026-Q1": 108.0, "2026-Q2": 112.0})]
)
def test_a_sum_of_some_parts_is_no_target(aggregate: str, expected: dict[str, float | None], tmp_path: Path) -> None:
    declared = f", frequency: quarterly, running: latest, aggregate: {aggregate}".replace("running: latest, ", "")
    found = told(tmp_path, f"{ACTUAL}, target: {{where: {{Scenario: Plan}}}}", declared)
    assert targets(found) == expected


def test_a_declared_target_counts_more_than_one_of_the_data(tmp_path: Path) -> None:
    declared = ", targets: [{period: 2026-04, value: 200}]"
    found = told(tmp_path, f"{ACTUAL}, target: {{where: {{Scenario: Plan}}}}", declared)
    assert targets(found)["2026-04"] == 200


def test_targets_in_another_row_of_a_table_with_periods_across(tmp_path: Path) -> None:
    rows = "Kind,2026-01,2026-02,2026-03\nActual,1,2,\nBudget,3,4,5\n"
    source = "file: data/rows.csv, where: {Kind: Actual}, target: {where: {Kind: Budget}}"
    assert targets(told(tmp_path, source, rows=rows)) == {"2026-01": 3, "2026-02": 4, "2026-03": 5}


def test_the_benchmark_is_the_latest_figure_that_is_known(tmp_path: Path) -> None:
    found = told(tmp_path, f"{ACTUAL}, benchmark: {{where: {{Scenario: Peers}}}}", ", benchmark: {source: Trade}")
    assert found.kpi.benchmark is not None
    assert (found.kpi.benchmark.value, found.kpi.benchmark.year, found.kpi.benchmark.source) == (85, 2026, "Trade")


def test_a_benchmark_in_a_column_beside_the_figures(tmp_path: Path) -> None:
    found = told(tmp_path, f"{ACTUAL}, benchmark: Goal")
    assert found.kpi.benchmark is not None
    assert (found.kpi.benchmark.value, found.kpi.benchmark.source) == (95, "data/rows.csv")


def test_readers_are_told_where_targets_stand(tmp_path: Path) -> None:
    found = told(tmp_path, f"{ACTUAL}, target: {{where: {{Scenario: Plan}}}}")
    (table,) = found.origin.tables  # type: ignore[union-attr]  # figures that are read
    beside = table.of("targets beside")
    assert (beside.file, beside.of("where")) == ("data/rows.csv", {"Scenario": "Plan"})
