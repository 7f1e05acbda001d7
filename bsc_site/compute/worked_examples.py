"""Worked examples: each way of scoring tried on a number, so that what is said of it is what is computed."""

from __future__ import annotations

from datetime import date
from functools import cache

from bsc_site.compute.kpi.assess_kpi import assess_kpi
from bsc_site.compute.kpi.calculation import Inputs
from bsc_site.model.calculation.kpi_steps import NoWay
from bsc_site.model.calculation.scoring_steps import NoProgress
from bsc_site.model.concluded.overview import WorkedExample
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import NO_SCALE, StatusScale
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.declared.scoring_methods import SCORING_METHODS, MethodExample
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Method


@cache
def worked_examples(scale: StatusScale = NO_SCALE) -> tuple[WorkedExample, ...]:
    """Every method on an invented yearly figure of 2024, computed as any KPI of a scorecard with these statuses."""
    return tuple(_worked(method, each.example, scale) for method, each in SCORING_METHODS.items())


def _worked(method: Method, example: MethodExample, scale: StatusScale) -> WorkedExample:
    kpi = Kpi.model_validate({"id": "example", "name": "Example", "frequency": "yearly", **example.keys})
    home = Scorecard(id="example", title="Example", kpis=(kpi,), statuses=scale.statuses)
    period = parse_period("2024")
    series = Series(kpi.id, kpi.frequency, (Observation(period, example.value),))
    found = assess_kpi(kpi, home, series, date(2025, 1, 1), Inputs({}, frozenset()))
    steps = tuple(step for step in found.calculation if not isinstance(step, NoProgress | NoWay))
    return WorkedExample(method, kpi, found.status, steps, found.score)
