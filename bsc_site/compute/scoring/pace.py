"""Pace: the growth so far in relation to the growth needed to reach the target on time.

The public-sector method of Statistics Canada and Open SDG, after Eurostat: compound annual growth rates.
"""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case, Dated
from bsc_site.compute.scoring.scale import FULL, Rating, leeway, not_scored, rated, sign_of, stretched
from bsc_site.model.calculation.kpi_steps import PaceKept
from bsc_site.model.calculation.scoring_steps import (
    NoPace,
    NoScore,
    NotAfterBaseline,
    ScoredAsAchieved,
    ScoredByGrowth,
    ScoredByPace,
    WhyNoPace,
)
from bsc_site.model.period import Period
from bsc_site.model.vocabularies import Direction, Status

_LARGEST_EXPONENT = 600.0
"""exp(600) is 10 to the 260th; a growth beyond that is a mistake in the data, and would overflow further on."""
ENOUGH, SOME = 0.95, 0.60
ENOUGH_A_YEAR, SOME_A_YEAR = 0.015, 0.005


def measure(case: Case) -> PaceKept | WhyNoPace:
    """The ratio of the growth so far to the growth needed, 1 when just fast enough, or why it cannot be told."""
    baseline, aim = case.yardstick.baseline, case.aim
    if sign_of(case.kpi.direction) == 0:
        return NoPace.NO_DIRECTION
    if aim is None:
        return NoPace.NO_TARGET
    if baseline is None:
        return NoPace.NO_BASELINE
    so_far = _growth(baseline, case.period, case.value)
    needed = _growth(baseline, aim.period, aim.value)
    if not isinstance(so_far, float):
        return so_far
    return _ratio(case, aim, so_far, needed) if isinstance(needed, float) else needed


def _ratio(case: Case, aim: Dated, so_far: float, needed: float) -> PaceKept | NoPace:
    if needed == 0:
        return NoPace.NO_GROWTH_NEEDED
    ratio = sign_of(case.kpi.direction) * so_far / abs(needed)
    return PaceKept(ratio, so_far, needed, aim.written) if math.isfinite(ratio) else NoPace.TOO_LARGE


def _growth_so_far(case: Case) -> float | WhyNoPace:
    baseline = case.yardstick.baseline
    return NoPace.NO_BASELINE if baseline is None else _growth(baseline, case.period, case.value)


def _growth(base: Dated, period: Period, value: float) -> float | WhyNoPace:
    """Compound annual growth from the baseline to `value` at `period`, as a share: 0.02 is 2 % a year."""
    if base.value <= 0 or value <= 0:
        return NoPace.NOT_ABOVE_ZERO
    years = (period.ordinal - base.period.ordinal) / period.frequency.a_year
    if years <= 0:
        return NotAfterBaseline(period, base.period)
    exponent = (math.log(value) - math.log(base.value)) / years
    return NoPace.TOO_LARGE if exponent > _LARGEST_EXPONENT else math.expm1(exponent)


def rate(case: Case) -> Rating:
    """Status and score by pace; a target that is met is achieved; without a target by the growth a year alone."""
    if case.kpi.direction is Direction.BAND:
        return not_scored(NoScore.PACE_OF_BAND)
    if _achieved(case):
        return rated(Status.ON_TRACK, FULL)
    if case.aim is None:
        growth = _growth_so_far(case)
        if not isinstance(growth, float):
            return not_scored(growth)
        return stretched(sign_of(case.kpi.direction) * growth, SOME_A_YEAR, ENOUGH_A_YEAR)
    pace = measure(case)
    return stretched(pace.ratio, SOME, ENOUGH) if isinstance(pace, PaceKept) else not_scored(pace)


def _achieved(case: Case) -> bool:
    if case.aim is None:
        return False
    target = case.aim.value
    return sign_of(case.kpi.direction) * (case.value - target) >= -leeway(target, 0.0)


def step(case: Case, outcome: Rating) -> ScoredAsAchieved | ScoredByGrowth | ScoredByPace | None:
    """How fast the KPI moves, and how fast it has to; or that its target is met."""
    if outcome.score is None:
        return None
    scored = (outcome.status, outcome.score)
    if _achieved(case) and case.aim is not None:
        return ScoredAsAchieved(*scored, case.value, case.aim.value)
    if case.aim is None:
        growth = _growth_so_far(case)
        return ScoredByGrowth(*scored, growth, SOME_A_YEAR, ENOUGH_A_YEAR) if isinstance(growth, float) else None
    pace = measure(case)
    return ScoredByPace(*scored, pace.ratio, SOME, ENOUGH) if isinstance(pace, PaceKept) else None
