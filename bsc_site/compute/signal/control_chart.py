"""The control chart of one KPI: its segments, points and icons, and what its limits stand on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from bsc_site.compute.signal.attribute_charts import Tally, limits_of_tally, overspread, part_of, tally_of
from bsc_site.compute.signal.icons import assurance_of, variation_of
from bsc_site.compute.signal.limits import Limits, Recipe, Values, believed_correlation, limits_of
from bsc_site.compute.signal.point_labels import labels_of
from bsc_site.compute.statistics.even_spacing import evenly_spaced
from bsc_site.compute.statistics.season import LENGTHS, NO_SEASON, Season, season_of
from bsc_site.model.concluded.outlook import (
    FEWEST_FOR_CHART,
    FEWEST_FOR_FIRM_LIMITS,
    NO_SIGNAL,
    Grounds,
    Segment,
    Signal,
    SignalPoint,
    Uncounted,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import PointLabel, SpcMethod

PERCENT = 100.0
LARGEST = 1e100
"""Larger figures cannot be squared and added up."""
LONG_RUN = 12
"""A run of so many values on one side of the mean is worth new limits: they would be solid at once."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One segment with the values that belong to it, the season taken out; `limits` has those of each point."""

    start: int
    middle: Limits
    limits: tuple[Limits, ...]
    labels: tuple[PointLabel, ...]
    because: str = ""


def signal_of(kpi: Kpi, observations: Sequence[Observation], target: float | None) -> Signal:
    """What a control chart says about the complete observations of a KPI; NO_SIGNAL with fewer than three.

    Answers of yes and no, states and figures beyond all measure have no natural variation either.

    `target` is the one that holds at the latest period; declared rebases start new segments; under `spc: adjusted` a
    season is taken out first. Proportions and counts that are declared so have limits of their own kind.
    """
    if kpi.spc.method is SpcMethod.NONE or len(observations) < FEWEST_FOR_CHART:
        return NO_SIGNAL
    if kpi.unit == "yes/no" or kpi.scoring.states or max(abs(each.value) for each in observations) > LARGEST:
        return NO_SIGNAL
    tally = None if kpi.kind_of_data == "measurement" else tally_of(kpi, observations)
    counted = tally if isinstance(tally, Tally) else None
    season = NO_SEASON if counted else _season(kpi, observations)
    places = np.array([each.period.ordinal for each in observations]) - observations[0].period.ordinal
    pattern = season.pattern(0, int(places[-1]) + 1)[places] if season.present else np.zeros(places.size)
    plain = _without(np.array([each.value for each in observations]), pattern, season)
    parts = _parts(kpi, observations, plain, counted)
    periods = [each.period for each in observations]
    last = parts[-1]
    points = tuple(_points(parts, periods, pattern, season))
    overdone = counted is not None and overspread(part_of(counted, last.start, len(observations)))
    return Signal(
        method=kpi.spc.method,
        segments=tuple(_segment(part, periods) for part in parts),
        points=points,
        variation=variation_of(last.labels[-1], kpi.direction),
        assurance=assurance_of(_with(last.limits[-1], float(pattern[-1]), season), target, kpi.direction),
        trial=len(last.labels) < FEWEST_FOR_FIRM_LIMITS,
        seasonal=season.present,
        suggestion=_suggestion(last, plain, periods),
        chart=counted.chart if counted else "xmr",
        grounds=Grounds(
            len(last.labels),
            *_reachable(kpi, observations, points[-1]),
            correlation=last.middle.correlation,
            overspread=overdone,
            uncounted=tally if isinstance(tally, Uncounted) else None,
        ),
    )


def _reachable(kpi: Kpi, observations: Sequence[Observation], latest: SignalPoint) -> tuple[float, float]:
    """The limits of the latest point, no further than values of this kind can go."""
    values = [each.value for each in observations]
    least = 0.0 if min(values) >= 0 else -math.inf
    most = PERCENT if kpi.unit == "%" and max(values) <= PERCENT else math.inf
    return max(latest.lower, least), min(latest.upper, most)


def _season(kpi: Kpi, observations: Sequence[Observation]) -> Season:
    if kpi.spc.method is SpcMethod.NHS:
        return NO_SEASON
    even = evenly_spaced(observations)
    return season_of(even, LENGTHS[kpi.frequency]) if even is not None else NO_SEASON


def _without(values: Values, pattern: Values, season: Season) -> Values:
    if not season.present:
        return values
    return values / pattern if season.multiplicative else values - pattern


def _parts(kpi: Kpi, observations: Sequence[Observation], plain: Values, tally: Tally | None) -> list[_Part]:
    recipe = Recipe(
        adjusted=kpi.spc.method is SpcMethod.ADJUSTED,
        baseline_points=kpi.spc.baseline_points,
        screen_outliers=kpi.spc.screen_outliers,
    )
    starts = _starts(kpi, observations)
    parts = []
    for start, end in pairwise([*sorted({0, *starts}), len(observations)]):
        if tally is None:
            middle = limits_of(plain[start:end], recipe)
            limits: tuple[Limits, ...] = (middle,) * (end - start)
        else:
            middle, limits = limits_of_tally(part_of(tally, start, end), kpi.spc.baseline_points)
        labels = labels_of(plain[start:end], limits)
        parts.append(_Part(start, middle, limits, labels, starts.get(start, "")))
    return parts


def _starts(kpi: Kpi, observations: Sequence[Observation]) -> dict[int, str]:
    """Where declared rebases start a new segment, and why."""
    found: dict[int, str] = {}
    for rebase in kpi.rebase:
        begins = rebase.period.start
        place = next((place for place, each in enumerate(observations) if each.period.end >= begins), None)
        if place is not None:
            found[place] = rebase.because
    return found


def _points(parts: list[_Part], periods: list[Period], pattern: Values, season: Season) -> list[SignalPoint]:
    points = []
    for part in parts:
        for offset, (label, limits) in enumerate(zip(part.labels, part.limits, strict=True)):
            place = part.start + offset
            at = _with(limits, float(pattern[place]), season)
            points.append(SignalPoint(periods[place], label, at.mean, at.lower, at.upper))
    return points


def _with(limits: Limits, index: float, season: Season) -> Limits:
    """The limits at a period whose seasonal index is `index`."""
    if not season.present:
        return limits
    factor, shift = (index, 0.0) if season.multiplicative else (1.0, index)
    return replace(
        limits,
        mean=limits.mean * factor + shift,
        lower=limits.lower * factor + shift,
        upper=limits.upper * factor + shift,
        near_lower=limits.near_lower * factor + shift,
        near_upper=limits.near_upper * factor + shift,
    )


def _segment(part: _Part, periods: list[Period]) -> Segment:
    limits = part.middle
    return Segment(periods[part.start], limits.mean, limits.lower, limits.upper, limits.run, part.because)


def _suggestion(part: _Part, plain: Values, periods: list[Period]) -> Period | None:
    """The start of the run that the segment ends with, when it is long enough for limits of its own.

    A run that autocorrelation could explain counts where a step explains it better: without the step none is left.
    """
    values = plain[part.start :]
    sides = np.sign(values - part.middle.mean)
    run = 0
    while run < values.size and sides[-1 - run] == sides[-1] != 0:
        run += 1
    before = values.size - run
    if min(run, before) < LONG_RUN:
        return None
    stepped = np.concatenate([values[:before] - values[:before].mean(), values[before:] - values[before:].mean()])
    explained = run >= part.middle.run or believed_correlation(stepped) == 0
    return periods[part.start + before] if explained else None
