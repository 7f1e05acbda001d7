"""Calculation: the whole way from the figures to status and score, in sentences that a manager can check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bsc_site.compute.formulas.parse import parse
from bsc_site.compute.formulas.tokens import FormulaError
from bsc_site.compute.kpi.target_path import Line, TargetPath
from bsc_site.compute.scoring.case import Case, Dated, Yardstick
from bsc_site.compute.scoring.judge import method_of, needs_of
from bsc_site.compute.series.aggregation import rule_of
from bsc_site.compute.series.rollup_kpis import parts_words
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.figures import count_text, number_text, period_text, quantity_text
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Aggregate, Direction, Method

_RULES = {
    Aggregate.SUM: "the sum",
    Aggregate.MEAN: "the mean",
    Aggregate.LAST: "the last",
    Aggregate.MIN: "the smallest",
    Aggregate.MAX: "the largest",
    Aggregate.RATIO: "the last",
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every series that a formula may name, and their ids as a set that is made once."""

    series: Mapping[str, Series]
    names: frozenset[str]


def origin_step(kpi: Kpi, series: Series, latest: Observation, inputs: Inputs) -> str:
    """How the value came about: `Jun 2025: 412 of 1,480 = 27.84 % (data/crm.csv, columns repeat / customers)`."""
    value, when = quantity_text(latest.value, kpi.unit, kpi.decimals), period_text(latest.period)
    where = f" ({series.origin})" if series.origin else ""
    if kpi.formula is not None:
        return f"{when}: {value}, computed from {kpi.formula}{_input_words(kpi, latest, inputs)}"
    if kpi.from_children is not None and latest.parts:
        return f"{when}: {value}, {parts_words(kpi, kpi.from_children, latest)}"
    if latest.numerator is not None and latest.denominator is not None:
        parts = f"{number_text(latest.numerator)} of {number_text(latest.denominator)}"
        return f"{when}: {parts} = {value}{where}"
    if latest.count > 1:
        return f"{when}: {_RULES[rule_of(kpi)]} of {count_text(latest.count, 'figure')} = {value}{where}"
    return f"{when}: {value}{where}"


def _input_words(kpi: Kpi, latest: Observation, inputs: Inputs) -> str:
    """The figures of a formula's KPIs in that period, where they have the same frequency."""
    try:
        names = sorted(parse(kpi.formula or "", inputs.names).names)
    except FormulaError:
        return ""
    found = [
        f"{name} = {number_text(each.value)}"
        for name in names
        for each in inputs.series[name].observations
        if each.period == latest.period
    ]
    return f" with {', '.join(found)}" if len(found) == len(names) else ""


def expected_steps(path: TargetPath, case: Case, own: float | None) -> tuple[str, ...]:
    """What was expected and why, and where the amber zone ends; empty where no value is compared with a target."""
    scale, expected = path.yardstick, case.expected
    if case.kpi.direction is Direction.BAND:
        return _band_steps(scale, case)
    if not needs_of(case.kpi).compares or expected.target is None:
        return ()
    start = f"{scale.quantity(expected.target)} expected by {period_text(case.period)}"
    reason = "the target in the data" if own is not None else _reason(path.goal, scale, case)
    return (f"{start}: {reason}", *_red_flag_step(scale, case))


def _reason(line: Line, scale: Yardstick, case: Case) -> str:
    before, after = line.around(case.period.ordinal)
    if before is not None and after is not None and before.written == after.written and before is not after:
        return _held(before, scale, case)
    if before is not None and after is not None and before is not after and not line.stepwise:
        return f"between {_point(before, scale)} and {_point(after, scale)}"
    if before is not None:
        return _held(before, scale, case)
    return f"the first target, {_point(after, scale)}" if after is not None else "the target"


def _held(point: Dated, scale: Yardstick, case: Case) -> str:
    if point.written.frequency is not case.period.frequency and case.kpi.aggregate is Aggregate.SUM:
        return f"an equal part of the total for {period_text(point.written)}"
    if point.period == case.period:
        return f"the target of {period_text(point.written)}"
    return f"the last target before, {_point(point, scale)}"


def _point(point: Dated, scale: Yardstick) -> str:
    return f"{scale.quantity(point.value)} ({period_text(point.written)})"


def _red_flag_step(scale: Yardstick, case: Case) -> tuple[str, ...]:
    target, red_flag = case.expected.target, case.expected.red_flag
    if red_flag is None or target is None or method_of(case.kpi) is not Method.GOAL_RED_FLAG:
        return ()
    if red_flag == case.kpi.thresholds.red_flag:
        return (f"The red flag is {scale.quantity(red_flag)}, as declared",)
    side = "below" if red_flag < target else "above"
    return (f"The red flag is {scale.quantity(red_flag)}: {scale.tolerance} {side} the target",)


def _band_steps(scale: Yardstick, case: Case) -> tuple[str, ...]:
    expected = case.expected
    if expected.low is None or expected.high is None:
        return ()
    band = f"{scale.quantity(expected.low)} to {scale.quantity(expected.high)}"
    first = f"{band} expected by {period_text(case.period)}"
    if expected.red_flag_low is None or expected.red_flag_high is None:
        return (first,)
    flags = f"{scale.quantity(expected.red_flag_low)} and {scale.quantity(expected.red_flag_high)}"
    return first, f"The red flags are {flags}"
