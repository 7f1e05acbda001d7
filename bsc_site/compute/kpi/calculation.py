"""Calculation: where a value came from and what was expected, the first steps on the way to status and score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from bsc_site.compute.kpi.target_path import Line, TargetPath
from bsc_site.compute.scoring.case import Case, Dated
from bsc_site.compute.scoring.judge import method_of, needs_of
from bsc_site.compute.scoring.pace import needed_growth, paces_of
from bsc_site.compute.series.aggregation import rule_of
from bsc_site.model.calculation.kpi_steps import (
    BandExpected,
    BandRedFlags,
    ExpectedStep,
    FigureAggregated,
    FigureComputed,
    FigureOfParts,
    FigureRead,
    FigureRolledUp,
    NothingCounted,
    OriginStep,
    PaceEdges,
    RedFlagHolds,
    StillRunning,
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
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import in_force
from bsc_site.model.formula_grammar.parse import parse
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.series import NoRows, Observation, Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate, Direction, Method


@dataclass(frozen=True, slots=True)
class Inputs:
    """Every series that a formula may name, their ids as a set that is made once, and the names of helper KPIs."""

    series: Mapping[str, Series]
    names: frozenset[str]
    helpers: Mapping[str, str] = field(default_factory=dict)


def origin_steps(kpi: Kpi, series: Series, latest: Observation, inputs: Inputs) -> tuple[OriginStep, ...]:
    """How the latest value came about, and whether its period is still running."""
    origin = _origin(kpi, series, latest, inputs)
    return (origin, StillRunning(latest.period)) if latest.running else (origin,)


def _origin(kpi: Kpi, series: Series, latest: Observation, inputs: Inputs) -> OriginStep:
    figure = (latest.period, latest.value)
    parts = (latest.numerator, latest.denominator)
    if kpi.formula is not None:
        used = _inputs(kpi.formula, latest, inputs)
        helpers = tuple((name, inputs.helpers[name]) for name, _ in used if name in inputs.helpers)
        return FigureComputed(*figure, kpi.formula, used, helpers)
    if kpi.from_children is not None and latest.parts:
        return FigureRolledUp(*figure, Aggregate(kpi.from_children.aggregate), latest.parts, *parts)
    if latest.numerator is not None and latest.denominator is not None:
        return FigureOfParts(*figure, latest.numerator, latest.denominator, series.origin)
    if latest.note is NoRows.NONE:
        return NothingCounted(*figure, series.origin)
    if latest.count != 1:
        return FigureAggregated(*figure, rule_of(kpi), latest.count, series.origin)
    return FigureRead(*figure, series.origin)


def _inputs(formula: str, latest: Observation, inputs: Inputs) -> tuple[tuple[str, float], ...]:
    """The figures of a formula's KPIs in that period, where all of them have the same frequency."""
    try:
        names = sorted(parse(formula, inputs.names).names)
    except FormulaError:
        return ()
    found = tuple(
        (name, each.value)
        for name in names
        for each in inputs.series[name].observations
        if each.period == latest.period
    )
    return found if len(found) == len(names) else ()


def expected_steps(path: TargetPath, case: Case, own: float | None) -> tuple[ExpectedStep, ...]:
    """What was expected and why, and where the amber zone ends; empty where no value is compared with a target."""
    if case.kpi.direction is Direction.BAND:
        return _band_steps(case)
    target = case.expected.target
    if not needs_of(case.kpi).compares or target is None:
        return ()
    reason = _reason(path.goal, case) if own is None else TargetInData()
    version = () if own is not None else _version_step(case)
    return (TargetExpected(case.period, target, reason), *version, *_red_flag_step(case), *_pace_edges(case))


def _version_step(case: Case) -> tuple[VersionHolds, ...]:
    """From when on and until when the target that the value heads for judges, where it has versions."""
    if case.aim is None:
        return ()
    held = [each for each in in_force(case.kpi.targets, case.period) if each.period == case.aim.written]
    return tuple(VersionHolds(each.from_, each.until) for each in held[:1] if each.from_ or each.until)


def _reason(line: Line, case: Case) -> TargetReason:
    if method_of(case.kpi) is Method.PACE and case.aim is not None:
        return _at_pace(case, case.aim)
    before, after = line.around(case.period.ordinal)
    if before is None:
        return TargetInData() if after is None else TargetFirst(_point(after))
    if after is None or before is after or before.written == after.written or line.stepwise:
        return _held(before, case)
    return TargetBetween(_point(before), _point(after))


def _at_pace(case: Case, aim: Dated) -> TargetReason:
    base, ahead = case.yardstick.baseline, TargetPoint(aim.written, aim.value)
    if case.period.ordinal == aim.ordinal:
        return TargetOf(aim.written)
    if case.period.ordinal > aim.ordinal:
        return TargetSince(ahead)
    growth = None if base is None else needed_growth(base, aim)
    if base is None or growth is None or case.expected.target == aim.value:
        return TargetKept(ahead)
    return TargetOnPace(_point(base), ahead, growth)


def _held(point: Dated, case: Case) -> TargetReason:
    if point.written.frequency is not case.period.frequency and case.kpi.adds_up:
        return TargetPart(point.written)
    return TargetOf(point.written) if point.period == case.period else TargetSince(_point(point))


def _point(point: Dated) -> TargetPoint:
    return TargetPoint(point.written, point.value)


def _red_flag_step(case: Case) -> tuple[RedFlagHolds, ...]:
    target, red_flag = case.expected.target, case.expected.red_flag
    if red_flag is None or target is None or method_of(case.kpi) is not Method.GOAL_RED_FLAG:
        return ()
    declared = red_flag == case.kpi.thresholds.red_flag
    tolerance = None if declared else case.yardstick.tolerance
    way = case.yardstick.way_at(target) if tolerance is not None else None
    return (RedFlagHolds(red_flag, tolerance, red_flag < target, way),)


def _pace_edges(case: Case) -> tuple[PaceEdges, ...]:
    enough, red_flag = case.expected.enough, case.expected.red_flag
    if enough is None or red_flag is None or method_of(case.kpi) is not Method.PACE:
        return ()
    return (PaceEdges(enough, red_flag, *paces_of(case.yardstick)),)


def _band_steps(case: Case) -> tuple[ExpectedStep, ...]:
    expected = case.expected
    if expected.low is None or expected.high is None:
        return ()
    band = BandExpected(case.period, expected.low, expected.high)
    if expected.red_flag_low is None or expected.red_flag_high is None:
        return (band,)
    return band, BandRedFlags(expected.red_flag_low, expected.red_flag_high)
