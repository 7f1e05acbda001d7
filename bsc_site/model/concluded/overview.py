"""The overview of a scorecard: what follows from all of its elements together, once each of them is assessed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from bsc_site.model.calculation.kpi_steps import CalculationStep
from bsc_site.model.concluded.assessment import Expectation
from bsc_site.model.concluded.portfolio import Portfolio
from bsc_site.model.concluded.support import Alignment, LineOfSight
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Method, Status


@dataclass(frozen=True, slots=True)
class Duty:
    """One figure that somebody has to deliver.

    `period` and `due` are None where there never was a figure; `missing` counts the periods that are late by now.
    """

    person: str | None
    kpi: str
    period: Period | None
    due: date | None
    days_late: int
    missing: int


@dataclass(frozen=True, slots=True)
class DutyRoster:
    """Every figure that is to be delivered, the latest first, and how many KPIs need nobody, being computed."""

    duties: tuple[Duty, ...]
    computed: int


@dataclass(frozen=True, slots=True)
class Waypoint:
    """What is expected by `period`; `declared` is False where it only lies on the path between two targets."""

    period: Period
    expected: Expectation
    declared: bool


@dataclass(frozen=True, slots=True)
class KpiCourse:
    """A KPI on its way to the destination: what it should be this year (None: nothing tells) and in the year of it."""

    kpi: str
    this_year: Waypoint | None
    then: Waypoint


@dataclass(frozen=True, slots=True)
class DestinationCourse:
    """The organisation's year of today and that of the destination, and every KPI that has a target for the latter."""

    this_year: Period
    then: Period
    kpis: tuple[KpiCourse, ...]


class BenchmarkPosition(StrEnum):
    """Where a KPI's value lies against what others reach, the best first."""

    BETTER = "better"
    SAME = "same"
    """The one value that others reach."""
    WITHIN = "within"
    ABOVE = "above"
    """Beyond the upper end, where neither side is better."""
    BELOW = "below"
    WORSE = "worse"
    UNKNOWN = "unknown"
    """There is no value yet."""


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """An example of one way of scoring: a KPI with its status and the steps to it."""

    method: Method
    kpi: Kpi
    status: Status
    steps: tuple[CalculationStep, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ScorecardOverview:
    """What the overview pages of a scorecard say beyond its elements.

    `sights` holds the line of sight of each objective by its id; `roster` what is to be delivered, at the root for the
    whole project; `course` is None without a destination; `benchmarks` holds the position of each KPI that has one, by
    its id; `examples` show every way of scoring.
    """

    alignment: Alignment
    sights: Mapping[str, LineOfSight]
    portfolio: Portfolio
    roster: DutyRoster
    course: DestinationCourse | None
    benchmarks: Mapping[str, BenchmarkPosition]
    examples: tuple[WorkedExample, ...]


class DueKind(StrEnum):
    """What is due."""

    FIGURE = "figure"
    """The figure of a KPI for a period."""
    DECISION = "decision"
    """What a review decided."""
    MILESTONE = "milestone"
    """A step of an initiative."""
    REVIEW = "review"
    """A review of a scorecard."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """Something that is due on a day and has not been done; `people` are the ids of those who are to do it.

    `about` is the id of the KPI or initiative, or of what a decision was about; of a review it is the scorecard again.
    `name` is the declared text: the name of the KPI, of the step or of the scorecard, or the decision itself.
    """

    kind: DueKind
    day: date
    people: tuple[str, ...]
    scorecard: str
    about: str
    name: str
    period: Period | None = None
    """Of a figure and of a review the period that it is for; of a decision that of the review which took it."""
