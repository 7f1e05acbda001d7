"""The destination: what a KPI should be in three to five years, beside what it should be this year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bsc_site.compute.kpi.target_versions import target_versions
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.concluded.overview import DestinationCourse, KpiCourse, Waypoint
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.declared.targets import Target
from bsc_site.model.period import Frequency, Period, last_part, period_of

_NOTHING = Expectation()


def course_of(project: Project, card: Scorecard, as_of: date) -> DestinationCourse | None:
    """The course of every KPI below the scorecard's objectives that has a target for the year of its destination."""
    if card.destination is None:
        return None
    then = _year(card.destination.period.end, card)
    below = dict.fromkeys(name for each in card.objectives.values() for name in each.kpis if name in project.kpis)
    return DestinationCourse(_year(as_of, card), then, tuple(_courses(project, below, then, as_of)))


def _courses(project: Project, kpis: Iterable[str], then: Period, as_of: date) -> Iterator[KpiCourse]:
    for name in kpis:
        kpi, home = project.kpis[name], project.home_of[name]
        aim = declared_in(kpi, then)
        if aim is not None:
            yield KpiCourse(name, expected_in(kpi, home, _year(as_of, home)), aim)


def _year(day: date, home: Scorecard) -> Period:
    """The organisation's year that holds the day."""
    return period_of(day, Frequency.YEARLY, home.fiscal_year_starts)


def declared_in(kpi: Kpi, year: Period) -> Waypoint | None:
    """The last target that is declared for a time inside of `year`; None without any."""
    inside = [each for each in _standing(kpi) if year.start <= each.period.start and each.period.end <= year.end]
    if not inside:
        return None
    last = max(inside, key=lambda each: (each.period.end, each.period.frequency.rank))
    return Waypoint(last.period, Expectation(target=last.value, low=last.low, high=last.high), declared=True)


def _standing(kpi: Kpi) -> tuple[Target, ...]:
    """The targets that were not replaced by a later version before their time came."""
    return tuple(each for each in kpi.targets if each.judges(each.period))


def expected_in(kpi: Kpi, home: Scorecard, year: Period) -> Waypoint | None:
    """The target declared for `year`, otherwise where the path stands at its end.

    A KPI that is added up has no such point: its path holds for single periods, not for the year.
    """
    declared = declared_in(kpi, year)
    if declared is not None or kpi.adds_up:
        return declared
    last = last_part(year, kpi.frequency, home.year_starts_of(kpi))
    expected = target_versions(kpi, home).at(last.ordinal).at(last.ordinal)
    known = Expectation(target=expected.target, low=expected.low, high=expected.high)
    return None if known == _NOTHING else Waypoint(last, known, declared=False)
