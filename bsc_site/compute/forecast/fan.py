"""The fan: a KPI's forecast period by period with its intervals, in the KPI's unit and inside its bounds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.forecast.bounded_scale import Bounds, Scale, scale_for
from bsc_site.compute.forecast.estimated_season import estimated_season
from bsc_site.compute.forecast.smoothing import Fits, smoothed
from bsc_site.compute.forecast.theta import RECENT, Levelled, Projection, levelled, projection_of
from bsc_site.compute.forecast.whole_numbers import FEW, Counting, counting_of, counts
from bsc_site.compute.statistics.even_spacing import bridged
from bsc_site.compute.statistics.observed_columns import figures_of, places_of
from bsc_site.compute.statistics.season import LENGTHS
from bsc_site.compute.statistics.student_t import share_below, value_at
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.concluded.outlook import FanPoint, TooFewPeriods, TooManyGaps
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period
from bsc_site.model.series import Observation
from bsc_site.model.value_class import dataclass

Values = NDArray[np.float64]
_fan_point: Callable[[tuple[object, ...]], FanPoint] = partial(tuple.__new__, FanPoint)
"""That of all its fields, in a third of the time that `_make` takes."""

FEWEST = 8
WITH_SEASONS = (Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.HALF_YEARLY)
OFTEN = 0.1
"""From this share of values at a bound on, an interval that ends there holds more than it promises anyway."""
BEYOND_DOUBT = 0.8
"""Of noise in twelve months hardly ever so much of a season is left."""
ENDS = {"value": 0.5, "lower80": 0.1, "upper80": 0.9, "lower95": 0.025, "upper95": 0.975}
"""What share of a distribution lies below the middle of the fan, and below the ends of its intervals."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A fitted KPI: the projection on its scale, and the latest complete period, from which steps are counted.

    `known` are the places of the series that were observed, counted from its beginning; `counting` how whole numbers
    spread, None where the KPI counts nothing.
    """

    projection: Projection
    scale: Scale
    latest: Period
    known: NDArray[np.intp]
    counting: Counting | None = None

    def at_least(self, step: int, value: float) -> float:
        """The probability that the value `step` periods on (1 is the next) is at least `value`, in the KPI's unit."""
        centre, error = self._step(step)
        if self.counting is not None:
            return self.counting.at_least(value, centre, error, self.projection.freedom)
        return _student(self.projection.freedom, centre - self.scale.threshold(value, at_most=False), error)

    def at_most(self, step: int, value: float) -> float:
        """The probability that it is at most `value`."""
        centre, error = self._step(step)
        if self.counting is not None:
            return 1 - self.counting.at_least(math.floor(value) + 1, centre, error, self.projection.freedom)
        return _student(self.projection.freedom, self.scale.threshold(value, at_most=True) - centre, error)

    def total_at_least(self, stretch: Stretch, value: float) -> float:
        """The probability that the values of a stretch add up to at least `value`."""
        centre, error = self._total(stretch)
        if self.counting is not None:
            return self.counting.at_least(value, centre, error, self.projection.freedom)
        return _student(self.projection.freedom, centre - value, error)

    def total_at_most(self, stretch: Stretch, value: float) -> float:
        """The probability that they add up to at most `value`."""
        if self.counting is not None:
            return 1 - self.total_at_least(stretch, math.floor(value) + 1)
        centre, error = self._total(stretch)
        return _student(self.projection.freedom, value - centre, error)

    def estimate(self, steps: Iterable[int]) -> float:
        """What the periods of these steps (0 is the latest, -1 the one before), which nobody observed, add up to."""
        places = [self.projection.n - 1 + step for step in steps]
        return exact_sum(self.projection.at(place, self.known) for place in places)

    @property
    def adds_up(self) -> bool:
        """Whether values on the scale of the forecast may be summed."""
        return self.scale.bounds is not Bounds.BOTH

    def _step(self, step: int) -> tuple[float, float]:
        return float(self.projection.centre(step)[-1]), float(self.projection.error(step)[-1])

    def _total(self, stretch: Stretch) -> tuple[float, float]:
        """The mean and the standard error of a total; what nobody observed has an error of its own."""
        ahead = float(self.projection.centre(stretch.last)[stretch.first - 1 :].sum())
        errors = [self.projection.error_at(self.projection.n - 1 + step) for step in stretch.missing]
        error = math.hypot(self.projection.error_of_total(stretch.last, stretch.first), *errors)
        return ahead + self.estimate(stretch.missing), error


@dataclass(frozen=True, slots=True)
class Stretch:
    """The periods of a total that are to come, from the step `first` to `last`, and the steps back to those missing."""

    first: int
    last: int
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class FitDraft:
    """A KPI that is about to be fitted: its values on their scale, one for each period, and where they were observed.

    `plain` are the series that are smoothed for it, without their seasons: as the forecast takes them, and of counts
    the one by which it is known how they spread, if that is another. `steady` says that the level alone is forecast.
    """

    figures: Values
    known: NDArray[np.intp]
    latest: Period
    scale: Scale
    plain: tuple[Levelled, ...]
    counted: bool = False
    steady: bool = False


def outlook_of(kpi: Kpi, observations: Sequence[Observation]) -> Outlook | TooFewPeriods | TooManyGaps:
    """The fit of the complete observations of a KPI, or what stands in its way.

    That is fewer than eight values, fewer than two years of a KPI measured by months, quarters or half-years, or too
    many gaps.
    """
    draft = draft_of(kpi, observations)
    return fitted(draft, [smoothed(each.level) for each in draft.plain]) if isinstance(draft, FitDraft) else draft


def draft_of(kpi: Kpi, observations: Sequence[Observation]) -> FitDraft | TooFewPeriods | TooManyGaps:
    """What is to be smoothed for the fit of these observations, or what stands in its way."""
    length = LENGTHS[kpi.frequency]
    needed = max(FEWEST, 2 * length if kpi.frequency in WITH_SEASONS else 0)
    if len(observations) < needed:
        return TooFewPeriods(len(observations), needed)
    known = places_of(observations)
    values = bridged(known, figures_of(observations))
    if values is None:
        return TooManyGaps()
    latest = observations[-1].period
    if counts(kpi, values[known]):
        few = float(values[-RECENT:].mean()) < FEW
        plain = (levelled(values, length), *((levelled(values, 1),) if few else ()))
        return FitDraft(values, known, latest, Scale(Bounds.NOT_NEGATIVE), plain, counted=True, steady=few)
    scale = scale_for(kpi, values)
    figures = scale.into(values)
    steady = max(scale.above, scale.below) >= OFTEN
    if steady and estimated_season(figures, length)[1] < BEYOND_DOUBT:
        length = 1  # how often a bound is reached says little of a season
    return FitDraft(figures, known, latest, scale, (levelled(figures, length),), steady=steady)


def fitted(draft: FitDraft, fits: Sequence[Fits]) -> Outlook:
    """The outlook of a draft, from the fits of each of its series."""
    found = [projection_of(*each) for each in zip(draft.plain, fits, strict=True)]
    projection = found[-1].without_trend() if draft.steady else found[-1]
    if draft.counted:
        counting = counting_of(draft.figures[draft.known], found[0].alone.errors)
        return Outlook(projection, draft.scale, draft.latest, draft.known, counting)
    projection = projection.without_caution() if draft.steady else projection
    error = float(projection.error(1)[0])
    scale = draft.scale.meeting_bounds(draft.figures, error, projection.freedom)
    return Outlook(projection, scale, draft.latest, draft.known)


def fan_of(
    outlook: Outlook, steps: int, quantiles: Mapping[tuple[float, float], float] | None = None
) -> tuple[FanPoint, ...]:
    """The forecast of the next `steps` periods; of counts whole numbers.

    `quantiles` are those of `ENDS` for its degrees of freedom, where they are known already.
    """
    centre, error = outlook.projection.centre(steps), outlook.projection.error(steps)
    freedom, counting = outlook.projection.freedom, outlook.counting
    levels = [ENDS[name] for name in FanPoint._fields[1:]]
    if counting is None:
        known = quantiles or {}
        found = (known.get((freedom, level)) for level in levels)
        far = [value_at(freedom, level) if each is None else each for level, each in zip(levels, found, strict=True)]
        ends = outlook.scale.back(centre + np.array(far)[:, None] * error).tolist()
    else:
        pairs = list(zip(centre.tolist(), error.tolist(), strict=True))
        ends = [[counting.at(level, mean, spread, freedom) for mean, spread in pairs] for level in levels]
    return tuple(map(_fan_point, zip(outlook.latest.following(steps), *ends, strict=True)))


def _student(freedom: float, distance: float, error: float) -> float:
    if error <= 0:
        return 1.0 if distance >= 0 else 0.0
    return share_below(freedom, distance / error)
