"""The outlook in the published data: control chart, forecast, chances, tested links and effects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from bsc_site.model.concluded.assessment import InitiativeAssessment, KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.concluded.outlook import FanPoint, RareEvents, Segment, Signal, SignalPoint
from bsc_site.model.declared.scorecard import Drive, Objective
from bsc_site.model.period import MONTHS_A_YEAR, Period
from bsc_site.model.vocabularies import Assurance, Variation
from bsc_site.publish.published_data.published_columns import Columns
from bsc_site.publish.published_data.published_outlook import (
    ChartColumns,
    ChartSegment,
    ControlChart,
    EffectEntry,
    ForecastColumns,
    LinkEntry,
    RareCount,
    TargetChance,
)
from bsc_site.wording.outlooks.effect_text import effect_sentences
from bsc_site.wording.outlooks.evidence_text import evidence_sentence
from bsc_site.wording.outlooks.forecast_text import chance_sentence


def control_chart(found: KpiAssessment, digits: int) -> ControlChart:
    """The `spc` of a KPI: without segments and points where there is no chart; limits of points with so many digits."""
    signal = found.signal
    return ControlChart(
        method=found.kpi.spc.method,
        chart=signal.chart,
        segments=tuple(map(_segment, signal.segments)),
        points=_chart_points(signal, digits),
        variation=variation(found),
        assurance=assurance(found),
        seasonal=signal.seasonal,
        trial=signal.trial,
        suggested_rebase=_period(signal.suggestion),
        rare_events=_rare(signal.rare),
    )


def _rare(found: RareEvents | None) -> RareCount | None:
    if found is None:
        return None
    return RareCount(
        usual=found.usual, periods=found.n, others=found.others, last=_period(found.last), since=found.since
    )


def _segment(found: Segment) -> ChartSegment:
    return ChartSegment(
        from_=str(found.start),
        mean=found.mean,
        lower=found.lower,
        upper=found.upper,
        run=found.run,
        because=found.because,
        slope=found.slope,
    )


def _chart_points(signal: Signal, digits: int) -> Columns[ChartColumns]:
    period, label, *limits = zip(*signal.points, strict=True) if signal.points else ((),) * len(SignalPoint._fields)
    held: ChartColumns = {"period": tuple(map(str, period)), "label": label}
    if not _of_their_segments(signal, limits):
        held = {**held, "mean": limits[0], "lower": limits[1], "upper": limits[2]}
    return Columns(ChartColumns, held, digits)


def _of_their_segments(signal: Signal, limits: Sequence[tuple[float, ...]]) -> bool:
    """Whether the limits of all points are those of the stretches in which they lie, where programs find them."""
    if len(signal.segments) == 1:
        (one,) = signal.segments
        same = zip(limits, (one.mean, one.lower, one.upper), strict=True)
        return all(column.count(limit) == len(column) for column, limit in same)
    return all(_of_its_segment(each, signal.segments) for each in signal.points)


def _of_its_segment(point: SignalPoint, segments: Sequence[Segment]) -> bool:
    ordinal = point.period.ordinal
    segment = next((each for each in reversed(segments) if each.start.ordinal <= ordinal), None)
    return segment is not None and point[2:] == (segment.mean, segment.lower, segment.upper)


def variation(found: KpiAssessment) -> Variation | None:
    """The word of the latest point; None without a chart."""
    return found.signal.variation if found.signal.points else None


def assurance(found: KpiAssessment) -> Assurance | None:
    """Whether the target is met reliably; None without a chart."""
    return found.signal.assurance if found.signal.points else None


def forecast(found: KpiAssessment, digits: int) -> Columns[ForecastColumns]:
    """The fan, one point a period to come; its figures have so many digits."""
    points = found.forecast.points
    columns = zip(*points, strict=True) if points else ((),) * len(FanPoint._fields)
    held = dict(zip(FanPoint._fields, columns, strict=True))
    held["period"] = tuple(map(str, held["period"]))
    return Columns(ForecastColumns, cast("ForecastColumns", held), digits)


def chances(found: KpiAssessment) -> tuple[TargetChance, ...]:
    """The chance of each dated target to come, the next first."""
    return tuple(
        TargetChance(
            period=str(each.period),
            target=each.target,
            probability=each.probability,
            required=each.required,
            estimated=each.estimated,
            sentence=chance_sentence(each, found.kpi),
        )
        for each in found.forecast.chances
    )


def links(card: ScorecardAssessment, kpis: Mapping[str, KpiAssessment]) -> tuple[LinkEntry, ...]:
    """Every arrow of the map with what was found; null where it was not tested. `kpis` are those of the project."""
    drives = [
        (found.objective, drive)
        for found in card.objectives.values()
        for drive in found.objective.drives
        if drive.to in card.objectives
    ]
    evidence = card.evidence or (None,) * len(drives)
    return tuple(
        _link(objective, drive, found, kpis) for (objective, drive), found in zip(drives, evidence, strict=True)
    )


def _link(cause: Objective, drive: Drive, found: LinkEvidence | None, kpis: Mapping[str, KpiAssessment]) -> LinkEntry:
    return LinkEntry(
        from_=cause.id,
        to=drive.to,
        sign=drive.sign,
        lag=_lag(drive, found, kpis),
        grade=found.grade if found else None,
        n=found.n if found else None,
        effect=found.effect if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        p=found.p if found else None,
        q=found.q if found else None,
        detectable=found.detectable if found else None,
        cause=found.cause if found else None,
        outcome=found.outcome if found else None,
        testable_from=_period(found.testable_from) if found else None,
        sentence=evidence_sentence(found, kpis) if found else "",
    )


def _lag(drive: Drive, found: LinkEvidence | None, kpis: Mapping[str, KpiAssessment]) -> float | None:
    """In months: the declared lag, otherwise the one that was found."""
    if drive.lag is not None:
        return drive.lag.months
    if found is None or found.lag is None or found.cause is None:
        return None
    return found.lag * MONTHS_A_YEAR / kpis[found.cause].kpi.frequency.a_year


def effects(
    found: InitiativeAssessment, card: ScorecardAssessment, kpis: Mapping[str, KpiAssessment]
) -> tuple[EffectEntry, ...]:
    """What happened to each of the `kpis` after an initiative of the `card`; figures are null while it is too early."""
    return tuple(
        EffectEntry(
            kpi=each.kpi,
            effect=each.effect,
            low=each.low,
            high=each.high,
            since=str(each.since),
            known_from=_period(each.known_from),
            p=each.p,
            q=each.q,
            at_the_same_time=each.others,
            sentence=effect_sentences(each, kpis[each.kpi].kpi, card.initiatives),
        )
        for each in found.effects
    )


def _period(period: Period | None) -> str | None:
    return str(period) if period else None
