"""KPIs as the scorecard file declares them: what is measured, from where, against what."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from bsc_site.model.declared.fields import EVEN, Flag, Id, Length, Number, Part, Share, Text, Weight, When, Whole, Width
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Aggregate, Direction, Kind, Method, PathShape, SpcMethod, Status


class ManualStatus(Part):
    """A status that people set by hand for a while, against the computed one."""

    status: Literal[Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK]
    because: Text
    until: When
    """The last period in which it holds; after it the computed status is back."""
    by: Id | None = None


class Ignore(Part):
    """A rule that does not apply to this element, and why."""

    rule: Text
    because: Text


class Target(Part):
    """What the KPI should reach by a period: one value, or a band from `low` to `high`."""

    period: When
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    note: Text = ""


class Baseline(Part):
    """Where the KPI stood when the strategy began."""

    period: When
    value: Number


class Thresholds(Part):
    """Explicit ends of the amber zone, in the KPI's unit; for a band one on each side."""

    red_flag: Number | None = None
    red_flag_low: Number | None = None
    red_flag_high: Number | None = None


class Benchmark(Part):
    """What others reach: a range or a value, with its source and the year that it speaks of."""

    low: Number | None = None
    high: Number | None = None
    value: Number | None = None
    source: Text
    year: Whole | None = None
    """None where the source does not say which year its figures are of."""
    note: Text = ""


class ValueBand(Part):
    """One band of the `bands` method: values from `from` on have this status, and this score if given."""

    from_: Number | None = Field(default=None, alias="from")
    status: Status
    score: Annotated[Number, Field(ge=0, le=100)] | None = None


class ScoringRule(Part):
    """One rule of the `rules` method: the first whose condition holds decides."""

    when: Text
    status: Status
    score: Annotated[Number, Field(ge=0, le=100)] | None = None


class Scoring(Part):
    """The method that turns a value into score and status, with its options."""

    method: Method = Method.GOAL_RED_FLAG
    low: Number | None = None
    high: Number | None = None
    on_track: Share | None = None
    at_risk: Share | None = None
    bands: tuple[ValueBand, ...] = ()
    states: dict[str, Annotated[Number, Field(ge=0, le=100)]] = Field(default_factory=dict)
    rules: tuple[ScoringRule, ...] = ()


def _method_alone(value: Any) -> Any:
    return {"method": value} if isinstance(value, str) else value


class BaselinePoints(Part):
    """The long form of `spc`."""

    method: SpcMethod = SpcMethod.ADJUSTED
    baseline_points: Whole | None = None
    screen_outliers: Flag = True


class Rebase(Part):
    """A period from which the limits are drawn anew, and what changed."""

    period: When
    because: Text


class Source(Part):
    """Where a KPI's figures stand in a file, and how they are written there.

    With `period` naming a column, each row is one period (`value`, or `numerator` and `denominator`, name columns).
    Without it, each column whose heading is a period is one, and `where` picks the row; `columns` says which period a
    heading stands for where it is not one itself. `at` is the one period of a file that names none at all.
    """

    file: Text
    format: Literal["csv", "excel", "json", "parquet"] | None = None
    sheet: Text | Whole | None = None
    records: Text | None = None
    """JSON: the path of keys to the list of records, such as result/items."""
    period: Text | tuple[Text, ...] | None = None
    columns: dict[str, When] = Field(default_factory=dict)
    """Column name to the period whose figures it holds: `{lq: FY2015-Q1, tq: FY2015-Q2}`."""
    at: When | None = None
    """The period that every row belongs to: a snapshot without dates."""
    value: Text | None = None
    numerator: Text | None = None
    denominator: Text | None = None
    target: Text | None = None
    note: Text | None = None
    count: Literal["rows"] | None = None
    """Each row that passes the filter counts as one."""
    where: dict[str, Any] = Field(default_factory=dict)
    """Column name to the text, number or list of them that a row must have there."""
    delimiter: Text | None = None
    decimal: Literal[".", ","] = "."
    thousands: Text | None = None
    encoding: Text | None = None
    header: Annotated[Whole, Field(ge=1)] | None = None
    """The row with the column names, counted from 1 as an editor does."""
    comment: Text | None = None
    missing: tuple[Text, ...] = ()
    """Texts that mean no value, besides the empty cell."""
    dates: Literal["day first", "month first", "year first"] | None = None
    """The order of numeric dates such as 03/04/2024, which are a problem without it."""
    year: Whole | None = None
    """The year of headings that name only a month."""
    scale: Number = 1.0
    """Every figure is multiplied by it: 100 turns a share into per cent."""


class FromChildren(Part):
    """Where a KPI's figures come from the scorecards below: which of their KPIs, and the rule that makes one of them.

    `kpis` names them; `tag` means every KPI with this tag that a scorecard directly below declares.
    """

    aggregate: Literal["sum", "mean", "min", "max", "ratio"]
    """ratio: numerators and denominators are added up first, then divided."""
    kpis: tuple[Id, ...] = ()
    tag: Text = ""


class Kpi(Part):
    """A measure: what it is, who owns it, where its figures come from, what it should reach."""

    id: Id
    name: Text
    description: Text = ""
    purpose: Text = ""
    formula_in_words: Text = ""
    unit: Text = ""
    decimals: Annotated[Whole, Field(ge=0, le=6)] | None = None
    direction: Direction = Direction.HIGHER
    kind: Kind = Kind.LAGGING
    frequency: Frequency = Frequency.MONTHLY
    aggregate: Aggregate | None = None
    """Default: ratio where the source has a numerator, otherwise last. A ratio in `%` is multiplied by 100."""
    owner: Id | None = None
    updater: Id | None = None
    source: Source | None = None
    formula: Text | None = None
    from_children: FromChildren | None = None
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    path: PathShape = PathShape.LINEAR
    scoring: Annotated[Scoring, BeforeValidator(_method_alone)] = Scoring()
    tolerance: Width | None = None
    thresholds: Thresholds = Thresholds()
    spc: Annotated[BaselinePoints, BeforeValidator(_method_alone)] = BaselinePoints()
    kind_of_data: Literal["measurement", "proportion", "count"] = "measurement"
    rebase: tuple[Rebase, ...] = ()
    due: Length | None = None
    benchmark: Benchmark | None = None
    audience: Id | None = None
    weight: Weight = EVEN
    manual_status: ManualStatus | None = None
    incentive: Text = ""
    tags: tuple[Text, ...] = ()
    ignore: tuple[Ignore, ...] = ()
