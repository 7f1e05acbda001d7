"""Judged points: every value of a KPI with what was expected of it, as columns where its method allows that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import repeat

import numpy as np

from bsc_site.compute.kpi.official_ratings import both
from bsc_site.compute.kpi.target_versions import TargetVersions
from bsc_site.compute.scoring.case import Case, Dated
from bsc_site.compute.scoring.goal_red_flag import rated_column
from bsc_site.compute.scoring.judge import method_of, rater_of
from bsc_site.compute.scoring.scale import Column, Rating
from bsc_site.compute.statistics.observed_columns import figures_of, ordinals_of
from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import Direction, Method, Status

_Judged = tuple[list[Expectation], list[Status], list[float | None]]
_UNJUDGED = Rating(Status.NOT_SCORED, None)
_point: Callable[[tuple[object, ...]], Point] = partial(tuple.__new__, Point)
_expectation: Callable[[tuple[object, ...]], Expectation] = partial(tuple.__new__, Expectation)
"""Each of all its fields, in a third of the time that `_make` takes."""


def points_of(
    kpi: Kpi, observations: Sequence[Observation], versions: TargetVersions, ratings: Mapping[int, str]
) -> tuple[Point, ...]:
    """A point for each observation, in order; `ratings` are the declared official ones by the ordinal of their period.

    Incomplete periods have a target, but neither status nor score.
    """
    if not observations:
        return ()
    periods, values, complete, targets, notes, counts, _, _, _, running, told = zip(*observations, strict=True)
    method = method_of(kpi)
    if method is Method.GOAL_RED_FLAG or (kpi.direction is Direction.NONE and method is not Method.PACE):
        aims = versions.along(ordinals_of(observations), targets)
        expected, statuses, scores = _columns(kpi, figures_of(observations), aims, versions)
    else:
        expected, statuses, scores = _one_by_one(kpi, observations, versions)
    if not all(complete):
        statuses = [status if whole else Status.NOT_SCORED for status, whole in zip(statuses, complete, strict=True)]
        scores = [score if whole else None for score, whole in zip(scores, complete, strict=True)]
    if not versions.latest.yardstick.scale.amber:
        expected = [each.without_red_flags for each in expected]
    if ratings:
        told = tuple(both(own, ratings.get(each.ordinal, "")) for own, each in zip(told, periods, strict=True))
    columns = (periods, values, complete, expected, statuses, scores, notes, counts, running, told)
    return tuple(map(_point, zip(*columns, strict=True)))


def case_of(
    versions: TargetVersions, observation: Observation, previous: float | None, expected: Expectation | None = None
) -> Case:
    """One observation with all that it may be compared with; `previous` is the complete value before it.

    `expected` is what is expected then, where that is known.
    """
    period, value, target = observation.period, observation.value, observation.target
    ordinal = period.ordinal
    path = versions.at(ordinal)
    own = None if target is None else Dated(period, target, period, ordinal)
    there = path.at(ordinal, own) if expected is None else expected
    return Case(path.yardstick, period, value, there, previous, path.aim(ordinal, own))


def _columns(kpi: Kpi, values: Column, aims: tuple[Column, Column], versions: TargetVersions) -> _Judged:
    """What is expected all along, the targets and red flags of `aims`, and the ratings by them.

    There are none without a direction.
    """
    targets, red_flags = aims
    expected = _expected(targets, red_flags)
    if kpi.direction is Direction.NONE:
        return expected, [Status.NOT_SCORED] * values.size, [None] * values.size
    statuses, scores = rated_column(values, targets, red_flags, kpi.direction)
    scale = versions.latest.yardstick.scale
    return expected, statuses if scale.amber else [scale.within(each) for each in statuses], _or_none(scores)


def _expected(targets: Column, red_flags: Column) -> list[Expectation]:
    rows = zip(_or_none(targets), _or_none(red_flags), *[repeat(None)] * 5, strict=False)
    return list(map(_expectation, rows))


def _or_none(column: Column) -> list[float | None]:
    """The figures of a column, None where it has none."""
    figures: list[float | None] = column.tolist()
    missing = np.isnan(column)
    if missing.any():
        for place in np.flatnonzero(missing).tolist():
            figures[place] = None
    return figures


def _one_by_one(kpi: Kpi, observations: Sequence[Observation], versions: TargetVersions) -> _Judged:
    """The same of a method that looks at more than target and red flag, or at others than those of a path."""
    rate = rater_of(kpi)
    if kpi.direction is Direction.BAND or kpi.scoring.method is Method.PACE:
        known: Iterable[Expectation | None] = repeat(None)
    else:
        ordinals = ordinals_of(observations)
        known = _expected(*versions.along(ordinals, [each.target for each in observations]))
    expected: list[Expectation] = []
    ratings: list[Rating] = []
    previous: float | None = None
    for each, there in zip(observations, known, strict=False):
        case = case_of(versions, each, previous, there)
        expected.append(case.expected)
        ratings.append(rate(case) if each.complete else _UNJUDGED)
        previous = each.value if each.complete else previous
    return expected, [each.status for each in ratings], [each.score for each in ratings]
