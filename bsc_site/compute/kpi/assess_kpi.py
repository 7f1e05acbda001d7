"""Assessing a KPI: everything that is concluded about one KPI from its series."""

from __future__ import annotations

from datetime import date

from bsc_site.compute.known.kpi_home import KpiHome
from bsc_site.compute.kpi.breakdowns import breakdowns_of
from bsc_site.compute.kpi.calculation import Inputs, expected_steps, origin_steps
from bsc_site.compute.kpi.course import course_of
from bsc_site.compute.kpi.freshness import freshness_of
from bsc_site.compute.kpi.judged_points import case_of, points_of
from bsc_site.compute.kpi.manual_status import Final, Scaled, overruled
from bsc_site.compute.kpi.official_ratings import all_ratings, declared_ratings
from bsc_site.compute.kpi.target_path import TargetPath
from bsc_site.compute.kpi.target_versions import target_versions
from bsc_site.compute.kpi.trend import trend_of
from bsc_site.compute.scoring import pace, progress
from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.judge import judge, needs_of
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
from bsc_site.model.series import Observation, Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Status


@dataclass(frozen=True, slots=True)
class _Verdict:
    status: Status
    score: float | None
    progress: float | None
    pace: float | None
    steps: tuple[CalculationStep, ...]


def assess_kpi(kpi: Kpi, home: KpiHome, series: Series, as_of: date, inputs: Inputs) -> KpiAssessment:
    """Points, status, score, trend and freshness of one KPI; `inputs` holds the series that its formula may name."""
    versions = target_versions(kpi, home)
    points = points_of(kpi, series.observations, versions, declared_ratings(kpi, home))
    complete = [index for index, each in enumerate(series.observations) if each.complete]
    if complete:
        latest = series.observations[complete[-1]]
        path = versions.at(latest.period.ordinal)
        case = case_of(versions, latest, points[complete[-2]].value if len(complete) > 1 else None)
        verdict = _verdict(path, case, latest, origin_steps(kpi, series, latest, inputs))
    else:
        verdict = _without_value(versions.latest, series)
    final = overruled(verdict.status, verdict.score, kpi.manual_status, Scaled(as_of, home.scale))
    points = _with_final(points, complete[-1], final) if complete else points
    current = points[complete[-1]] if complete else None
    expected = current.expected if current else Expectation()
    whole = series.complete
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
        trend=trend_of(whole, kpi.direction, expected),
        freshness=freshness_of(kpi, home, series, as_of),
        origin=series.origin,
        calculation=(*verdict.steps, *final.steps),
        course=course_of(versions, series),
        ratings=all_ratings(kpi, series.observations, as_of),
        breakdowns=breakdowns_of(kpi, series, lambda each: points_of(kpi, each, versions, {})),
    )


def _with_final(points: tuple[Point, ...], latest: int, final: Final) -> tuple[Point, ...]:
    """The latest complete point with the status that holds in the end, so that no page tells two."""
    last = points[latest]._replace(status=final.status, score=final.score)
    return (*points[:latest], last, *points[latest + 1 :])


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
