"""The overview in the published data: alignment, portfolio, duties, the course to the destination and risks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bsc_site.model.concluded.overview import DestinationCourse, Duty, KpiCourse, Waypoint
from bsc_site.model.concluded.portfolio import CostShare, Portfolio
from bsc_site.model.concluded.support import Alignment, AlignmentRow
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.review import Risk
from bsc_site.model.declared.risk_level import level_of, seriousness_of
from bsc_site.publish.published_data.published_overview import (
    AlignmentEntry,
    CostEntry,
    CourseEntry,
    DestinationEntry,
    DutyEntry,
    DutyFacts,
    GoalEntry,
    PortfolioEntry,
    RiskEntry,
    SightEntry,
    SupportersEntry,
    WaypointEntry,
)


def alignment_entry(found: Alignment) -> AlignmentEntry:
    """How far the scorecards directly below carry the objectives."""
    return AlignmentEntry(
        scorecards=found.children,
        supported=found.supported,
        unsupported=found.unsupported,
        unsupporting=tuple(map(_goal, found.unsupporting)),
    )


def supporters(row: AlignmentRow) -> tuple[SupportersEntry, ...]:
    """Who supports an objective directly, by scorecard."""
    return tuple(SupportersEntry(scorecard=name, objectives=goals) for name, goals in row.supporters.items())


def sight(levels: Iterable[tuple[Goal, ...]]) -> tuple[SightEntry, ...]:
    """The objectives of the levels, of which the nearest comes first."""
    return tuple(
        SightEntry(scorecard=goal.scorecard, objective=goal.objective, steps=steps)
        for steps, level in enumerate(levels, 1)
        for goal in level
    )


def _goal(goal: Goal) -> GoalEntry:
    return GoalEntry(scorecard=goal.scorecard, objective=goal.objective)


def portfolio_entry(found: Portfolio) -> PortfolioEntry:
    """What the initiatives cost and earned together."""
    return PortfolioEntry(
        budget=found.total.budget,
        spent=found.total.spent,
        earned=found.total.earned,
        variance=found.total.variance,
        counted=found.counted,
        objectives=tuple(map(_cost, found.objectives)),
        perspectives=tuple(map(_cost, found.perspectives)),
        serving_nothing=found.serving_nothing,
        unserved=found.unserved,
    )


def _cost(found: CostShare) -> CostEntry:
    return CostEntry(id=found.id, initiatives=found.initiatives, budget=found.budget, spent=found.spent)


def duty_entry(duty: Duty) -> DutyEntry:
    """A figure that is to be delivered, with its KPI."""
    return DutyEntry(kpi=duty.kpi, **dict(duty_facts(duty)))


def duty_facts(duty: Duty) -> DutyFacts:
    """The same where the KPI is known."""
    return DutyFacts(
        person=duty.person,
        period=str(duty.period) if duty.period else None,
        due=duty.due,
        days_late=duty.days_late,
        missing=duty.missing,
    )


def destination_entry(course: DestinationCourse | None) -> DestinationEntry | None:
    """The way to the destination in figures; None without a destination."""
    if course is None:
        return None
    return DestinationEntry(this_year=str(course.this_year), then=str(course.then), kpis=tuple(_courses(course)))


def _courses(course: DestinationCourse) -> Iterator[CourseEntry]:
    for each in course.kpis:
        yield CourseEntry(kpi=each.kpi, this_year=_this_year(each), then=_waypoint(each.then))


def _this_year(course: KpiCourse) -> WaypointEntry | None:
    return _waypoint(course.this_year) if course.this_year else None


def _waypoint(found: Waypoint) -> WaypointEntry:
    return WaypointEntry(
        period=str(found.period),
        target=found.expected.target,
        target_low=found.expected.low,
        target_high=found.expected.high,
        declared=found.declared,
    )


def risk_entry(risk: Risk) -> RiskEntry:
    """A risk with its rating."""
    rating = seriousness_of(risk.likelihood, risk.impact)
    return RiskEntry(
        id=risk.id,
        name=risk.name,
        on=risk.on,
        likelihood=risk.likelihood,
        impact=risk.impact,
        rating=rating,
        level=level_of(rating),
        response=risk.response,
        owner=risk.owner,
    )
