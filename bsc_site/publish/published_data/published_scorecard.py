"""A scorecard as other programs read it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bsc_site.model.problem import Severity
from bsc_site.model.vocabularies import InitiativeStatus, Status, TrendWord
from bsc_site.publish.published_data.published_kpi import DocumentHead, KpiEntry
from bsc_site.publish.published_data.published_outlook import EffectEntry, LinkEntry
from bsc_site.publish.published_data.published_overview import (
    AlignmentEntry,
    DestinationEntry,
    DutyEntry,
    PortfolioEntry,
    RiskEntry,
    SightEntry,
    SupportersEntry,
)
from bsc_site.publish.published_data.published_part import (
    PERIOD,
    Count,
    Figure,
    PeriodText,
    PublishedPart,
    Score,
    Share,
)


class ScorecardName(PublishedPart):
    """Which scorecard it is."""

    id: str
    """Id of the scorecard"""
    title: str
    """Its title"""


class CoverageCounts(PublishedPart):
    """From how many KPIs a standing comes."""

    scored: Count
    """KPIs with a score"""
    total: Count
    """KPIs that should have one"""


class FreshnessCounts(PublishedPart):
    """How many KPIs are how up to date."""

    fresh: Count
    """KPIs whose data is fresh"""
    due: Count
    """KPIs whose data is due"""
    overdue: Count
    """KPIs whose data is overdue"""
    stale: Count
    """KPIs whose data is stale"""


class PerspectiveEntry(PublishedPart):
    """A perspective and its standing."""

    id: str
    """Its id"""
    name: str
    """Its name"""
    score: Score
    """0 to 100; null without one"""
    status: Status
    """Its rolled-up status"""
    status_name: str
    """That status in the organisation's own words"""
    coverage: CoverageCounts
    """From how many of its KPIs the score comes"""


class ObjectiveEntry(PublishedPart):
    """An objective and its standing."""

    id: str
    """Its id"""
    name: str
    """Its name"""
    perspective: str
    """Id of its perspective"""
    owner: str | None
    """Id of the person who owns it"""
    score: Score
    """0 to 100; null without one"""
    status: Status
    """Its rolled-up status"""
    status_name: str
    """That status in the organisation's own words"""
    coverage: CoverageCounts
    """From how many of its KPIs the score comes"""
    trend: TrendWord
    """The trend that most of its KPIs share"""
    supporters: tuple[SupportersEntry, ...]
    """Who supports it in the scorecards directly below"""
    above: tuple[SightEntry, ...]
    """What it leads to, up to the root"""
    below: tuple[SightEntry, ...]
    """What leads to it, down to the last scorecard"""


class MilestoneEntry(PublishedPart):
    """A dated step of an initiative."""

    name: str
    """What will have been reached"""
    due: PeriodText
    done: str | None = Field(description=f"When it was reached; null while it is open. {PERIOD}")
    days_late: int | None
    """Days after its due day that it was reached, or that it is overdue, below zero for early; null while it is to
    come"""


class InitiativeEntry(PublishedPart):
    """An initiative, its progress and its effects."""

    id: str
    """Id of the initiative"""
    name: str
    """Its name"""
    status: InitiativeStatus
    """Where it stands against its own plan"""
    progress: Share
    """Share of the work that is done"""
    start: PeriodText
    end: PeriodText
    budget: Figure
    """In the currency of the scorecard"""
    spent: Figure
    """In the currency of the scorecard"""
    effect: tuple[EffectEntry, ...]
    """What happened to each KPI of the objectives that it serves"""
    expected: Share
    """Share of the work that its plan expects by now"""
    earned: Figure
    """Earned value: budget times progress, in the currency of the scorecard; null without either"""
    variance: Figure
    """Earned value less what was spent: below zero the work cost more than what is done of it was to cost; null without
    both"""
    slippage: int | None
    """How many days it is late, below zero for early; null where nothing tells yet"""
    milestones: tuple[MilestoneEntry, ...]
    """Its milestones in the order of the file"""
    waits_for: tuple[str, ...]
    """Ids of the initiatives that it depends on and that are not done"""


class ProblemEntry(PublishedPart):
    """A problem and its place."""

    code: Annotated[str, Field(pattern=r"^BSC\d{3}$")]
    """The rule that is broken"""
    severity: Severity
    """How much it matters"""
    file: str
    """File relative to the project"""
    line: Count
    """Line from 1; 0 for the whole file"""
    message: str
    """What is wrong, and what is allowed"""


class StatusEntry(PublishedPart):
    """One of the organisation's own statuses."""

    name: str
    """The status as readers see it"""
    status: Status
    """Which of the statuses that all scorecards have it is one of"""
    from_: Score = Field(alias="from")
    """The score from which on it holds; null for the last one, which holds below all others"""
    pace: Figure
    """The pace from which on it holds under scoring by pace; null where none is declared"""
    achieved: bool
    """Whether under scoring by pace it holds where the target itself is met, whatever the pace"""


class PublishedScorecard(DocumentHead):
    """A scorecard at one date."""

    scorecard: ScorecardName
    """Which scorecard it is"""
    score: Score
    """0 to 100; null without one"""
    status: Status
    """Its rolled-up status"""
    status_name: str
    """That status in the organisation's own words"""
    coverage: CoverageCounts
    """From how many of its KPIs the score comes"""
    statuses: tuple[StatusEntry, ...]
    """The organisation's own statuses, the best first; empty where it has none but on track, at risk and off track"""
    freshness: FreshnessCounts
    """How many KPIs have data that is so up to date"""
    perspectives: tuple[PerspectiveEntry, ...]
    """The perspectives, top of the value chain first"""
    objectives: tuple[ObjectiveEntry, ...]
    """The objectives in the order of the map"""
    kpis: tuple[KpiEntry, ...]
    """Every KPI that the scorecard declares or one of its objectives lists"""
    links: tuple[LinkEntry, ...]
    """The hypotheses of the strategy map; association, in time order where there is a lag, not proof of cause"""
    initiatives: tuple[InitiativeEntry, ...]
    """The initiatives in the order of the file"""
    problems: tuple[ProblemEntry, ...]
    """What the checks found in the whole project; a scorecard below the root lists none"""
    alignment: AlignmentEntry
    """How far the scorecards directly below carry the objectives"""
    portfolio: PortfolioEntry
    """What the initiatives cost and earned together"""
    duties: tuple[DutyEntry, ...]
    """The figures that are to be delivered, the latest first; at the root those of the whole project"""
    destination: DestinationEntry | None
    """The way to the destination in figures; null where none is declared"""
    risks: tuple[RiskEntry, ...]
    """The risks in the order of the file"""
