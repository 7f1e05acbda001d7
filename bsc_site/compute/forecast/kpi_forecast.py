"""The forecast of one KPI: its fan, the chance of each target ahead, and what it would take to meet it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from bsc_site.compute.forecast.fan import ENDS, FitDraft, Outlook, Stretch, draft_of, fan_of, fitted
from bsc_site.compute.forecast.smoothing import smoothed_together
from bsc_site.compute.statistics.student_columns import values_at
from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.concluded.outlook import NO_FORECAST, Chance, Forecast, TooLargeFigures
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import Target, in_force
from bsc_site.model.period import Period, first_part
from bsc_site.model.series import Observation
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction

LEAST_YEARS, MOST_YEARS = 1, 5
_VALUE = attrgetter("value")
LARGEST = 1e100
"""Larger figures cannot be squared and added up."""


@dataclass(frozen=True, slots=True)
class Race:
    """One target ahead: the period in which it falls due, how many steps on that is, and what counts already.

    `total` says that the target is for the sum of a longer period, of which `so_far` has been reached and the steps
    from `first` on are to come. `missing` are the steps back to periods of it that nobody observed (0 is the latest).
    """

    target: Target
    due: Period
    steps: int
    total: bool
    so_far: float
    first: int = 1
    missing: tuple[int, ...] = ()

    @property
    def stretch(self) -> Stretch:
        """The periods that its total lacks."""
        return Stretch(self.first, self.steps, self.missing)

    @property
    def remaining(self) -> int:
        """How many steps still count."""
        return self.steps - self.first + 1


class ForecastRequest(NamedTuple):
    """A KPI whose forecast is asked for: its complete observations, and the scorecard's horizon."""

    kpi: Kpi
    observations: Sequence[Observation]
    horizon: Period | None


def forecast_of(kpi: Kpi, observations: Sequence[Observation], horizon: Period | None) -> Forecast:
    """The forecast from the complete observations of a KPI; no points but an obstacle when there is too little data.

    It reaches to the last target or the scorecard's horizon, at least one year, at most five.
    """
    return forecasts_of([ForecastRequest(kpi, observations, horizon)])[0]


def forecasts_of(many: Sequence[ForecastRequest]) -> list[Forecast]:
    """The forecast of each of these KPIs, in their order; their series are smoothed side by side."""
    drafts = [_draft(each.kpi, each.observations) for each in many]
    levels = [series.level for draft in drafts if isinstance(draft, FitDraft) for series in draft.plain]
    fits = iter(smoothed_together(levels))
    outlooks = [
        fitted(draft, list(islice(fits, len(draft.plain)))) if isinstance(draft, FitDraft) else draft
        for draft in drafts
    ]
    freedoms = [each.projection.freedom for each in outlooks if isinstance(each, Outlook) and each.counting is None]
    quantiles = values_at(freedoms, list(ENDS.values()))
    return [
        _forecast(asked, outlook, quantiles) if isinstance(outlook, Outlook) else outlook
        for asked, outlook in zip(many, outlooks, strict=True)
    ]


def _draft(kpi: Kpi, observations: Sequence[Observation]) -> FitDraft | Forecast:
    """What is to be smoothed; the forecast itself where there is nothing to do."""
    if not observations or kpi.unit == "yes/no" or kpi.scoring.states:
        return NO_FORECAST
    if max(map(abs, map(_VALUE, observations))) > LARGEST:
        return Forecast(obstacle=TooLargeFigures())
    draft = draft_of(kpi, observations)
    return draft if isinstance(draft, FitDraft) else Forecast(obstacle=draft)


def _forecast(asked: ForecastRequest, outlook: Outlook, quantiles: Mapping[tuple[float, float], float]) -> Forecast:
    kpi, observations, horizon = asked
    targets = in_force(kpi.targets, observations[-1].period)
    races = [race for target in targets if (race := _race(kpi, target, observations)) is not None]
    chances = tuple(
        chance for race in races if (chance := _chance(kpi, race, outlook, observations[-1].value)) is not None
    )
    steps = _steps(kpi, outlook.latest, [race.due for race in races], horizon)
    return Forecast(fan_of(outlook, steps, quantiles), chances, outlook.projection.season.present)


def _race(kpi: Kpi, target: Target, observations: Sequence[Observation]) -> Race | None:
    latest = observations[-1].period
    due = target.period.within(kpi.frequency)
    steps = due.ordinal - latest.ordinal
    if steps < 1:
        return None
    if not (kpi.adds_up and target.period.frequency.rank > kpi.frequency.rank):
        return Race(target, due, steps, total=False, so_far=0.0)
    first = first_part(target.period, kpi.frequency, latest.year_starts).ordinal - latest.ordinal
    counted = {each.period.ordinal - latest.ordinal: each.value for each in observations}
    so_far = exact_sum(value for step, value in counted.items() if step >= first)
    missing = tuple(step for step in range(first, 1) if step not in counted)
    return Race(target, due, steps, total=True, so_far=so_far, first=max(1, first), missing=missing)


def _chance(kpi: Kpi, race: Race, outlook: Outlook, latest: float) -> Chance | None:
    probability = _probability(kpi, race, outlook)
    target = race.target
    value = target.value if target.value is not None else target.high
    if probability is None or value is None:
        return None
    return Chance(
        period=target.period,
        target=value,
        probability=probability,
        required=_required(race, value - outlook.estimate(race.missing), latest),
        total=race.total,
        met=_met(kpi.direction, race, value, latest),
        low=target.low if target.value is None else None,
        estimated=len(race.missing),
    )


def _probability(kpi: Kpi, race: Race, outlook: Outlook) -> float | None:
    target = race.target
    if kpi.direction is Direction.BAND and target.low is not None and target.high is not None:
        return max(0.0, outlook.at_least(race.steps, target.low) + outlook.at_most(race.steps, target.high) - 1)
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER) or target.value is None:
        return None
    if race.total and outlook.adds_up:
        total = outlook.total_at_least if kpi.direction is Direction.HIGHER else outlook.total_at_most
        return total(race.stretch, target.value - race.so_far)
    value = outlook.at_least if kpi.direction is Direction.HIGHER else outlook.at_most
    return value(race.steps, target.value)


def _met(direction: Direction, race: Race, value: float, latest: float) -> bool:
    """Whether nothing more is needed as things stand now; the costs of a year are never safe before its end."""
    if direction is Direction.LOWER:
        return not race.total and latest <= value
    return direction is Direction.HIGHER and (race.so_far if race.total else latest) >= value


def _required(race: Race, value: float, latest: float) -> float:
    """The average of each remaining period for a total, otherwise the change per period."""
    return (value - (race.so_far if race.total else latest)) / race.remaining


def _steps(kpi: Kpi, latest: Period, due: Sequence[Period], horizon: Period | None) -> int:
    a_year = max(1, round(kpi.frequency.a_year))
    ends = [*due, *([horizon.within(kpi.frequency)] if horizon is not None else [])]
    furthest = max((end.ordinal - latest.ordinal for end in ends), default=0)
    return min(max(furthest, LEAST_YEARS * a_year), MOST_YEARS * a_year)
