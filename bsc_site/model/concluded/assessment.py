"""Assessments: what the build concludes about KPIs, objectives, perspectives, initiatives and scorecards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from bsc_site.model.calculation.kpi_steps import CalculationStep, TargetPoint
from bsc_site.model.calculation.manual_steps import SetByHand
from bsc_site.model.calculation.rollup_steps import RollUpStep
from bsc_site.model.concluded.evidence import InitiativeEffect, LinkEvidence
from bsc_site.model.concluded.outlook import NO_FORECAST, NO_SIGNAL, Forecast, Signal
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Objective, Perspective, Scorecard
from bsc_site.model.period import Period
from bsc_site.model.series import FigureSource, Note
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import FreshnessWord, InitiativeStatus, Status, TrendWord


class Expectation(NamedTuple):
    """What a KPI should be at one period: a `target` and its `red_flag`, or a band with a red flag on either side.

    All in the KPI's unit; None where nothing holds at that period. `enough` is the value short of the target that is
    on track all the same, None where the target itself decides.
    """

    target: float | None = None
    red_flag: float | None = None
    low: float | None = None
    high: float | None = None
    red_flag_low: float | None = None
    red_flag_high: float | None = None
    enough: float | None = None

    @property
    def on_track_from(self) -> float | None:
        """The value from which on it is on track: the target, unless less is enough."""
        return self.target if self.enough is None else self.enough

    @property
    def without_red_flags(self) -> Expectation:
        """The same where nothing lies between reached and off track."""
        return self._replace(red_flag=None, red_flag_low=None, red_flag_high=None)

    @property
    def given(self) -> bool:
        """Whether there is a target or an end of a band to compare with."""
        return self.target is not None or self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Status and score (0 to 100, None where there is none) with the steps that led to them."""

    status: Status
    score: float | None
    steps: tuple[CalculationStep, ...] = ()


class Point(NamedTuple):
    """One period of a KPI, judged. An incomplete period has no status and no score (`not_scored`, None).

    `count` is how many rows of the source were aggregated. `running` says that the period has not ended, and that its
    latest figure counts as declared.
    """

    period: Period
    value: float
    complete: bool
    expected: Expectation
    status: Status
    score: float | None
    note: Note = ""
    count: int = 1  # type: ignore[assignment]  # a name of the field, and nobody counts equal fields
    running: bool = False
    rating: str = ""
    """What somebody official says of it; no status follows from that."""


class Rated(NamedTuple):
    """An official rating and the period that was rated."""

    period: Period
    rating: str


FEWEST_FOR_TREND = 8
"""So many complete periods a trend needs."""


@dataclass(frozen=True, slots=True)
class PairTest:
    """How a trend was tested: Mann-Kendall's `s` and `z`, the autocorrelation allowed for, the Theil-Sen slope.

    `slope` is per period in the KPI's unit; `seasonal` says that a season was taken out first; `beyond_chance` that
    |z| lies beyond the two-sided 5 % point; `before_latest` that the latest value, which breaks out of the course, was
    left out.
    """

    s: float
    z: float
    autocorrelation: float
    slope: float
    seasonal: bool
    beyond_chance: bool
    before_latest: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """Where a KPI is heading.

    `slope` is per period in the KPI's unit (Theil-Sen, None when too short); `rising` whether the arrow points up, None
    for steady or too short; `run_length` how many periods in a row, up to the latest, moved the same way; `n` the
    number of complete periods looked at. A KPI without a direction is `steady` and still has its arrow: neither way is
    better. `test` is None when too short.
    """

    word: TrendWord
    slope: float | None
    rising: bool | None
    run_length: int
    n: int
    test: PairTest | None = None


@dataclass(frozen=True, slots=True)
class Freshness:
    """How up to date the data is; `next_due` is the day by which the next period is to be delivered."""

    word: FreshnessWord
    latest: Period | None
    next_period: Period | None
    next_due: date | None
    missed: int


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """One group of a KPI, such as a region: its points, and the latest complete one.

    Where groups are parts of a whole, nothing says what a part should be: their points are not scored.
    """

    name: str
    points: tuple[Point, ...]
    current: Point | None


@dataclass(frozen=True, slots=True)
class GroupGap:
    """How far the groups lie apart in the latest period of all that are still measured: the largest, the smallest.

    `before` is the distance of the largest from the smallest one year before, None where not all were measured then.
    """

    period: Period
    highest: str
    high: float
    lowest: str
    low: float
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The groups of a KPI by one column of its data; `parts` says that they add up to the KPI's own figure."""

    by: str
    groups: tuple[GroupStanding, ...]
    gap: GroupGap | None
    parts: bool = False


@dataclass(frozen=True, slots=True)
class KpiAssessment:
    """Everything that is concluded about one KPI.

    `points` holds every observed period, `current` the latest complete one and `previous` the complete one before it. A
    status that people set by hand is that of the latest complete period too. `progress` is the share of the way from
    the baseline to the next dated target, `pace` the ratio of the growth so far to the growth needed; both None where
    baseline and target do not allow them. `calculation` is the whole way from the figures to status and score; `course`
    what is expected at periods without a figure, where the target path bends.
    """

    kpi: Kpi
    scorecard: str
    points: tuple[Point, ...]
    current: Point | None
    previous: Point | None
    status: Status
    score: float | None
    progress: float | None
    pace: float | None
    trend: Trend
    freshness: Freshness
    origin: FigureSource
    calculation: tuple[CalculationStep, ...]
    course: tuple[TargetPoint, ...] = ()
    signal: Signal = NO_SIGNAL
    forecast: Forecast = NO_FORECAST
    ratings: tuple[Rated, ...] = ()
    """Every official rating of a period that has begun, whether in the data or declared, the latest last."""
    other_baseline: float | None = None
    """The data's own figure for the period of the declared baseline, where it is another one."""
    breakdowns: tuple[Breakdown, ...] = ()
    """Its groups, column by column."""

    @property
    def run_rising(self) -> bool | None:
        """Whether the run of its trend goes upwards; None where there is no run."""
        if not self.trend.run_length or self.current is None or self.previous is None:
            return None
        return self.current.value > self.previous.value

    @property
    def gaps(self) -> int:
        """How many periods between the first and the last one observed have no figure."""
        return (at := [each.period.ordinal for each in self.points] or [0])[-1] - at[0] + 1 - len(at)

    @property
    def by_hand(self) -> SetByHand | None:
        """What people set against the figures, None where the status is the computed one."""
        return next((each for each in self.calculation if isinstance(each, SetByHand)), None)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the KPIs below an element could be scored."""

    scored: int
    total: int

    @property
    def share(self) -> float:
        """Scored of total, 0 to 1; 0 when there is nothing to score."""
        return self.scored / self.total if self.total else 0.0


class Nudge(Enum):
    """What may be moved by a tenth: a child's thresholds or its weight, either way."""

    STRICTER = "stricter"
    MILDER = "milder"
    HEAVIER = "heavier"
    LIGHTER = "lighter"


class OtherStatus(NamedTuple):
    """The other status that a roll-up would have with one child, by its name, moved by a tenth."""

    nudge: Nudge
    child: str
    status: Status
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Everything that a tenth would turn into another status; nothing when the rolled-up status is firm."""

    flips: tuple[OtherStatus, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether no weight or threshold moved by a tenth would change the status."""
        return not self.flips


@dataclass(frozen=True, slots=True)
class Standing:
    """The rolled-up score (0 to 100) and status of a parent, from how much of it, in which steps.

    `sensitivity` is None where there is no score.
    """

    status: Status
    score: float | None
    coverage: Coverage
    calculation: tuple[RollUpStep, ...]
    sensitivity: Sensitivity | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveAssessment:
    """An objective with its standing; the trend is the one most of its KPIs share (tie: the worse)."""

    objective: Objective
    perspective: str
    standing: Standing
    trend: TrendWord
    kpis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PerspectiveAssessment:
    """A perspective with its standing and its objectives in order."""

    perspective: Perspective
    standing: Standing
    objectives: tuple[str, ...]


class PlanReason(Enum):
    """What the status of an initiative follows from."""

    DECLARED = "declared"
    ALL_DONE = "all_done"
    NOT_STARTED = "not_started"
    OVERDUE = "overdue"
    """Its end is over, and it is not done."""
    AGAINST_PLAN = "against_plan"
    """Its progress against what the plan expects by now."""


@dataclass(frozen=True, slots=True)
class InitiativeAssessment:
    """An initiative: declared or milestone progress (0 to 1), and what the plan expects by now (0 to 1).

    `reached` is how many of its milestones were reached by the day of the assessment, `reason` what its status follows
    from.
    """

    initiative: Initiative
    status: InitiativeStatus
    progress: float | None
    expected: float
    reason: PlanReason
    reached: int = 0
    effects: tuple[InitiativeEffect, ...] = ()


@dataclass(frozen=True, slots=True)
class ScorecardAssessment:
    """One scorecard at one date; `freshness` counts its KPIs by word."""

    scorecard: Scorecard
    standing: Standing
    freshness: Mapping[FreshnessWord, int]
    perspectives: Mapping[str, PerspectiveAssessment]
    objectives: Mapping[str, ObjectiveAssessment]
    initiatives: Mapping[str, InitiativeAssessment]
    kpis: tuple[str, ...]
    """Every KPI that the scorecard declares or one of its objectives lists, in the order of the file."""
    evidence: tuple[LinkEvidence, ...] = ()
    """Every arrow of the map, in the order of the file."""
