"""What follows from all elements of a scorecard together, as other programs read it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from bsc_site.model.declared.risk_level import RiskLevel
from bsc_site.publish.published_data.published_part import PERIOD, Count, Figure, PeriodText, PublishedPart


class GoalEntry(PublishedPart):
    """An objective of any scorecard."""

    scorecard: str
    """Id of its scorecard"""
    objective: str
    """Its id"""


class SightEntry(GoalEntry):
    """An objective on the line of sight of another one."""

    steps: Annotated[int, Field(ge=1)]
    """How many steps away it is; 1 is next to it"""


class SupportersEntry(PublishedPart):
    """Those of a scorecard directly below that support an objective."""

    scorecard: str
    """Id of the scorecard"""
    objectives: tuple[str, ...]
    """Ids of its objectives that support this one"""


class AlignmentEntry(PublishedPart):
    """How far the scorecards directly below carry the objectives."""

    scorecards: tuple[str, ...]
    """Ids of the scorecards directly below"""
    supported: Count
    """Objectives that somebody below supports"""
    unsupported: tuple[str, ...]
    """Ids of the objectives that nobody below supports"""
    unsupporting: tuple[GoalEntry, ...]
    """Objectives below that support nothing"""


class CostEntry(PublishedPart):
    """What an objective or perspective costs: its even shares of the initiatives that serve it."""

    id: str
    """Its id; empty for what serves none"""
    initiatives: tuple[str, ...]
    """Ids of those initiatives"""
    budget: Figure
    """In the currency of the scorecard"""
    spent: Figure
    """In the currency of the scorecard"""


class PortfolioEntry(PublishedPart):
    """What the initiatives of the scorecard cost and earned together."""

    budget: Figure
    """Sum of the budgets, in the currency of the scorecard; null where none is declared"""
    spent: Figure
    """Sum of what was spent; null where nothing is declared"""
    earned: Figure
    """Sum of the earned values; null where none can be told"""
    variance: Figure
    """Sum of the variances; null where none can be told"""
    counted: Count
    """Initiatives that have a variance"""
    objectives: tuple[CostEntry, ...]
    """What each objective costs that an initiative serves"""
    perspectives: tuple[CostEntry, ...]
    """What each perspective costs that an initiative serves"""
    serving_nothing: tuple[str, ...]
    """Ids of the initiatives that serve no objective"""
    unserved: tuple[str, ...]
    """Ids of the objectives that are off track and that no initiative under way or planned serves"""


class DutyFacts(PublishedPart):
    """Which figure is to be delivered next, by whom and when."""

    person: str | None
    """Id of the person who delivers it; null where nobody is named"""
    period: str | None = Field(description=f"The period it is of; null where there never was a figure. {PERIOD}")
    due: date | None
    """The last day on time; null where there never was a figure"""
    days_late: Count
    """Days that are over since; 0 where it is not late"""
    missing: Count
    """Periods that are late by now"""


class DutyKpi(PublishedPart):
    """The KPI whose figure is to be delivered."""

    kpi: str
    """Id of the KPI"""


class DutyEntry(DutyFacts, DutyKpi):
    """A figure that is to be delivered."""


class WaypointEntry(PublishedPart):
    """What is expected of a KPI by a period."""

    period: PeriodText
    target: Figure
    """What it should be, in the KPI's unit; null for a band"""
    target_low: Figure
    """Lower end of the band that it should be in"""
    target_high: Figure
    """Upper end of that band"""
    declared: bool
    """Whether it is declared; otherwise it lies on the path between two targets"""


class CourseEntry(PublishedPart):
    """A KPI on its way to the destination."""

    kpi: str
    """Id of the KPI"""
    this_year: WaypointEntry | None
    """What it should be in the year of the build; null where nothing tells"""
    then: WaypointEntry
    """What it should be in the year of the destination"""


class DestinationEntry(PublishedPart):
    """Where the organisation is to be in some years, in figures."""

    this_year: PeriodText
    then: PeriodText
    kpis: tuple[CourseEntry, ...]
    """Every KPI that has a target for the year of the destination"""


class RiskEntry(PublishedPart):
    """What may keep an element from its target."""

    id: str
    """Id of the risk"""
    name: str
    """What may happen"""
    on: str | None
    """What is threatened, as kind/id or kind/scorecard/id; null for the whole scorecard"""
    likelihood: Annotated[int, Field(ge=1, le=5)]
    """From 1, rare, to 5, almost certain"""
    impact: Annotated[int, Field(ge=1, le=5)]
    """From 1, negligible, to 5, severe"""
    rating: Annotated[int, Field(ge=1, le=25)]
    """Likelihood times impact"""
    level: RiskLevel
    """How serious that is"""
    response: str
    """What is done about it, empty for nothing"""
    owner: str | None
    """Id of the person who watches it"""
