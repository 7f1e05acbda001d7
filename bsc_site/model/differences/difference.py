"""Differences: what is another in one version of a project than in the other, each with its causes."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from bsc_site.model.declared.project import Project
from bsc_site.model.declared.review import Decision, Review
from bsc_site.model.declared.scorecard import Drive
from bsc_site.model.declared.targets import Target
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus, Status


class InputCause(StrEnum):
    """What was changed, so that something else came of it."""

    DATA = "data"
    """Files of figures, and what the plan of an initiative reports of its progress."""
    TARGET = "target"
    """What a KPI is compared with: targets and their path, baseline, red flags, tolerance, limit."""
    DEFINITION = "definition"
    """Everything else that the YAML says."""
    WEIGHT = "weight"
    """How much an element counts beside others."""
    REVIEW = "review"
    """What a review said or decided."""
    CODE = "code"
    """The program that the project asks for."""


class DifferenceKind(StrEnum):
    """What kind of difference it is, in the order in which they are told."""

    STATUS = "status"
    """An element has another status."""
    FIGURES = "figures"
    """Figures of a KPI are others, new, or gone."""
    TARGET = "target"
    """A KPI is compared with something else."""
    DEFINITION = "definition"
    """An element is declared otherwise."""
    WEIGHT = "weight"
    """An element counts more, or less."""
    OWNER = "owner"
    """Somebody else answers for an element, or delivers its figures."""
    ARROW = "arrow"
    """A link between objectives is new, gone, or declared otherwise."""
    REVIEW = "review"
    """A review said or decided something else, or a decision was carried out."""
    ADDED = "added"
    """An element is new."""
    RENAMED = "renamed"
    """An element has another id, and names the one that it had."""
    GONE = "gone"
    """An element is not there any more."""
    PROGRAM = "program"
    """The project asks for another version of the program."""


class ElementSort(StrEnum):
    """What an element of a project is."""

    PROJECT = "project"
    SCORECARD = "scorecard"
    PERSPECTIVE = "perspective"
    OBJECTIVE = "objective"
    KPI = "kpi"
    INITIATIVE = "initiative"
    RISK = "risk"
    THEME = "theme"
    PERSON = "person"


class ElementKey(NamedTuple):
    """Which element it is; `scorecard` is empty for KPIs and people, whose ids count in the whole project."""

    sort: ElementSort
    id: str
    scorecard: str = ""

    @property
    def address(self) -> str:
        """`kpi/repeat-rate`, `objective/corporate/loyal`."""
        parts = (self.sort.value, self.scorecard, self.id)
        return "/".join(part for part in parts if part)


class StatusFlip(NamedTuple):
    """Two statuses with their scores; the words of own statuses are empty where the project has none."""

    before: Status | InitiativeStatus
    after: Status | InitiativeStatus
    scores: tuple[float | None, float | None] = (None, None)
    own: tuple[str, str] = ("", "")


class ChangedFigure(NamedTuple):
    """The figure of a period on both sides, in the KPI's unit; None where there is none."""

    period: Period
    before: float | None
    after: float | None


class ChangedFigures(NamedTuple):
    """All figures of a KPI that are not the same, by period."""

    figures: tuple[ChangedFigure, ...]


class OtherTarget(NamedTuple):
    """A target on both sides, None where there is none."""

    before: Target | None
    after: Target | None


class OtherTargets(NamedTuple):
    """The targets of a KPI that are not the same, by period."""

    targets: tuple[OtherTarget, ...]


class OtherField(NamedTuple):
    """A key of the YAML with what it held before and holds now, as the model has it."""

    key: str
    before: Any
    after: Any


class OtherArrow(NamedTuple):
    """A link that leads to an objective, by the key that declares it; `to` is its id, None for a side without it."""

    key: str
    to: str
    before: Drive | str | None
    after: Drive | str | None


class OtherEntry(NamedTuple):
    """What a review of `scorecard` said of an element on both sides, None where there is no such entry."""

    scorecard: str
    before: Review | None
    after: Review | None


class OtherDecision(NamedTuple):
    """A decision of a review on both sides, None where there is none; `entry` is the latest entry that has, or had, it.

    Owners of `before` are named by the ids that they have today.
    """

    scorecard: str
    entry: Review
    before: Decision | None
    after: Decision | None


class FormerId(NamedTuple):
    """The id that an element had."""

    id: str


class NoMore(NamedTuple):
    """Whether an element is there, and nothing more to say of it."""


Different: TypeAlias = (
    StatusFlip
    | ChangedFigures
    | OtherTargets
    | OtherField
    | OtherArrow
    | OtherEntry
    | OtherDecision
    | FormerId
    | NoMore
)
"""What a difference consists of."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference of one element, whose `name` is that of today, or the last one that it had."""

    element: ElementKey
    name: str
    kind: DifferenceKind
    what: Different
    causes: tuple[InputCause, ...]
    place: Place | None = None
    """Where it stands in the later version; None where it stands nowhere."""


class ToldDifference(NamedTuple):
    """A difference in words: what is another, and by which causes, in the language of the site."""

    element: ElementKey
    name: str
    kind: DifferenceKind
    sentence: str
    causes: str


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison: the `name` by which it was asked for, its commit and the day of that.

    The working tree has no commit, an empty name and no day.
    """

    name: str = ""
    commit: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two versions, both judged at `as_of` for one audience; None sees everything.

    `projects` are both as that audience sees them.
    """

    before: Version
    after: Version
    as_of: date
    audience: str | None
    differences: tuple[Difference, ...]
    projects: tuple[Project, Project]
