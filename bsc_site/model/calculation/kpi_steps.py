"""KPI steps: the whole way from the figures of a KPI to its status and score, one type for each kind of step."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from bsc_site.model.calculation.manual_steps import ManualStep
from bsc_site.model.calculation.scoring_steps import NoPace, NoProgress, NotAfterBaseline, ScoringStep
from bsc_site.model.fields import Tolerance
from bsc_site.model.period import Period
from bsc_site.model.series import Contribution, FigureSource
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate


@dataclass(frozen=True, slots=True)
class _Figure:
    period: Period
    value: float
    """In the KPI's unit."""


@dataclass(frozen=True, slots=True)
class FigureRead(_Figure):
    """A value as it stands in its source."""

    source: FigureSource


@dataclass(frozen=True, slots=True)
class FigureOfParts(_Figure):
    """A ratio of two sums."""

    numerator: float
    denominator: float
    source: FigureSource


@dataclass(frozen=True, slots=True)
class FigureAggregated(_Figure):
    """A value made from `count` rows of its source."""

    rule: Aggregate
    count: int
    source: FigureSource


@dataclass(frozen=True, slots=True)
class FigureComputed(_Figure):
    """A value of a formula; `inputs` are the figures that it names, empty unless each has one in that period.

    `helpers` are the names of those among them that have no page which would say what they are.
    """

    formula: str
    inputs: tuple[tuple[str, float], ...]
    helpers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRolledUp(_Figure):
    """A value made from those of scorecards below; numerator and denominator are None unless it is a ratio."""

    rule: Aggregate
    parts: tuple[Contribution, ...]
    numerator: float | None
    denominator: float | None


@dataclass(frozen=True, slots=True)
class NothingCounted:
    """The value is zero, because the source covers the period and holds no row of it."""

    period: Period
    value: float
    source: FigureSource


@dataclass(frozen=True, slots=True)
class StillRunning:
    """The period has not ended, and its latest figure counts for the time being."""

    period: Period


OriginStep: TypeAlias = (
    FigureRead | FigureOfParts | FigureAggregated | FigureComputed | FigureRolledUp | NothingCounted | StillRunning
)
"""How the value came about."""


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """A dated value of the target path, the period as it was declared."""

    period: Period
    value: float


@dataclass(frozen=True, slots=True)
class TargetInData:
    """The data carries the target."""


@dataclass(frozen=True, slots=True)
class TargetBetween:
    """The target lies on the line between two dated ones."""

    before: TargetPoint
    after: TargetPoint


@dataclass(frozen=True, slots=True)
class TargetPart:
    """The target is an equal part of the total of a longer period."""

    whole: Period


@dataclass(frozen=True, slots=True)
class TargetOf:
    """The target is declared for this period, which may be written as a longer one that ends in it."""

    declared: Period


@dataclass(frozen=True, slots=True)
class TargetSince:
    """The last target before holds on."""

    last: TargetPoint


@dataclass(frozen=True, slots=True)
class TargetFirst:
    """The first target holds already."""

    first: TargetPoint


@dataclass(frozen=True, slots=True)
class TargetOnPace:
    """The target lies on the way from the baseline to the target ahead, by the same `growth` each year: 0.02 is 2 %."""

    baseline: TargetPoint
    aim: TargetPoint
    growth: float


@dataclass(frozen=True, slots=True)
class TargetKept:
    """The aim itself holds: there is no baseline from which a way would lead to it, or that is no worse."""

    aim: TargetPoint


TargetReason: TypeAlias = (
    TargetInData | TargetBetween | TargetPart | TargetOf | TargetSince | TargetFirst | TargetOnPace | TargetKept
)
"""Why a target holds at a period."""


@dataclass(frozen=True, slots=True)
class TargetExpected:
    """What was expected at a period, in the KPI's unit."""

    period: Period
    target: float
    reason: TargetReason


@dataclass(frozen=True, slots=True)
class VersionHolds:
    """The targets have versions, and the one that holds does so from a period on, until one, or both."""

    first: Period | None
    last: Period | None


@dataclass(frozen=True, slots=True)
class RedFlagHolds:
    """Where the amber zone ends: by the tolerance below the target, or above it; None where it is declared.

    `way` is from where to where the path leads, where the tolerance is a share of it, as on a path through zero.
    """

    red_flag: float
    tolerance: Tolerance | None
    below: bool
    way: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class BandExpected:
    """The band that was expected at a period."""

    period: Period
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BandRedFlags:
    """Where the amber zones on either side of a band end."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PaceEdges:
    """From which value on a pace is enough and from which on it is at risk, in the KPI's unit, with those paces."""

    enough: float
    red_flag: float
    on_track: float
    at_risk: float


ExpectedStep: TypeAlias = TargetExpected | VersionHolds | RedFlagHolds | BandExpected | BandRedFlags | PaceEdges
"""What was expected, and why."""


class NoWay(Enum):
    """Why neither progress nor pace can be told."""

    BAND = "band"
    """A band has no single target."""
    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class ProgressMade:
    """The share of the way from the baseline to the target of `due`, 1 at the target; may be below 0 and above 1."""

    share: float
    value: float
    baseline: float
    target: float
    due: Period


@dataclass(frozen=True, slots=True)
class PaceKept:
    """The ratio of the growth so far to the growth needed by `due`, both shares a year: 0.02 is 2 %."""

    ratio: float
    so_far: float
    needed: float
    due: Period


WayStep: TypeAlias = ProgressMade | PaceKept | NoWay | NoProgress | NoPace | NotAfterBaseline
"""How far the KPI has come and how fast, or why that cannot be told."""


class NoFigure(Enum):
    """Why there is no value to be judged."""

    NO_DIRECTION = "no_direction"
    NO_TARGET = "no_target"
    NOT_COMPLETE = "not_complete"
    """The only period with figures is not complete."""
    NONE_YET = "none_yet"


CalculationStep: TypeAlias = OriginStep | ExpectedStep | ScoringStep | WayStep | NoFigure | ManualStep
"""One step of the way from the figures of a KPI to its status and score."""
