"""Scoring steps: what a method found in a value, one type for each way to a score, or why there is none."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from bsc_site.model.declared.own_statuses import PaceKnot
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status


class NoScore(Enum):
    """Why a value cannot be scored."""

    NO_DIRECTION = "no_direction"
    NO_TARGET_HOLDS = "no_target_holds"
    NO_AMBER_ZONE = "no_amber_zone"
    """The tolerance is a share of a target of 0."""
    RED_FLAG_MISPLACED = "red_flag_misplaced"
    """It does not lie on the bad side of the target."""
    NO_BAND_HOLDS = "no_band_holds"
    BAND_TURNED = "band_turned"
    """It ends below its beginning."""
    NO_BANDS = "no_bands"
    NO_RULE_HOLDS = "no_rule_holds"
    PERCENT_OF_BAND = "percent_of_band"
    PERCENT_OF_NOTHING = "percent_of_nothing"
    """The target does not lie above zero."""
    PACE_OF_BAND = "pace_of_band"
    DECLARED = "declared"
    """The scoring says that it is not to be scored."""


class NoProgress(Enum):
    """Why the share of the way cannot be told."""

    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"
    NO_WAY = "no_way"
    """The target equals the baseline."""
    WRONG_WAY = "wrong_way"
    """The target is worse than the baseline."""
    TOO_FAR_APART = "too_far_apart"


class NoPace(Enum):
    """Why the pace cannot be told."""

    NO_DIRECTION = "no_direction"
    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"
    NO_GROWTH_NEEDED = "no_growth_needed"
    """The target equals the baseline."""
    TOO_LARGE = "too_large"
    NOT_ABOVE_ZERO = "not_above_zero"


@dataclass(frozen=True, slots=True)
class NotAfterBaseline:
    """There is no pace at `period`, which is not after that of the baseline."""

    period: Period
    baseline: Period


WhyNoPace: TypeAlias = NoPace | NotAfterBaseline
WhyNoScore: TypeAlias = NoScore | NoProgress | NoPace | NotAfterBaseline


@dataclass(frozen=True, slots=True)
class NotScored:
    """No score, only a status that is none of the three colours."""

    status: Status
    why: WhyNoScore


@dataclass(frozen=True, slots=True)
class _Scored:
    status: Status
    score: float
    """0 to 100."""


@dataclass(frozen=True, slots=True)
class ScoredByGoal(_Scored):
    """On the goal/red-flag scale: the value of `period` against its target, in the KPI's unit."""

    period: Period
    value: float
    target: float
    red_flag: float


@dataclass(frozen=True, slots=True)
class _AgainstBand(_Scored):
    period: Period
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ScoredInBand(_AgainstBand):
    """Inside the band that was expected at the period."""


@dataclass(frozen=True, slots=True)
class ScoredOutsideBand(_AgainstBand):
    """Outside of the band, by `beyond`; `gap` is the way from the edge on that side to its red flag."""

    beyond: float
    gap: float


@dataclass(frozen=True, slots=True)
class ScoredByRange(_Scored):
    """By the range of values that it lies in, the lowest one where it has no beginning; below all of them by none."""

    value: float
    begins: float | None
    """Where its range begins; None for the lowest and for none."""
    below_all: bool


@dataclass(frozen=True, slots=True)
class ScoredByState(_Scored):
    """By a named state; None for a figure between the states, such as the mean of several."""

    state: str | None


@dataclass(frozen=True, slots=True)
class ScoredByAnswer(_Scored):
    """By yes or no at `period`: the answer, and the one that is wanted."""

    period: Period
    yes: bool
    yes_is_wanted: bool


@dataclass(frozen=True, slots=True)
class ScoredByRule(_Scored):
    """By the first condition that holds, with the figures that it names, in the order of their names."""

    condition: str
    figures: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ScoredByShare(_Scored):
    """By the share of the target that is reached: 1 is all of it, None where nothing is left to lower.

    `at_risk` and `on_track` are the shares from which these begin; `lower` whether less is better.
    """

    period: Period
    value: float
    target: float
    share: float | None
    at_risk: float
    on_track: float
    lower: bool


@dataclass(frozen=True, slots=True)
class ScoredByProgress(_Scored):
    """By the share of the way from baseline to target; `at_risk` and `on_track` are the shares where these begin."""

    share: float
    at_risk: float
    on_track: float


@dataclass(frozen=True, slots=True)
class ScoredByPace(_Scored):
    """By pace; `at_risk` and `on_track` are the paces from which these begin.

    `knots` holds the paces that were declared with their scores, the slowest first; none where nobody declared any.
    """

    pace: float
    at_risk: float
    on_track: float
    knots: tuple[PaceKnot, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredAsAchieved(_Scored):
    """By a target that is met, whatever the pace."""

    value: float
    target: float


@dataclass(frozen=True, slots=True)
class ScoredByGrowth(_Scored):
    """By growth alone, without a target: shares a year, 0.02 is 2 %; `at_risk` and `on_track` are where these begin.

    Near a natural `limit` only the share `eased` of them is asked for; None where there is no limit, or it is far.
    """

    growth: float
    at_risk: float
    on_track: float
    limit: float | None = None
    eased: float = 1.0


ScoringStep: TypeAlias = (
    NotScored
    | ScoredByGoal
    | ScoredInBand
    | ScoredOutsideBand
    | ScoredByRange
    | ScoredByState
    | ScoredByAnswer
    | ScoredByRule
    | ScoredByShare
    | ScoredByProgress
    | ScoredByPace
    | ScoredAsAchieved
    | ScoredByGrowth
)
"""How one value came to its status and score."""
