"""Grading: from the tests of all links of a map to a grade for each."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bsc_site.compute.evidence.link_test import Values, link_coefficient
from bsc_site.compute.statistics.regression import Coefficient
from bsc_site.compute.statistics.student_t import value_at
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Grade

FEWEST = 24
ENOUGH = 36
SIGNIFICANT = 0.05
FIRM = 0.021
"""Both signs are looked at, so a verdict on one of them takes less than half of that."""
PROMISED = 0.10
"""At most so many verdicts are wrong."""
FALSE_DISCOVERIES = 0.08
"""What is asked for to keep that: the calendar that fits best is chosen first, which adds a little to chance."""
POWER = 0.8
WORTH_SEEING = 0.5
"""A correlation between the moves of cause and effect that is worth knowing."""
STRICT = PROMISED / 20
"""The p value that the best of twenty arrows needs to be called supported."""
SEARCHED_LAGS = range(1, 7)


@dataclass(frozen=True, slots=True)
class LinkData:
    """The two aligned series of one link, NaN where a period is missing; `lag` in periods, None when not declared.

    `cycle` is the number of periods in a year, `positive` the declared sign, `n` how many periods both series hold.
    """

    cause: Values
    effect: Values
    lag: int | None
    cycle: float
    positive: bool
    n: int
    controls: tuple[Values, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkResult:
    """One tested link: effect (a partial correlation) with its 95 % interval, and the p value in the declared sign.

    `opposite` is the p value of the other sign, `reverse` that of effect before cause (1 without a lag, when neither
    comes before the other), `detectable` the smallest effect that would be found in 80 % of cases at the level that a
    map of twenty arrows asks for. q values come with the grade, from all links together.
    """

    lag: int
    n: int
    effect: float
    low: float
    high: float
    p: float
    opposite: float
    reverse: float
    detectable: float


def tested(link: LinkData) -> LinkResult | None:
    """The result of one link; None where there are fewer than 24 periods beyond the lag, or no variation.

    Without a declared lag the one of lags 1 to 6 counts that speaks most clearly, for or against; its p values and
    interval are corrected for the search (Sidak).
    """
    lags = [link.lag] if link.lag is not None else list(SEARCHED_LAGS)
    found = [(lag, fit) for lag in lags if (fit := _fit(link, lag)) is not None]
    if not found:
        return None
    lag, fit = max(found, key=lambda pair: abs(pair[1].t))
    back = link_coefficient(link.effect, link.cause, lag, link.cycle, link.controls) if lag else None
    tries = len(found)
    effect = fit.correlation
    half = value_at(fit.freedom, _confidence(tries)) * math.sqrt((1 - effect**2) / fit.freedom)
    return LinkResult(
        lag=lag,
        n=link.n,
        effect=effect,
        low=max(effect - half, -1.0),
        high=min(effect + half, 1.0),
        p=_sidak(_one_sided(fit, positive=link.positive), tries),
        opposite=_sidak(_one_sided(fit, positive=not link.positive), tries),
        reverse=_one_sided(back, positive=link.positive) if back else 1.0,
        detectable=detectable(fit.freedom, tries),
    )


def false_discovery_rates(p_values: Sequence[float]) -> tuple[float, ...]:
    """Benjamini-Hochberg q values in the order of the p values."""
    order = sorted(range(len(p_values)), key=lambda index: p_values[index], reverse=True)
    q_values, smallest = [1.0] * len(p_values), 1.0
    for place, index in enumerate(order):
        smallest = min(smallest, p_values[index] * len(p_values) / (len(p_values) - place))
        q_values[index] = smallest
    return tuple(q_values)


@dataclass(frozen=True, slots=True)
class Rates:
    """The q values of one link among all of its map: of the declared sign, and of the other one."""

    declared: float
    opposite: float


def rates_of(results: Sequence[LinkResult]) -> tuple[Rates, ...]:
    """The q values of each link; both signs of all links are judged together, since both can give a verdict."""
    rates = false_discovery_rates([each.p for each in results] + [each.opposite for each in results])
    return tuple(map(Rates, rates[: len(results)], rates[len(results) :]))


def grade_of(result: LinkResult, q: Rates) -> Grade:
    """The grade of one tested link whose q values come from all links of the map together."""
    if result.n < ENOUGH:
        return Grade.CONSISTENT if result.p < SIGNIFICANT else Grade.NOT_CONSISTENT
    if _firm(result.p, q.declared) and result.reverse >= SIGNIFICANT:
        return Grade.SUPPORTED
    if result.p < SIGNIFICANT:
        return Grade.TENTATIVE
    if _firm(result.opposite, q.opposite):
        return Grade.CONTRADICTED
    return Grade.NO_EVIDENCE if result.detectable <= WORTH_SEEING else Grade.INCONCLUSIVE


def _firm(p: float, q: float) -> bool:
    return q <= FALSE_DISCOVERIES and p < FIRM


def detectable(freedom: int, tries: int = 1) -> float:
    """The smallest correlation that is found in 80 % of cases, at p = 0.005 as in a map of twenty arrows.

    About 0.73 with 24 months, 0.59 with 36, 0.51 with 48 and 0.45 with 60.
    """
    level = 1 - (1 - STRICT) ** (1 / tries)
    needed = (value_at(freedom, 1 - level) + value_at(freedom, POWER)) / math.sqrt(freedom)
    return needed / math.sqrt(1 + needed**2)


def _fit(link: LinkData, lag: int) -> Coefficient | None:
    if link.n < FEWEST + lag:
        return None
    return link_coefficient(link.cause, link.effect, lag, link.cycle, link.controls)


def _one_sided(fit: Coefficient, *, positive: bool) -> float:
    return fit.p_above() if positive else fit.p_below()


def _sidak(p: float, tries: int) -> float:
    return float(1 - (1 - p) ** tries)


def _confidence(tries: int) -> float:
    """The quantile at the upper end of an interval that holds in 95 % of cases for all lags searched together."""
    return float(1 - (1 - (1 - SIGNIFICANT) ** (1 / tries)) / 2)
