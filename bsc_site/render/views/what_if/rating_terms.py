"""Rating terms: what another value of a KPI would be rated by, as the figures that the rule of its method needs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from bsc_site.model.calculation.kpi_steps import PaceKept, ProgressMade
from bsc_site.model.calculation.scoring_steps import (
    ScoredByAnswer,
    ScoredByGoal,
    ScoredByPace,
    ScoredByProgress,
    ScoredByRange,
    ScoredByShare,
    ScoredByState,
    ScoredInBand,
    ScoredOutsideBand,
)
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.declared.scoring import ValueBand
from bsc_site.model.vocabularies import Direction

Terms = tuple[Any, ...]
"""The name of the rule and its figures; nothing where no other value can be rated."""
NO_TERMS: Terms = ()


def rating_terms(found: KpiAssessment, scale: StatusScale) -> Terms:
    """Taken from the steps by which the present value was rated; rules with conditions cannot be told in figures."""
    if found.current is None or not scale.amber:
        return NO_TERMS
    for step in found.calculation:
        terms = _TERMS.get(type(step))
        if terms is not None:
            return terms(found, step, scale)
    return NO_TERMS


def _goal(_: KpiAssessment, step: ScoredByGoal, __: StatusScale) -> Terms:
    return ("goal", step.red_flag, step.target)


def _band(found: KpiAssessment, step: ScoredInBand | ScoredOutsideBand, _: StatusScale) -> Terms:
    expected = found.current.expected if found.current else None
    low, high = (expected.red_flag_low, expected.red_flag_high) if expected else (None, None)
    return ("band", step.low, step.high, step.low if low is None else low, step.high if high is None else high)


def _share(_: KpiAssessment, step: ScoredByShare, __: StatusScale) -> Terms:
    return ("share", step.target, step.at_risk, step.on_track, int(step.lower))


def _progress(found: KpiAssessment, step: ScoredByProgress, _: StatusScale) -> Terms:
    way = _one(found, ProgressMade)
    return ("progress", way.baseline, way.target, step.at_risk, step.on_track) if way else NO_TERMS


def _pace(found: KpiAssessment, step: ScoredByPace, scale: StatusScale) -> Terms:
    way, speed = _one(found, ProgressMade), _one(found, PaceKept)
    if way is None or speed is None or speed.so_far == 0 or way.baseline <= 0 or way.value <= 0:
        return NO_TERMS
    years = (math.log(way.value) - math.log(way.baseline)) / math.log1p(speed.so_far)
    sign = -1 if found.kpi.direction is Direction.LOWER else 1
    ends = scale.achieved_from if step.knots else None
    aim = (sign, way.target, way.baseline, years, speed.needed)
    return ("pace", *aim, step.at_risk, step.on_track, [list(each) for each in step.knots], ends)


def _ranges(found: KpiAssessment, _: ScoredByRange, __: StatusScale) -> Terms:
    bands = sorted(found.kpi.scoring.bands, key=_start, reverse=True)
    return ("ranges", [[each.from_, each.status.value, each.score] for each in bands])


def _start(band: ValueBand) -> float:
    return -math.inf if band.from_ is None else band.from_


def _state(found: KpiAssessment, _: ScoredByState, __: StatusScale) -> Terms:
    return ("state", [list(each) for each in found.kpi.scoring.states.items()])


def _answer(_: KpiAssessment, step: ScoredByAnswer, __: StatusScale) -> Terms:
    return ("answer", int(step.yes_is_wanted))


def _one(found: KpiAssessment, kind: type[Any]) -> Any:
    return next((each for each in found.calculation if isinstance(each, kind)), None)


_TERMS: Mapping[type, Callable[[KpiAssessment, Any, StatusScale], Terms]] = {
    ScoredByGoal: _goal,
    ScoredInBand: _band,
    ScoredOutsideBand: _band,
    ScoredByShare: _share,
    ScoredByProgress: _progress,
    ScoredByPace: _pace,
    ScoredByRange: _ranges,
    ScoredByState: _state,
    ScoredByAnswer: _answer,
}
