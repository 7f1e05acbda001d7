"""The destination: what a KPI should be in three to five years, beside what it should be this year."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.compute.kpi.target_path import target_path
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Destination, Scorecard
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.vocabularies import Aggregate

_NOTHING = Expectation()


@dataclass(frozen=True, slots=True)
class Waypoint:
    """What is expected by `period`; `declared` is False where it only lies on the path between two targets."""

    period: Period
    expected: Expectation
    declared: bool


def destination_year(destination: Destination, home: Scorecard) -> Period:
    """The organisation's year in which the destination is to be reached."""
    return period_of(destination.period.end, Frequency.YEARLY, home.fiscal_year_starts)


def declared_in(kpi: Kpi, year: Period) -> Waypoint | None:
    """The last target that is declared for a time inside of `year`; None without any."""
    inside = [each for each in kpi.targets if year.start <= each.period.start and each.period.end <= year.end]
    if not inside:
        return None
    last = max(inside, key=lambda each: (each.period.end, each.period.frequency.rank))
    return Waypoint(last.period, Expectation(target=last.value, low=last.low, high=last.high), declared=True)


def expected_in(kpi: Kpi, home: Scorecard, year: Period) -> Waypoint | None:
    """The target declared for `year`, otherwise where the path stands at its end.

    A KPI that is added up has no such point: its path holds for single periods, not for the year.
    """
    declared = declared_in(kpi, year)
    if declared is not None or kpi.aggregate is Aggregate.SUM:
        return declared
    last = period_of(year.end, kpi.frequency, home.fiscal_year_starts)
    expected = target_path(kpi, home).at(last.ordinal)
    known = Expectation(target=expected.target, low=expected.low, high=expected.high)
    return None if known == _NOTHING else Waypoint(last, known, declared=False)
