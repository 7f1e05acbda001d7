"""The control chart of one KPI: its segments, points and icons, and what its limits stand on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.signal.attribute_charts import Tally, limits_of_tally, overspread, part_of, tally_of
from bsc_site.compute.signal.icons import assurance_of, assurance_on_the_way, variation_of
from bsc_site.compute.signal.limits import LimitColumns, Limits, Recipe, Values, believed_correlation
from bsc_site.compute.signal.point_labels import labels_of
from bsc_site.compute.signal.rare_events import limits_seen, rare_events
from bsc_site.compute.signal.trend_line import limits_along
from bsc_site.compute.statistics.even_spacing import bridged
from bsc_site.compute.statistics.mann_kendall import one_way
from bsc_site.compute.statistics.observed_columns import figures_of, places_of
from bsc_site.compute.statistics.season import LENGTHS, NO_SEASON, Season, season_of
from bsc_site.model.concluded.assessment import PairTest
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
_signal_point: Callable[[tuple[object, ...]], SignalPoint] = partial(tuple.__new__, SignalPoint)
"""That of all its fields, in a third of the time that `_make` takes."""
LONG_RUN = 12
"""A run of so many values on one side of the mean is worth new limits: they would be solid at once."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One segment with the values that belong to it, the season taken out; `limits` has those of each point.

    `middle` are its limits as a whole: for an average base, and at its latest value where they follow a trend.
    """

    start: int
    middle: Limits
    limits: LimitColumns
    labels: tuple[PointLabel, ...]
    because: str = ""
    rare: RareEvents | None = None


@dataclass(frozen=True, slots=True)
class _Plain:
    """The values without their season, and its index at each of them; `times` count the periods from the first.

    `figures` are the values as observed, `rare` what was found of all of them; `tested` is what the trend test has
    found of the values, where that is known.
    """

    figures: Values
    values: Values
    times: Values
    pattern: Values
    season: Season
    rare: RareEvents | None
    tested: PairTest | None = None


def signal_of(
    kpi: Kpi, observations: Sequence[Observation], target: float | None, tested: PairTest | None = None
) -> Signal:
    """What a control chart says about the complete observations of a KPI; NO_SIGNAL with fewer than three.

    Answers of yes and no, states and figures beyond all measure have no natural variation either.

    `target` is the one that holds at the latest period; declared rebases start new segments; under `spc: adjusted` a
    season is taken out first, limits follow a trend, and figures that hardly ever move have no limits. Proportions and
    counts that are declared so have limits of their own kind. `tested` is the trend of these observations where it is
    known already.
    """
    if kpi.spc.method is SpcMethod.NONE or len(observations) < FEWEST_FOR_CHART:
        return NO_SIGNAL
    if kpi.unit == "yes/no" or kpi.scoring.states:
        return NO_SIGNAL
    figures = figures_of(observations)
    if np.abs(figures).max() > LARGEST:
        return NO_SIGNAL
    tally = None if kpi.kind_of_data == "measurement" else tally_of(kpi, observations)
    counted = tally if isinstance(tally, Tally) else None
    plain = _plain(kpi, observations, _Beforehand(figures, counted, tested))
    parts = _parts(kpi, observations, plain, counted)
    last, periods = parts[-1], [each.period for each in observations]
    if last.rare is not None and len(parts) == 1 and not last.rare.others:
        return replace(NO_SIGNAL, method=kpi.spc.method, rare=last.rare)
    points = tuple(chain.from_iterable(_points(part, periods, plain) for part in parts))
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
    latest = _with(last.limits.latest, float(plain.pattern[-1]), plain.season)
    counted = part_of(tally, last.start, len(observations)) if isinstance(tally, Tally) else None
    return Grounds(
        len(last.labels),
        *_reachable(kpi, plain.figures, latest),
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
    now = last.limits.latest
    here = now if last.rare else _with(now, float(plain.pattern[-1]), plain.season)
    if not now.slope:
        return assurance_of(here, target, kpi.direction)
    steps = min(int(kpi.frequency.a_year), len(last.labels) // 2)
    later = now.at(1.0, now.slope * steps)
    index = float(plain.season.pattern(int(plain.times[-1]) + steps, 1)[0]) if plain.season.present else 0.0
    return assurance_on_the_way(here, _with(later, index, plain.season), target, kpi.direction)


def _reachable(kpi: Kpi, figures: Values, latest: Limits) -> tuple[float, float]:
    """The limits of the latest point, no further than values of this kind can go."""
    least = 0.0 if figures.min() >= 0 else -math.inf
    most = PERCENT if kpi.unit == "%" and figures.max() <= PERCENT else math.inf
    return max(latest.lower, least), min(latest.upper, most)


class _Beforehand(NamedTuple):
    """The figures of the observations, their counts where they are counted, and their trend where it is known."""

    figures: Values
    tally: Tally | None
    tested: PairTest | None


def _plain(kpi: Kpi, observations: Sequence[Observation], asked: _Beforehand) -> _Plain:
    """The observations as columns; without a season under `spc: nhs`, of counts, and where values hardly ever move.

    No season is looked for where the test of the trend had none to take out.
    """
    figures, tally, tested = asked
    places = places_of(observations)
    adjusted = kpi.spc.method is SpcMethod.ADJUSTED
    rare = rare_events(kpi, observations, figures) if adjusted else None
    looked_for = adjusted and rare is None and tally is None and (tested is None or tested.seasonal)
    season = _season(kpi, places, figures) if looked_for else NO_SEASON
    times = places.astype(np.float64)
    if not season.present:
        known = None if tested is None or tested.seasonal else tested
        return _Plain(figures, figures, times, np.zeros(places.size), season, rare, known)
    pattern = season.pattern(0, int(places[-1]) + 1)[places]
    values = figures / pattern if season.multiplicative else figures - pattern
    return _Plain(figures, values, times, pattern, season, rare)


def _season(kpi: Kpi, places: NDArray[np.intp], figures: Values) -> Season:
    even = bridged(places, figures)
    return NO_SEASON if even is None or one_way(figures) else season_of(even, LENGTHS[kpi.frequency])


def _parts(kpi: Kpi, observations: Sequence[Observation], plain: _Plain, tally: Tally | None) -> list[_Part]:
    starts = _starts(kpi, observations)
    if not starts:
        return [_part(kpi, observations, plain, tally, 0)]
    ends = pairwise([*sorted({0, *starts}), len(observations)])
    found = ((start, _part(kpi, observations[start:end], plain, tally, start)) for start, end in ends)
    return [replace(part, because=starts.get(start, "")) for start, part in found]


def _part(kpi: Kpi, observations: Sequence[Observation], plain: _Plain, tally: Tally | None, start: int) -> _Part:
    end = start + len(observations)
    whole, figures, values = len(observations) == plain.values.size, plain.figures[start:end], plain.values[start:end]
    rare = plain.rare
    if not whole and kpi.spc.method is SpcMethod.ADJUSTED:
        rare = rare_events(kpi, observations, figures)
    if rare is not None:
        return _Part(start, *limits_seen(figures), (PointLabel.COMMON_CAUSE,) * values.size, rare=rare)
    if tally is not None:
        middle, limits = limits_of_tally(part_of(tally, start, end), kpi.spc.baseline_points)
    else:
        tested = plain.tested if whole else None
        middle, limits = limits_along(plain.times[start:end], values, _recipe(kpi), tested)
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


def _points(part: _Part, periods: list[Period], plain: _Plain) -> Iterable[SignalPoint]:
    end, columns = part.start + len(part.labels), [part.limits.mean, part.limits.lower, part.limits.upper]
    if plain.season.present and part.rare is None:
        pattern = plain.pattern[part.start : end]
        multiplied = plain.season.multiplicative
        columns = [each * pattern if multiplied else each + pattern for each in columns]
    figures = (each.tolist() for each in columns)
    return map(_signal_point, zip(periods[part.start : end], part.labels, *figures, strict=True))


def _with(limits: Limits, index: float, season: Season) -> Limits:
    """The limits at a period whose seasonal index is `index`."""
    if not season.present:
        return limits
    return limits.at(index, 0.0) if season.multiplicative else limits.at(1.0, index)


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
    others = np.flatnonzero(sides != sides[-1])
    before = int(others[-1]) + 1 if others.size else 0
    run = values.size - before if sides[-1] else 0
    if min(run, before) < LONG_RUN:
        return None
    stepped = np.concatenate([values[:before] - values[:before].mean(), values[before:] - values[before:].mean()])
    explained = run >= part.middle.run or believed_correlation(stepped) == 0
    return periods[part.start + before] if explained else None
