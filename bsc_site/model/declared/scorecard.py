"""The scorecard: mission, perspectives, objectives with their links, KPIs, initiatives, people, reviews and risks."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from bsc_site.model.declared.fields import (
    EVEN,
    Flag,
    Id,
    Length,
    Month,
    Number,
    Part,
    Reference,
    Share,
    Text,
    Tolerance,
    Weight,
    When,
    Whole,
    Width,
)
from bsc_site.model.declared.kpi import Ignore, Kpi, ManualStatus
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import RollUp, Status

DEFAULT_AUDIENCES = ("public", "staff", "board")
"""From the widest to the narrowest, where no scorecard names its own."""
NO_AUDIENCE = "all"
"""What a command is given in place of an audience to leave nothing out; so no audience may have that name."""


class Horizon(Part):
    """The time that the strategy covers."""

    from_: When = Field(alias="from")
    to: When


class StatusNames(Part):
    """The organisation's own words for the statuses."""

    on_track: Text = "On track"
    at_risk: Text = "At risk"
    off_track: Text = "Off track"
    no_data: Text = "No data"
    not_scored: Text = "Not scored"

    def of(self, status: Status) -> str:
        """The organisation's word for `status`."""
        return str(getattr(self, status.value))


class Theme(Part):
    """A strategic theme: a column of the map that runs through the perspectives."""

    id: Id
    name: Text
    description: Text = ""


class ValueProposition(Part):
    """What customers are offered, in the three parts of Kaplan and Norton."""

    functionality: Text = ""
    relationship: Text = ""
    image: Text = ""


class Destination(Part):
    """Where the organisation wants to be in three to five years."""

    period: When
    text: Text


class Drive(Part):
    """A hypothesis of the strategy map: this objective moves another one."""

    to: Id
    sign: Literal["+", "-"] = "+"
    lag: Length | None = None
    because: Text = ""
    via: tuple[Id, ...] = ()
    """The KPIs that stand for cause and effect; otherwise the first of each objective."""
    controls: tuple[Id, ...] = ()


def _reference_alone(value: Any) -> Any:
    return {"to": value} if isinstance(value, str) else value


class Objective(Part):
    """What the organisation wants to achieve, who owns it and which KPIs tell."""

    id: Id
    name: Text
    description: Text = ""
    owner: Id | None = None
    themes: tuple[Id, ...] = ()
    value_proposition: tuple[Literal["functionality", "relationship", "image"], ...] = ()
    weight: Weight = EVEN
    supports: tuple[Reference, ...] = ()
    drives: tuple[Annotated[Drive, BeforeValidator(_reference_alone)], ...] = ()
    kpis: tuple[Id, ...] = ()
    rollup: RollUp = RollUp.MEAN
    min_coverage: Share = 0.0
    manual_status: ManualStatus | None = None
    audience: Id | None = None
    ignore: tuple[Ignore, ...] = ()


class Perspective(Part):
    """One row of the strategy map, with the question that it answers."""

    id: Id
    name: Text
    question: Text = ""
    weight: Weight = EVEN
    rollup: RollUp = RollUp.MEAN
    min_coverage: Share = 0.0
    objectives: tuple[Objective, ...] = ()
    audience: Id | None = None
    ignore: tuple[Ignore, ...] = ()


class Milestone(Part):
    """A dated step of an initiative; `done` is the day it was reached."""

    name: Text
    due: When
    done: When | None = None


class Initiative(Part):
    """Work with a beginning, an end and a budget that serves objectives."""

    id: Id
    name: Text
    description: Text = ""
    owner: Id | None = None
    serves: tuple[Id, ...] = ()
    start: When
    end: When
    budget: Annotated[Number, Field(ge=0)] | None = None
    spent: Annotated[Number, Field(ge=0)] | None = None
    progress: Share | None = None
    status: Literal["planned", "done", "cancelled"] | None = None
    """Only where the plan cannot tell; otherwise it follows from dates and progress."""
    milestones: tuple[Milestone, ...] = ()
    depends_on: tuple[Id, ...] = ()
    audience: Id | None = None
    ignore: tuple[Ignore, ...] = ()


class Person(Part):
    """Someone who owns or updates elements of the scorecard."""

    id: Id
    name: Text
    role: Text = ""
    team: Text = ""
    email: Text = ""


class Decision(Part):
    """What a review decided; `done` is the day it was carried out."""

    text: Text
    owner: Id | None = None
    due: When | None = None
    done: When | None = None


class Review(Part):
    """What a review meeting said about one element (`kpi/repeat-rate`, `objective/...`, `initiative/...`)."""

    period: When
    on: Reference
    by: Id | None = None
    analysis: Text = ""
    recommendation: Text = ""
    decisions: tuple[Decision, ...] = ()
    audience: Id | None = None


class ReviewCadence(Part):
    """How often the scorecard is reviewed; `within` is the time after the period's end in which the meeting is held."""

    every: Frequency
    within: Length | None = None
    """Default: as many days as figures of that frequency have, such as 20 for a quarter."""


def _every_alone(value: Any) -> Any:
    return {"every": value} if isinstance(value, str) else value


class Risk(Part):
    """What may keep an element from its target; likelihood and impact from 1 to 5."""

    id: Id
    name: Text
    on: Reference | None = None
    likelihood: Annotated[Whole, Field(ge=1, le=5)]
    impact: Annotated[Whole, Field(ge=1, le=5)]
    response: Text = ""
    owner: Id | None = None
    audience: Id | None = None


class Scorecard(Part):
    """One scorecard with everything that stands in its file or folder."""

    id: Id
    title: Text
    description: Text = ""
    parent: Id | None = None
    mission: Text = ""
    vision: Text = ""
    strategy: Text = ""
    values: tuple[Text, ...] = ()
    destination: Destination | None = None
    horizon: Horizon | None = None
    fiscal_year_starts: Month = 1
    currency: Text = ""
    tolerance: Width = Tolerance(0.05, relative=True)
    status_names: StatusNames = StatusNames()
    audiences: tuple[Id, ...] = ()
    themes: tuple[Theme, ...] = ()
    value_proposition: ValueProposition = ValueProposition()
    rollup: RollUp = RollUp.MEAN
    min_coverage: Share = 0.0
    pilot: Flag = False
    perspectives: tuple[Perspective, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    people: tuple[Person, ...] = ()
    review_cadence: Annotated[ReviewCadence, BeforeValidator(_every_alone)] | None = None
    reviews: tuple[Review, ...] = ()
    risks: tuple[Risk, ...] = ()
    ignore: tuple[Ignore, ...] = ()

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """Every objective by id, in the order of the map."""
        return {objective.id: objective for row in self.perspectives for objective in row.objectives}

    def perspective_of(self, objective: str) -> Perspective:
        """The perspective that holds the objective; KeyError when none does."""
        for row in self.perspectives:
            if any(each.id == objective for each in row.objectives):
                return row
        raise KeyError(objective)
