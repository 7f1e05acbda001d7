"""Origin in words: where the figures of a KPI come from, and how its latest value came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import TypeAlias, assert_never

from bsc_site.model.calculation.kpi_steps import (
    FigureAggregated,
    FigureComputed,
    FigureOfParts,
    FigureRead,
    FigureRolledUp,
    NothingCounted,
    OriginStep,
    StillRunning,
)
from bsc_site.model.provenance import Provenance
from bsc_site.model.series import Contribution, FigureSource, FromBelow, FromFormula, FromHidden
from bsc_site.model.vocabularies import Aggregate
from bsc_site.wording.calculations.kpi_words import KpiWords
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import enumeration, noted, say, say_count, told
from bsc_site.wording.provenance.origin_lines import provenance_text

NAMED = 12
"""How many KPIs of the scorecards below a sentence names before it only counts them."""
_AGGREGATED: Mapping[Aggregate, str] = {
    Aggregate.SUM: noted("{when}: the sum of {figures} = {value}"),
    Aggregate.MEAN: noted("{when}: the mean of {figures} = {value}"),
    Aggregate.LAST: noted("{when}: the last of {figures} = {value}"),
    Aggregate.MIN: noted("{when}: the smallest of {figures} = {value}"),
    Aggregate.MAX: noted("{when}: the largest of {figures} = {value}"),
    Aggregate.RATIO: noted("{when}: the last of {figures} = {value}"),
}
_ROLLED_UP: Mapping[Aggregate, str] = {
    Aggregate.SUM: noted("{when}: {value}, the sum of {parts}"),
    Aggregate.MEAN: noted("{when}: {value}, the mean of {parts}"),
    Aggregate.MIN: noted("{when}: {value}, the smallest of {parts}"),
    Aggregate.MAX: noted("{when}: {value}, the largest of {parts}"),
    Aggregate.RATIO: noted("{when}: {value}, the ratio of the totals of {parts}"),
}


_FROM_BELOW: Mapping[Aggregate, str] = {
    Aggregate.SUM: noted("the sum of {kpis}, from the scorecards below"),
    Aggregate.MEAN: noted("the mean of {kpis}, from the scorecards below"),
    Aggregate.MIN: noted("the smallest of {kpis}, from the scorecards below"),
    Aggregate.MAX: noted("the largest of {kpis}, from the scorecards below"),
    Aggregate.RATIO: noted("the ratio of the totals of {kpis}, from the scorecards below"),
}


def source_text(source: FigureSource) -> str:
    """Where figures come from: `the sum of Sales (North) and Sales (South), from the scorecards below`.

    Empty where that is not known.
    """
    match source:
        case FromFormula(formula):
            return say("computed from {formula}", formula=formula)
        case FromBelow(rule, kpis):
            return told(_FROM_BELOW[rule], kpis=listed(kpis) if kpis else say("nothing"))
        case FromHidden():
            return say("computed from other KPIs")
        case Provenance():
            return provenance_text(source)
    assert_never(source)


_WithValue: TypeAlias = FigureRead | FigureOfParts | FigureAggregated | FigureComputed | FigureRolledUp | NothingCounted


@singledispatch
def origin_sentence(step: OriginStep, words: KpiWords) -> str:
    """How the value came about: `Jun 2025: 412 of 1,480 = 27.84 % (data/crm.csv, columns repeat / customers)`."""
    raise TypeError(step, words)


@origin_sentence.register
def _read(step: FigureRead, words: KpiWords) -> str:
    return _with_source(say("{when}: {value}", **_figure(step, words)), step.source)


@origin_sentence.register
def _of_parts(step: FigureOfParts, words: KpiWords) -> str:
    parts = {"above": number_text(step.numerator), "below": number_text(step.denominator)}
    return _with_source(say("{when}: {above} of {below} = {value}", **parts, **_figure(step, words)), step.source)


@origin_sentence.register
def _aggregated(step: FigureAggregated, words: KpiWords) -> str:
    figures = say_count("{count} figure", "{count} figures", step.count)
    return _with_source(told(_AGGREGATED[step.rule], figures=figures, **_figure(step, words)), step.source)


@origin_sentence.register
def _none(step: NothingCounted, words: KpiWords) -> str:
    counted = say("{when}: {value}, no row of a period that the source covers", **_figure(step, words))
    return _with_source(counted, step.source)


@origin_sentence.register
def _running(step: StillRunning, words: KpiWords) -> str:  # noqa: ARG001  # every step is told the words of its KPI
    return say("{period} is still running: the latest figure counts until it ends", period=period_text(step.period))


@origin_sentence.register
def _computed(step: FigureComputed, words: KpiWords) -> str:
    figure = _figure(step, words)
    if not step.inputs:
        return say("{when}: {value}, computed from {formula}", formula=step.formula, **figure)
    helpers = dict(step.helpers)
    inputs = enumeration(_input(name, value, helpers.get(name, "")) for name, value in step.inputs)
    return say("{when}: {value}, computed from {formula} with {inputs}", formula=step.formula, inputs=inputs, **figure)


def _input(name: str, value: float, called: str) -> str:
    if called:
        return say("{id} ({name}) = {value}", id=name, name=called, value=number_text(value))
    return f"{name} = {number_text(value)}"


@origin_sentence.register
def _rolled_up(step: FigureRolledUp, words: KpiWords) -> str:
    figures = {"parts": listed([_part(each, words) for each in step.parts]), **_figure(step, words)}
    if step.rule is not Aggregate.RATIO or step.numerator is None or step.denominator is None:
        return told(_ROLLED_UP[step.rule], **figures)
    return say(
        "{when}: {value}, the ratio of the totals of {parts}, together {above} of {below}",
        above=number_text(step.numerator),
        below=number_text(step.denominator),
        **figures,
    )


def _figure(step: _WithValue, words: KpiWords) -> dict[str, str]:
    return {"when": period_text(step.period), "value": words.quantity(step.value)}


def _with_source(sentence: str, source: FigureSource) -> str:
    text = source_text(source)
    return say("{sentence} ({source})", sentence=sentence, source=text) if text else sentence


def _part(part: Contribution, words: KpiWords) -> str:
    if part.numerator is not None and part.denominator is not None:
        above, below = number_text(part.numerator), number_text(part.denominator)
        return say("{above} of {below} in {name}", above=above, below=below, name=part.name)
    return say("{value} in {name}", value=words.quantity(part.value), name=part.name)


def listed(texts: Sequence[str]) -> str:
    """`a, b and c`; the first twelve of more, and how many others there are."""
    more = len(texts) - NAMED
    shown = [*texts[:NAMED], say_count("{count} more", "{count} more", more)] if more > 0 else list(texts)
    if len(shown) < 2:  # noqa: PLR2004  # one alone needs no "and"
        return "".join(shown)
    return say("{others} and {last}", others=enumeration(shown[:-1]), last=shown[-1])
