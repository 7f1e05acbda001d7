"""The control chart of one KPI: its segments, points and icons, and what its limits stand on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from bsc_site.compute.signal.attribute_charts import Tally, limits_of_tally, overspread, part_of, tally_of
from bsc_site.compute.signal.icons import assurance_of, assurance_on_the_way, variation_of
from bsc_site.compute.signal.limits import Limits, Recipe, Values, believed_correlation
from bsc_site.compute.signal.point_labels import labels_of
from bsc_site.compute.signal.rare_events import limits_seen, rare_events
from bsc_site.compute.signal.trend_line import limits_along, moved
from bsc_site.compute.statistics.even_spacing import evenly_spaced
from bsc_site.compute.statistics.mann_kendall import one_way
from bsc_site.compute.statistics.season import LENGTHS, NO_SEASON, Season, season_of
from bsc_site.model.concluded.outlook import (
    FEWEST_FOR_CHART,
    FEWEST_FOR_FIRM_LIMITS,
    NO_SIGNAL,
    Grounds,
    RareEvents,
    Segment,
    Signal,
    SignalPoint,
    Uncounted,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.series import Observation
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Assurance, PointLabel, SpcMethod

PERCENT = 100.0
LARGEST = 1e100
"""Larger figures cannot be squared and added up."""
LONG_RUN = 12
"""A run of so many values on one side of the mean is worth new limits: they would be solid at once."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One segment with the values that belong to it, the season taken out; `limits` has those of each point.

    `middle` are its limits as a whole: for an average base, and at its latest value where they follow a trend.
    """

    start: int
    middle: Limits
    limits: tuple[Limits, ...]
    labels: tuple[PointLabel, ...]
    because: str = ""
    rare: RareEvents | None = None


@dataclass(frozen=True, slots=True)
class _Plain:
    """The values without their season, and its index at each of them; `times` count the periods from the first."""

    values: Values
    times: Values
    pattern: Values
    season: Season


def signal_of(kpi: Kpi, observations: Sequence[Observation], target: float | None) -> Signal:
    """What a control chart says about the complete observations of a KPI; NO_SIGNAL with fewer than three.

    Answers of yes and no, states and figures beyond all measure have no natural variation either.

    `target` is the one that holds at the latest period; declared rebases start new segments; under `spc: adjusted` a
    season is taken out first, limits follow a trend, and figures that hardly ever move have no limits. Proportions and
    counts that are declared so have limits of their own kind.
    """
    if kpi.spc.method is SpcMethod.NONE or len(observations) < FEWEST_FOR_CHART:
        return NO_SIGNAL
    if kpi.unit == "yes/no" or kpi.scoring.states or max(abs(each.value) for each in observations) > LARGEST:
        return NO_SIGNAL
    tally = None if kpi.kind_of_data == "measurement" else tally_of(kpi, observations)
    counted = tally if isinstance(tally, Tally) else None
    plain = _plain(observations, NO_SEASON if counted else _season(kpi, observations))
    parts = _parts(kpi, observations, plain, counted)
    last, periods = parts[-1], [each.period for each in observations]
    if last.rare is not None and len(parts) == 1 and not last.rare.others:
        return replace(NO_SIGNAL, method=kpi.spc.method, rare=last.rare)
    points = tuple(_points(parts, periods, plain))
    return Signal(
        method=kpi.spc.method,
        segments=tuple(_segment(part, periods) for part in parts),
        points=points,
        variation=variation_of(last.labels[-1], kpi.direction),
        assurance=_assurance(kpi, last, plain, target),
        trial=last.rare is None and len(last.labels) < FEWEST_FOR_FIRM_LIMITS,
        seasonal=plain.season.present,
        suggestion=_suggestion(last, plain.values, periods),
        chart="rare" if last.rare else counted.chart if counted else "xmr",
        grounds=None if last.rare else _grounds(kpi, observations, plain, last, tally),
        rare=last.rare,
    )


def _grounds(
    kpi: Kpi, observations: Sequence[Observation], plain: _Plain, last: _Part, tally: Tally | Uncounted | None
) -> Grounds:
    latest = _with(last.limits[-1], float(plain.pattern[-1]), plain.season)
    counted = part_of(tally, last.start, len(observations)) if isinstance(tally, Tally) else None
    return Grounds(
        len(last.labels),
        *_reachable(kpi, observations, latest),
        correlation=last.middle.correlation,
        overspread=counted is not None and overspread(counted),
        uncounted=tally if isinstance(tally, Uncounted) else None,
        sloped=last.middle.slope != 0,
        season=_ends_of(plain.season, observations[0].period, int(plain.times[-1])),
    )


def _ends_of(season: Season, first: Period, length: int) -> tuple[Period, Period] | None:
    """The latest periods, up to `length` after the first, at the highest and the lowest place of the season."""
    if not season.present:
        return None
    places = (int(np.argmax(season.indices)), int(np.argmin(season.indices)))
    high, low = (first.shift(length - (length - place) % season.length) for place in places)
    return high, low


def _assurance(kpi: Kpi, last: _Part, plain: _Plain, target: float | None) -> Assurance:
    """Whether the target will be met; limits that follow a trend are judged by where they lead within a year.

    No further than half as far as they come from.
    """
    now = last.limits[-1]
    steps = min(int(kpi.frequency.a_year), len(last.limits) // 2)
    later = moved(now, now.slope * steps, now.slope)
    index = float(plain.season.pattern(int(plain.times[-1]) + steps, 1)[0]) if plain.season.present else 0.0
    here = now if last.rare else _with(now, float(plain.pattern[-1]), plain.season)
    if not now.slope:
        return assurance_of(here, target, kpi.direction)
    return assurance_on_the_way(here, _with(later, index, plain.season), target, kpi.direction)


def _reachable(kpi: Kpi, observations: Sequence[Observation], latest: Limits) -> tuple[float, float]:
    """The limits of the latest point, no further than values of this kind can go."""
    values = [each.value for each in observations]
    least = 0.0 if min(values) >= 0 else -math.inf
    most = PERCENT if kpi.unit == "%" and max(values) <= PERCENT else math.inf
    return max(latest.lower, least), min(latest.upper, most)


def _season(kpi: Kpi, observations: Sequence[Observation]) -> Season:
    if kpi.spc.method is SpcMethod.NHS or rare_events(kpi, observations) is not None:
        return NO_SEASON
    even = evenly_spaced(observations)
    one = one_way(np.array([each.value for each in observations]))
    return season_of(even, LENGTHS[kpi.frequency]) if even is not None and not one else NO_SEASON


def _plain(observations: Sequence[Observation], season: Season) -> _Plain:
    values = np.array([each.value for each in observations])
    places = np.array([each.period.ordinal for each in observations]) - observations[0].period.ordinal
    times = places.astype(np.float64)
    if not season.present:
        return _Plain(values, times, np.zeros(places.size), season)
    pattern = season.pattern(0, int(places[-1]) + 1)[places]
    return _Plain(values / pattern if season.multiplicative else values - pattern, times, pattern, season)


def _parts(kpi: Kpi, observations: Sequence[Observation], plain: _Plain, tally: Tally | None) -> list[_Part]:
    starts = _starts(kpi, observations)
    ends = pairwise([*sorted({0, *starts}), len(observations)])
    found = ((start, _part(kpi, observations[start:end], plain, tally, start)) for start, end in ends)
    return [replace(part, because=starts.get(start, "")) for start, part in found]


def _part(kpi: Kpi, observations: Sequence[Observation], plain: _Plain, tally: Tally | None, start: int) -> _Part:
    end = start + len(observations)
    values = plain.values[start:end]
    rare = rare_events(kpi, observations) if kpi.spc.method is SpcMethod.ADJUSTED else None
    if rare is not None:
        seen = limits_seen([each.value for each in observations])
        size = values.size
        return _Part(start, seen, (seen,) * size, (PointLabel.COMMON_CAUSE,) * size, rare=rare)
    if tally is not None:
        middle, limits = limits_of_tally(part_of(tally, start, end), kpi.spc.baseline_points)
    else:
        middle, limits = limits_along(plain.times[start:end], values, _recipe(kpi))
    return _Part(start, middle, limits, labels_of(values, limits))


def _recipe(kpi: Kpi) -> Recipe:
    return Recipe(
        adjusted=kpi.spc.method is SpcMethod.ADJUSTED,
        baseline_points=kpi.spc.baseline_points,
        screen_outliers=kpi.spc.screen_outliers,
    )


def _starts(kpi: Kpi, observations: Sequence[Observation]) -> dict[int, str]:
    """Where declared rebases start a new segment, and why."""
    found: dict[int, str] = {}
    for rebase in kpi.rebase:
        begins = rebase.period.start
        place = next((place for place, each in enumerate(observations) if each.period.end >= begins), None)
        if place is not None:
            found[place] = rebase.because
    return found


def _points(parts: list[_Part], periods: list[Period], plain: _Plain) -> list[SignalPoint]:
    points = []
    for part in parts:
        for offset, (label, limits) in enumerate(zip(part.labels, part.limits, strict=True)):
            place = part.start + offset
            at = limits if part.rare else _with(limits, float(plain.pattern[place]), plain.season)
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
    return Segment(periods[part.start], limits.mean, limits.lower, limits.upper, limits.run, part.because, limits.slope)


def _suggestion(part: _Part, plain: Values, periods: list[Period]) -> Period | None:
    """The start of the run that the segment ends with, when it is long enough for limits of its own.

    A run that autocorrelation could explain counts where a step explains it better: without the step none is left. What
    follows a trend leaves no level.
    """
    if part.middle.slope or part.rare is not None:
        return None
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
