"""The outlook of a KPI: what its history says about now and later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.compute.forecast.natural_limit import within_limit
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.series import Series


def outlook_of(found: KpiAssessment, series: Mapping[str, Series], assessment: Assessment) -> KpiAssessment:
    """The KPI with its signal and its forecast, from the series behind it."""
    own = series.get(found.kpi.id)
    if own is None:
        return found
    horizon = assessment.scorecards[found.scorecard].scorecard.horizon
    target, complete = found.current.expected.target if found.current else None, own.complete
    return replace(
        found,
        signal=signal_of(found.kpi, complete, target, found.trend.test),
        forecast=within_limit(forecast_of(found.kpi, complete, horizon.to if horizon else None), found.kpi),
    )


def with_own_outlook(assessment: Assessment, series: Mapping[str, Series], kpi: str) -> Assessment:
    """The assessment in which this one KPI has its outlook; as it was where there is no such KPI."""
    name = assessment.project.renamed_kpis.get(kpi, kpi)
    found = assessment.kpis.get(name)
    if found is None:
        return assessment
    return replace(assessment, kpis={**assessment.kpis, name: outlook_of(found, series, assessment)})
