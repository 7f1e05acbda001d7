"""Due dates: what is to be delivered or done, by whom, on which day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass


class DueKind(StrEnum):
    """What is due."""

    FIGURE = "figure"
    """The figure of a KPI for a period."""
    DECISION = "decision"
    """What a review decided."""
    MILESTONE = "milestone"
    """A step of an initiative."""
    REVIEW = "review"
    """A review of a scorecard."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """Something that is due on a day and has not been done; `people` are the ids of those who are to do it.

    `about` is the id of the KPI or initiative, or of what a decision was about; of a review it is the scorecard again.
    `name` is the declared text: the name of the KPI, of the step or of the scorecard, or the decision itself.
    """

    kind: DueKind
    day: date
    people: tuple[str, ...]
    scorecard: str
    about: str
    name: str
    period: Period | None = None
    """Of a figure and of a review the period that it is for; of a decision that of the review which took it."""
