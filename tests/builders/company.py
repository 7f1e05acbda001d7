"""A small company and its assessment, made by hand, so that pages are tested without the rest of the program."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bsc_site.compute.comparison import changes_since
from bsc_site.compute.overviews import overviews_of
from bsc_site.model.calculation.kpi_steps import CalculationStep, FigureRead
from bsc_site.model.calculation.rollup_steps import MeanDecides, RollUpStep, ScoredFrom, WeightedScore
from bsc_site.model.calculation.scoring_steps import ScoredByGoal
from bsc_site.model.concluded.assessment import (
    Coverage,
    Expectation,
    Freshness,
    InitiativeAssessment,
    KpiAssessment,
    ObjectiveAssessment,
    PairTest,
    PerspectiveAssessment,
    PlanReason,
    Point,
    ScorecardAssessment,
    Standing,
    Trend,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Period, parse_period
from bsc_site.model.provenance import OriginFact, Provenance, TableOrigin
from bsc_site.model.vocabularies import FreshnessWord, InitiativeStatus, Status, TrendWord
from tests.builders.small_projects import scorecard

COMPANY_DAY = date(2025, 7, 15)
LATEST = parse_period("2025-06")


_ORIGIN = Provenance((TableOrigin("data/crm.csv", (OriginFact("value", "repeat"), OriginFact("period", "month"))),))


def full_kpi(id_: str, **changes: Any) -> dict[str, Any]:
    """A KPI as YAML would hold it, with all that belongs to one."""
    return {
        "id": id_,
        "name": f"Name of {id_}",
        "unit": "%",
        "owner": "ann",
        "purpose": "Shows whether customers come back",
        "formula_in_words": "Customers with two orders, of all customers",
        "baseline": {"period": "2024-01", "value": 24},
        "targets": [{"period": "2025-12", "value": 30}, {"period": "2027-12", "value": 40}],
        "benchmark": {"low": 20, "high": 40, "source": "Statista", "year": 2023},
    } | changes


def company(**changes: Any) -> dict[str, Any]:
    """A root scorecard with two perspectives, three objectives, four KPIs, two initiatives and two people."""
    return {
        "id": "corporate",
        "title": "Corporate scorecard",
        "mission": "Dress people for their life",
        "vision": "The brand that customers return to",
        "currency": "EUR",
        "people": [
            {"id": "ann", "name": "Ann Lee", "role": "Head of CRM", "team": "Marketing", "email": "ann@example.org"},
            {"id": "bob", "name": "Bob Ray"},
        ],
        "perspectives": _perspectives(),
        "kpis": [
            full_kpi("revenue", unit="EUR", name="Revenue", owner="bob"),
            full_kpi("repeat-rate", name="Repeat purchase rate", ignore=[{"rule": "BSC204", "because": "agreed"}]),
            full_kpi("nps", unit="", name="Net promoter score", frequency="quarterly"),
            full_kpi("days", unit="days", name="Delivery time", direction="lower", owner=None),
        ],
        "initiatives": [
            {
                "id": "app",
                "name": "Launch the loyalty app",
                "owner": "ann",
                "serves": ["loyal"],
                "start": "2025-02",
                "end": "2025-09",
                "budget": 120000,
                "spent": 80000,
                "progress": "60%",
                "milestones": [{"name": "Beta", "due": "2025-05", "done": "2025-05-20"}],
            },
            {"id": "depot", "name": "Second depot", "serves": ["quick"], "start": "2025-01", "end": "2026-01"},
        ],
    } | changes


def _perspectives() -> list[dict[str, Any]]:
    return [
        {
            "id": "financial",
            "name": "Financial",
            "question": "How do owners see us?",
            "objectives": [{"id": "grow", "name": "Grow revenue", "owner": "bob", "kpis": ["revenue"]}],
        },
        {
            "id": "customer",
            "name": "Customer",
            "question": "How do customers see us?",
            "objectives": [
                {
                    "id": "loyal",
                    "name": "Earn repeat customers",
                    "owner": "ann",
                    "kpis": ["repeat-rate", "nps"],
                    "drives": [{"to": "grow", "lag": "3 months", "because": "returning customers buy more often"}],
                },
                {"id": "quick", "name": "Deliver quickly", "drives": ["loyal"], "kpis": ["days"]},
            ],
        },
    ]


def department() -> dict[str, Any]:
    """A scorecard below the company."""
    return {
        "id": "shop",
        "title": "Shop",
        "parent": "corporate",
        "perspectives": [
            {
                "id": "customer",
                "name": "Guests",
                "objectives": [{"id": "help", "name": "Help well", "supports": ["loyal"], "kpis": ["helped"]}],
            },
        ],
        "kpis": [full_kpi("helped", name="Guests helped", owner="ann")],
    }


def assessed_company(*cards: Mapping[str, Any]) -> Assessment:
    """The assessment of these scorecards: every KPI a wave around its target, KPIs in turn in each status."""
    project = Project(tuple(scorecard(**card) for card in cards or (company(), department())))
    kpis = {each.id: _kpi(each, project.home_of[each.id].id, index) for index, each in enumerate(project.kpis.values())}
    found = {each.id: _card(each, kpis) for each in project.scorecards}
    told = Assessment(project, COMPANY_DAY, None, found, kpis)
    return replace(told, overviews=overviews_of(told), changes=changes_since(told, {}, None))


def _kpi(declared: Kpi, scorecard: str, turn: int) -> KpiAssessment:
    latest = parse_period("2025-Q2") if declared.frequency.months == 3 else LATEST
    points = tuple(_point(latest.shift(step - 29), step, turn) for step in range(30))
    now = points[-1]
    words = tuple(FreshnessWord)
    return KpiAssessment(
        kpi=declared,
        scorecard=scorecard,
        points=points,
        current=now,
        previous=points[-2],
        status=now.status,
        score=now.score,
        progress=0.62,
        pace=0.9,
        trend=Trend(
            tuple(TrendWord)[turn % 4],
            0.4,
            turn % 2 == 0,
            4,
            30,
            PairTest(120, 2.4, 0, 0.4, seasonal=False, beyond_chance=True),
        ),
        freshness=Freshness(words[turn % 4], now.period, now.period.shift(1), date(2025, 8, 10), turn % 4),
        origin=_ORIGIN,
        calculation=_calculation(now),
    )


def _calculation(now: Point) -> tuple[CalculationStep, ...]:
    target, red_flag = now.expected.target or 0.0, now.expected.red_flag or 0.0
    scored = ScoredByGoal(now.status, now.score or 0.0, now.period, now.value, target, red_flag)
    return FigureRead(now.period, now.value, _ORIGIN), scored


def _point(period: Period, step: int, turn: int) -> Point:
    value = 30 + step / 3 + 4 * math.sin(step / 2 + turn)
    target = 28 + step / 3
    good = value - target
    status = Status.ON_TRACK if good >= 0 else Status.AT_RISK if good > -1.5 else Status.OFF_TRACK
    score = max(0.0, min(100.0, 66.7 + 22 * good))
    return Point(period, value, True, Expectation(target, target - 1.5), status, score, "new till" if step == 9 else "")  # noqa: FBT003


def _standing(*kpis: KpiAssessment) -> Standing:
    scores = [each.score for each in kpis if each.score is not None]
    status = max((each.status for each in kpis), key=lambda each: each.rank, default=Status.NO_DATA)
    score = sum(scores) / len(scores) if scores else None
    steps: list[RollUpStep] = [ScoredFrom(len(scores), len(kpis))]
    if score is not None:
        steps.append(MeanDecides(tuple(WeightedScore(each.kpi.name, 1.0, each.score or 0.0) for each in kpis), score))
    return Standing(status, score, Coverage(len(scores), len(kpis)), tuple(steps))


def _card(card: Scorecard, kpis: Mapping[str, KpiAssessment]) -> ScorecardAssessment:
    objectives = {
        goal.id: ObjectiveAssessment(
            goal, row.id, _standing(*(kpis[each] for each in goal.kpis)), TrendWord.STEADY, goal.kpis
        )
        for row in card.perspectives
        for goal in row.objectives
    }
    perspectives = {
        row.id: PerspectiveAssessment(
            row,
            _standing(*(kpis[one] for goal in row.objectives for one in goal.kpis)),
            tuple(goal.id for goal in row.objectives),
        )
        for row in card.perspectives
    }
    own = [kpis[each.id] for each in card.kpis]
    words = [each.freshness.word for each in own]
    return ScorecardAssessment(
        card,
        _standing(*own),
        {word: words.count(word) for word in FreshnessWord},
        perspectives,
        objectives,
        {
            each.id: InitiativeAssessment(each, InitiativeStatus.AT_RISK, each.progress, 0.7, PlanReason.AGAINST_PLAN)
            for each in card.initiatives
        },
        tuple(each.id for each in card.kpis),
    )
