"""Evidence: what the data says about the hypotheses of the strategy map and the effect of initiatives."""

from __future__ import annotations

from typing import TypeAlias

from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass
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


@dataclass(frozen=True, slots=True)
class HeldFigures:
    """An arrow cannot be tested: both KPIs repeat their figures and change in the same few periods."""


@dataclass(frozen=True, slots=True)
class FiguresCountedUp:
    """An arrow cannot be tested: the figures of this KPI, by its id, look counted up from a month of the year on."""

    kpi: str


@dataclass(frozen=True, slots=True)
class ComputedFrom:
    """An arrow is never tested: the figures of the KPI `result` are computed from those of `source`, by their ids."""

    result: str
    source: str


@dataclass(frozen=True, slots=True)
class CommonSource:
    """An arrow is never tested: both are computed from these KPIs, as far as readers see them, by their ids."""

    kpis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommonFigures:
    """An arrow is never tested: the same figures stand behind both, as in two ratios of one denominator."""


@dataclass(frozen=True, slots=True)
class RunningTotal:
    """An arrow is never tested: the KPI `total` adds up the figures of `part`, by their ids."""

    total: str
    part: str


@dataclass(frozen=True, slots=True)
class SameFigures:
    """An arrow is never tested: `copy` has the figures of `original` so many periods later, by their ids.

    They may be in another unit, or the rest to a whole.
    """

    original: str
    copy: str
    later: int


Mechanical: TypeAlias = ComputedFrom | CommonSource | CommonFigures | RunningTotal | SameFigures
"""Why two KPIs move together whatever happens."""
Untested: TypeAlias = (
    NoKpi
    | SameKpi
    | FrequenciesDiffer
    | TooRare
    | TooFewCommonPeriods
    | HardlyVaries
    | HeldFigures
    | FiguresCountedUp
    | Mechanical
)
"""Why an arrow could not be tested."""


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """One arrow of the map with the KPIs that stand for cause and effect, and what their history says.

    `lag` is in periods of those KPIs; `effect`, `low`, `high` (95 % interval) and `detectable` (the smallest effect
    that would be found in 80 % of cases) are correlations of the changes, from -1 to 1, season and own past taken out;
    all are None while the link cannot be tested, or never is. `untested` is then the reason, and `testable_from` the
    period from whose end on it can be, None where that is unknown.
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


FALSE_EFFECTS = 0.05
"""The share of false ones among the steps that are called an effect."""


@dataclass(frozen=True, slots=True)
class InitiativeEffect:
    """What happened to one KPI after an initiative: the step in the KPI's unit with its 95 % interval.

    All three are None while it cannot be told; `untold` is then the reason, and `known_from` the period from whose end
    on it can be said, None where that is unknown. `unfinished` says that the planned end was counted from, though the
    work is not done. `p` is the two-sided p value of no step, `q` the same after all the `together` KPIs of the
    initiative were counted; `others` are the ids of the initiatives for the same KPI that ran at about the same time.
    """

    kpi: str
    effect: float | None
    low: float | None
    high: float | None
    since: Period
    known_from: Period | None
    untold: Untold | None = None
    unfinished: bool = False
    p: float | None = None
    q: float | None = None
    together: int = 1
    others: tuple[str, ...] = ()

    @property
    def beyond_zero(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    @property
    def clear(self) -> bool:
        """Whether the step is hardly chance, all KPIs of the initiative considered."""
        return self.beyond_zero and (self.q is None or self.q <= FALSE_EFFECTS)
