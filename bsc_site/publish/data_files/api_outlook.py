"""The outlook in the published data: control chart, forecast, chances, tested links and effects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from bsc_site.model.concluded.assessment import InitiativeAssessment, KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.concluded.outlook import FanPoint, RareEvents, Segment, Signal, SignalPoint
from bsc_site.model.declared.scorecard import Drive, Objective
from bsc_site.model.period import MONTHS_A_YEAR, Period
from bsc_site.model.vocabularies import Assurance, Variation
from bsc_site.publish.published_data.following_limits import FollowingLimits, limits_that_follow
from bsc_site.publish.published_data.published_columns import Columns
from bsc_site.publish.published_data.published_outlook import (
    ChartColumns,
    ChartSegment,
    ControlChart,
    EffectEntry,
    ForecastColumns,
    LinkEntry,
    RareCount,
    SeasonColumns,
    SeasonIndices,
    TargetChance,
)
from bsc_site.wording.outlooks.effect_text import effect_sentences
from bsc_site.wording.outlooks.evidence_text import evidence_sentence
from bsc_site.wording.outlooks.forecast_text import chance_sentence


def control_chart(found: KpiAssessment, digits: int) -> ControlChart:
    """The `spc` of a KPI: without segments and points where there is no chart; limits of points with so many digits."""
    signal, following = found.signal, limits_that_follow(found.signal)
    return ControlChart(
        method=found.kpi.spc.method,
        chart=signal.chart,
        segments=tuple(map(_segment, signal.segments)),
        points=_chart_points(signal, digits, alone=following is None),
        variation=variation(found),
        assurance=assurance(found),
        seasonal=signal.seasonal,
        trial=signal.trial,
        suggested_rebase=_period(signal.suggestion),
        rare_events=_rare(signal.rare),
        season=_season(following) if following else None,
    )


def _season(found: FollowingLimits) -> SeasonIndices | None:
    if not found.indices:
        return None
    places: SeasonColumns = {
        "period": tuple(map(str, found.indices)),
        "index": tuple(found.indices.values()),
    }
    return SeasonIndices(multiplied=found.multiplied, places=Columns(SeasonColumns, places))


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


def _chart_points(signal: Signal, digits: int, *, alone: bool) -> Columns[ChartColumns]:
    """The points, with limits of their own where they stand `alone`."""
    period, label, *limits = zip(*signal.points, strict=True) if signal.points else ((),) * len(SignalPoint._fields)
    held: ChartColumns = {"period": tuple(map(str, period)), "label": label}
    if alone:
        held = {**held, "mean": limits[0], "lower": limits[1], "upper": limits[2]}
    return Columns(ChartColumns, held, digits)


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
