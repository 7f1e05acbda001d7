"""The outlook in the published data: control chart, forecast, chances, tested links and effects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bsc_site.model.concluded.assessment import InitiativeAssessment, KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.concluded.outlook import SignalPoint
from bsc_site.model.declared.scorecard import Drive, Objective
from bsc_site.model.period import MONTHS_A_YEAR, Period
from bsc_site.publish.data_files.published_json import Ready, number, plain, ready
from bsc_site.wording.outlooks.effect_text import effect_sentences
from bsc_site.wording.outlooks.evidence_text import evidence_sentence
from bsc_site.wording.outlooks.forecast_text import chance_sentence

EXACT = 15
"""Limits are compared with those of other programs, to a billionth."""


def control_chart(found: KpiAssessment) -> Ready:
    """The `spc` of a KPI as JSON: without segments and points where there is no chart."""
    signal = found.signal
    head = {
        "method": found.kpi.spc.method.value,
        "chart": signal.chart,
        "segments": [
            {
                "from": str(each.start),
                "mean": plain(each.mean, EXACT),
                "lower": plain(each.lower, EXACT),
                "upper": plain(each.upper, EXACT),
                "run": each.run,
                "because": each.because,
            }
            for each in signal.segments
        ],
    }
    tail = {
        "variation": variation(found),
        "assurance": assurance(found),
        "seasonal": signal.seasonal,
        "trial": signal.trial,
        "suggested_rebase": str(signal.suggestion) if signal.suggestion else None,
    }
    return ready(head, {"points": _chart_points(signal.points)}, tail)


def _chart_points(points: Iterable[SignalPoint]) -> list[str]:
    """Each point as JSON; limits that hold for many periods become text once."""
    texts: dict[tuple[float, float, float], str] = {}
    lines = []
    for each in points:
        limits = each.mean, each.lower, each.upper
        text = texts.get(limits)
        if text is None:
            mean, lower, upper = (number(figure, EXACT) for figure in limits)
            text = texts[limits] = f'"mean": {mean}, "lower": {lower}, "upper": {upper}'
        lines.append(f'{{"period": "{each.period}", "label": "{each.label}", {text}}}')
    return lines


def variation(found: KpiAssessment) -> str | None:
    """The word of the latest point; None without a chart."""
    return found.signal.variation.value if found.signal.points else None


def assurance(found: KpiAssessment) -> str | None:
    """Whether the target is met reliably; None without a chart."""
    return found.signal.assurance.value if found.signal.points else None


def forecast(found: KpiAssessment) -> list[dict[str, Any]]:
    """The fan, one entry a period to come."""
    return [
        {
            "period": str(each.period),
            "value": plain(each.value),
            "lower80": plain(each.lower80),
            "upper80": plain(each.upper80),
            "lower95": plain(each.lower95),
            "upper95": plain(each.upper95),
        }
        for each in found.forecast.points
    ]


def chances(found: KpiAssessment) -> list[dict[str, Any]]:
    """The chance of each dated target to come, the next first."""
    return [
        {
            "period": str(each.period),
            "target": plain(each.target),
            "probability": plain(each.probability),
            "required": plain(each.required),
            "sentence": chance_sentence(each, found.kpi),
        }
        for each in found.forecast.chances
    ]


def links(card: ScorecardAssessment, kpis: Mapping[str, KpiAssessment]) -> list[dict[str, Any]]:
    """Every arrow of the map with what was found; null where it was not tested. `kpis` are those of the project."""
    drives = [
        (found.objective, drive)
        for found in card.objectives.values()
        for drive in found.objective.drives
        if drive.to in card.objectives
    ]
    evidence = card.evidence or (None,) * len(drives)
    return [_link(objective, drive, found, kpis) for (objective, drive), found in zip(drives, evidence, strict=True)]


def _link(
    cause: Objective, drive: Drive, found: LinkEvidence | None, kpis: Mapping[str, KpiAssessment]
) -> dict[str, Any]:
    return {
        "from": cause.id,
        "to": drive.to,
        "sign": drive.sign,
        "lag": _lag(drive, found, kpis),
        "grade": found.grade.value if found else None,
        "n": found.n if found else None,
        "effect": plain(found.effect) if found else None,
        "low": plain(found.low) if found else None,
        "high": plain(found.high) if found else None,
        "p": plain(found.p) if found else None,
        "q": plain(found.q) if found else None,
        "detectable": plain(found.detectable) if found else None,
        "cause": found.cause if found else None,
        "outcome": found.outcome if found else None,
        "testable_from": _period(found.testable_from) if found else None,
        "sentence": evidence_sentence(found, kpis) if found else "",
    }


def _lag(drive: Drive, found: LinkEvidence | None, kpis: Mapping[str, KpiAssessment]) -> float | int | None:
    """In months: the declared lag, otherwise the one that was found."""
    if drive.lag is not None:
        return plain(drive.lag.months)
    if found is None or found.lag is None or found.cause is None:
        return None
    return plain(found.lag * MONTHS_A_YEAR / kpis[found.cause].kpi.frequency.a_year)


def effects(found: InitiativeAssessment, kpis: Mapping[str, KpiAssessment]) -> list[dict[str, Any]]:
    """What happened to each of the `kpis` after the initiative; the figures are null while it is too early."""
    return [
        {
            "kpi": each.kpi,
            "effect": plain(each.effect),
            "low": plain(each.low),
            "high": plain(each.high),
            "since": str(each.since),
            "known_from": _period(each.known_from),
            "sentence": effect_sentences(each, kpis[each.kpi].kpi),
        }
        for each in found.effects
    ]


def _period(period: Period | None) -> str | None:
    return str(period) if period else None
