"""Pace: the growth so far in relation to the growth needed to reach the target on time.

The public-sector method of Statistics Canada and Open SDG, after Eurostat: compound annual growth rates.
"""

from __future__ import annotations

import math

from bsc_site.compute.scoring.case import Case, Dated
from bsc_site.compute.scoring.progress import Measure
from bsc_site.compute.scoring.scale import FULL, Rating, leeway, not_scored, rated, sign_of, stretched
from bsc_site.compute.scoring.scoring_sentences import score_text
from bsc_site.model.figures import number_text, period_text
from bsc_site.model.period import Period
from bsc_site.model.vocabularies import Direction, Status

_LARGEST_EXPONENT = 600.0
"""exp(600) is 10 to the 260th; a growth beyond that is a mistake in the data, and would overflow further on."""
ENOUGH, SOME = 0.95, 0.60
ENOUGH_A_YEAR, SOME_A_YEAR = 0.015, 0.005


def measure(case: Case) -> Measure:
    """The ratio of the growth so far to the growth needed, 1 when just fast enough; None with the reason otherwise."""
    aim = case.aim
    if sign_of(case.kpi.direction) == 0:
        return Measure(None, "No pace: the KPI is neither better higher nor better lower")
    if aim is None:
        return Measure(None, "No pace: the KPI has no target")
    so_far = _growth_so_far(case)
    needed = so_far if case.yardstick.baseline is None else _growth(case.yardstick.baseline, aim.period, aim.value)
    if so_far.value is None or needed.value is None:
        return so_far if so_far.value is None else needed
    return _ratio(case, aim, so_far.value, needed.value)


def _ratio(case: Case, aim: Dated, so_far: float, needed: float) -> Measure:
    if needed == 0:
        return Measure(None, "No pace: the target equals the baseline")
    ratio = sign_of(case.kpi.direction) * so_far / abs(needed)
    if not math.isfinite(ratio):
        return Measure(None, "No pace: the growth is too large to compare")
    rates = f"{_rate(so_far)} a year so far, {_rate(needed)} a year needed by {period_text(aim.written)}"
    return Measure(ratio, f"Pace = {number_text(ratio)}: {rates}")


def _growth_so_far(case: Case) -> Measure:
    if case.yardstick.baseline is None:
        return Measure(None, "No pace: the KPI has no baseline")
    return _growth(case.yardstick.baseline, case.period, case.value)


def _growth(base: Dated, period: Period, value: float) -> Measure:
    """Compound annual growth from the baseline to `value` at `period`, as a share: 0.02 is 2 % a year."""
    if base.value <= 0 or value <= 0:
        return Measure(None, "No pace: growth rates need a baseline, a value and a target above zero")
    years = (period.ordinal - base.period.ordinal) / period.frequency.a_year
    if years <= 0:
        return Measure(None, f"No pace: {period_text(period)} is not after the baseline, {period_text(base.period)}")
    exponent = (math.log(value) - math.log(base.value)) / years
    if exponent > _LARGEST_EXPONENT:
        return Measure(None, "No pace: the growth is too large to compare")
    return Measure(math.expm1(exponent), "")


def rate(case: Case) -> Rating:
    """Status and score by pace; a target that is met is achieved; without a target by the growth a year alone."""
    if case.kpi.direction is Direction.BAND:
        return not_scored("a band has no pace")
    if _achieved(case):
        return rated(Status.ON_TRACK, FULL)
    if case.aim is None:
        growth = _growth_so_far(case)
        if growth.value is None:
            return not_scored(growth.sentence)
        return stretched(sign_of(case.kpi.direction) * growth.value, SOME_A_YEAR, ENOUGH_A_YEAR)
    pace = measure(case)
    return not_scored(pace.sentence) if pace.value is None else stretched(pace.value, SOME, ENOUGH)


def _achieved(case: Case) -> bool:
    if case.aim is None:
        return False
    target = case.aim.value
    return sign_of(case.kpi.direction) * (case.value - target) >= -leeway(target, 0.0)


def steps(case: Case, outcome: Rating) -> tuple[str, ...]:
    """How fast the KPI moves, how fast it has to, and the score."""
    if outcome.score is None:
        return ()
    status = case.yardstick.status(outcome.status)
    if _achieved(case) and case.aim is not None:
        reached = f"{case.yardstick.quantity(case.value)} meets the target {case.yardstick.quantity(case.aim.value)}"
        return f"{reached}: achieved, {status}", "Score = 100: the target is met"
    if case.aim is None:
        growth = _rate(_growth_so_far(case).value or 0.0)
        asked = (
            f"without a target {_rate(ENOUGH_A_YEAR)} in the right direction is on track, {_rate(SOME_A_YEAR)} at risk"
        )
        return f"{growth} a year; {asked}: {status}", f"Score = {score_text(outcome)} on the scale of those two"
    asked = f"{ENOUGH:.2f} is on track, {SOME:.2f} at risk"
    pace = number_text(measure(case).value or 0.0)
    return f"Pace {pace}, where {asked}: {status}", f"Score = {score_text(outcome)} on the scale of those two"


def _rate(share: float) -> str:
    return f"{number_text(share * 100)} %"
