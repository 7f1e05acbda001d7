"""A KPI as other programs read it: its entry in the scorecard's document, and its own one."""

from __future__ import annotations

from datetime import date
from typing import Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import ReadOnly, TypedDict

from bsc_site.model.concluded.overview import BenchmarkPosition
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import (
    Aggregate,
    Assurance,
    Direction,
    FreshnessWord,
    Kind,
    Method,
    PathShape,
    Status,
    TrendWord,
    Variation,
)
from bsc_site.publish.published_data.published_columns import Columns
from bsc_site.publish.published_data.published_outlook import ControlChart, ForecastColumns, TargetChance
from bsc_site.publish.published_data.published_overview import DutyFacts
from bsc_site.publish.published_data.published_part import (
    PERIOD,
    Count,
    Figure,
    PeriodText,
    PublishedPart,
    Reckoned,
    ReckonedScore,
    Score,
    Share,
)


class DocumentHead(PublishedPart):
    """What every document begins with."""

    schema_version: Literal["2.0"] = "2.0"
    """Grows at the second place when keys join, at the first when one changes its meaning"""
    as_of: date
    """The day at which everything was judged"""
    audience: str | None
    """For which audience the site was built; null when nothing was left out"""


class KpiHead(DocumentHead):
    """What the document of a KPI begins with."""

    scorecard: str
    """Id of the scorecard that declares it"""


class KpiFacts(PublishedPart):
    """What both documents say of a KPI; each says its own of its chances."""

    id: str
    """Id of the KPI"""
    name: str
    """Its name"""
    objectives: tuple[str, ...]
    """Ids of its objectives"""
    owner: str | None
    """Id of the person who answers for it"""
    unit: str
    """%, a currency code, days, count, points, yes/no, or any text"""
    direction: Direction
    """Which way is better"""
    kind: Kind
    """Whether it drives results or records them"""
    frequency: Frequency
    """How often it is measured"""
    period: str | None = Field(description=f"The latest complete period. {PERIOD}")
    value: Figure
    """The value of that period, in the KPI's unit"""
    target: Figure
    """What it should be at that period; null for a band and without a target"""
    target_low: Figure
    """Lower end of the band that it should be in"""
    target_high: Figure
    """Upper end of that band"""
    red_flag: Figure
    """Where at risk ends and off track begins"""
    status: Status
    """Value against target"""
    status_name: str
    """The status in the organisation's own words, which may tell more than three apart"""
    score: Score
    """0 to 100; null without one"""
    rating: str | None
    """The latest official rating, in the words of who gave it; null without any, and no status follows from it"""
    rating_period: str | None
    """The period that was rated"""
    rated_by: str
    """Who gives the ratings, empty where nobody says it"""
    progress: Figure
    """Share of the way from the baseline to the next dated target; 1 is all of it"""
    pace: Figure
    """Growth so far divided by the growth needed"""
    trend: TrendWord
    """Where it is heading, in the sense of its direction"""
    slope: Figure
    """Change per period in the KPI's unit (median of pairwise slopes)"""
    run_length: Count
    """Periods in a row, up to the latest, that moved the same way"""
    variation: Variation | None
    """What the control chart says about the latest point; null without a chart"""
    assurance: Assurance | None
    """Whether the target is met reliably; null without a chart"""
    freshness: FreshnessWord
    """How up to date the data is"""
    chance: float | tuple[TargetChance, ...] | None
    """The chance to meet targets to come"""
    url: str
    """Address of its page, relative to the top of the site (the folder that holds feed.xml and api/ of the root
    scorecard), in the files of the scorecards below as well"""
    benchmark_position: BenchmarkPosition | None
    """Where its value lies against what others reach; null without a benchmark"""
    duty: DutyFacts | None
    """Which of its figures is to be delivered next; null where it is computed from others"""


class KpiEntry(KpiFacts):
    """A KPI in the document of a scorecard."""

    chance: Share
    """Probability to meet the next target on time; null without a forecast"""


class WeightEntry(PublishedPart):
    """A weight and when it began to hold."""

    from_: str | None = Field(alias="from")
    """The period from whose first day on it holds; null for the beginning"""
    value: Figure
    """How much the KPI counts beside the others of its objective"""


class BaselineEntry(PublishedPart):
    """Where a KPI stood when the strategy began."""

    period: PeriodText
    value: Figure
    """Where it stood then, in its unit"""


class TargetEntry(PublishedPart):
    """What a KPI should reach by a period."""

    period: PeriodText
    value: Figure
    """What is to be reached, in the KPI's unit; null for a band"""
    low: Figure
    """Lower end of the band that it should be in"""
    high: Figure
    """Upper end of that band"""
    from_: str | None = Field(alias="from")
    """The first period that is judged by this version of the target; null for the beginning"""
    until: str | None
    """The last period that is judged by this version of the target; null for all that come"""
    note: str
    """What there is to say about the target, empty for nothing"""


class BenchmarkEntry(PublishedPart):
    """What others reach."""

    low: Figure
    """Lower end of what others reach, in the KPI's unit; null without a range"""
    high: Figure
    """Upper end of it"""
    value: Figure
    """What others reach, where it is one value"""
    source: str
    """Who says so"""
    year: int | None
    """The year that the figures are of"""


class RebaseEntry(PublishedPart):
    """From when on limits are drawn anew."""

    period: PeriodText
    because: str
    """What changed then"""


class KpiDefinition(PublishedPart):
    """What is measured, from where, against what and how it is judged, as the scorecard file declares it."""

    description: str
    """What is measured, empty where nobody has said it; so are the texts that follow"""
    purpose: str
    """Which question it answers"""
    formula_in_words: str
    """How it is computed, in words"""
    formula: str | None
    """The formula over other KPIs; null for one that has its own figures"""
    source: str
    """Where its figures come from, in words"""
    aggregate: Aggregate | None
    """How finer figures become one of its frequency; null where the scorecard file does not say it"""
    updater: str | None
    """Id of the person who delivers its figures; null for its owner"""
    due: str | None
    """How long after a period's end its figure may take; null for the usual time"""
    weight: tuple[WeightEntry, ...]
    """How much it counts in its objectives, and from when on"""
    scoring: Method
    """How a value becomes score and status"""
    tolerance: str | None
    """The width of the amber zone, a share of the target or an amount; null for the scorecard's"""
    path: PathShape
    """How the target moves between two dated targets"""
    baseline: BaselineEntry | None
    """Where it stood when the strategy began"""
    targets: tuple[TargetEntry, ...]
    """What is to be reached by when"""
    benchmark: BenchmarkEntry | None
    """What others reach"""
    kind_of_data: Literal["measurement", "proportion", "count"]
    """What its figures are, which decides how limits are drawn"""
    rebase: tuple[RebaseEntry, ...]
    """The periods from which on limits are drawn anew"""
    tags: tuple[str, ...]
    """Words by which scorecards above pick it"""


@with_config(ConfigDict(use_attribute_docstrings=True))
class SeriesColumns(TypedDict):
    """Observed periods, oldest first: a list for each key, all of the same length."""

    period: ReadOnly[tuple[str, ...]]
    """Periods as the scorecard file writes them: 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, FY2025-Q3"""
    value: ReadOnly[tuple[Figure, ...]]
    """In the KPI's unit"""
    target: ReadOnly[tuple[Reckoned, ...]]
    """What it should have been"""
    status: ReadOnly[tuple[Status, ...]]
    """Value against target; not_scored for an incomplete period"""
    score: ReadOnly[tuple[ReckonedScore, ...]]
    """0 to 100; null without one"""
    note: ReadOnly[tuple[str, ...]]
    """The note of the data, empty for none"""
    target_low: NotRequired[ReadOnly[tuple[Reckoned, ...]]]
    """Lower end of the band that it should have been in; left out where no period has one"""
    target_high: NotRequired[ReadOnly[tuple[Reckoned, ...]]]
    """Upper end of that band; left out where no period has one"""
    complete: NotRequired[ReadOnly[tuple[bool, ...]]]
    """Whether the period has ended and all of it is known; left out where that is so of every period"""
    running: NotRequired[ReadOnly[tuple[bool, ...]]]
    """Whether the period has not ended, and its latest figure counts all the same, as declared; left out where that is
    so of none"""
    status_name: NotRequired[ReadOnly[tuple[str, ...]]]
    """The status in the organisation's own words, where it declares statuses of its own"""
    rating: NotRequired[ReadOnly[tuple[str, ...]]]
    """The official rating of the period, empty for none, where the KPI has such ratings"""


class GroupEntry(PublishedPart):
    """One group of a KPI, such as a region."""

    name: str
    """What the column of the data says"""
    period: str | None = Field(description=f"Its latest complete period. {PERIOD}")
    value: Figure
    """The value of that period, in the KPI's unit"""
    status: Status
    """Value against target; not_scored for a part of a whole"""
    series: Columns[SeriesColumns]
    """Every observed period, oldest first: a list for each key, one value a period"""


class GapEntry(PublishedPart):
    """How far the groups lie apart."""

    period: PeriodText
    highest: str
    """The group with the largest value"""
    lowest: str
    """The group with the smallest value"""
    difference: Figure
    """The largest value less the smallest"""
    before: Figure
    """The same one year before; null where not all of them were measured then"""


class BreakdownEntry(PublishedPart):
    """The groups of a KPI by one column of its data."""

    by: str
    """The column"""
    parts: bool
    """Whether the groups add up to the KPI's own figure"""
    groups: tuple[GroupEntry, ...]
    """In the order of the data"""
    gap: GapEntry | None
    """Null without two groups of the same period"""


class KpiDetail(PublishedPart):
    """What the own document of a KPI adds to its entry, the same in every scorecard that lists it."""

    definition: KpiDefinition
    """What is measured, from where and against what, as declared"""
    calculation: tuple[str, ...]
    """The way to status and score"""
    series: Columns[SeriesColumns]
    """Every observed period, oldest first: a list for each key, one value a period"""
    breakdowns: tuple[BreakdownEntry, ...]
    """Its groups, column by column; empty without any"""
    spc: ControlChart
    """The control chart; without segments and points where there is none"""
    forecast: Columns[ForecastColumns]
    """The periods to come, in the same form; empty without a forecast"""
    chance: tuple[TargetChance, ...]
    """The chance to meet each dated target to come; empty without a forecast"""


class PublishedKpi(KpiDetail, KpiFacts, KpiHead):
    """A KPI at one date."""

    chance: tuple[TargetChance, ...]
    """The chance to meet each dated target to come; empty without a forecast"""
