"""Outlook: what a KPI's own history says about the present and the time to come."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Assurance, PointLabel, SpcMethod, Variation

FEWEST_FOR_CHART = 3
"""So many values a control chart needs."""
FEWEST_FOR_FIRM_LIMITS = 13
"""Limits from fewer values are trial limits."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an XmR chart between two rebases: its first period, mean and process limits in the KPI's unit.

    For a seasonal KPI they belong to the values without the season; limits that vary with the denominator are those of
    an average one. Limits that follow a trend have its `slope` per period, and are those at the latest period of the
    stretch. `run` is how many values on one side of the mean make a signal, `because` the reason of the rebase.
    """

    start: Period
    mean: float
    lower: float
    upper: float
    run: int
    because: str = ""
    slope: float = 0.0


class SignalPoint(NamedTuple):
    """One period of an XmR chart: its label, and the mean and limits at this period, with the season put back."""

    period: Period
    label: PointLabel
    mean: float
    lower: float
    upper: float


class Uncounted(Enum):
    """Why a KPI that is declared as a proportion or count has the limits of a measurement all the same."""

    NO_BASES = "no_bases"
    """The data has no numerators and denominators."""
    NEGATIVE = "negative"
    """A count is below zero."""
    NOT_POSITIVE = "not_positive"
    """A numerator is below zero, or a denominator not above it."""
    NO_RATIO = "no_ratio"
    """The values are not numerator / denominator."""
    BEYOND_WHOLE = "beyond_whole"
    """A numerator is larger than its denominator."""


@dataclass(frozen=True, slots=True)
class RareEvents:
    """Figures without limits: of `n` values all but `others` are the `usual` one.

    `last` is the latest period with another value, `since` how many periods ago that was; None and 0 without any.
    """

    usual: float
    n: int
    others: int
    last: Period | None
    since: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the latest limits stand on: from how many values they are drawn, and what was found on the way.

    `lower` and `upper` are the limits at the latest period, no further than values of this kind can go; `correlation`
    is the autocorrelation that was allowed for; `overspread` says that counts spread more than they should; `uncounted`
    why a KPI that is declared as proportion or count has limits of the ordinary kind. `sloped` says that they follow a
    trend; `season` has the latest periods of the highest and the lowest place in the season that was taken out.
    """

    drawn_from: int
    lower: float
    upper: float
    correlation: float = 0.0
    overspread: bool = False
    uncounted: Uncounted | None = None
    sloped: bool = False
    season: tuple[Period, Period] | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """What an XmR chart says about a KPI; no segments and points where there are too few values, or none are wanted.

    Where `rare` says that hardly any value moves there are no limits either: those of segments and points are the least
    and the largest value so far, and where none ever moved there are neither.

    `trial` says that the last segment has fewer than 13 values; `seasonal` that a season was taken out first;
    `suggestion` is the period from which the limits might be drawn anew, never applied by itself; `chart` is its kind
    (`xmr`, `p`, `c`, `u` or `rare`) and `grounds` what its limits stand on, None where there are none.
    """

    method: SpcMethod
    segments: tuple[Segment, ...]
    points: tuple[SignalPoint, ...]
    variation: Variation
    assurance: Assurance
    trial: bool
    seasonal: bool
    suggestion: Period | None
    chart: str | None = None
    grounds: Grounds | None = None
    rare: RareEvents | None = None

    @property
    def sloped(self) -> bool:
        """Whether its limits follow a trend."""
        return self.grounds is not None and self.grounds.sloped


class FanPoint(NamedTuple):
    """The forecast of one period with its 80 % and 95 % intervals, in the KPI's unit."""

    period: Period
    value: float
    lower80: float
    upper80: float
    lower95: float
    upper95: float


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a dated target is met if nothing changes.

    `probability` 0 to 1; `required` is what each remaining period would have to bring: the change per period, or under
    `total` (the target is for the sum of a longer period) the average of the remaining periods. `met` says that nothing
    more is needed as things stand now. A band has its upper end as `target`, its lower one as `low`. `estimated` is how
    many periods of a total are missing in between, for which estimates stand, with an error of their own.
    """

    period: Period
    target: float
    probability: float
    required: float
    total: bool = False
    met: bool = False
    low: float | None = None
    estimated: int = 0


@dataclass(frozen=True, slots=True)
class TooFewPeriods:
    """A forecast fails for want of data: how many complete periods there are, and how many it takes."""

    found: int
    needed: int


@dataclass(frozen=True, slots=True)
class TooManyGaps:
    """A forecast fails because too many periods are missing in between."""


@dataclass(frozen=True, slots=True)
class TooLargeFigures:
    """A forecast fails because the figures cannot be squared and added up."""


Obstacle: TypeAlias = TooFewPeriods | TooManyGaps | TooLargeFigures
"""What stands in the way of a forecast."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The fan from the latest complete period on, and the chance of each target ahead.

    Both are empty where an `obstacle` stands in the way, or no forecast makes sense. `seasonal` says that a yearly
    pattern is part of it.
    """

    points: tuple[FanPoint, ...] = ()
    chances: tuple[Chance, ...] = ()
    seasonal: bool = False
    obstacle: Obstacle | None = None

    @property
    def next_chance(self) -> float | None:
        """The chance of the next target, None where there is none."""
        return self.chances[0].probability if self.chances else None


NO_SIGNAL = Signal(SpcMethod.NONE, (), (), Variation.COMMON_CAUSE, Assurance.NONE, False, False, None)  # noqa: FBT003  # the empty value
NO_FORECAST = Forecast()
