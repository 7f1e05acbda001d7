"""Analytics: signal, forecast, evidence and effects added to an assessment from the series behind it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from bsc_site.compute.evidence.initiative_effects import Work, effects_of
from bsc_site.compute.evidence.links import evidence_of
from bsc_site.compute.kpi_outlook import with_outlooks
from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Series


def with_outlook(
    assessment: Assessment, series: Mapping[str, Series], told: Container[str] | None = None
) -> Assessment:
    """The assessment with what each KPI's history says about now and later, and about the strategy map.

    Where only some KPIs are `told` of, the others have neither signal nor forecast.
    """
    wanted = {name: each for name, each in assessment.kpis.items() if told is None or name in told}
    kpis = {**assessment.kpis, **with_outlooks(wanted, series, assessment)}
    shown = {name: found.kpi for name, found in kpis.items()}
    cards = {name: _weighed(card, shown, series) for name, card in assessment.scorecards.items()}
    return replace(assessment, kpis=kpis, scorecards=cards)


def _weighed(card: ScorecardAssessment, kpis: Mapping[str, Kpi], series: Mapping[str, Series]) -> ScorecardAssessment:
    work = Work(card.scorecard, card.initiatives, kpis)
    initiatives = {
        name: replace(each, effects=effects_of(name, work, series)) for name, each in card.initiatives.items()
    }
    return replace(card, evidence=evidence_of(card.scorecard, kpis, series), initiatives=initiatives)
