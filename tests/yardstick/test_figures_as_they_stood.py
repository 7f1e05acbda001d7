"""What is computed of two hundred very different KPIs is what it was: nobody makes it faster by making it other."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.assess import assess
from bsc_site.model.concluded.assessment import KpiAssessment
from tests.yardstick.varied_kpis import COUNT, DAY, varied_project

STOOD = Path(__file__).with_name("figures_as_they_stood.json")
"""KPI to its words and its figures; written anew by `BSC_RENEW=1`, for a change of a method that is meant."""
CLOSE = 1e-9
"""Machines add up in another order; nobody publishes so many digits."""


@cache
def _found() -> dict[str, KpiAssessment]:
    project, series = varied_project()
    return dict(with_outlook(assess(project, series, DAY, None), series).kpis)


@cache
def _stood() -> dict[str, list[Any]]:
    if os.environ.get("BSC_RENEW"):
        _write_anew()
    return dict(json.loads(STOOD.read_text(encoding="utf-8")))


def _words(found: KpiAssessment) -> str:
    """Every status, label and other word, in short."""
    statuses = "".join(point.status.value[:2] for point in found.points)
    labels = "".join(point.label.value[0] + point.label.value[-1] for point in found.signal.points)
    said = (found.status, found.trend.word, found.signal.variation, found.signal.assurance, found.signal.suggestion)
    return " ".join([*map(str, said), statuses, labels])


def _figures(found: KpiAssessment) -> list[float | None]:
    """The latest of each kind of figure, and the sum of all of its kind, so that none of them may change."""
    test, signal, fan = found.trend.test, found.signal, found.forecast
    figures = [
        *([test.s, test.z, test.slope, test.autocorrelation] if test else []),
        *(each for limits in signal.segments for each in (limits.mean, limits.lower, limits.upper, limits.slope)),
        *(each for chance in fan.chances for each in (chance.probability, chance.required)),
    ]
    columns: list[Sequence[float | None]] = [[point.score for point in found.points]]
    columns += [[point.expected[at] for point in found.points] for at in range(7)]
    columns += zip(*((point.mean, point.lower, point.upper) for point in signal.points), strict=True)
    ends = ((each.value, each.lower80, each.upper80, each.lower95, each.upper95) for each in fan.points)
    columns += zip(*ends, strict=True)
    return [found.score, found.progress, found.pace, *figures, *map(_sum, columns)]


def _sum(column: Sequence[float | None]) -> float | None:
    known = [each for each in column if each is not None]
    return math.fsum(known) if known else None


def _write_anew() -> None:
    lines = [json.dumps({name: [_words(each), *_figures(each)]})[1:-1] for name, each in _found().items()]
    STOOD.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


@pytest.mark.parametrize("name", [f"k{number:03d}" for number in range(COUNT)])
def test_a_kpi_has_the_words_and_the_figures_that_it_had(name: str) -> None:
    words, *figures = _stood()[name]
    found = _found()[name]
    now = _figures(found)
    assert _words(found) == words
    assert [each is None for each in now] == [each is None for each in figures]
    assert [each or 0 for each in now] == pytest.approx([each or 0 for each in figures], rel=CLOSE, abs=CLOSE)


def test_they_are_judged_in_every_way_there_is() -> None:
    """Each method, frequency and kind of chart is among them, else a change of it would pass unseen."""
    found = list(_found().values())
    assert len({each.kpi.scoring.method for each in found}) >= 7
    assert len({each.kpi.frequency for each in found}) == 6
    assert {each.signal.chart for each in found} >= {"xmr", "c", "rare", None}
    assert {True, False} == {each.signal.seasonal for each in found} == {each.signal.sloped for each in found}
    assert {True, False} == {each.forecast.seasonal for each in found} == {bool(each.breakdowns) for each in found}
