"""Review assessments: what became of the elements that a review discussed, and of what it decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bsc_site.model.concluded.assessment import KpiAssessment, Point, ScorecardAssessment
from bsc_site.model.declared.review import Decision, Review
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus, Status


class DecisionState(StrEnum):
    """What became of a decision, the most urgent first."""

    OVERDUE = "overdue"
    """Its day is over, and it has not been carried out."""
    OPEN = "open"
    DONE = "done"


class Element(NamedTuple):
    """What a review or risk is about; `scorecard` is empty for KPIs, which belong to the whole project."""

    kind: str
    scorecard: str
    id: str


def element_of(reference: str, scorecard: str) -> Element:
    """The element that `kpi/nps`, `objective/loyal` or `objective/group/loyal` names in the scorecard."""
    kind, *rest = reference.split("/")
    within = rest[0] if len(rest) > 1 else scorecard
    return Element(kind, "" if kind == "kpi" else within, rest[-1] if rest else "")


@dataclass(frozen=True, slots=True)
class DecisionAssessment:
    """A decision, the review that took it, and its state; `days_late` is above zero only when it is overdue."""

    decision: Decision
    review: Review
    scorecard: str
    state: DecisionState
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class StatusThen:
    """Where an element stood at a date: its status, None where nothing tells, and for a KPI the point behind it."""

    status: Status | InitiativeStatus | None
    point: Point | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One element that a review discussed: its status at the end of the review's period, and now."""

    review: Review
    element: Element
    then: StatusThen
    now: StatusThen
    decisions: tuple[DecisionAssessment, ...]


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A KPI that has been off track since the period `since`, and what is missing.

    `analysed`: a review since then says why; `acted`: a decision since then, or one still open, or an initiative that
    has not ended.
    """

    kpi: str
    since: Period
    analysed: bool
    acted: bool


@dataclass(frozen=True, slots=True)
class Move:
    """A KPI whose status is another than at the review before."""

    kpi: str
    before: Point
    after: Point


@dataclass(frozen=True, slots=True)
class ReviewMeeting:
    """Everything about one review period of a scorecard.

    `day` is the last day of the period, or the build's date if that comes first; `card` and `kpis` are the scorecard
    and its KPIs as the figures up to that day tell. `entries` is empty for a meeting that is still to be held.
    `earlier` holds what reviews before decided and was not done by `day`, in its state now.
    """

    period: Period
    day: date
    held: bool
    entries: tuple[ReviewEntry, ...]
    card: ScorecardAssessment
    kpis: Mapping[str, KpiAssessment]
    since: Period | None
    """The review before, with which `moves` compares."""
    moves: tuple[Move, ...]
    unexplained: tuple[Unexplained, ...]
    earlier: tuple[DecisionAssessment, ...]


@dataclass(frozen=True, slots=True)
class NextReview:
    """The next period to be reviewed, and the day by which; `days_late` is above zero when that day is over."""

    period: Period
    due: date
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class ReviewBook:
    """The reviews of one scorecard: meetings from the latest to the first, a meeting still to be held at the front.

    `unexplained` are the KPIs that are off track now and lack an analysis or an action.
    """

    meetings: tuple[ReviewMeeting, ...]
    decisions: tuple[DecisionAssessment, ...]
    next: NextReview | None
    unexplained: tuple[Unexplained, ...]
