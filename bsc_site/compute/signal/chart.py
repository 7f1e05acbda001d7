"""The XmR chart of one KPI: its segments, points, icons and what they mean in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from bsc_site.compute.evenly import evenly_spaced
from bsc_site.compute.season import LENGTHS, NO_SEASON, Season, season_of
from bsc_site.compute.signal.icons import assurance_of, variation_of
from bsc_site.compute.signal.labels import labels_of
from bsc_site.compute.signal.limits import Limits, Recipe, Values, limits_of
from bsc_site.compute.signal.sentences import sentences_of
from bsc_site.model.kpi import Kpi
from bsc_site.model.outlook import NO_SIGNAL, Segment, Signal, SignalPoint
from bsc_site.model.period import Period
from bsc_site.model.series import Observation
from bsc_site.model.words import PointLabel, SpcMethod

FEWEST = 3
SOLID = 13
"""Limits from fewer values are trial limits."""
LONG_RUN = 12
"""A run of so many values on one side of the mean is worth new limits: they would be solid at once."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One segment with the values that belong to it, the season taken out."""

    start: int
    limits: Limits
    labels: tuple[PointLabel, ...]


def signal_of(kpi: Kpi, observations: Sequence[Observation], target: float | None) -> Signal:
    """What an XmR chart says about the complete observations of a KPI; NO_SIGNAL with fewer than three.

    `target` is the one that holds at the latest period; declared rebases start new segments; under `spc: adjusted` a
    season is taken out first.
    """
    if kpi.spc.method is SpcMethod.NONE or len(observations) < FEWEST:
        return NO_SIGNAL
    season = _season(kpi, observations)
    places = np.array([each.period.ordinal for each in observations]) - observations[0].period.ordinal
    pattern = season.pattern(0, int(places[-1]) + 1)[places] if season.present else np.zeros(places.size)
    values = np.array([each.value for each in observations])
    plain = _without(values, pattern, season)
    parts = _parts(kpi, observations, plain)
    periods = [each.period for each in observations]
    points = tuple(_points(parts, periods, pattern, season))
    last = parts[-1]
    variation = variation_of(last.labels[-1], kpi.direction)
    signal = Signal(
        method=kpi.spc.method,
        segments=tuple(_segment(part, periods) for part in parts),
        points=points,
        variation=variation,
        assurance=assurance_of(_with(last.limits, pattern[-1], season), target, kpi.direction),
        trial=len(last.labels) < SOLID,
        seasonal=season.present,
        suggestion=_suggestion(last, plain, periods),
        sentences=(),
    )
    return sentences_of(signal, kpi, last.limits.correlation, len(last.labels))


def _season(kpi: Kpi, observations: Sequence[Observation]) -> Season:
    if kpi.spc.method is SpcMethod.NHS:
        return NO_SEASON
    even = evenly_spaced(observations)
    return season_of(even, LENGTHS[kpi.frequency]) if even is not None else NO_SEASON


def _without(values: Values, pattern: Values, season: Season) -> Values:
    if not season.present:
        return values
    return values / pattern if season.multiplicative else values - pattern


def _parts(kpi: Kpi, observations: Sequence[Observation], plain: Values) -> list[_Part]:
    recipe = Recipe(
        adjusted=kpi.spc.method is SpcMethod.ADJUSTED,
        baseline_points=kpi.spc.baseline_points,
        screen_outliers=kpi.spc.screen_outliers,
    )
    starts = {
        next((place for place, each in enumerate(observations) if each.period.end >= rebase.period.start), 0)
        for rebase in kpi.rebase
    }
    edges = [*sorted({0, *starts}), len(observations)]
    parts = []
    for start, end in pairwise(edges):
        limits = limits_of(plain[start:end], recipe)
        parts.append(_Part(start, limits, labels_of(plain[start:end], limits)))
    return parts


def _points(parts: list[_Part], periods: list[Period], pattern: Values, season: Season) -> list[SignalPoint]:
    points = []
    for part in parts:
        for offset, label in enumerate(part.labels):
            place = part.start + offset
            at = _with(part.limits, float(pattern[place]), season)
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
    return Segment(periods[part.start], part.limits.mean, part.limits.lower, part.limits.upper, part.limits.run)


def _suggestion(part: _Part, plain: Values, periods: list[Period]) -> Period | None:
    """The start of the run that the segment ends with, when it is long enough for limits of its own."""
    values = plain[part.start :]
    above = values > part.limits.mean
    run = 0
    while run < values.size and above[-1 - run] == above[-1]:
        run += 1
    starts_later = values.size - run >= LONG_RUN
    return periods[part.start + values.size - run] if run >= max(LONG_RUN, part.limits.run) and starts_later else None
