"""The program and its twin, which was written from the documents alone, come to the same."""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bsc_site.checking import checked
from bsc_site.model.concluded.assessment import KpiAssessment, Standing
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Severity
from bsc_site.outcomes import Order
from tests.slow_twin.made_scorecards import Made, TwinNode, made
from tests.slow_twin.twin_judgement import TwinFound, TwinKpi, judged
from tests.slow_twin.twin_rollup import TwinStanding, rolled_up

QUICK, MANY = 200, 2_000


def _assessed(root: Path, as_of: date) -> Assessment:
    found = checked(Order(root, as_of)).examination
    errors = [str(each) for each in found.problems if each.severity is Severity.ERROR]
    assert found.assessment is not None, errors
    return found.assessment


def _same(one: float | None, other: Fraction | float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - float(other)) <= 1e-9 * max(1.0, abs(one))


def _kpi_differences(found: KpiAssessment, twin: TwinFound) -> list[str]:
    told: list[tuple[str, Any, Any, bool]] = []
    points = {str(each.period): each for each in found.points}
    meant = {each.written(): point for each, point in twin.points.items()}
    told.append(("periods", sorted(points), sorted(meant), sorted(points) == sorted(meant)))
    for name in points.keys() & meant.keys():
        one, other = points[name], meant[name]
        told += [
            (f"{name} value", one.value, other.value, _same(one.value, other.value)),
            (f"{name} complete", one.complete, other.complete, one.complete == other.complete),
            (f"{name} status", one.status.value, other.status, one.status.value == other.status),
        ]
        if other.score is not None:
            told.append((f"{name} score", one.score, other.score, _same(one.score, other.score)))
        if other.status != "not_scored" and found.kpi.direction.value != "band":
            told.append(
                (f"{name} target", one.expected.target, other.expected, _same(one.expected.target, other.expected))
            )
    current = found.current.period if found.current else None
    told += [
        (
            "current",
            str(current),
            twin.current and twin.current.written(),
            str(current) == str(twin.current and twin.current.written()),
        ),
        ("status", found.status.value, twin.status, found.status.value == twin.status),
        ("progress", found.progress, twin.progress, _same(found.progress, twin.progress)),
        ("pace", found.pace, twin.pace, _same(found.pace, twin.pace)),
        ("freshness", found.freshness.word.value, twin.freshness, found.freshness.word.value == twin.freshness),
    ]
    if twin.next_due is not None:
        told += [
            ("due", found.freshness.next_due, twin.next_due, found.freshness.next_due == twin.next_due),
            ("missed", found.freshness.missed, twin.missed, found.freshness.missed == twin.missed),
        ]
    return [f"{found.kpi.id} {what}: {one} is {other} by the twin" for what, one, other, same in told if not same]


def _standing_differences(name: str, found: Standing, twin: TwinStanding) -> list[str]:
    told = [
        ("scored", found.coverage.scored, twin.scored),
        ("total", found.coverage.total, twin.total),
        ("status", found.status.value if found.status.judged else "", twin.status),
    ]
    different = [f"{name} {what}: {one} is {other} by the twin" for what, one, other in told if one != other]
    if twin.score is not None and not _same(found.score, twin.score):
        different.append(f"{name} score: {found.score} is {float(twin.score)} by the twin")
    return different


def differences(root: Path, one: Made) -> list[str]:
    """Everything in which the program and its twin differ about a made scorecard."""
    assessment = _assessed(one.write(root), one.as_of)
    card = assessment.scorecards["made"]
    told: list[str] = []
    standings: dict[str, TwinStanding] = {}
    for kpi in one.kpis:
        twin = judged(kpi, one.as_of)
        found = assessment.kpis[kpi.id]
        told += _kpi_differences(found, twin)
        standings[kpi.id] = _as_child(kpi, twin, found)
    for row in one.top.below:
        for objective in row.below:
            children = [standings[each.id] for each in objective.below]
            standings[objective.id] = _rolled(objective, children)
            told += _standing_differences(objective.id, card.objectives[objective.id].standing, standings[objective.id])
        standings[row.id] = _rolled(row, [standings[each.id] for each in row.below])
        told += _standing_differences(row.id, card.perspectives[row.id].standing, standings[row.id])
    top = _rolled(one.top, [standings[each.id] for each in one.top.below])
    return told + _standing_differences("made", card.standing, top)


def _rolled(node: TwinNode, children: list[TwinStanding]) -> TwinStanding:
    found = rolled_up(children, node.rollup, node.min_coverage)
    return TwinStanding(found.status, found.score, found.scored, found.total, node.weight)


def _as_child(kpi: TwinKpi, twin: TwinFound, found: KpiAssessment) -> TwinStanding:
    """Inside of a band the documents give no score: that of the program is taken over."""
    score = twin.score
    if score is None and found.score is not None and kpi.direction == "band":
        score = Fraction(found.score)
    return TwinStanding(twin.status, score, int(score is not None), int(twin.status != "not_scored"), kpi.weight)


@pytest.mark.parametrize("tenth", range(10))
def test_the_program_says_what_its_twin_says(tenth: int, tmp_path: Path) -> None:
    """Of 200 scorecards every figure, status, score and word."""
    seeds = range(tenth * QUICK // 10, (tenth + 1) * QUICK // 10)
    assert {seed: told for seed in seeds if (told := differences(tmp_path / str(seed), made(seed)))} == {}


@pytest.mark.slow
def test_the_program_says_what_its_twin_says_of_many(tmp_path: Path) -> None:
    """Of ten times as many; BSC_TWINS names another number."""
    seeds = range(QUICK, int(os.environ.get("BSC_TWINS", MANY)))
    assert {seed: told for seed in seeds if (told := differences(tmp_path / str(seed), made(seed)))} == {}
