"""KPIs as the scorecard file declares them: what is measured, from where, against what."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from bsc_site.model.declared.own_statuses import WithOwnStatus
from bsc_site.model.declared.own_year import InItsOwnYear
from bsc_site.model.declared.scoring import Scoring
from bsc_site.model.declared.sources.expectations import FigureExpectation
from bsc_site.model.declared.sources.figure_choice import Cumulative
from bsc_site.model.declared.sources.gone_figures import GoneFigures
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.declared.targets import Baseline, OfficialRating, Target, Thresholds
from bsc_site.model.fields import (
    EVEN,
    Figure,
    Flag,
    Id,
    Length,
    Month,
    Number,
    Part,
    Text,
    Weight,
    When,
    Whole,
    Width,
)
from bsc_site.model.period import Frequency
from bsc_site.model.translated.prose import ProperName, Prose
from bsc_site.model.vocabularies import Aggregate, Direction, Kind, PathShape, Running, SpcMethod, Status


class ManualStatus(WithOwnStatus):
    """A status that people set by hand for a while, against the computed one."""

    status: Literal[Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK]
    """The status that holds instead of the computed one: on_track, at_risk or off_track, or an own one by its name."""
    score: Annotated[Number, Field(ge=0, le=100)] | None = None
    """The score that goes with it, 0 to 100 and inside of it; the computed one, changed no more than that takes."""
    because: Prose
    """Why people know better than the figures; it stands in the calculation that readers see."""
    until: When
    """The last period in which it holds; from the day after its end the computed status is back."""
    by: Id | None = None
    """The id of the person who set it."""


class Ignore(Part):
    """A rule that does not apply to this element, and why."""

    rule: Annotated[Text, Field(examples=["BSC214"])]
    """The code of the rule that is silenced here and below; errors in the file itself cannot be."""
    because: Prose
    """Why the rule does not apply here, for those who read the file or the page about the scorecard's health."""


class Benchmark(Part):
    """What others reach: a range or a value, with its source and the year that it speaks of."""

    low: Figure | None = None
    """The lower end of what others reach, in the KPI's unit."""
    high: Figure | None = None
    """The upper end of what others reach, in the KPI's unit."""
    value: Figure | None = None
    """What others reach, in the KPI's unit, where it is one value and no range."""
    source: ProperName
    """Who says so, such as the name of a study or an agency."""
    year: Annotated[Whole | None, Field(examples=[2023])] = None
    """The year that the figures are of; readers are told where it is more than three years back or not known."""
    note: Prose = ""
    """What else readers should know about the benchmark, such as whom it compares with."""


def _method_alone(value: Any) -> Any:
    return {"method": value} if isinstance(value, str) else value


class BaselinePoints(Part):
    """The long form of `spc`: how the limits of natural variation are drawn, and from which values."""

    method: SpcMethod = SpcMethod.ADJUSTED
    """How the limits of natural variation are drawn: adjusted (the default), nhs or none."""
    baseline_points: Annotated[Whole, Field(ge=2)] | None = None
    """From how many values, 2 or more, at the beginning of each segment the limits are drawn; from all unless said
    otherwise."""
    screen_outliers: Flag = True
    """Whether single jumps far beyond the usual ones are left out of the limits, as they are unless set to false."""


class Rebase(Part):
    """A period from which the limits are drawn anew, and what changed."""

    period: When
    """The period from which on the limits of natural variation are drawn anew."""
    because: Prose
    """What changed then, such as `new till system`; it stands at this place of the chart."""


class FromChildren(Part):
    """Where a KPI's figures come from the scorecards below: which of their KPIs, and the rule that makes one of them.

    `kpis` names them; `tag` means every KPI with this tag that a scorecard directly below declares.
    """

    aggregate: Literal["sum", "mean", "min", "max", "ratio"]
    """How the figures below become one: sum, mean, min, max, or ratio, which adds up both sides before dividing."""
    kpis: tuple[Id, ...] = ()
    """The ids of KPIs that scorecards below declare or list."""
    tag: Text = ""
    """The tag that KPIs of scorecards directly below carry when they are to be counted in."""


class Kpi(InItsOwnYear):
    """A measure: what it is, who owns it, where its figures come from, what it should reach."""

    id: Id
    """The KPI's short name in addresses, data files and formulas, unique in the whole project."""
    name: Prose
    """The KPI as readers see it, such as `Repeat purchase rate`."""
    was: Annotated[tuple[Id, ...], Field(examples=[["repeat-buyers"]])] = ()
    """Earlier ids: their addresses lead here, and rows of data files that still name them are read for this KPI."""
    description: Prose = ""
    """What is measured, in a sentence or two, so that two readers mean the same by it."""
    purpose: Prose = ""
    """What the KPI is for: which question it answers, or which decision hangs on it."""
    formula_in_words: Prose = ""
    """How the figure is computed, in words for readers, such as `repeat customers by all customers`."""
    unit: Annotated[ProperName, Field(examples=["%", "EUR", "days", "points", "count", "yes/no"])] = ""
    """The unit of its figures: %, a code of three letters for a currency, yes/no, count for none, or any text."""
    decimals: Annotated[Whole, Field(ge=0, le=6)] | None = None
    """How many decimals readers see, 0 to 6; as many as the KPI's own figures have unless said otherwise."""
    direction: Direction = Direction.HIGHER
    """Which way is better: higher (the default), lower, band for between two values, or none to score nothing."""
    kind: Kind = Kind.LAGGING
    """Whether it moves first and warns (leading) or records the result (lagging, the default)."""
    frequency: Frequency = Frequency.MONTHLY
    """How often there is a figure: daily, weekly, monthly (the default), quarterly, half-yearly or yearly."""
    aggregate: Aggregate | None = None
    """How finer figures become one of its frequency: ratio where the source has a numerator, sum where it counts rows;
    anything else is declared where several figures fall into one period."""
    running: Running = Running.WAIT
    """What the figure of the period that is still running is: not judged before its end (wait, the default), or the
    latest figure that counts (latest), as for a stock such as trees or staff."""
    cumulative: Cumulative | None = None
    """`year` where figures are counted up within the organisation's year, or the month, 1 to 12, with which the count
    begins anew; the KPI's own figures are then the differences, and are added up."""
    owner: Id | None = None
    """The id of the person who answers for the KPI."""
    updater: Id | None = None
    """The id of the person who delivers its figures, where that is not the owner."""
    source: Source | None = None
    """Where its figures stand; rows of kpi, period and value in a file below data/ need none."""
    expect: FigureExpectation | None = None
    """What must hold of the KPI's own figures, period by period, wherever they come from."""
    gone: GoneFigures = ()
    """The figures that the data had and has no more, on purpose; any other that goes is an error."""
    formula: Annotated[Text | None, Field(examples=["orders / sessions * 100"])] = None
    """Its figures computed from other KPIs, period by period: ids, numbers, + - * / % **, comparisons and the functions
    min, max, abs, round, sqrt, if and coalesce."""
    from_children: FromChildren | None = None
    """Its figures made from KPIs of the scorecards below."""
    periods: PeriodWriting = PeriodWriting.model_construct()
    """How its data writes periods where they could be read in two ways; for rows without a source, and all others."""
    fiscal_year_starts: Annotated[Month | None, Field(examples=[7])] = None
    """The month in which the KPI's year begins, where it is not that of the scorecard; 1 for calendar years."""
    baseline: Baseline | None = None
    """Where the KPI stood when the strategy began, and where the path to the targets begins."""
    targets: tuple[Target, ...] = ()
    """What is to be reached by when; without a target a KPI is not scored, unless its method needs none."""
    limit: Annotated[Figure | None, Field(examples=[100])] = None
    """The best value that can be, such as 100 for a share of all; pace asks for less near it, no forecast goes
    beyond."""
    path: PathShape = PathShape.LINEAR
    """How the target moves between baseline and targets: linear (the default) or step, which holds until the next
    one; under scoring: pace it grows by the same share each year."""
    scoring: Annotated[Scoring, BeforeValidator(_method_alone)] = Scoring.model_construct()
    """How a value becomes score and status: the name of a method alone, or with its options."""
    tolerance: Width | None = None
    """The width of the amber zone on the bad side of the target: a share of it, or an amount; else the scorecard's."""
    thresholds: Thresholds = Thresholds.model_construct()
    """Fixed ends of the amber zone, in the KPI's unit, instead of a tolerance."""
    spc: Annotated[BaselinePoints, BeforeValidator(_method_alone)] = BaselinePoints.model_construct()
    """How its limits of natural variation are drawn: adjusted (the default), nhs or none, alone or with options."""
    kind_of_data: Literal["measurement", "proportion", "count"] = "measurement"
    """What its figures are: measurement (the default), or proportion or count for limits that follow from their
    size."""
    rebase: tuple[Rebase, ...] = ()
    """The periods from which on the limits of natural variation are drawn anew, because something changed for good."""
    due: Length | None = None
    """How long after a period's end its figure may take; else as the scorecard says, or 2, 4, 10, 20, 30 or 60 days by
    frequency."""
    benchmark: Benchmark | None = None
    """What others reach, beside which the KPI's own value is shown."""
    rated_by: Annotated[ProperName, Field(examples=["Care Quality Commission"])] = ""
    """Who gives the official ratings of the KPI, such as a regulator."""
    ratings: tuple[OfficialRating, ...] = ()
    """The official ratings that do not stand in the data, period by period; no status follows from them."""
    audience: Id | None = None
    """The widest circle of readers that may see it, such as staff; everybody may where none is named."""
    hidden: Flag = False
    """Whether it only helps to compute others: formulas may name it, and it has no page, no row and no status of its
    own."""
    weight: Weight = EVEN
    """How much it counts in its objectives beside their other KPIs, 1 by default; a list tells from when on which
    holds."""
    manual_status: ManualStatus | None = None
    """A status that people set by hand for a while, against the computed one."""
    incentive: Prose = ""
    """What pay depends on it, such as `Bonus of the board`; the page of initiatives lists such KPIs."""
    tags: Annotated[tuple[Text, ...], Field(examples=[["visits"]])] = ()
    """Words by which a scorecard above picks KPIs with from_children."""
    ignore: tuple[Ignore, ...] = ()
    """The rules that do not apply to this KPI, each with the reason."""

    @model_validator(mode="before")
    @classmethod
    def _counts_are_added_up(cls, value: Any) -> Any:
        """Differences of counts are flows: they are added up, and the sides of a ratio likewise."""
        if not isinstance(value, dict) or value.get("aggregate") is not None:
            return value
        source = value.get("source")
        own = source if isinstance(source, dict) else {}
        if value.get("cumulative") is None and own.get("cumulative") is None:
            return value
        return {**value, "aggregate": "ratio" if "numerator" in own else "sum"}

    @property
    def counted_up(self) -> Literal["year"] | int | None:
        """How its figures are counted up: within the organisation's year, from a month on, or not at all."""
        return self.cumulative if self.cumulative is not None or self.source is None else self.source.cumulative

    @property
    def own_year_starts(self) -> int | None:
        """The month in which the KPI's year begins where it differs from the scorecard's.

        A KPI whose yearly, half-yearly or quarterly figures are declared to be of calendar years has such years.
        """
        own = (self.source.fiscal_year_starts if self.source else None) or self.fiscal_year_starts
        calendar = self.period_writing.years == "calendar" and self.frequency.months >= _QUARTER
        return own or (1 if calendar and self.aggregate is None else None)

    @property
    def period_writing(self) -> PeriodWriting:
        """How the data writes periods, as the source says, and otherwise the KPI."""
        if self.source is None:
            return self.periods
        older = PeriodWriting(dates=self.source.dates, year=self.source.year, time_zone=self.source.time_zone)
        return self.source.periods.over(older).over(self.periods)

    @property
    def computed(self) -> bool:
        """Whether its figures are made from those of other KPIs, so that nobody delivers any."""
        return self.formula is not None or self.from_children is not None

    @property
    def in_money(self) -> bool:
        """Whether its unit is written as the code of a currency: three capital letters."""
        return len(self.unit) == len("EUR") and self.unit.isalpha() and self.unit.isupper()

    @property
    def adds_up(self) -> bool:
        """Whether its figure of a longer period is the sum of the finer ones: as declared, or of rows that count."""
        counted = self.aggregate is None and self.source is not None and self.source.count == "rows"
        return counted or self.aggregate is Aggregate.SUM


_QUARTER = 3
"""Months from which on a period depends on when the year begins."""
