"""Speed: twice as many KPIs are twice the work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders.small_projects import assessed, kpi, monthly, project, readings
from tests.effort import growth


@pytest.mark.slow
def test_no_kpi_is_more_work_for_the_others_beside_it() -> None:
    figures = monthly([100 + at % 7 + at / 10 for at in range(120)], "2016-01")
    target = {"baseline": {"period": "2015-12", "value": 90}, "targets": [{"period": "2027", "value": 130}]}

    def many(count: int) -> Callable[[], object]:
        one = project(*(kpi(id=f"k{at}", **target) for at in range(count)))
        rows = [readings(f"k{at}", figures) for at in range(count)]
        return lambda: assessed(one, *rows)

    assert growth(many(20), many(40)) < 2.1
