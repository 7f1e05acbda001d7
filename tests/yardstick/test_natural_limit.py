"""No forecast goes beyond the natural limit of a KPI."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bsc_site.compute.analytics import with_outlook
from bsc_site.model.concluded.outlook import FanPoint
from tests.builders.small_projects import assessed, built, kpi, monthly, project, readings

RISING = {month: 80 + 0.5 * at for at, month in enumerate(monthly([0.0] * 36, "2023-01"))}


def fan(values: dict[str, float], direction: str, limit: float | None) -> tuple[FanPoint, ...]:
    """The forecast of a KPI without a unit."""
    one, rows = project(kpi(direction=direction, limit=limit)), readings("k", values)
    return with_outlook(assessed(one, rows), built(one, rows).series).kpis["k"].forecast.points


@pytest.mark.parametrize(
    ("values", "direction", "limit"),
    [(RISING, "higher", 98.0), ({month: -value for month, value in RISING.items()}, "lower", -98.0)],
)
def test_a_forecast_ends_at_the_limit(values: dict[str, float], direction: str, limit: float) -> None:
    free, bound = fan(values, direction, None), fan(values, direction, limit)
    assert max(abs(each.upper95) for each in free) > 98 or max(abs(each.lower95) for each in free) > 98
    ends = [(each.value, each.lower80, each.upper80, each.lower95, each.upper95) for each in bound]
    assert max(abs(end) for point in ends for end in point) == 98


def test_a_course_bends_before_the_limit() -> None:
    """Each month brings less than the one before, where the straight course would have passed the limit."""
    free, bound = fan(RISING, "higher", None), fan(RISING, "higher", 98.0)
    assert free[-1].value > 98 >= bound[-1].value > bound[0].value
    steps = [later.value - each.value for each, later in pairwise(bound[:6])]
    assert steps == sorted(steps, reverse=True)


def test_a_limit_far_away_bends_nothing() -> None:
    assert fan(RISING, "higher", 5000.0) == fan(RISING, "higher", None)
