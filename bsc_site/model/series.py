"""Series: the observed values of one KPI, as read and as aggregated to the KPI's frequency."""

from __future__ import annotations

from datetime import date
from enum import Enum, StrEnum
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from bsc_site.model.period import Frequency, Period
from bsc_site.model.problem import Place
from bsc_site.model.provenance import NOWHERE, Provenance
from bsc_site.model.reading_facts import NOTHING_NOTED, ReadingFacts
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate


class Gathered(NamedTuple):
    """The rows of one period for which a reading stands: how many, and numbers that add up exactly to their figures.

    `figures` are the parts of the sum of the values, or those of the sums of numerators and of denominators.
    """

    rows: int
    figures: tuple[tuple[float, ...], ...]


class Reading(NamedTuple):
    """One row of a source: a period of any frequency and the figures that stand there.

    `value` is None for a ratio, which has `numerator` and `denominator` instead; `target` is None unless the row
    carries its own. `place` is the file and row it came from. `seconds` is the time of day that the row names, where
    that tells which of two figures is the later one.
    """

    period: Period
    place: Place
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    target: float | None = None
    note: str = ""
    seconds: float = 0.0
    rating: str = ""
    """What somebody official says of the figure, such as `Good`; empty without any."""
    weight: float | None = None
    """How much the value counts in a mean; None where all count alike."""
    members: frozenset[int] | None = None
    """Who is counted, each once however long the period is; they stand for the texts of a column."""
    among: frozenset[int] | None = None
    """All of whom `members` are a share; None where members are counted alone."""
    gathered: Gathered | None = None
    """Set where the reading stands for several rows, combined as the KPI declares; `place` is that of the first one."""

    @property
    def of_rows(self) -> int:
        """How many rows of its file it stands for."""
        return 1 if self.gathered is None else self.gathered.rows


@dataclass(frozen=True, slots=True)
class Reach:
    """What is known about how far a source reaches, beside its own rows.

    `held` are the periods of the whole table where the KPI's rows are filtered out of it, `until` the last day of what
    was declared to be in, `business_days` whether rows were declared to come on these only, `delivered` the day from
    which the file is.
    """

    held: frozenset[Period] = frozenset()
    until: date | None = None
    business_days: bool = False
    delivered: date | None = None


class MendedBy(StrEnum):
    """By which part of a declaration cells were mended."""

    STRIP = "strip"
    WORDS = "words"
    SUFFIXES = "suffixes"
    CORRECT = "correct"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Mended:
    """Cells of one column that a declaration changed before they were read.

    `what` is the mark, word or suffix; `rows` in how many rows it stood; `was`, `value` and `place` are those of the
    first one, an empty `value` where a cell is taken for empty.
    """

    by: MendedBy
    column: str
    what: str
    rows: int
    was: str
    value: str
    place: Place
    because: str = ""
    """Who knows of a single correction from where; empty for the others."""


@dataclass(frozen=True, slots=True)
class Readings:
    """All rows of one KPI in the order of the source; `covers_to` is the last period that the whole source holds."""

    kpi: str
    rows: tuple[Reading, ...]
    origin: Provenance = NOWHERE
    files: tuple[str, ...] = ()
    covers_to: Period | None = None
    reach: Reach = Reach()
    targets: tuple[Reading, ...] = ()
    """Rows with a target and no value: what is to be reached in periods without a figure."""
    facts: ReadingFacts = NOTHING_NOTED
    """What is noted about the reading of its rows."""
    corrections: tuple[Mended, ...] = ()
    """What was declared to be changed in the cells of the table, and was."""
    counted_from: date | None = None
    """The first day of periods whose members can be told from those before; None where that is not asked."""
    groups: tuple[GroupReadings, ...] = ()
    """The rows of each group, where the source tells them apart."""
    target: Readings | None = None
    """The targets, where they stand in other rows than the figures."""
    benchmark: Readings | None = None
    """What others reach, where that stands in the data."""


@dataclass(frozen=True, slots=True)
class GroupReadings:
    """The rows of one group of a KPI: `by` is the column that tells groups apart, `name` what it says: North."""

    by: str
    name: str
    rows: Readings


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one KPI of a scorecard below gave to a rolled-up figure; `name` says which: `Sales (North)`."""

    name: str
    value: float
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class MissingBelow:
    """What a rolled-up figure has to do without: the KPIs of the scorecards below that have none, each by its name."""

    kpis: tuple[str, ...]


class NoRows(Enum):
    """What is to be said of a count without rows."""

    NONE = "none"
    """There is no row of that period, and the source covers it."""


Note: TypeAlias = str | MissingBelow | NoRows
"""What there is to say about a figure: what stands in the data, empty without any, or what is missing from it."""


class Observation(NamedTuple):
    """One period of a KPI, at the KPI's own frequency.

    `complete` is False when the period had not ended on the build's date, or when its last part is still missing from
    the source. `running` is True for the latest figure of a period that has not ended, where it is declared to count.
    `count` is how many rows were aggregated. `target` is set only where the data carries its own target.
    `numerator` and `denominator` are the sums behind a ratio, None for any other KPI. `parts` is what a figure that is
    rolled up from the scorecards below was made from, empty for any other. No rows at all (`count` 0) are a zero where
    events are counted and the source covers the period.
    """

    period: Period
    value: float
    complete: bool = True
    target: float | None = None
    note: Note = ""
    count: int = 1  # type: ignore[assignment]  # a name of the field, and nobody counts equal fields
    numerator: float | None = None
    denominator: float | None = None
    parts: tuple[Contribution, ...] = ()
    running: bool = False
    rating: str = ""


@dataclass(frozen=True, slots=True)
class FromFormula:
    """Figures that are computed from those of other KPIs, as the formula says."""

    formula: str


@dataclass(frozen=True, slots=True)
class FromBelow:
    """Figures that are made from those of scorecards below; `kpis` names these with their scorecards."""

    rule: Aggregate
    kpis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromHidden:
    """Figures that are computed from KPIs of which those who see them may not know."""


FigureSource: TypeAlias = Provenance | FromFormula | FromBelow | FromHidden
"""Where figures come from; the tables that gave them, none where that is not known, where they are read."""


@dataclass(frozen=True, slots=True)
class OthersReach:
    """What others reach by the data: the latest figure, its period and where it stands."""

    period: Period
    value: float
    origin: Provenance


@dataclass(frozen=True, slots=True)
class GroupSeries:
    """The observations of one group of a KPI, ordered by period; `by` and `name` as in its readings."""

    by: str
    name: str
    observations: tuple[Observation, ...]


_COMPLETE = attrgetter("complete")


@dataclass(frozen=True, slots=True)
class Series:
    """The observations of one KPI, ordered by period, each period at most once, none after the build's date.

    `baseline` is the figure of the period of a baseline that is declared without a value, None where there is none.
    `inputs` are the ids of the KPIs that the figures are computed from, each whether readers may see it or not.
    """

    kpi: str
    frequency: Frequency
    observations: tuple[Observation, ...] = ()
    origin: FigureSource = NOWHERE
    baseline: float | None = None
    inputs: tuple[str, ...] = ()
    targets: tuple[Reading, ...] = ()
    """The rows of the data that have a target and no value."""
    groups: tuple[GroupSeries, ...] = ()
    """The groups that the source tells apart, in the order of the data."""
    others: OthersReach | None = None
    """What others reach, where that stands in the data."""

    @property
    def aims(self) -> dict[Period, float]:
        """The targets that stand in the data, with a figure or without."""
        rows = [(each.period, each.target) for each in self.targets]
        rows += [(each.period, each.target) for each in self.observations]
        return {period: target for period, target in rows if target is not None}

    @property
    def complete(self) -> tuple[Observation, ...]:
        """The observations of complete periods: the only ones that are compared and judged."""
        if all(map(_COMPLETE, self.observations)):
            return self.observations
        return tuple([each for each in self.observations if each.complete])
