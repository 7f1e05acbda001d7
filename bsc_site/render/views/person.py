"""The page of a person: what is theirs, what is late, what is due next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bsc_site.model.assessment import KpiAssessment
from bsc_site.model.figures import date_text, period_text
from bsc_site.render.views.freshness import OLDEST_FIRST, delivery_text, freshness_mark
from bsc_site.render.views.parts import Frame, Link, StatusMark
from bsc_site.render.views.sentences import value_text
from bsc_site.render.views.standpoint import Standpoint

_NEVER = date.max


@dataclass(frozen=True, slots=True)
class OwnedKpi:
    """A KPI that the person owns or updates."""

    link: Link
    part: str
    freshness: StatusMark
    delivery: str
    current: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class Owned:
    """An objective or an initiative of the person."""

    link: Link
    status: StatusMark
    detail: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything that `person.md.jinja` shows."""

    title: str
    frame: Frame
    role: str
    email: str
    next: tuple[str, ...]
    """What is to be delivered, the most urgent first."""
    kpis: tuple[OwnedKpi, ...]
    objectives: tuple[Owned, ...]
    initiatives: tuple[Owned, ...]


def person_view(here: Standpoint, person: str) -> PersonView:
    """The page of a person, with everything that is theirs in any scorecard."""
    declared = here.assessment.project.people[person]
    kpis = sorted(
        (each for each in here.assessment.kpis.values() if person in {each.kpi.owner, each.kpi.updater}),
        key=lambda each: (OLDEST_FIRST.index(each.freshness.word), each.freshness.next_due or _NEVER),
    )
    return PersonView(
        title=declared.name,
        frame=here.frame(declared.name),
        role=", ".join(part for part in (declared.role, declared.team) if part),
        email=declared.email,
        next=_next(kpis, person),
        kpis=tuple(_owned_kpi(here, each, person) for each in kpis),
        objectives=_objectives(here, person),
        initiatives=_initiatives(here, person),
    )


def _next(kpis: list[KpiAssessment], person: str) -> tuple[str, ...]:
    mine = [each for each in kpis if (each.kpi.updater or each.kpi.owner) == person]
    dated = [(each.freshness.next_due, each) for each in mine if each.freshness.next_due and each.freshness.next_period]
    dated.sort(key=lambda pair: pair[0])
    return tuple(
        f"{each.kpi.name}, {period_text(each.freshness.next_period)}: due {date_text(due)}"
        for due, each in dated
        if each.freshness.next_period
    )


def _owned_kpi(here: Standpoint, found: KpiAssessment, person: str) -> OwnedKpi:
    return OwnedKpi(
        link=here.kpi(found.kpi.id),
        part="owner" if found.kpi.owner == person else "updates it",
        freshness=freshness_mark(found.freshness),
        delivery=delivery_text(found.freshness),
        current=value_text(found.kpi, found.current.value if found.current else None),
        status=here.kpi_status(found),
    )


def _objectives(here: Standpoint, person: str) -> tuple[Owned, ...]:
    return tuple(
        Owned(here.objective(id_, card.scorecard.id), mark.status, mark.status.why)
        for card in here.assessment.scorecards.values()
        for id_, found in card.objectives.items()
        if found.objective.owner == person and (mark := here.standing(found.standing))
    )


def _initiatives(here: Standpoint, person: str) -> tuple[Owned, ...]:
    return tuple(
        Owned(
            here.initiative(id_, card.scorecard.id),
            here.plan_status(found.status, " ".join(found.steps)),
            f"until {date_text(found.initiative.end.end)}",
        )
        for card in here.assessment.scorecards.values()
        for id_, found in card.initiatives.items()
        if found.initiative.owner == person
    )
