"""The assessment of a whole project: everything that is concluded about it at one date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.changes import Changes
from bsc_site.model.concluded.data_quality import DataQuality
from bsc_site.model.concluded.overview import ScorecardOverview
from bsc_site.model.concluded.past_periods import PastPeriod
from bsc_site.model.concluded.review_assessment import ReviewBook
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.declared_history import DeclaredHistory
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True)
class Assessment:
    """The whole project at one date: every scorecard by id (parents first) and every KPI by id."""

    project: Project
    as_of: date
    audience: str | None
    scorecards: Mapping[str, ScorecardAssessment]
    kpis: Mapping[str, KpiAssessment]
    overviews: Mapping[str, ScorecardOverview] = field(default_factory=dict)
    """What follows from the elements of each scorecard together, by its id."""
    changes: Changes = field(default_factory=Changes)
    reviews: Mapping[str, ReviewBook] = field(default_factory=dict)
    """The reviews of each scorecard by its id; empty until they have been looked at."""
    quality: DataQuality = field(default_factory=DataQuality)
    """The quality of the data; of no KPI until it has been looked at."""
    past: Mapping[str, tuple[PastPeriod, ...]] = field(default_factory=dict)
    """How each scorecard stood when its latest periods ended, the newest first; empty until that was looked at."""
    histories: Mapping[str, DeclaredHistory] = field(default_factory=dict)
    """What became of the declarations of KPIs and objectives, by their addresses, those without any left out."""
    words: Mapping[str, str] = field(default_factory=dict)
    """KPI id to the word of all that its assessment follows from, another one as soon as anything of that is another:
    its declaration, its figures, the day, the terms of its scorecard, the same of KPIs that it is computed from. Empty
    where nobody asked for them."""
