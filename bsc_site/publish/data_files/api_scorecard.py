"""A scorecard in the published data: its standing, and that of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bsc_site.model.concluded.assessment import (
    Coverage,
    InitiativeAssessment,
    KpiAssessment,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
    Standing,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.own_statuses import ACHIEVED, StatusScale
from bsc_site.model.problem import Problem
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.publish.data_files import api_outlook
from bsc_site.publish.published_data.published_kpi import KpiEntry
from bsc_site.publish.published_data.published_scorecard import (
    CoverageCounts,
    FreshnessCounts,
    InitiativeEntry,
    ObjectiveEntry,
    PerspectiveEntry,
    ProblemEntry,
    PublishedScorecard,
    ScorecardName,
    StatusEntry,
)


def published_scorecard(
    assessment: Assessment, card: ScorecardAssessment, kpis: Iterable[KpiEntry], problems: Iterable[Problem]
) -> PublishedScorecard:
    """One scorecard of the project with its `kpis`."""
    return PublishedScorecard(
        as_of=assessment.as_of,
        audience=assessment.audience,
        scorecard=ScorecardName(id=card.scorecard.id, title=card.scorecard.title),
        score=card.standing.score,
        status=card.standing.status,
        status_name=_word(card.standing, card),
        coverage=_coverage(card.standing.coverage),
        statuses=tuple(_statuses(card.scorecard.scale)),
        freshness=_freshness(card),
        perspectives=tuple(_perspective(each, card) for each in card.perspectives.values()),
        objectives=tuple(_objective(each, card) for each in card.objectives.values()),
        kpis=tuple(kpis),
        links=api_outlook.links(card, assessment.kpis),
        initiatives=tuple(_initiative(each, card, assessment.kpis) for each in card.initiatives.values()),
        problems=tuple(map(_problem, problems)),
    )


def _word(standing: Standing, card: ScorecardAssessment) -> str:
    return card.scorecard.words.of(standing.status, standing.score)


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


def _perspective(found: PerspectiveAssessment, card: ScorecardAssessment) -> PerspectiveEntry:
    return PerspectiveEntry(
        id=found.perspective.id,
        name=found.perspective.name,
        score=found.standing.score,
        status=found.standing.status,
        status_name=_word(found.standing, card),
        coverage=_coverage(found.standing.coverage),
    )


def _objective(found: ObjectiveAssessment, card: ScorecardAssessment) -> ObjectiveEntry:
    return ObjectiveEntry(
        id=found.objective.id,
        name=found.objective.name,
        perspective=found.perspective,
        owner=found.objective.owner,
        score=found.standing.score,
        status=found.standing.status,
        status_name=_word(found.standing, card),
        coverage=_coverage(found.standing.coverage),
        trend=found.trend,
    )


def _initiative(
    found: InitiativeAssessment, card: ScorecardAssessment, kpis: Mapping[str, KpiAssessment]
) -> InitiativeEntry:
    plan = found.initiative
    return InitiativeEntry(
        id=plan.id,
        name=plan.name,
        status=found.status,
        progress=found.progress,
        start=str(plan.start),
        end=str(plan.end),
        budget=plan.budget,
        spent=plan.spent,
        effect=api_outlook.effects(found, card, kpis),
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
