"""Vocabularies: the fixed vocabularies of the scorecard file and of the published data."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a value stands against the target that holds at its period."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    NO_DATA = "no_data"
    """Scored, but there is no value yet."""
    NOT_SCORED = "not_scored"
    """Has no direction or no target, so there is nothing to compare with."""

    @property
    def rank(self) -> int:
        """0 for the best; on_track < at_risk < off_track < no_data < not_scored."""
        return _RANKS[self]

    @property
    def judged(self) -> bool:
        """Whether it is one of the three colours."""
        return _RANKS[self] <= 2  # noqa: PLR2004  # the three colours come first


_RANKS = {status: rank for rank, status in enumerate(Status)}


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"
    """Best between two values."""
    NONE = "none"
    """Not scored."""


class Kind(StrEnum):
    """Whether a KPI drives results or records them."""

    LEADING = "leading"
    LAGGING = "lagging"


class Aggregate(StrEnum):
    """How finer figures become one figure of the KPI's frequency."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    MIN = "min"
    MAX = "max"
    RATIO = "ratio"
    """Numerator and denominator are summed first, then divided."""


class PathShape(StrEnum):
    """How the target moves between two dated targets."""

    LINEAR = "linear"
    STEP = "step"
    """Each target holds from its period until the next one's."""


class Method(StrEnum):
    """How a value becomes a score and a status."""

    GOAL_RED_FLAG = "goal_red_flag"
    PROGRESS = "progress"
    PACE = "pace"
    BANDS = "bands"
    BAND = "band"
    STATES = "states"
    YES_NO = "yes_no"
    RULES = "rules"
    PERCENT_OF_TARGET = "percent_of_target"


class RollUp(StrEnum):
    """How children become the score of their parent."""

    MEAN = "mean"
    WORST = "worst"
    BEST = "best"
    MOST_FREQUENT = "most_frequent"
    SELF = "self"
    """The parent's own KPI, the first in its list."""


class SpcMethod(StrEnum):
    """How limits of natural variation are drawn."""

    ADJUSTED = "adjusted"
    NHS = "nhs"
    NONE = "none"


class TrendWord(StrEnum):
    """Where a KPI is heading, in the sense of its direction."""

    IMPROVING = "improving"
    STEADY = "steady"
    WORSENING = "worsening"
    TOO_SHORT = "too_short"


class FreshnessWord(StrEnum):
    """How up to date a KPI's data is."""

    FRESH = "fresh"
    """The period after the latest one has not ended yet."""
    DUE = "due"
    """It has ended, and the days allowed for delivery are not over."""
    OVERDUE = "overdue"
    """One period is missing."""
    STALE = "stale"
    """Two or more periods are missing, or there never was a value."""


class InitiativeStatus(StrEnum):
    """Where an initiative stands against its own plan."""

    PLANNED = "planned"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    DONE = "done"
    CANCELLED = "cancelled"


class Preset(StrEnum):
    """The kinds of organisation that `bsc-site init` knows."""

    PRIVATE = "private"
    NONPROFIT = "nonprofit"
    PUBLIC = "public"
    OUTCOMES = "outcomes"


class PointLabel(StrEnum):
    """What one point of an XmR chart is; the limits' labels come first, common cause last."""

    ABOVE_LIMIT = "above_limit"
    BELOW_LIMIT = "below_limit"
    RISING = "rising"
    FALLING = "falling"
    TWO_OF_THREE_HIGH = "two_of_three_high"
    TWO_OF_THREE_LOW = "two_of_three_low"
    RUN_HIGH = "run_high"
    RUN_LOW = "run_low"
    COMMON_CAUSE = "common_cause"

    @property
    def side(self) -> int:
        """1 where the point speaks for higher values, -1 for lower ones, 0 for common cause."""
        if self is PointLabel.COMMON_CAUSE:
            return 0
        high = (PointLabel.ABOVE_LIMIT, PointLabel.RISING, PointLabel.TWO_OF_THREE_HIGH, PointLabel.RUN_HIGH)
        return 1 if self in high else -1


class Variation(StrEnum):
    """What the latest point says about the process, in the sense of the KPI's direction."""

    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"
    COMMON_CAUSE = "common_cause"


class Assurance(StrEnum):
    """Whether the process as it is will meet its target."""

    PASS = "pass"  # noqa: S105  # not a password
    FAIL = "fail"
    HIT_OR_MISS = "hit_or_miss"
    NONE = "none"
    """No target, or no side that is better."""


class Grade(StrEnum):
    """How far the data bears out a hypothesis of the strategy map; none of them says that one causes the other."""

    NOT_TESTABLE_YET = "not_testable_yet"
    CONSISTENT = "consistent"
    """24 to 35 periods: the association is there, too early to count on."""
    NOT_CONSISTENT = "not_consistent"
    """24 to 35 periods: the association is not there."""
    SUPPORTED = "supported"
    TENTATIVE = "tentative"
    CONTRADICTED = "contradicted"
    """There is an association, with the other sign."""
    NO_EVIDENCE = "no_evidence"
    """An effect worth seeing would have been seen."""
    INCONCLUSIVE = "inconclusive"
    """Even an effect worth seeing could have been missed."""
