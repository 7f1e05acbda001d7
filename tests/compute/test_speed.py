"""Speed: what one KPI of ten years of months costs."""
# ruff: noqa: D103  # the names of tests are sentences

from __future__ import annotations

from time import process_time

import pytest

from tests.compute.builders import assessed, kpi, monthly, project, readings

KPIS = 100
ALLOWED = 3 * 0.0025
"""Seconds a KPI: three times the aim, because the machine may be shared."""


@pytest.mark.slow
def test_a_kpi_of_120_months_costs_a_few_milliseconds() -> None:
    figures = monthly([100 + at % 7 + at / 10 for at in range(120)], "2016-01")
    target = {"baseline": {"period": "2015-12", "value": 90}, "targets": [{"period": "2027", "value": 130}]}
    one = project(*(kpi(id=f"k{at}", **target) for at in range(KPIS)))
    rows = [readings(f"k{at}", figures) for at in range(KPIS)]
    assessed(one, *rows)
    start = process_time()
    assessed(one, *rows)
    assert (process_time() - start) / KPIS < ALLOWED
