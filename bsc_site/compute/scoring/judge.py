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
from bsc_site.model.calculation.scoring_steps import NoScore, NotScored, ScoringStep
from bsc_site.model.concluded.assessment import Judgement
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scoring_methods import SCORING_METHODS, ScoringMethod
from bsc_site.model.vocabularies import Direction, Method


class _Way(NamedTuple):
    rate: Callable[[Case], Rating]
    step: Callable[[Case, Rating], ScoringStep | None]


_METHODS: dict[Method, _Way] = {
    Method.GOAL_RED_FLAG: _Way(goal_red_flag.rate, goal_red_flag.step),
    Method.BAND: _Way(band.rate, band.step),
    Method.PROGRESS: _Way(progress.rate, progress.step),
    Method.PACE: _Way(pace.rate, pace.step),
    Method.BANDS: _Way(bands.rate, bands.step),
    Method.STATES: _Way(states.rate, states.step),
    Method.YES_NO: _Way(yes_no.rate, yes_no.step),
    Method.RULES: _Way(rules.rate, rules.step),
    Method.PERCENT_OF_TARGET: _Way(percent_of_target.rate, percent_of_target.step),
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
    if kpi.direction is Direction.NONE:
        return _undirected
    rate = _METHODS[method_of(kpi)].rate
    return lambda case: _on_its_scale(rate(case), case)


def _on_its_scale(found: Rating, case: Case) -> Rating:
    """The rating with a status that the scorecard has."""
    return found if case.yardstick.scale.amber else found._replace(status=case.yardstick.scale.within(found.status))


def _undirected(_: Case) -> Rating:
    return not_scored(NoScore.NO_DIRECTION)


def judge(case: Case) -> Judgement:
    """Status and score (0 to 100) with the step that led to them, or the reason why there are none."""
    outcome = rater_of(case.kpi)(case)
    if outcome.why is not None:
        return Judgement(outcome.status, None, (NotScored(outcome.status, outcome.why),))
    step = _METHODS[method_of(case.kpi)].step(case, outcome)
    return Judgement(outcome.status, outcome.score, () if step is None else (step,))
