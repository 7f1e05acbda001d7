"""Health: how well a scorecard is made, as checks that passed, failed or were silenced."""

from __future__ import annotations

from enum import StrEnum

from bsc_site.model.problem import Finding
from bsc_site.model.value_class import dataclass


class Aspect(StrEnum):
    """One part of the health of a scorecard."""

    MAP = "Design of the map"
    KPIS = "KPIs"
    TARGETS = "Targets"
    DATA = "Data"
    OWNERSHIP = "Ownership"
    REVIEW = "Review and initiatives"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that does not count, and the reason that the scorecard gives."""

    finding: Finding
    because: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One rule at one scorecard: how often it was checked, what it found, what of that was silenced.

    `weight` says how much the rule counts within its aspect.
    """

    code: str
    aspect: Aspect
    weight: int
    checked: int
    found: tuple[Finding, ...] = ()
    silenced: tuple[Silenced, ...] = ()

    @property
    def counted(self) -> int:
        """How many checks count: all but the silenced ones."""
        return self.checked - len(self.silenced)

    @property
    def passed(self) -> int:
        """How many of those that count found nothing."""
        return self.counted - len(self.found)


@dataclass(frozen=True, slots=True)
class AspectHealth:
    """The health of one part, 0 to 100: 100 times `passed` of `weight` points; None where nothing could be checked.

    `rules` is the number of rules that gave the points.
    """

    aspect: Aspect
    score: float | None = None
    passed: float = 0.0
    weight: int = 0
    rules: int = 0


class StrategyStep(StrEnum):
    """The steps in which a balanced scorecard comes to life, in their order."""

    PLAN = "plan"
    CHOOSE = "choose"
    CASCADE = "cascade"
    MONITOR = "monitor"
    LEARN = "learn"


class StepItem(StrEnum):
    """What belongs to the steps."""

    PURPOSE = "purpose"
    """Mission and vision are written down."""
    DESTINATION = "destination"
    """So is where the organisation will be in some years."""
    ARROWS = "arrows"
    """Objectives are linked by causes and effects."""
    REASONS = "reasons"
    """Each link says why."""
    MEASURED = "measured"
    """Objectives have KPIs."""
    LEADING = "leading"
    """Perspectives have KPIs that move first."""
    TARGETS = "targets"
    """KPIs have targets."""
    DEFINED = "defined"
    """KPIs say what is counted."""
    UNITS = "units"
    """Scorecards of parts hang together with it."""
    SIGHT = "sight"
    """Objectives have a line of sight to those of the scorecards above or below."""
    OWNERS = "owners"
    """Objectives have owners."""
    WORK = "work"
    """Initiatives serve objectives."""
    FIGURES = "figures"
    """KPIs have a source of figures."""
    FRESH = "fresh"
    """Figures have come in time."""
    REVIEWED = "reviewed"
    """Reviews say what was made of the figures."""
    EXPLAINED = "explained"
    """They speak of every KPI that is off track."""
    DECISIONS = "decisions"
    """Decisions have been carried out."""
    TESTED = "tested"
    """Figures at both ends of a link can tell whether it holds."""
    CHANGED = "changed"
    """The scorecard itself has been changed within a year."""


@dataclass(frozen=True, slots=True)
class StepCheck:
    """One item of a step: of so many that it is asked of, so many have it; open where it is asked of none yet."""

    step: StrategyStep
    item: StepItem
    have: int
    of: int

    @property
    def done(self) -> bool:
        """Whether all have it."""
        return self.have == self.of > 0


@dataclass(frozen=True, slots=True)
class Health:
    """The health of a scorecard, 0 to 100: the mean of its parts; None where nothing could be checked."""

    score: float | None = None
    aspects: tuple[AspectHealth, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    steps: tuple[StepCheck, ...] = ()
    """How far the scorecard has come, step by step."""
