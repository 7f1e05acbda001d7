"""The forecast in words: how likely each target is, what it takes to meet it, and why there is no forecast."""

from __future__ import annotations

from typing import assert_never

from bsc_site.model.concluded.outlook import (
    Chance,
    Forecast,
    Obstacle,
    TooFewPeriods,
    TooLargeFigures,
    TooManyGaps,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Direction
from bsc_site.wording.figures import number_text, period_text, quantity_text
from bsc_site.wording.kpi_figures import declared_text, slope_figure
from bsc_site.wording.language import say, say_count
from bsc_site.wording.period_counts import period_noun, periods_text

_SURE = 99
"""The highest whole per cent that is said."""


def forecast_sentences(forecast: Forecast, kpi: Kpi) -> tuple[str, ...]:
    """The chance of each target, and the season; the obstacle where there is no forecast; nothing where none is due."""
    if forecast.obstacle is not None:
        return (obstacle_sentence(forecast.obstacle, kpi),)
    chances = tuple(chance_sentence(each, kpi) for each in forecast.chances)
    return (*chances, say("The yearly pattern is part of the forecast.")) if forecast.seasonal else chances


def obstacle_sentence(obstacle: Obstacle, kpi: Kpi) -> str:
    """Why there is no forecast: `Too little data for a forecast: 3 months of the 24 that it takes.`."""
    match obstacle:
        case TooFewPeriods(found, needed):
            have = periods_text(found, kpi.frequency)
            return say(
                "Too little data for a forecast: {have} of the {needed} that it takes.", have=have, needed=needed
            )
        case TooManyGaps():
            return say("Too many periods are missing for a forecast.")
        case TooLargeFigures():
            return say("The figures are too large for a forecast.")
    assert_never(obstacle)


def chance_sentence(chance: Chance, kpi: Kpi) -> str:
    """`62 % likely to reach 30 % by Dec 2026.`."""
    told = say("{statement}.", statement=chance_statement(chance, kpi))
    if not chance.estimated:
        return told
    guessed = say_count(
        "{periods} without a figure in between is estimated.",
        "{periods} without figures in between are estimated.",
        chance.estimated,
        periods=periods_text(chance.estimated, kpi.frequency),
    )
    return f"{told} {guessed}"


def chance_statement(chance: Chance, kpi: Kpi) -> str:
    """The same without its full stop, as an answer in a list."""
    figures = {
        "likely": _likely(chance.probability),
        "value": declared_text(kpi, chance.target),
        "period": period_text(chance.period),
    }
    daily = chance.period.frequency is Frequency.DAILY
    if kpi.direction is Direction.BAND and chance.low is not None:
        low = number_text(chance.low, kpi.decimals)
        if daily:
            return say("{likely} likely to lie between {low} and {value} on {period}", low=low, **figures)
        return say("{likely} likely to lie between {low} and {value} in {period}", low=low, **figures)
    return _of_total(kpi, figures, daily=daily) if chance.total else _of_level(chance, kpi, figures)


def _of_total(kpi: Kpi, figures: dict[str, str], *, daily: bool) -> str:
    if kpi.direction is Direction.LOWER:
        if daily:
            return say("{likely} likely to stay at or below {value} on {period}", **figures)
        return say("{likely} likely to stay at or below {value} in {period}", **figures)
    if daily:
        return say("{likely} likely to reach {value} on {period}", **figures)
    return say("{likely} likely to reach {value} in {period}", **figures)


def _of_level(chance: Chance, kpi: Kpi, figures: dict[str, str]) -> str:
    if kpi.direction is Direction.LOWER:
        if chance.met:
            return say("{likely} likely to stay at or below {value} by {period}", **figures)
        return say("{likely} likely to come down to {value} by {period}", **figures)
    if chance.met:
        return say("{likely} likely to stay at or above {value} by {period}", **figures)
    return say("{likely} likely to reach {value} by {period}", **figures)


def _likely(probability: float) -> str:
    """Whole per cent at the beginning of a sentence, never a certainty: `Less than 1 %`, `More than 99 %`."""
    whole = round(probability * 100)
    if whole < 1:
        return say("Less than {share} %", share=1)
    return say("More than {share} %", share=_SURE) if whole > _SURE else say("{share} %", share=whole)


def chance_figure(chance: Chance) -> str:
    """The chance alone: `62 %`, never a certainty: `< 1 %` and `> 99 %` at the ends."""
    whole = round(chance.probability * 100)
    if whole < 1:
        return say("< {share} %", share=1)
    return say("> {share} %", share=_SURE) if whole > _SURE else say("{share} %", share=whole)


def needed_text(chance: Chance, kpi: Kpi) -> str:
    """What it takes: `it takes +0.35 points a month from here`; empty where nothing more is needed."""
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER) or chance.met:
        return ""
    return _needed_average(chance, kpi) if chance.total else _needed_change(chance, kpi)


def _needed_average(chance: Chance, kpi: Kpi) -> str:
    figures = {"average": quantity_text(_digits(chance.required, 3), kpi.unit), "noun": period_noun(kpi.frequency)}
    if kpi.direction is Direction.HIGHER:
        return say("it takes an average of {average} in each remaining {noun}", **figures)
    if chance.required < 0:
        return say("already beyond it")
    return say("it takes an average of at most {average} in each remaining {noun}", **figures)


def _needed_change(chance: Chance, kpi: Kpi) -> str:
    change = slope_figure(kpi, abs(chance.required))
    if chance.required > 0:
        return say("it takes +{change} a {noun} from here", change=change, noun=period_noun(kpi.frequency))
    return say("it takes −{change} a {noun} from here", change=change, noun=period_noun(kpi.frequency))


def _digits(value: float, count: int) -> float:
    """The value with so many significant digits."""
    return float(f"{value:.{count}g}")
