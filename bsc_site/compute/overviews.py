"""Overviews: what follows from the elements of a scorecard together, once each of them is assessed."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.compute.cascade.alignment import alignment_of
from bsc_site.compute.cascade.destination import course_of
from bsc_site.compute.cascade.line_of_sight import line_of_sight
from bsc_site.compute.initiatives.portfolio_sums import portfolio_of
from bsc_site.compute.kpi.benchmark_position import position_of
from bsc_site.compute.kpi.update_duty import roster_of
from bsc_site.compute.worked_examples import worked_examples
from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.overview import BenchmarkPosition, ScorecardOverview
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.cascade import Goal


def overviews_of(assessment: Assessment) -> dict[str, ScorecardOverview]:
    """Scorecard id to its overview, of all scorecards of the assessment, in its order."""
    return {name: _overview(assessment, card) for name, card in assessment.scorecards.items()}


def _overview(assessment: Assessment, card: ScorecardAssessment) -> ScorecardOverview:
    project, declared, day = assessment.project, card.scorecard, assessment.as_of
    mine = {each: assessment.kpis[each] for each in card.kpis if each in assessment.kpis}
    owed = assessment.kpis if declared.id == project.root.id else mine
    return ScorecardOverview(
        alignment=alignment_of(project, declared.id),
        sights={each: line_of_sight(project.cascade, Goal(declared.id, each)) for each in card.objectives},
        portfolio=portfolio_of(card, day),
        roster=roster_of(owed.values(), day),
        course=course_of(project, declared, day),
        benchmarks=_benchmarks(mine),
        examples=worked_examples(declared.scale),
    )


def _benchmarks(kpis: Mapping[str, KpiAssessment]) -> dict[str, BenchmarkPosition]:
    return {
        name: position_of(found.kpi, found.kpi.benchmark, found.current.value if found.current else None)
        for name, found in kpis.items()
        if found.kpi.benchmark is not None
    }
