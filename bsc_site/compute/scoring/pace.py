"""Pace: the growth so far in relation to the growth needed to reach the target on time.

The public-sector method of Statistics Canada and Open SDG, after Eurostat: compound annual growth rates.
"""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case, Dated, Yardstick
from bsc_site.compute.scoring.scale import (
    FULL,
    Rating,
    leeway,
    not_scored,
    on_knots,
    rated,
    sign_of,
    stretched,
)
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

LARGEST_EXPONENT = 600.0
"""exp(600) is 10 to the 260th; a growth beyond that is a mistake in the data, and would overflow further on."""
ENOUGH, SOME = 0.95, 0.60
ENOUGH_A_YEAR, SOME_A_YEAR = 0.015, 0.005
NEARNESS = 4.44
"""The exponent by which less growth is asked for near a natural limit (Statistics Canada)."""


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


def needed_growth(base: Dated, aim: Dated) -> float | None:
    """The compound annual growth, as a share, that leads from `base` to `aim`; None where there is none."""
    growth = _growth(base, aim.period, aim.value)
    return growth if isinstance(growth, float) else None


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
    return NoPace.TOO_LARGE if exponent > LARGEST_EXPONENT else math.expm1(exponent)


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
        eased = _easing(case)
        return stretched(sign_of(case.kpi.direction) * growth, SOME_A_YEAR * eased, ENOUGH_A_YEAR * eased)
    pace = measure(case)
    return _rated(case.yardstick, pace.ratio) if isinstance(pace, PaceKept) else not_scored(pace)


def paces_of(yardstick: Yardstick) -> tuple[float, float]:
    """The paces that are on track and at risk: 0.95 and 0.60, unless the scorecard's own statuses say otherwise."""
    return yardstick.scale.paces or (ENOUGH, SOME)


def _rated(yardstick: Yardstick, ratio: float) -> Rating:
    """Linear between the declared paces and beyond; less than a target that is met where that counts for more."""
    scale = yardstick.scale
    if not scale.pace_knots:
        return stretched(ratio, SOME, ENOUGH)
    return on_knots(ratio, scale.pace_knots, scale.achieved_from)


def _easing(case: Case) -> float:
    """What is left of the growth that is asked for without a target, from 1 far from the natural limit to 0 at it.

    `1 - (1 - d)^4.44` with d the distance from the baseline to the limit as a share of the limit, which is
    `1 - (y0 / L)^4.44` below a largest value; the scaling factor C of Statistics Canada.
    """
    limit, baseline = case.kpi.limit, case.yardstick.baseline
    if not limit or baseline is None:
        return 1.0
    distance = max(0.0, sign_of(case.kpi.direction) * (limit - baseline.value) / abs(limit))
    return 1 - (1 - distance) ** NEARNESS if distance < 1 else 1.0


def _by_growth(case: Case, scored: tuple[Status, float], growth: float) -> ScoredByGrowth:
    eased = _easing(case)
    limit = None if eased == 1 else case.kpi.limit
    return ScoredByGrowth(*scored, growth, SOME_A_YEAR * eased, ENOUGH_A_YEAR * eased, limit, eased)


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
        return _by_growth(case, scored, growth) if isinstance(growth, float) else None
    pace = measure(case)
    if not isinstance(pace, PaceKept):
        return None
    enough, some = paces_of(case.yardstick)
    return ScoredByPace(*scored, pace.ratio, some, enough, case.yardstick.scale.pace_knots)
