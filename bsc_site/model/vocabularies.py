"""Vocabularies: the fixed vocabularies of the scorecard file and of the published data."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a value stands against the target that holds at its period."""

    ON_TRACK = "on_track"
    """The target is reached."""
    AT_RISK = "at_risk"
    """The target is missed, and the red flag is not passed."""
    OFF_TRACK = "off_track"
    """The red flag is passed."""
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
    """More is better."""
    LOWER = "lower"
    """Less is better."""
    BAND = "band"
    """Best between two values."""
    NONE = "none"
    """Neither; the KPI is watched and not scored."""


class Kind(StrEnum):
    """Whether a KPI drives results or records them."""

    LEADING = "leading"
    """It moves first, so that there is time to act."""
    LAGGING = "lagging"
    """It records what has come of it."""


class Aggregate(StrEnum):
    """How finer figures become one figure of the KPI's frequency."""

    SUM = "sum"
    """Added up, as sales are."""
    MEAN = "mean"
    """The plain mean, which is wrong for percentages of unequal wholes."""
    LAST = "last"
    """The latest one, as for what is counted on one day."""
    MIN = "min"
    """The smallest one."""
    MAX = "max"
    """The largest one."""
    RATIO = "ratio"
    """Numerator and denominator are summed first, then divided."""


class Running(StrEnum):
    """What the figure of a period is that has not ended yet."""

    WAIT = "wait"
    """Shown, and judged when the period is over."""
    LATEST = "latest"
    """The latest figure, which counts for the time being."""


class PathShape(StrEnum):
    """How the target moves between two dated targets."""

    LINEAR = "linear"
    """On a straight line from one to the next."""
    STEP = "step"
    """Each target holds from its period until the next one's."""


class Method(StrEnum):
    """How a value becomes a score and a status."""

    GOAL_RED_FLAG = "goal_red_flag"
    """On track from the target on, at risk as far as the red flag."""
    PROGRESS = "progress"
    """By the share of the way from the baseline to the next target."""
    PACE = "pace"
    """By the growth a year so far in relation to the growth that the target takes: 0.95 on track, 0.60 at risk."""
    BANDS = "bands"
    """By ranges of values, each with its status."""
    BAND = "band"
    """On track between two values, at risk as far as the tolerance outside of them."""
    STATES = "states"
    """By named states, each with its score."""
    YES_NO = "yes_no"
    """On track for yes, off track for no; the other way round where lower is better."""
    RULES = "rules"
    """By the first of a list of conditions that holds."""
    PERCENT_OF_TARGET = "percent_of_target"
    """By the share of the target that the value reaches."""


class RollUp(StrEnum):
    """How children become the score of their parent."""

    MEAN = "mean"
    """The mean of their scores, by weight."""
    WORST = "worst"
    """The worst of them decides."""
    BEST = "best"
    """The best of them decides."""
    MOST_FREQUENT = "most_frequent"
    """The status that most of them have; of a tie, the worse."""
    SELF = "self"
    """The parent's own KPI, the first in its list."""


class PartialRollUps(StrEnum):
    """What readers see of a score that also rests on what is kept from them."""

    VISIBLE = "visible"
    """The score of what they see, as if there were no more."""
    HIDDEN = "hidden"
    """None at all."""


class SpcMethod(StrEnum):
    """How limits of natural variation are drawn."""

    ADJUSTED = "adjusted"
    """With the season taken out, and wider where neighbouring values resemble each other."""
    NHS = "nhs"
    """As the NHS draws them in Making Data Count, from the moving ranges alone."""
    NONE = "none"
    """Not at all."""


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
    COMPUTED_FROM_EACH_OTHER = "computed_from_each_other"
    """Both have figures in common, so they move together whatever happens; never tested."""
