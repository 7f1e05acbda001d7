"""Published outlook: control charts, forecasts, chances, tested links and effects as other programs read them."""

from __future__ import annotations

from typing import Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import ReadOnly, TypedDict

from bsc_site.model.vocabularies import Assurance, Grade, PointLabel, SpcMethod, Variation
from bsc_site.publish.published_data.published_columns import Columns
from bsc_site.publish.published_data.published_part import (
    PERIOD,
    Correlation,
    Count,
    Figure,
    Limit,
    PeriodText,
    PublishedPart,
    Reckoned,
    Share,
)


class ChartSegment(PublishedPart):
    """A stretch of a control chart with limits of its own."""

    from_: PeriodText = Field(alias="from")
    mean: Limit
    """Mean, in the KPI's unit"""
    lower: Limit
    """Lower limit of natural variation"""
    upper: Limit
    """Upper limit of natural variation"""
    run: Count
    """Values on one side of the mean that make a signal"""
    because: str
    """Why it begins"""
    slope: Figure = 0.0
    """Of limits that follow a trend, a period; mean and limits are then those at its latest period"""


@with_config(ConfigDict(use_attribute_docstrings=True))
class ChartColumns(TypedDict):
    """The points of a control chart: a list for each key, all of the same length."""

    period: ReadOnly[tuple[str, ...]]
    """Periods as the scorecard file writes them: 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, FY2025-Q3"""
    label: ReadOnly[tuple[PointLabel, ...]]
    """What the point says"""
    mean: NotRequired[ReadOnly[tuple[Reckoned, ...]]]
    """Mean, in the KPI's unit; left out, as both limits, where they are everywhere those of the segment, with its slope
    and the season"""
    lower: NotRequired[ReadOnly[tuple[Reckoned, ...]]]
    """Lower limit of natural variation"""
    upper: NotRequired[ReadOnly[tuple[Reckoned, ...]]]
    """Upper limit of natural variation"""


@with_config(ConfigDict(use_attribute_docstrings=True))
class SeasonColumns(TypedDict):
    """The places of a season: a list for each key, all of the same length."""

    period: ReadOnly[tuple[str, ...]]
    """The latest period at each place; those a whole number of seasons before have the same index"""
    index: ReadOnly[tuple[Figure, ...]]
    """What the season makes of mean and limits there"""


class SeasonIndices(PublishedPart):
    """The season that was taken out of a control chart, and is in the limits of its points."""

    multiplied: bool
    """Whether mean and limits of the segment are multiplied with the index; false where it is added"""
    places: Columns[SeasonColumns]
    """Every place of the season"""


class RareCount(PublishedPart):
    """How often a figure leaves its usual value."""

    usual: Figure
    """The value that nearly all periods have, in the KPI's unit"""
    periods: Count
    """Of so many"""
    others: Count
    """Periods with another value"""
    last: PeriodText | None
    """The latest of these; null without any"""
    since: Count
    """Periods since then"""


class ControlChart(PublishedPart):
    """The control chart of a KPI."""

    method: SpcMethod
    """How limits are drawn, as declared"""
    chart: Literal["xmr", "p", "c", "u", "rare"] | None
    """The kind of chart; null without one; of rare events, limits are the least and the largest value so far"""
    segments: tuple[ChartSegment, ...]
    """Limits, anew from each rebase; without the season, and for an average denominator"""
    points: Columns[ChartColumns]
    """Every point with its label: a list for each key, one value a point. The limits that hold for it are those of its
    segment: each less its slope for every period up to the latest one of the segment, then with the season"""
    variation: Variation | None
    """Of the latest point; null without a chart"""
    assurance: Assurance | None
    """Against the target; null without a chart"""
    seasonal: bool
    """Whether a season was taken out before limits were drawn"""
    trial: bool
    """Whether the limits come from fewer than 13 values"""
    suggested_rebase: str | None
    """From where limits might be drawn anew; never applied by itself"""
    rare_events: RareCount | None = None
    """Where hardly any value moves: how many others there are, and since when none; null where there are limits"""
    season: SeasonIndices | None = None
    """What the limits of points have beside those of the segment; null without, and where points have limits of their
    own"""


@with_config(ConfigDict(use_attribute_docstrings=True))
class ForecastColumns(TypedDict):
    """Periods to come: a list for each key, all of the same length."""

    period: ReadOnly[tuple[str, ...]]
    """Periods as the scorecard file writes them: 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, FY2025-Q3"""
    value: ReadOnly[tuple[Reckoned, ...]]
    """The forecast, in the KPI's unit"""
    lower80: ReadOnly[tuple[Reckoned, ...]]
    """Lower end of its 80 % interval"""
    upper80: ReadOnly[tuple[Reckoned, ...]]
    """Upper end of its 80 % interval"""
    lower95: ReadOnly[tuple[Reckoned, ...]]
    """Lower end of its 95 % interval"""
    upper95: ReadOnly[tuple[Reckoned, ...]]
    """Upper end of its 95 % interval"""


class TargetChance(PublishedPart):
    """How likely a dated target is met."""

    period: PeriodText
    target: Figure
    """The dated target"""
    probability: Share
    """To meet it on time"""
    required: Figure
    """What each remaining period has to bring: its change, or for a total its average"""
    estimated: Count
    """How many periods of a total have no figure though later ones do: each is estimated, with an error of its own"""
    sentence: str
    """The same in words"""


class LinkEntry(PublishedPart):
    """A hypothesis of the strategy map."""

    from_: str = Field(alias="from")
    """Id of the objective that is the cause"""
    to: str
    """Id of the objective that is the effect"""
    sign: Literal["+", "-"]
    """Whether the effect gets better (+) or worse (-) where the cause gets better"""
    lag: Figure
    """Months between cause and effect: declared, otherwise found; null for neither"""
    grade: Grade | None
    """How well the data supports the hypothesis; null until it is tested"""
    n: int | None
    """Periods of which both KPIs have a figure"""
    effect: Correlation
    """Partial correlation of the changes of both KPIs' figures as they are, season and own past taken out; so it is
    negative where a KPI of which less is better bears out a + together with one of which more is better; null while the
    link cannot be tested"""
    low: Correlation
    """Lower end of the 95 % interval of that correlation; null while the link cannot be tested"""
    high: Correlation
    """Upper end of the 95 % interval of that correlation; null while the link cannot be tested"""
    p: Share
    """One-sided p-value for the declared sign, read as: where the cause gets better, the effect gets better (+) or
    worse (-)"""
    q: Share
    """p-value after the correction for testing all links of the map"""
    detectable: Correlation
    """The smallest correlation that would have been found in 80 % of cases; null while the link cannot be tested"""
    cause: str | None
    """Id of the KPI that stands for the cause; null without one"""
    outcome: str | None
    """Id of the KPI that stands for the effect; null without one"""
    testable_from: str | None
    """The period from whose end on it can be tested; null where that is unknown"""
    sentence: str
    """The finding in words"""


class EffectEntry(PublishedPart):
    """What happened to a KPI after an initiative."""

    kpi: str
    """Id of the KPI"""
    effect: Figure
    """The step in the KPI's unit; null while it is too early"""
    low: Figure
    """Lower end of its 95 % interval"""
    high: Figure
    """Upper end of its 95 % interval"""
    since: str = Field(description=f"The period from which on a step was looked for. {PERIOD}")
    known_from: str | None
    """The period from whose end on it can be said; null when it is said already"""
    p: Figure
    """The two-sided p value of no step at all"""
    q: Figure
    """The same after all KPIs of the initiative were counted"""
    at_the_same_time: tuple[str, ...]
    """Ids of the other initiatives for this KPI that ran within twelve periods of the step"""
    sentence: str
    """The finding in words"""
