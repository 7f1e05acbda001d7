"""The fan: a KPI's forecast period by period with its intervals, in the KPI's unit and inside its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bsc_site.compute.forecast.bounded_scale import Bounds, Scale, scale_for
from bsc_site.compute.forecast.theta import Projection, project
from bsc_site.compute.statistics.even_spacing import evenly_spaced
from bsc_site.compute.statistics.season import LENGTHS
from bsc_site.compute.statistics.student_t import share_below, value_at
from bsc_site.model.concluded.outlook import FanPoint, TooFewPeriods, TooManyGaps
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period
from bsc_site.model.series import Observation

Values = NDArray[np.float64]

FEWEST = 8
WITH_SEASONS = (Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.HALF_YEARLY)
EIGHTY, NINETY_FIVE = 0.9, 0.975
"""The upper ends of the central 80 % and 95 % of a distribution."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A fitted KPI: the projection on its scale, and the latest complete period, from which steps are counted."""

    projection: Projection
    scale: Scale
    latest: Period

    def chance_above(self, step: int, value: float) -> float:
        """The probability that the value `step` periods on (1 is the next) is at least `value`, in the KPI's unit."""
        centre, error = self.projection.centre(step)[-1], self.projection.error(step)[-1]
        inner = float(self.scale.into(np.array([value]))[0])
        return _student(self.projection.freedom, (float(centre) - inner), float(error))

    def chance_total_above(self, first: int, last: int, value: float) -> float:
        """The probability that the values of steps `first` to `last` add up to at least `value`."""
        centre = float(self.projection.centre(last)[first - 1 :].sum())
        return _student(self.projection.freedom, centre - value, self.projection.error_of_total(last, first))

    @property
    def adds_up(self) -> bool:
        """Whether values on the scale of the forecast may be summed."""
        return self.scale.bounds is not Bounds.PERCENT


def outlook_of(kpi: Kpi, observations: Sequence[Observation]) -> Outlook | TooFewPeriods | TooManyGaps:
    """The fit of the complete observations of a KPI, or what stands in its way.

    That is fewer than eight values, fewer than two years of a KPI measured by months, quarters or half-years, or too
    many gaps.
    """
    needed = max(FEWEST, 2 * LENGTHS[kpi.frequency] if kpi.frequency in WITH_SEASONS else 0)
    if len(observations) < needed:
        return TooFewPeriods(len(observations), needed)
    values = evenly_spaced(observations)
    if values is None:
        return TooManyGaps()
    scale = scale_for(kpi.unit, values)
    projection = project(scale.into(values), LENGTHS[kpi.frequency])
    return Outlook(projection, scale, observations[-1].period)


def fan_of(outlook: Outlook, steps: int) -> tuple[FanPoint, ...]:
    """The forecast of the next `steps` periods."""
    projection = outlook.projection
    centre, error = projection.centre(steps), projection.error(steps)
    ends = {
        name: outlook.scale.back(centre + side * value_at(projection.freedom, level) * error)
        for name, side, level in (
            ("lower80", -1, EIGHTY),
            ("upper80", 1, EIGHTY),
            ("lower95", -1, NINETY_FIVE),
            ("upper95", 1, NINETY_FIVE),
        )
    }
    middle = outlook.scale.back(centre)
    return tuple(
        FanPoint(
            outlook.latest.shift(step + 1),
            float(middle[step]),
            **{name: float(values[step]) for name, values in ends.items()},
        )
        for step in range(steps)
    )


def _student(freedom: int, distance: float, error: float) -> float:
    if error <= 0:
        return 1.0 if distance >= 0 else 0.0
    return share_below(freedom, distance / error)
