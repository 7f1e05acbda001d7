"""Data quality: what is known of the data of each KPI, and the score that follows from it, part by part."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.period import Period
from bsc_site.model.reading_facts import NO_ROWS, CheckedExpectation, RowCounts
from bsc_site.model.series import Mended, MendedBy
from bsc_site.model.value_class import dataclass


class QualityPart(StrEnum):
    """What the quality of data is made of."""

    TIMELY = "timely"
    """The latest figure is there by the day on which it is due."""
    COMPLETE = "complete"
    """Every period from the first figure to the one that is due has a figure."""
    EXPECTED = "expected"
    """What is expected of the data holds."""
    CLEAN = "clean"
    """Rows are read as they stand, without corrections."""
    STEADY = "steady"
    """Figures stay what they were a month ago."""
    PLAUSIBLE = "plausible"
    """No recent figure lies beyond the limits of natural variation without a note that says why."""


WEIGHTS: Mapping[QualityPart, int] = {
    QualityPart.TIMELY: 3,
    QualityPart.COMPLETE: 3,
    QualityPart.EXPECTED: 2,
    QualityPart.CLEAN: 1,
    QualityPart.STEADY: 1,
    QualityPart.PLAUSIBLE: 1,
}
"""How much each part counts: a late or missing figure is worse than one that is corrected."""


_WRONG = {MendedBy.CORRECT, MendedBy.UNREADABLE}


@dataclass(frozen=True, slots=True)
class PartScore:
    """One part: `good` of `all` that were looked at, and how much it counts."""

    part: QualityPart
    good: float
    all: float

    @property
    def weight(self) -> int:
        """How much it counts."""
        return WEIGHTS[self.part]

    @property
    def sound(self) -> bool:
        """Whether all is as it should be."""
        return self.good >= self.all

    @property
    def points(self) -> float:
        """Its share of the weight."""
        return self.weight * self.good / self.all


@dataclass(frozen=True, slots=True)
class KpiQuality:
    """What is known of the data of one KPI.

    `changed` is the day of the last delivery of any of its files; `figures` of the `due` periods have one; `revised`
    figures are others than a month ago; `outliers` are recent periods to be checked; `corrections` are all cells that
    are read in another way than they stand. `steward` delivers the figures, or answers for them where nobody is named
    for that.
    """

    kpi: str
    files: tuple[str, ...]
    steward: str | None
    changed: date | None = None
    rows: RowCounts = NO_ROWS
    figures: int = 0
    due: int = 0
    revised: int = 0
    corrections: tuple[Mended, ...] = ()
    outliers: tuple[Period, ...] = ()
    expected: tuple[CheckedExpectation, ...] = ()
    parts: tuple[PartScore, ...] = ()

    @property
    def corrected(self) -> int:
        """How many rows are corrected or cannot be read; marks and words that are declared to be cleaned are none."""
        return sum(each.rows for each in self.corrections if each.by in _WRONG)

    @property
    def sound(self) -> bool:
        """Whether no part loses a point."""
        return all(each.sound for each in self.parts)

    @property
    def score(self) -> float:
        """0 to 100: the points of all parts that could be looked at, of their weights."""
        weight = exact_sum(each.weight for each in self.parts)
        return 100 * exact_sum(each.points for each in self.parts) / weight if weight else 0.0


@dataclass(frozen=True, slots=True)
class SourceScore:
    """One data file: the KPIs that read it, its rows, when it last changed, and the mean score of these KPIs."""

    file: str
    kpis: tuple[str, ...]
    changed: date | None
    rows: int
    score: float


@dataclass(frozen=True, slots=True)
class StewardScore:
    """One person, None where nobody is named: the KPIs whose figures they deliver, and the mean score of these."""

    person: str | None
    kpis: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class DataQuality:
    """The data quality of a scorecard, or of a whole project; the worst first."""

    kpis: Mapping[str, KpiQuality] = field(default_factory=dict)

    def of(self, kpis: Collection[str]) -> DataQuality:
        """That of some KPIs alone."""
        return DataQuality({name: each for name, each in self.kpis.items() if name in kpis})

    @property
    def score(self) -> float | None:
        """The mean of the KPIs whose figures are read from data; None without any."""
        return _mean(tuple(self.kpis.values())) if self.kpis else None

    @property
    def sources(self) -> tuple[SourceScore, ...]:
        """Every file that gave any figure, the worst first."""
        files = {file for each in self.kpis.values() for file in each.files}
        return tuple(sorted((self._source(file) for file in files), key=lambda each: (each.score, each.file)))

    @property
    def stewards(self) -> tuple[StewardScore, ...]:
        """Everybody who delivers figures, the worst first."""
        people = {each.steward for each in self.kpis.values()}
        return tuple(sorted(map(self._steward, people), key=lambda each: (each.score, each.person or "")))

    def _source(self, file: str) -> SourceScore:
        readers = tuple(each for each in self.kpis.values() if file in each.files)
        changed = next((each.changed for each in readers if len(each.files) == 1), readers[0].changed)
        rows = max(each.rows.read for each in readers)
        return SourceScore(file, tuple(each.kpi for each in readers), changed, rows, _mean(readers))

    def _steward(self, person: str | None) -> StewardScore:
        theirs = tuple(each for each in self.kpis.values() if each.steward == person)
        return StewardScore(person, tuple(each.kpi for each in theirs), _mean(theirs))


def _mean(found: tuple[KpiQuality, ...]) -> float:
    return exact_sum(each.score for each in found) / len(found)
