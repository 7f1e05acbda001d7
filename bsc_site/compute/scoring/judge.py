"""Judging: the method that a KPI declares, applied to one of its values."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bsc_site.compute.scoring import (
    band,
    bands,
    goal_red_flag,
    pace,
    percent_of_target,
    progress,
    rules,
    states,
    yes_no,
)
from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Rating, not_scored
from bsc_site.model.concluded.assessment import Judgement
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scoring_methods import SCORING_METHODS, ScoringMethod
from bsc_site.model.vocabularies import Direction, Method


class _MethodSteps(NamedTuple):
    rate: Callable[[Case], Rating]
    steps: Callable[[Case, Rating], tuple[str, ...]]


_METHODS: dict[Method, _MethodSteps] = {
    Method.GOAL_RED_FLAG: _MethodSteps(goal_red_flag.rate, goal_red_flag.steps),
    Method.BAND: _MethodSteps(band.rate, band.steps),
    Method.PROGRESS: _MethodSteps(progress.rate, progress.steps),
    Method.PACE: _MethodSteps(pace.rate, pace.steps),
    Method.BANDS: _MethodSteps(bands.rate, bands.steps),
    Method.STATES: _MethodSteps(states.rate, states.steps),
    Method.YES_NO: _MethodSteps(yes_no.rate, yes_no.steps),
    Method.RULES: _MethodSteps(rules.rate, rules.steps),
    Method.PERCENT_OF_TARGET: _MethodSteps(percent_of_target.rate, percent_of_target.steps),
}


def method_of(kpi: Kpi) -> Method:
    """The method that scores the KPI: as declared, `band` for a band, `yes_no` for a yes/no KPI without targets."""
    method = kpi.scoring.method
    if method is Method.GOAL_RED_FLAG and kpi.direction is Direction.BAND:
        return Method.BAND
    if method is Method.GOAL_RED_FLAG and kpi.unit == "yes/no" and not kpi.targets:
        return Method.YES_NO
    return method


def needs_of(kpi: Kpi) -> ScoringMethod:
    """What the method that scores the KPI needs and uses."""
    return SCORING_METHODS[method_of(kpi)]


def rater_of(kpi: Kpi) -> Callable[[Case], Rating]:
    """What rates the KPI's values: status and score without the words, for the many values of the past."""
    return _undirected if kpi.direction is Direction.NONE else _METHODS[method_of(kpi)].rate


def _undirected(_: Case) -> Rating:
    return not_scored("the KPI has no direction")


def judge(case: Case) -> Judgement:
    """Status and score (0 to 100) with the steps that led to them, or the reason why there are none."""
    outcome = rater_of(case.kpi)(case)
    if outcome.score is None:
        name = case.yardstick.status(outcome.status)
        return Judgement(outcome.status, None, (f"{name[:1].upper()}{name[1:]}: {outcome.why}",))
    return Judgement(outcome.status, outcome.score, _METHODS[method_of(case.kpi)].steps(case, outcome))
