"""Past standing: a scorecard and its KPIs as the figures up to an earlier day tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bsc_site.compute.assess import assess_scorecard
from bsc_site.compute.initiatives.initiative_status import assess_initiative
from bsc_site.compute.kpi.trend import trend_of
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import Element, StatusThen
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import Status


def kpi_at(found: KpiAssessment, day: date) -> KpiAssessment:
    """The KPI with the periods that had ended by `day`; its freshness stays that of today.

    Figures revised since then count as they are known today.
    """
    points = tuple(point for point in found.points if point.period.end <= day)
    complete = [point for point in points if point.complete]
    if found.current is not None and complete and complete[-1] is found.current:
        return replace(found, points=points)
    current = complete[-1] if complete else None
    observed = tuple(Observation(point.period, point.value) for point in complete)
    expected = current.expected if current else Expectation()
    unknown = Status.NOT_SCORED if found.status is Status.NOT_SCORED else Status.NO_DATA
    return replace(
        found,
        points=points,
        current=current,
        previous=complete[-2] if len(complete) > 1 else None,
        status=current.status if current else unknown,
        score=current.score if current else None,
        trend=trend_of(observed, found.kpi.direction, expected),
        ratings=tuple(each for each in found.ratings if each.period.end <= day),
    )


class Past:
    """What is known of the project at `day`; scorecards are assessed when they are asked for."""

    def __init__(self, assessment: Assessment, day: date) -> None:
        """Look at the assessment as of `day`, which is its own date or an earlier one."""
        self.assessment = assessment
        self.day = day
        self._kpis: dict[str, KpiAssessment] = {}
        self._cards: dict[str, ScorecardAssessment] = {}

    def kpi(self, kpi: str) -> KpiAssessment:
        """The KPI then. KeyError for one that the assessment does not have."""
        if self.day >= self.assessment.as_of:
            return self.assessment.kpis[kpi]
        if kpi not in self._kpis:
            self._kpis[kpi] = kpi_at(self.assessment.kpis[kpi], self.day)
        return self._kpis[kpi]

    def card(self, scorecard: str) -> ScorecardAssessment:
        """The scorecard then. KeyError for one that the assessment does not have."""
        now = self.assessment.scorecards[scorecard]
        if self.day >= self.assessment.as_of:
            return now
        if scorecard not in self._cards:
            then = assess_scorecard(now.scorecard, self.kpis(scorecard), self.day)
            self._cards[scorecard] = replace(then, freshness=now.freshness, evidence=now.evidence)
        return self._cards[scorecard]

    def kpis(self, scorecard: str) -> Mapping[str, KpiAssessment]:
        """Every KPI of the scorecard then, by id."""
        return {name: self.kpi(name) for name in self.assessment.scorecards[scorecard].kpis}

    def stand(self, element: Element) -> StatusThen:
        """Where an element stood; without a status where it has none, or where nothing tells what it was."""
        if element.kind == "kpi":
            return self._kpi_stand(element.id)
        if element.scorecard not in self.assessment.scorecards:
            return StatusThen(None)
        card = self.card(element.scorecard)
        if element.kind == "initiative":
            return self._plan_stand(card, element.id)
        found = {
            "objective": card.objectives.get(element.id),
            "perspective": card.perspectives.get(element.id),
            "scorecard": card,
        }.get(element.kind)
        return StatusThen(found.standing.status, None, found.standing.score) if found else StatusThen(None)

    def _kpi_stand(self, kpi: str) -> StatusThen:
        if kpi not in self.assessment.kpis:
            return StatusThen(None)
        found = self.kpi(kpi)
        return StatusThen(found.status, found.current, found.score)

    def _plan_stand(self, card: ScorecardAssessment, initiative: str) -> StatusThen:
        """A progress or status that is declared is today's, so it tells nothing about an earlier day."""
        found = card.initiatives.get(initiative)
        if found is None:
            return StatusThen(None)
        declared = found.initiative.progress is not None or found.initiative.status is not None
        if declared and self.day < self.assessment.as_of:
            return StatusThen(None)
        return StatusThen(assess_initiative(found.initiative, self.day).status)
