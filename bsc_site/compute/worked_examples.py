"""Worked examples: each way of scoring tried on a number, so that what is said of it is what is computed."""

from __future__ import annotations

from datetime import date
from functools import cache

from bsc_site.compute.kpi.assess_kpi import assess_kpi
from bsc_site.compute.kpi.calculation import Inputs
from bsc_site.model.concluded.overview import WorkedExample
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard, StatusNames
from bsc_site.model.declared.scoring_methods import SCORING_METHODS, MethodExample
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Method

_RULES: dict[Method, str] = {
    Method.GOAL_RED_FLAG: (
        "The target counts 66.7 and the red flag 33.3; everything else lies on the straight line through both."
    ),
    Method.BAND: "Inside the band is on track, best in the middle; outside it the tolerance leads to the red flag.",
    Method.PERCENT_OF_TARGET: (
        "The share of the target that is reached; 100 % is on track, less than the tolerance below it at risk."
    ),
    Method.PROGRESS: (
        "The share of the way from the baseline to the target; two thirds are on track, one third at risk."
    ),
    Method.PACE: "Growth so far by the growth that the target takes; from 0.95 on track, from 0.60 at risk.",
    Method.BANDS: "Ranges of values, each with its status.",
    Method.STATES: "Named states, each with its score; here certified is 100, applied for 50, none 0.",
    Method.YES_NO: "Yes is on track, no is off track; the other way round where lower is better.",
    Method.RULES: "Conditions in order; the first that holds decides.",
}


@cache
def worked_examples(names: StatusNames) -> tuple[WorkedExample, ...]:
    """Every method on an invented yearly figure of 2024, computed as any other KPI, in the organisation's words.

    Scorecards mostly share their words, and so the examples.
    """
    return tuple(_worked(method, each.example, names) for method, each in SCORING_METHODS.items())


def _worked(method: Method, example: MethodExample, names: StatusNames) -> WorkedExample:
    kpi = Kpi.model_validate({"id": "example", "name": "Example", "frequency": "yearly", **example.keys})
    home = Scorecard(id="example", title="Example", status_names=names, kpis=(kpi,))
    period = parse_period("2024")
    series = Series(kpi.id, kpi.frequency, (Observation(period, example.value),))
    found = assess_kpi(kpi, home, series, date(2025, 1, 1), Inputs({}, frozenset()))
    steps = tuple(step for step in found.calculation if not step.startswith("No progress"))
    return WorkedExample(method, _RULES[method], found.status, steps)
