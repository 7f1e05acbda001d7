"""The quality of the data of a scorecard, as other programs read it."""

from __future__ import annotations

from datetime import date

from bsc_site.model.concluded.data_quality import QualityPart
from bsc_site.model.series import MendedBy
from bsc_site.publish.published_data.published_kpi import DocumentHead
from bsc_site.publish.published_data.published_part import Count, Figure, PeriodText, PublishedPart, Score
from bsc_site.publish.published_data.published_scorecard import ScorecardName


class QualityPartEntry(PublishedPart):
    """One part of the score of a KPI's data."""

    part: QualityPart
    """What was looked at"""
    good: Figure
    """How much of it is as it should be"""
    all: Figure
    """How much was looked at"""
    weight: Count
    """How many points the part counts"""
    points: Figure
    """How many of these points it gets"""


class ExpectationEntry(PublishedPart):
    """Something that is declared to hold of the data."""

    key: str
    """The key of `expect`"""
    bound: str
    """What is declared for it"""
    broken: Count
    """In how many places it does not hold"""


class CorrectionEntry(PublishedPart):
    """Cells of one column that are read in another way than they stand; the first of them is told."""

    by: MendedBy
    """The part of the declaration that changes them"""
    column: str
    """The column"""
    what: str
    """The mark, word or ending; empty for a single cell"""
    rows: Count
    """In how many rows"""
    was: str
    """What stands there"""
    value: str
    """As what it is read; empty where it is left out"""
    file: str
    """The data file"""
    line: Count
    """Its line"""
    because: str
    """Who knows of it from where; empty without any"""


class RowCountsEntry(PublishedPart):
    """What became of the rows of the files."""

    read: Count
    """Rows that the files have"""
    taken: Count
    """Rows that are the KPI's"""
    used: Count
    """Rows that gave a figure"""


class KpiQualityEntry(PublishedPart):
    """The data of one KPI."""

    id: str
    """Id of the KPI"""
    score: Score
    """0 to 100: the points of its parts, of their weights"""
    parts: tuple[QualityPartEntry, ...]
    """Its parts; those that could not be looked at are left out"""
    steward: str | None
    """Id of the person who delivers its figures"""
    files: tuple[str, ...]
    """The data files that it reads"""
    last_changed: date | None
    """The day of the last change of any of them, by the history of the project; null where that is not known"""
    rows: RowCountsEntry
    """What became of their rows"""
    figures: Count
    """Periods with a figure"""
    due: Count
    """Periods that should have one"""
    revised: Count
    """Figures that are others than a month ago"""
    corrected: Count
    """Rows that are corrected, or left out because they cannot be read"""
    corrections: tuple[CorrectionEntry, ...]
    """All cells that are read in another way than they stand"""
    to_check: tuple[PeriodText, ...]
    """Recent periods beyond the limits of natural variation without a note that says why"""
    expectations: tuple[ExpectationEntry, ...]
    """What is declared to hold of its rows"""


class FileQualityEntry(PublishedPart):
    """One data file."""

    file: str
    """Its path in the project"""
    score: Score
    """The mean of the KPIs that read it"""
    kpis: tuple[str, ...]
    """Ids of these KPIs"""
    rows: Count
    """Rows that it has"""
    last_changed: date | None
    """The day of its last change; null where that is not known"""


class StewardQualityEntry(PublishedPart):
    """One person who delivers figures."""

    person: str | None
    """Id of the person; null for KPIs that name none"""
    score: Score
    """The mean of these KPIs"""
    kpis: tuple[str, ...]
    """Ids of the KPIs"""


class PublishedQuality(DocumentHead):
    """The quality of the data of a scorecard at one date, the worst first."""

    scorecard: ScorecardName
    """Which scorecard it is"""
    score: Score
    """The mean of its KPIs; null where no figure is read from data"""
    kpis: tuple[KpiQualityEntry, ...]
    """Every KPI whose figures are read from data"""
    files: tuple[FileQualityEntry, ...]
    """Every data file"""
    stewards: tuple[StewardQualityEntry, ...]
    """Everybody who delivers figures"""
