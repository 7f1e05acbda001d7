"""Assessing a KPI: everything that is concluded about one KPI from its series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bsc_site.compute.kpi.breakdowns import breakdowns_of
from bsc_site.compute.kpi.calculation import Inputs, expected_steps, origin_steps
from bsc_site.compute.kpi.course import course_of
from bsc_site.compute.kpi.freshness import freshness_of
from bsc_site.compute.kpi.manual_status import Final, Scaled, overruled
from bsc_site.compute.kpi.official_ratings import all_ratings, both, declared_ratings
from bsc_site.compute.kpi.target_path import TargetPath
from bsc_site.compute.kpi.target_versions import TargetVersions, target_versions
from bsc_site.compute.kpi.trend import trend_of
from bsc_site.compute.scoring import pace, progress
from bsc_site.compute.scoring.case import Case, Dated
from bsc_site.compute.scoring.judge import judge, needs_of, rater_of
from bsc_site.compute.scoring.scale import Rating
from bsc_site.model.calculation.kpi_steps import (
    CalculationStep,
    NoFigure,
    NoWay,
    OriginStep,
    PaceKept,
    ProgressMade,
    WayStep,
)
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.series import Observation, Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Status

_UNJUDGED = Rating(Status.NOT_SCORED, None)


@dataclass(frozen=True, slots=True)
class _Verdict:
    status: Status
    score: float | None
    progress: float | None
    pace: float | None
    steps: tuple[CalculationStep, ...]


def assess_kpi(kpi: Kpi, home: Scorecard, series: Series, as_of: date, inputs: Inputs) -> KpiAssessment:
    """Points, status, score, trend and freshness of one KPI; `inputs` holds the series that its formula may name."""
    versions = target_versions(kpi, home)
    cases = _cases(versions, series.observations)
    points = _points(kpi, series.observations, cases, declared_ratings(kpi, home))
    complete = [index for index, each in enumerate(series.observations) if each.complete]
    if complete:
        latest = series.observations[complete[-1]]
        path = versions.at(latest.period.ordinal)
        verdict = _verdict(path, cases[complete[-1]], latest, origin_steps(kpi, series, latest, inputs))
    else:
        verdict = _without_value(versions.latest, series)
    final = overruled(verdict.status, verdict.score, kpi.manual_status, Scaled(as_of, home.scale))
    points = tuple(_final(point, final) if complete[-1:] == [at] else point for at, point in enumerate(points))
    current = points[complete[-1]] if complete else None
    expected = current.expected if current else Expectation()
    return KpiAssessment(
        kpi=kpi,
        scorecard=home.id,
        points=points,
        current=current,
        previous=points[complete[-2]] if len(complete) > 1 else None,
        status=final.status,
        score=final.score,
        progress=verdict.progress,
        pace=verdict.pace,
        trend=trend_of(series.complete, kpi.direction, expected),
        freshness=freshness_of(kpi, home, series, as_of),
        origin=series.origin,
        calculation=(*verdict.steps, *final.steps),
        course=course_of(versions, series),
        ratings=all_ratings(kpi, series.observations, as_of),
        breakdowns=breakdowns_of(kpi, series, lambda each: _points(kpi, each, _cases(versions, each), {})),
    )


def _points(
    kpi: Kpi, observations: Sequence[Observation], cases: Sequence[Case], ratings: Mapping[int, str]
) -> tuple[Point, ...]:
    rate = rater_of(kpi)
    return tuple(
        _point(each, case, rate(case) if each.complete else _UNJUDGED, ratings.get(each.period.ordinal, ""))
        for each, case in zip(observations, cases, strict=True)
    )


def _cases(versions: TargetVersions, observations: Sequence[Observation]) -> list[Case]:
    cases: list[Case] = []
    previous: float | None = None
    for each in observations:
        ordinal = each.period.ordinal
        path = versions.at(ordinal)
        own = None if each.target is None else Dated(each.period, each.target, each.period, ordinal)
        expected, aim = path.at(ordinal, own), path.aim(ordinal, own)
        cases.append(Case(path.yardstick, each.period, each.value, expected, previous, aim))
        previous = each.value if each.complete else previous
    return cases


def _point(observation: Observation, case: Case, outcome: Rating, declared: str) -> Point:
    return Point(
        observation.period,
        observation.value,
        observation.complete,
        case.expected if case.yardstick.scale.amber else case.expected.without_red_flags,
        outcome.status,
        outcome.score,
        observation.note,
        observation.count,
        observation.running,
        both(observation.rating, declared),
    )


def _final(point: Point, final: Final) -> Point:
    """The latest complete point with the status that holds in the end, so that no page tells two."""
    return point._replace(status=final.status, score=final.score)


def _verdict(path: TargetPath, case: Case, latest: Observation, origin: tuple[OriginStep, ...]) -> _Verdict:
    judgement = judge(case)
    way, speed = progress.measure(case), pace.measure(case)
    return _Verdict(
        judgement.status,
        judgement.score,
        way.share if isinstance(way, ProgressMade) else None,
        speed.ratio if isinstance(speed, PaceKept) else None,
        (
            *origin,
            *expected_steps(path, case, latest.target),
            *judgement.steps,
            *_ways(case, (way, speed)),
        ),
    )


def _ways(case: Case, ways: tuple[WayStep, ...]) -> tuple[WayStep, ...]:
    """How far and how fast, or the one reason why neither can be said."""
    if case.kpi.direction is Direction.BAND:
        return (NoWay.BAND,)
    if case.yardstick.baseline is None:
        return (NoWay.NO_BASELINE,)
    return (NoWay.NO_TARGET,) if case.aim is None else ways


def _without_value(path: TargetPath, series: Series) -> _Verdict:
    kpi = path.yardstick.kpi
    if kpi.direction is Direction.NONE:
        return _without(Status.NOT_SCORED, NoFigure.NO_DIRECTION)
    if needs_of(kpi).needs_target and not (path.goal.points or path.low.points or path.high.points):
        return _without(Status.NOT_SCORED, NoFigure.NO_TARGET)
    return _without(Status.NO_DATA, NoFigure.NOT_COMPLETE if series.observations else NoFigure.NONE_YET)


def _without(status: Status, why: NoFigure) -> _Verdict:
    return _Verdict(status, None, None, None, (why,))
