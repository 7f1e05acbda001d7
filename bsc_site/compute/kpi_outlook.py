"""The outlook of a KPI: what its history says about now and later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bsc_site.compute.forecast.kpi_forecast import ForecastRequest, forecasts_of
from bsc_site.compute.forecast.natural_limit import within_limit
from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.outlook import Forecast
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import Period
from bsc_site.model.series import Observation, Series


def with_outlooks(
    kpis: Mapping[str, KpiAssessment], series: Mapping[str, Series], assessment: Assessment
) -> dict[str, KpiAssessment]:
    """These KPIs of the assessment, by id, with signal and forecast from the series behind them.

    All forecasts are made together, which takes a fraction of the time that they take one by one.
    """
    told = dict(kpis)
    known = {name: series[name].complete for name in kpis if name in series}
    requests = [ForecastRequest(kpis[name].kpi, own, _horizon(assessment, kpis[name])) for name, own in known.items()]
    for (name, own), forecast in zip(known.items(), forecasts_of(requests), strict=True):
        told[name] = _with_outlook(kpis[name], own, forecast)
    return told


def _with_outlook(found: KpiAssessment, own: tuple[Observation, ...], forecast: Forecast) -> KpiAssessment:
    target = found.current.expected.target if found.current else None
    signal = signal_of(found.kpi, own, target, found.trend.test)
    return replace(found, signal=signal, forecast=within_limit(forecast, found.kpi))


def _horizon(assessment: Assessment, found: KpiAssessment) -> Period | None:
    """Where the scorecard of the KPI ends."""
    horizon = assessment.scorecards[found.scorecard].scorecard.horizon
    return horizon.to if horizon else None


def with_own_outlook(found: KpiAssessment, series: Series, horizon: Period | None) -> KpiAssessment:
    """One KPI by itself, with signal and forecast from its series; `horizon` is where its scorecard ends."""
    (forecast,) = forecasts_of([ForecastRequest(found.kpi, series.complete, horizon)])
    return _with_outlook(found, series.complete, forecast)
