"""Limits of points that follow from segments, slope and season are left out, and readers find them again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.outlook import Segment, Signal, SignalPoint
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Assurance, PointLabel, SpcMethod, Variation
from bsc_site.publish.data_files.api_outlook import control_chart
from bsc_site.publish.published_data.published_text import line
from tests.builders.company import assessed_company, company
from tests.data_files.columns_as_points import LIMITS, limits_of, points

FIRST, LENGTH = parse_period("2022-03"), 34
INDICES = [0.9 + 0.02 * place for place in range(12)]


def _signal(made: Callable[[float, int], float], *, seasonal: bool, slope: float = 0.0) -> Signal:
    """Two segments, the second from the eleventh point on; `made` is what place and season make of a limit."""
    segments = (
        Segment(FIRST, 50.0, 40.123456789, 60.0, 8),
        Segment(FIRST.shift(10), 70.0, 1000 / 17, 80.0, 8, "rebased", slope),
    )
    found = []
    for place in range(LENGTH):
        one = segments[place >= 10]
        before = one.slope * (LENGTH - 1 - place)
        limits = [made(each - before, place) for each in (one.mean, one.lower, one.upper)]
        found.append(SignalPoint(FIRST.shift(place), PointLabel.COMMON_CAUSE, *limits))
    return Signal(
        SpcMethod.ADJUSTED,
        segments,
        tuple(found),
        Variation.COMMON_CAUSE,
        Assurance.NONE,
        trial=False,
        seasonal=seasonal,
        suggestion=None,
        chart="xmr",
    )


def _kpi(signal: Signal) -> KpiAssessment:
    return replace(next(iter(assessed_company(company()).kpis.values())), signal=signal)


def _multiplied(limit: float, place: int) -> float:
    return limit * INDICES[place % 12]


def _added(limit: float, place: int) -> float:
    return limit + INDICES[place % 12]


def _as_it_is(limit: float, _: int) -> float:
    return limit


@pytest.mark.parametrize("slope", [0.0, 0.25])
@pytest.mark.parametrize("made", [_as_it_is, _multiplied, _added])
def test_readers_find_the_limits_of_every_point(made: Callable[[float, int], float], slope: float) -> None:
    signal = _signal(made, seasonal=made is not _as_it_is, slope=slope)
    spc = json.loads(line(control_chart(_kpi(signal), 9)))
    assert list(spc["points"]) == ["period", "label"]
    for point, read in zip(signal.points, points(spc["points"], {}), strict=True):
        found = limits_of(spc, read)
        assert [found[key] for key in LIMITS] == pytest.approx(point[2:], rel=1e-9)


@pytest.mark.parametrize("seasonal", [False, True])
def test_limits_that_are_others_at_a_single_point_are_told_of_all(*, seasonal: bool) -> None:
    """As those of shares, which vary with their denominators."""
    signal = _signal(_multiplied if seasonal else _as_it_is, seasonal=seasonal)
    other = signal.points[5]._replace(lower=signal.points[5].lower * (1 + 1e-7))
    spc = control_chart(_kpi(replace(signal, points=(*signal.points[:5], other, *signal.points[6:]))), 9)
    assert list(spc.points.held) == ["period", "label", *LIMITS]
    assert spc.season is None


def test_no_chart_has_no_season() -> None:
    signal = replace(_signal(_as_it_is, seasonal=False), segments=(), points=())
    spc = control_chart(_kpi(signal), 9)
    assert list(spc.points.held) == ["period", "label"]
    assert spc.season is None
