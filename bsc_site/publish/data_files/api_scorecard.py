"""A scorecard in the published data: its standing, and that of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bsc_site.model.concluded.assessment import (
    Coverage,
    InitiativeAssessment,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
    Standing,
)
from bsc_site.model.concluded.overview import ScorecardOverview
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.support import AlignmentRow
from bsc_site.model.declared.initiative import Milestone
from bsc_site.model.declared.own_statuses import ACHIEVED, StatusScale
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.problem import Problem
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.publish.data_files import api_outlook, api_overview
from bsc_site.publish.published_data.published_outlook import EffectEntry
from bsc_site.publish.published_data.published_scorecard import (
    CoverageCounts,
    FreshnessCounts,
    InitiativeEntry,
    MilestoneEntry,
    ObjectiveEntry,
    PerspectiveEntry,
    ProblemEntry,
    PublishedScorecard,
    ScorecardName,
    StatusEntry,
)


def published_scorecard(
    assessment: Assessment, card: ScorecardAssessment, problems: Iterable[Problem]
) -> PublishedScorecard:
    """One scorecard of the project, still without its KPIs, whose entries their own documents hold too."""
    overview, names = assessment.overviews[card.scorecard.id], card.scorecard.words
    return PublishedScorecard(
        as_of=assessment.as_of,
        audience=assessment.audience,
        scorecard=ScorecardName(id=card.scorecard.id, title=card.scorecard.title),
        score=card.standing.score,
        status=card.standing.status,
        status_name=_word(card.standing, names),
        coverage=_coverage(card.standing.coverage),
        statuses=tuple(_statuses(card.scorecard.scale)),
        freshness=_freshness(card),
        perspectives=tuple(_perspective(each, names) for each in card.perspectives.values()),
        objectives=tuple(_objective(each, row, overview, names) for each, row in _rows(card, overview)),
        kpis=(),
        links=api_outlook.links(card, assessment.kpis),
        initiatives=tuple(
            _initiative(each, overview, api_outlook.effects(each, card, assessment.kpis))
            for each in card.initiatives.values()
        ),
        problems=tuple(map(_problem, problems)),
        alignment=api_overview.alignment_entry(overview.alignment),
        portfolio=api_overview.portfolio_entry(overview.portfolio),
        duties=tuple(map(api_overview.duty_entry, overview.roster.duties)),
        destination=api_overview.destination_entry(overview.course),
        risks=tuple(map(api_overview.risk_entry, card.scorecard.risks)),
    )


def _word(standing: Standing, names: StatusNames) -> str:
    return names.of(standing.status, standing.score)


def _statuses(scale: StatusScale) -> Iterator[StatusEntry]:
    for each in scale.statuses:
        met = each.pace == ACHIEVED
        pace = None if isinstance(each.pace, str) else each.pace
        yield StatusEntry(name=each.name, status=scale.meaning(each), from_=each.from_, pace=pace, achieved=met)


def _freshness(card: ScorecardAssessment) -> FreshnessCounts:
    counts = card.freshness
    return FreshnessCounts(
        fresh=counts.get(FreshnessWord.FRESH, 0),
        due=counts.get(FreshnessWord.DUE, 0),
        overdue=counts.get(FreshnessWord.OVERDUE, 0),
        stale=counts.get(FreshnessWord.STALE, 0),
    )


def _perspective(found: PerspectiveAssessment, names: StatusNames) -> PerspectiveEntry:
    return PerspectiveEntry(
        id=found.perspective.id,
        name=found.perspective.name,
        score=found.standing.score,
        status=found.standing.status,
        status_name=_word(found.standing, names),
        coverage=_coverage(found.standing.coverage),
    )


def _rows(card: ScorecardAssessment, overview: ScorecardOverview) -> Iterator[tuple[ObjectiveAssessment, AlignmentRow]]:
    rows = {each.objective: each for each in overview.alignment.rows}
    for name, found in card.objectives.items():
        yield found, rows[name]


def _objective(
    found: ObjectiveAssessment, row: AlignmentRow, overview: ScorecardOverview, names: StatusNames
) -> ObjectiveEntry:
    sight = overview.sights[found.objective.id]
    return ObjectiveEntry(
        id=found.objective.id,
        name=found.objective.name,
        perspective=found.perspective,
        owner=found.objective.owner,
        score=found.standing.score,
        status=found.standing.status,
        status_name=_word(found.standing, names),
        coverage=_coverage(found.standing.coverage),
        trend=found.trend,
        supporters=api_overview.supporters(row),
        above=api_overview.sight(reversed(sight.above)),
        below=api_overview.sight(sight.below),
    )


def _initiative(
    found: InitiativeAssessment, overview: ScorecardOverview, effects: tuple[EffectEntry, ...]
) -> InitiativeEntry:
    plan, holding = found.initiative, overview.portfolio.holdings[found.initiative.id]
    return InitiativeEntry(
        id=plan.id,
        name=plan.name,
        status=found.status,
        progress=found.progress,
        start=str(plan.start),
        end=str(plan.end),
        budget=plan.budget,
        spent=plan.spent,
        effect=effects,
        expected=found.expected,
        earned=holding.money.earned,
        variance=holding.money.variance,
        slippage=holding.slippage,
        milestones=tuple(map(_milestone, plan.milestones, holding.delays)),
        waits_for=holding.waiting,
    )


def _milestone(milestone: Milestone, days_late: int | None) -> MilestoneEntry:
    return MilestoneEntry(
        name=milestone.name,
        due=str(milestone.due),
        done=str(milestone.done) if milestone.done else None,
        days_late=days_late,
    )


def _problem(problem: Problem) -> ProblemEntry:
    return ProblemEntry(
        code=problem.code,
        severity=problem.severity,
        file=problem.place.file,
        line=problem.place.line,
        message=problem.message,
    )


def _coverage(coverage: Coverage) -> CoverageCounts:
    return CoverageCounts(scored=coverage.scored, total=coverage.total)
