"""Link gates: how often maps without a single real link show one, by what fools a test of links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.evidence.grading import LinkData, LinkResult, false_discovery_rates, grade_of, rates_of, tested
from bsc_site.compute.evidence.step_effect import step_effect
from bsc_site.model.concluded.evidence import FALSE_EFFECTS
from bsc_site.model.vocabularies import Grade

Values = NDArray[np.float64]
Pairs = Callable[[np.random.Generator], tuple[Values, Values]]
VERDICTS = {Grade.SUPPORTED, Grade.CONTRADICTED}
MONTHS = 36
UNTOUCHED = 8
WARM_UP = 50


def null_maps(arrows: int, rounds: int, months: int = 40, memory: float = 1.0) -> float:
    """Share of maps of unrelated KPIs with any verdict, half of the lags searched, two thirds of the signs plus.

    `memory` is the autocorrelation of the KPIs; with 1 they are random walks.
    """
    dice = np.random.default_rng([arrows, months, int(10 * memory)])
    return float(np.mean([_any_verdict(_unrelated(dice, arrows, months, memory)) for _ in range(rounds)]))


def null_cell(arrows: Sequence[int], months: int, memory: float, links: int = 2000, maps: int = 1000) -> list[float]:
    """The same for several sizes of maps, drawn from as many unrelated links with a lag of two months each."""
    dice = np.random.default_rng([months, int(10 * memory)])
    drawn = (_unrelated(dice, 1, months, memory)[0] for _ in range(links))
    results = [result for each in drawn if (result := tested(each))]
    return [float(np.mean([_graded(each) for each in _drawn(results, size, maps, dice)])) for size in arrows]


def _drawn(results: list[LinkResult], size: int, maps: int, dice: np.random.Generator) -> Iterator[list[LinkResult]]:
    """Groups of one size, each result in as many of them as any other."""
    groups = len(results) // size
    for _ in range(-(-maps // groups)):
        order = dice.permutation(len(results))[: groups * size].reshape(groups, size)
        yield from ([results[place] for place in group] for group in order)


def _unrelated(dice: np.random.Generator, arrows: int, months: int, memory: float) -> list[LinkData]:
    noise = dice.standard_normal((arrows, 2, months + WARM_UP))
    for at in range(1, months + WARM_UP):
        noise[:, :, at] += memory * noise[:, :, at - 1]
    return [
        LinkData(cause, effect, (2, None)[at % 2], 12.0, positive=at % 3 > 0, n=months)
        for at, (cause, effect) in enumerate(noise[:, :, WARM_UP:])
    ]


def _any_verdict(links: list[LinkData]) -> bool:
    return _graded([result for each in links if (result := tested(each))])


def _graded(results: list[LinkResult]) -> bool:
    return any(grade_of(each, q) in VERDICTS for each, q in zip(results, rates_of(results), strict=True))


def verdicts(pairs: Pairs, lags: range, rounds: int) -> float:
    """Share of maps of one arrow between two KPIs that have nothing to do with each other, but what they share."""
    found = []
    for lag in lags:
        dice = np.random.default_rng(lag + 1)
        for _ in range(rounds):
            cause, effect = pairs(dice)
            found.append(_any_verdict([LinkData(cause, effect, lag, 12.0, positive=True, n=cause.size)]))
    return float(np.mean(found))


def shared_shock(dice: np.random.Generator) -> tuple[Values, Values]:
    """Half of what moves each month moves both in the same month."""
    one, other, both = dice.standard_normal((3, MONTHS))
    return np.sqrt(0.5) * (both + one), np.sqrt(0.5) * (both + other)


def december_peak(dice: np.random.Generator) -> tuple[Values, Values]:
    """Every December both are four standard deviations higher."""
    one, other = dice.standard_normal((2, MONTHS)) + 4 * (np.arange(MONTHS) % 12 == 11)
    return one, other


def year_to_date(dice: np.random.Generator) -> tuple[Values, Values]:
    """Both are counted up from January."""
    one, other = np.cumsum(20 + 3 * dice.standard_normal((2, MONTHS // 12, 12)), axis=2).reshape(2, MONTHS)
    return one, other


def level_step(dice: np.random.Generator) -> tuple[Values, Values]:
    """In one month both rise by six standard deviations for good."""
    one, other = dice.standard_normal((2, MONTHS)) + 6 * (np.arange(MONTHS) >= dice.integers(8, 28))
    return one, other


def supported_links(rounds: int = 500) -> float:
    """How often a map of one arrow supports a link of strength 0.5 that is there, with 36 months."""
    dice = np.random.default_rng(5)
    found = []
    for _ in range(rounds):
        drive, noise = dice.standard_normal((2, MONTHS))
        moves = np.concatenate([noise[:2], 0.5 * drive[:-2] + np.sqrt(0.75) * noise[2:]])
        link = LinkData(np.cumsum(drive), np.cumsum(moves), 2, 12.0, positive=True, n=MONTHS)
        result = tested(link)
        found.append(result is not None and grade_of(result, rates_of([result])[0]) is Grade.SUPPORTED)
    return float(np.mean(found))


def effects_on_untouched(rounds: int = 500) -> float:
    """Share of initiatives with eight untouched KPIs (trend, memory of up to 0.7) that show any effect."""
    dice = np.random.default_rng(8)
    return float(np.mean([min(false_discovery_rates(list(_steps(dice)))) <= FALSE_EFFECTS for _ in range(rounds)]))


def _steps(dice: np.random.Generator) -> Iterator[float]:
    start = float(dice.integers(14, 30))
    for number in range(UNTOUCHED):
        memory, noise = (0.0, 0.4, 0.7)[number % 3], dice.standard_normal(60)
        for at in range(1, 60):
            noise[at] += memory * noise[at - 1]
        step = step_effect(np.arange(36.0), (noise + dice.normal(0, 0.1) * np.arange(60))[-36:], start)
        yield 1.0 if step is None else step.p
