"""A KPI's whole past is judged at once, to the last digit as each of its values by itself."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bsc_site.compute.kpi.judged_points import case_of, points_of
from bsc_site.compute.kpi.target_versions import target_versions
from bsc_site.compute.scoring.judge import rater_of
from bsc_site.compute.scoring.scale import stretched, stretched_column
from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.series import Observation
from tests.builders.small_projects import declared, scorecard

AWKWARD = [0.0, -0.0, 1.0, 0.1 + 0.2, 0.3, 1e17, -1e17, 1e-17]
FIGURES = st.floats(-1e6, 1e6).filter(lambda each: each == 0 or abs(each) >= 1e-18) | st.sampled_from(AWKWARD)
"""As a scorecard may declare them."""
ANY = FIGURES | st.sampled_from([1e300, -1e300, 5e-324])
START = parse_period("2018-01")
DATES = st.sampled_from(["2018-06", "2019", "2020-Q3", "2021", "2023"])


def _same(one: float | None, other: float | None) -> bool:
    return repr(one) == repr(other)


@settings(max_examples=200, deadline=None)
@given(triples=st.lists(st.tuples(ANY, ANY, ANY), min_size=1, max_size=12))
def test_scores_of_a_column_are_those_of_its_values(triples: list[tuple[float, float, float]]) -> None:
    """Also where value, red flag and target are equal, zero or beyond all measure."""
    statuses, scores = stretched_column(*(np.array(column) for column in zip(*triples, strict=True)))
    alone = [stretched(*triple) for triple in triples]
    assert statuses == [each.status for each in alone]
    assert [repr(each) for each in scores.tolist()] == [repr(each.score) for each in alone]


@st.composite
def _keys(draw: st.DrawFn) -> dict[str, Any]:
    targets = draw(st.dictionaries(DATES, FIGURES, max_size=3))
    keys: dict[str, Any] = {
        "frequency": draw(st.sampled_from(["monthly", "quarterly", "yearly"])),
        "direction": draw(st.sampled_from(["higher", "lower", "none"])),
        "targets": [{"period": period, "value": value} for period, value in targets.items()],
        "path": draw(st.sampled_from(["linear", "step"])),
        "aggregate": draw(st.sampled_from(["last", "sum"])),
    }
    if draw(st.booleans()):
        keys["baseline"] = {"period": "2018", "value": draw(FIGURES)}
    if draw(st.booleans()):
        keys["thresholds"] = {"red_flag": draw(FIGURES)}
    if draw(st.booleans()) and keys["targets"]:
        keys["targets"][0] |= draw(st.sampled_from([{"until": "2020-06"}, {"from": "2019-03"}]))
    return keys | draw(st.sampled_from([{}, {"tolerance": "10%"}, {"tolerance": 2}, {"tolerance": 0.5}]))


@settings(max_examples=200, deadline=None)
@given(
    keys=_keys(),
    values=st.lists(FIGURES, min_size=1, max_size=30),
    own=st.lists(st.none() | FIGURES, min_size=30, max_size=30),
    amber=st.booleans(),
)
def test_points_are_expected_and_rated_as_each_case_is(
    keys: dict[str, Any], values: list[float], own: list[float | None], *, amber: bool
) -> None:
    """Whatever the path of the targets, with targets in the data, with and without a status between."""
    kpi = declared(**keys)
    home = scorecard(statuses=[] if amber else [{"name": "Met", "from": "target"}, {"name": "Missed"}])
    versions, first = target_versions(kpi, home), START.within(Frequency(kpi.frequency))
    observations = [
        Observation(first.shift(at), value, target=target)
        for at, (value, target) in enumerate(zip(values, own, strict=False))
    ]
    rate = rater_of(kpi)
    for point, each in zip(points_of(kpi, observations, versions, {}), observations, strict=True):
        case = case_of(versions, each, None)
        expected = case.expected if amber else case.expected.without_red_flags
        outcome = rate(case)
        assert all(map(_same, point.expected, expected))
        assert point.status is outcome.status
        assert _same(point.score, outcome.score)
