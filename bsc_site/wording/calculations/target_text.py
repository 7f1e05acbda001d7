"""Targets in words: what was expected of a KPI and why, and where the amber zone ends."""

from __future__ import annotations

from functools import singledispatch

from bsc_site.model.calculation.kpi_steps import (
    BandExpected,
    BandRedFlags,
    ExpectedStep,
    PaceEdges,
    RedFlagHolds,
    TargetBetween,
    TargetExpected,
    TargetFirst,
    TargetInData,
    TargetKept,
    TargetOf,
    TargetOnPace,
    TargetPart,
    TargetPoint,
    TargetReason,
    TargetSince,
    VersionHolds,
)
from bsc_site.model.declared.targets import Target
from bsc_site.model.period import Period
from bsc_site.wording.calculations.kpi_words import KpiWords, percent_text, tolerance_text
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import say


@singledispatch
def expected_sentence(step: ExpectedStep, words: KpiWords) -> str:
    """What was expected and why: `26.73 % expected by Jun 2025: between 24 % (Jan 2025) and 30 % (Dec 2025)`."""
    raise TypeError(step, words)


@expected_sentence.register
def _target(step: TargetExpected, words: KpiWords) -> str:
    target, period = words.quantity(step.target), period_text(step.period)
    return say(
        "{target} expected by {period}: {reason}",
        target=target,
        period=period,
        reason=target_reason(step.reason, words),
    )


@expected_sentence.register
def _red_flag(step: RedFlagHolds, words: KpiWords) -> str:
    red_flag = words.quantity(step.red_flag)
    if step.tolerance is None:
        return say("The red flag is {red_flag}, as declared", red_flag=red_flag)
    width = tolerance_text(step.tolerance)
    if step.way is not None:
        return _of_the_way(step, step.way, width, words)
    if step.below:
        return say("The red flag is {red_flag}: {width} below the target", red_flag=red_flag, width=width)
    return say("The red flag is {red_flag}: {width} above the target", red_flag=red_flag, width=width)


def _of_the_way(step: RedFlagHolds, way: tuple[float, float], width: str, words: KpiWords) -> str:
    figures = {"red_flag": words.quantity(step.red_flag), "width": width}
    figures |= {"start": words.quantity(way[0]), "end": words.quantity(way[1])}
    if step.below:
        return say("The red flag is {red_flag}: {width} of the way from {start} to {end} below the target", **figures)
    return say("The red flag is {red_flag}: {width} of the way from {start} to {end} above the target", **figures)


@expected_sentence.register
def _version(step: VersionHolds, words: KpiWords) -> str:  # noqa: ARG001  # every step is told the words of its KPI
    return say("This version of the target judges {periods}", periods=held_periods(step.first, step.last))


@expected_sentence.register
def _band(step: BandExpected, words: KpiWords) -> str:
    band = words.between(step.low, step.high)
    return say("{band} expected by {period}", band=band, period=period_text(step.period))


@expected_sentence.register
def _red_flags(step: BandRedFlags, words: KpiWords) -> str:
    return say("The red flags are {low} and {high}", low=words.quantity(step.low), high=words.quantity(step.high))


@expected_sentence.register
def _pace_edges(step: PaceEdges, words: KpiWords) -> str:
    return say(
        "A pace of {on_track} would have led to {enough}, one of {at_risk} to {red_flag}",
        on_track=number_text(step.on_track, 2),
        enough=words.quantity(step.enough),
        at_risk=number_text(step.at_risk, 2),
        red_flag=words.quantity(step.red_flag),
    )


@singledispatch
def target_reason(reason: TargetReason, words: KpiWords) -> str:
    """Why a target holds: `between 24 % (Jan 2025) and 30 % (Dec 2025)`, `an equal part of the total for 2025`."""
    raise TypeError(reason, words)


@target_reason.register
def _in_data(_: TargetInData, __: KpiWords) -> str:
    return say("the target in the data")


@target_reason.register
def _between(reason: TargetBetween, words: KpiWords) -> str:
    return say("between {before} and {after}", before=_point(reason.before, words), after=_point(reason.after, words))


@target_reason.register
def _part(reason: TargetPart, _: KpiWords) -> str:
    return say("an equal part of the total for {period}", period=period_text(reason.whole))


@target_reason.register
def _of(reason: TargetOf, _: KpiWords) -> str:
    return say("the target of {period}", period=period_text(reason.declared))


@target_reason.register
def _since(reason: TargetSince, words: KpiWords) -> str:
    return say("the last target before, {point}", point=_point(reason.last, words))


@target_reason.register
def _first(reason: TargetFirst, words: KpiWords) -> str:
    return say("the first target, {point}", point=_point(reason.first, words))


@target_reason.register
def _on_pace(reason: TargetOnPace, words: KpiWords) -> str:
    return say(
        "the way from {baseline} to {aim} at {growth} a year",
        baseline=_point(reason.baseline, words),
        aim=_point(reason.aim, words),
        growth=percent_text(reason.growth),
    )


@target_reason.register
def _kept(reason: TargetKept, words: KpiWords) -> str:
    return say("the target ahead, {point}", point=_point(reason.aim, words))


def _point(point: TargetPoint, words: KpiWords) -> str:
    return say("{value} ({period})", value=words.quantity(point.value), period=period_text(point.period))


def held_periods(first: Period | None, last: Period | None) -> str:
    """Which periods a version of a target judges: `2022 to 2025`, `2022 and later`, `2021 and earlier`."""
    if first is not None and last is not None:
        return say("{first} to {last}", first=period_text(first), last=period_text(last))
    if first is not None:
        return say("{first} and later", first=period_text(first))
    return say("{last} and earlier", last=period_text(last)) if last is not None else ""


def validity_text(target: Target) -> str:
    """Which periods are judged by a version of a target; empty for a target without versions."""
    periods = held_periods(target.from_, target.until)
    return say("for {periods}", periods=periods) if periods else ""
