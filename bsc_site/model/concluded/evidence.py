"""Evidence: what the data says about the hypotheses of the strategy map and the effect of initiatives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bsc_site.model.period import Frequency, Period
from bsc_site.model.vocabularies import Grade


@dataclass(frozen=True, slots=True)
class NoKpi:
    """An arrow cannot be tested: one of its objectives has no KPI."""


@dataclass(frozen=True, slots=True)
class SameKpi:
    """An arrow cannot be tested: the same KPI stands for both objectives."""


@dataclass(frozen=True, slots=True)
class FrequenciesDiffer:
    """An arrow cannot be tested: its two KPIs are measured at different frequencies."""

    cause: Frequency
    outcome: Frequency


@dataclass(frozen=True, slots=True)
class TooRare:
    """An arrow cannot be tested: at this frequency enough periods take longer than a strategy lives."""

    frequency: Frequency


@dataclass(frozen=True, slots=True)
class TooFewCommonPeriods:
    """An arrow cannot be tested yet: how many periods both KPIs hold, and how many it takes."""

    found: int
    needed: int


@dataclass(frozen=True, slots=True)
class HardlyVaries:
    """An arrow cannot be tested: one of its two KPIs hardly varies."""


Untested: TypeAlias = NoKpi | SameKpi | FrequenciesDiffer | TooRare | TooFewCommonPeriods | HardlyVaries
"""Why an arrow could not be tested."""


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """One arrow of the map with the KPIs that stand for cause and effect, and what their history says.

    `lag` is in periods of those KPIs; `effect`, `low`, `high` (95 % interval) and `detectable` (the smallest effect
    that would be found in 80 % of cases) are correlations of the changes, from -1 to 1, season and own past taken out;
    all are None while the link cannot be tested. `untested` is then the reason, and `testable_from` the period from
    whose end on it can be, None where that is unknown.
    """

    source: str
    target: str
    cause: str | None
    outcome: str | None
    grade: Grade
    n: int
    lag: int | None
    effect: float | None
    low: float | None
    high: float | None
    p: float | None
    q: float | None
    detectable: float | None
    testable_from: Period | None
    untested: Untested | None = None
    controls: tuple[str, ...] = ()
    """The declared control KPIs whose changes were taken into account."""
    unusable_controls: tuple[str, ...] = ()
    """The declared control KPIs that could not be: of another frequency, or without figures."""
    rising: bool = True
    """Whether a rise of the cause's figure is expected to raise the effect's, directions of the KPIs considered."""
    lags_tried: int = 1
    """How many lags were tried: 1 where it is declared."""


@dataclass(frozen=True, slots=True)
class TooFewBefore:
    """An effect cannot be told: how many periods lie before the initiative's end, and how many it takes."""

    found: int
    needed: int


@dataclass(frozen=True, slots=True)
class TooFewAfter:
    """An effect cannot be told yet: how many periods lie after the initiative's end, and how many it takes."""

    found: int
    needed: int


@dataclass(frozen=True, slots=True)
class TooMuchAlike:
    """An effect cannot be told: the figures are too much alike or too few."""


Untold: TypeAlias = TooFewBefore | TooFewAfter | TooMuchAlike
"""Why the effect of an initiative cannot be told."""


@dataclass(frozen=True, slots=True)
class InitiativeEffect:
    """What happened to one KPI after an initiative: the step in the KPI's unit with its 95 % interval.

    All three are None while it cannot be told; `untold` is then the reason, and `known_from` the period from whose end
    on it can be said, None where that is unknown. `unfinished` says that the planned end was counted from, though the
    work is not done.
    """

    kpi: str
    effect: float | None
    low: float | None
    high: float | None
    since: Period
    known_from: Period | None
    untold: Untold | None = None
    unfinished: bool = False

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)
