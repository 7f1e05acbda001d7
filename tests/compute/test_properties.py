"""Properties: what holds whatever the figures are."""

from __future__ import annotations

import dataclasses
import math
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bsc_site.compute.scoring.scale import status_of
from bsc_site.model.concluded.assessment import KpiAssessment
from tests.builders.small_projects import assessed, calculation_told, judged, kpi, monthly, project, readings

EXTREMES = [0.0, -0.0, 1.0, -1.0, 1e308, -1e308, 1.7e308, 1e-308, 5e-324, -5e-324, 0.1 + 0.2, 1e16]
any_number = st.one_of(st.sampled_from(EXTREMES), st.floats(allow_nan=False, allow_infinity=False))
declarable = st.one_of(
    st.sampled_from([each for each in EXTREMES if each == 0 or 1e-18 <= abs(each) <= 1e18]),
    st.floats(-1e18, 1e18).filter(lambda each: each == 0 or abs(each) >= 1e-18),  # the file takes no others
)
plain = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
METHODS: list[Any] = [
    "goal_red_flag",
    "progress",
    "pace",
    "percent_of_target",
    "yes_no",
    {"method": "states", "states": {"a": 0, "b": 50}},
    {"method": "bands", "bands": [{"from": 5, "status": "on_track"}, {"from": 1, "status": "at_risk"}]},
    {"method": "rules", "rules": [{"when": "value ** 3 / previous > target", "status": "on_track", "score": 5}]},
    {"method": "band", "low": -1, "high": 1e17},
]


def figures_in(value: Any) -> list[float]:
    """Every number anywhere inside a frozen value."""
    if isinstance(value, float):
        return [value]
    if isinstance(value, tuple | list):
        return [figure for each in value for figure in figures_in(each)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [figure for each in dataclasses.fields(value) for figure in figures_in(getattr(value, each.name))]
    return []


@few
@given(
    st.lists(any_number, min_size=1, max_size=12),
    declarable,
    declarable,
    st.sampled_from(METHODS),
    st.sampled_from(["higher", "lower", "band", "none"]),
)
def test_no_finite_input_ever_makes_infinity_or_nan(
    values: list[float], target: float, baseline: float, method: Any, direction: str
) -> None:
    keys = kpi(
        direction=direction,
        scoring=method,
        baseline={"period": "2024-12", "value": baseline},
        targets=[
            {"period": "2025-03", "value": target, "low": target, "high": baseline},
            {"period": "2026-01", "value": -target},
        ],
    )
    result = judged(keys, monthly(values))
    assert all(map(math.isfinite, figures_in(result)))
    assert not any(" inf" in step or "nan" in step for step in calculation_told(result))


@few
@given(any_number, declarable, st.sampled_from(METHODS), st.sampled_from(["higher", "lower", "band"]))
def test_the_score_alone_tells_the_status(value: float, target: float, method: Any, direction: str) -> None:
    keys = kpi(
        direction=direction,
        scoring=method,
        baseline={"period": "2024-12", "value": 3},
        targets=[{"period": "2025-03", "value": target, "low": 2, "high": 4}],
    )
    result = judged(keys, {"2025-02": value})
    assert result.score is None or result.status is status_of(result.score)


def mirrored(values: list[float], target: float, baseline: float, method: str, sign: int) -> KpiAssessment:
    """The assessment with every figure multiplied by `sign`, and the direction turned with it."""
    keys = kpi(
        direction="higher" if sign > 0 else "lower",
        scoring=method,
        tolerance="7%",
        baseline={"period": "2024-12", "value": sign * baseline},
        targets=[{"period": "2025-10", "value": sign * target}],
    )
    return judged(keys, monthly([sign * value for value in values]))


@few
@given(st.lists(plain, min_size=1, max_size=12), plain, plain, st.sampled_from(["goal_red_flag", "progress"]))
def test_a_mirrored_kpi_has_the_same_status_score_and_trend(
    values: list[float], target: float, baseline: float, method: str
) -> None:
    up, down = mirrored(values, target, baseline, method, 1), mirrored(values, target, baseline, method, -1)
    assert (up.status, up.score, up.progress, up.trend.word) == (
        down.status,
        down.score,
        down.progress,
        down.trend.word,
    )


@few
@given(
    st.lists(plain, min_size=4, max_size=14),
    st.randoms(use_true_random=False),
    st.sampled_from(["sum", "mean", "last", None]),
)
def test_the_order_of_rows_does_not_matter(values: list[float], random: Any, rule: str | None) -> None:
    one = project(kpi(aggregate=rule, frequency="quarterly", targets=[{"period": "2025", "value": 10}]))
    rows = readings("k", monthly(values))
    shuffled = list(rows.rows)
    random.shuffle(shuffled)
    assert assessed(one, rows) == assessed(one, dataclasses.replace(rows, rows=tuple(shuffled)))


@few
@given(
    st.lists(plain, min_size=8, max_size=14),
    st.lists(plain, min_size=1, max_size=5),
    st.sampled_from(["monthly", "quarterly"]),
)
def test_data_after_the_builds_date_changes_nothing(past: list[float], future: list[float], frequency: str) -> None:
    one = project(kpi(frequency=frequency, targets=[{"period": "2025", "value": 10}]))
    last = readings("k", monthly(past)).rows[-1].period
    known = readings("k", monthly(past), str(last))
    later = readings("k", monthly(past + future), str(last.shift(len(future))))
    assert assessed(one, known, as_of=last.end) == assessed(one, later, as_of=last.end)


@few
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 1000)), min_size=1, max_size=12))
def test_a_ratio_is_the_quotient_of_the_totals(parts: list[tuple[int, int]]) -> None:
    total = sum(below for _, below in parts)
    assume(total > 0)
    result = judged(kpi(frequency="yearly"), dict(zip(monthly([0.0] * len(parts)), parts, strict=True)))
    assert result.points[0].value == pytest.approx(sum(above for above, _ in parts) / total)


def test_the_same_input_gives_the_same_assessment() -> None:
    keys = kpi(targets=[{"period": "2025", "value": 10}])
    assert judged(keys, monthly([1, 2, 3]), date(2025, 6, 1)) == judged(keys, monthly([1, 2, 3]), date(2025, 6, 1))
