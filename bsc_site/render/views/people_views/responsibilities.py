"""Responsibilities: what one person or several people own, deliver and have promised, and what of it is due next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.review_assessment import DecisionState
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus
from bsc_site.render.text import own
from bsc_site.render.views.parts.freshness_marks import OLDEST_FIRST, delivery_text, freshness_mark
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import value_text
from bsc_site.render.views.review_views.decision_rows import DecisionRow, decision_rows
from bsc_site.wording.conclusions.people_conclusion import due_conclusion
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.initiative_text import initiative_steps
from bsc_site.wording.language import say, say_count, say_in

_ENDED = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)

People = frozenset[str]


@dataclass(frozen=True, slots=True)
class OwnedKpi:
    """A KPI that somebody of them owns or updates."""

    link: Link
    part: str
    owner: Link
    freshness: StatusMark
    delivery: str
    current: str
    status: StatusMark


@dataclass(frozen=True, slots=True)
class Owned:
    """An objective or an initiative."""

    link: Link
    status: StatusMark
    detail: str


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that is to be delivered or done, and until when."""

    what: str
    link: Link
    who: Link
    mark: StatusMark
    until: str
    late: str
    """`37 days late`, `in 5 days`."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """Everything that is theirs, in any scorecard."""

    conclusion: str
    next: tuple[DueRow, ...]
    kpis: tuple[OwnedKpi, ...]
    objectives: tuple[Owned, ...]
    initiatives: tuple[Owned, ...]
    decisions: tuple[DecisionRow, ...]


def belongings_of(here: Standpoint, people: People) -> Belongings:
    """What these people have: KPIs by freshness first, decisions the most urgent first."""
    kpis = sorted(
        (each for each in here.assessment.kpis.values() if {each.kpi.owner, each.kpi.updater} & people),
        key=lambda each: (OLDEST_FIRST.index(each.freshness.word), each.freshness.next_due or date.max),
    )
    found = [each for book in here.assessment.reviews.values() for each in book.decisions]
    mine = sorted((each for each in found if each.decision.owner in people), key=lambda each: _URGENCY[each.state])
    due = sorted(_due(here, people), key=lambda pair: pair[0])
    return Belongings(
        conclusion=due_conclusion([(when - here.assessment.as_of).days for when, _ in due]),
        next=tuple(row for _, row in due),
        kpis=tuple(_owned_kpi(here, each, people) for each in kpis),
        objectives=_objectives(here, people),
        initiatives=_initiatives(here, people),
        decisions=decision_rows(here, mine),
    )


_URGENCY = {state: rank for rank, state in enumerate(DecisionState)}


def due_row(here: Standpoint, when: date, what: str, link: Link, person: str | None) -> DueRow:
    """Something due on the day `when`."""
    days = (when - here.assessment.as_of).days
    mark = StatusMark(own("due"), say_in("status", "Due"), "")
    if days < 0:
        mark = StatusMark(own("overdue"), say_in("status", "Overdue"), "")
    return DueRow(what, link, here.person(person), mark, date_text(when), _days_text(days))


def _days_text(days: int) -> str:
    """So many days from now: `in 5 days`, `today`, `37 days late`."""
    if days == 0:
        return say("today")
    if days < 0:
        return say_count("{count} day late", "{count} days late", -days)
    return say_count("in {count} day", "in {count} days", days)


def _due(here: Standpoint, people: People) -> Iterator[tuple[date, DueRow]]:
    for found in here.assessment.kpis.values():
        person = found.kpi.updater or found.kpi.owner
        if person not in people:
            continue
        when, period = found.freshness.next_due, _missing(found)
        if when and period:
            yield when, due_row(here, when, say("Figure for {period}", period=period), here.kpi(found.kpi.id), person)
    for book in here.assessment.reviews.values():
        for each in book.decisions:
            decision = each.decision
            if decision.owner in people and decision.due and each.state is not DecisionState.DONE:
                row = decision_rows(here, [each])[0]
                yield decision.due.end, due_row(here, decision.due.end, decision.text, row.about, decision.owner)
    yield from _milestones(here, people)


def _missing(found: KpiAssessment) -> str:
    """The period whose figure somebody has to bring next; empty for a KPI that is computed from others."""
    return "" if found.kpi.computed or found.freshness.next_period is None else period_text(found.freshness.next_period)


def _milestones(here: Standpoint, people: People) -> Iterator[tuple[date, DueRow]]:
    for card in here.assessment.scorecards.values():
        for id_, found in card.initiatives.items():
            owner = found.initiative.owner
            if owner not in people or found.status in _ENDED:
                continue
            for step in found.initiative.milestones:
                if step.done is None or step.done.start > here.assessment.as_of:
                    link, name = here.initiative(id_, card.scorecard.id), say("Milestone: {name}", name=step.name)
                    yield step.due.end, due_row(here, step.due.end, name, link, owner)


def _owned_kpi(here: Standpoint, found: KpiAssessment, people: People) -> OwnedKpi:
    return OwnedKpi(
        link=here.kpi(found.kpi.id),
        part=say("owner") if found.kpi.owner in people else say("updates it"),
        owner=here.person(found.kpi.owner),
        freshness=freshness_mark(found.freshness),
        delivery=delivery_text(found.freshness),
        current=value_text(found.kpi, found.current.value if found.current else None),
        status=here.kpi_status(found),
    )


def _objectives(here: Standpoint, people: People) -> tuple[Owned, ...]:
    return tuple(
        Owned(here.objective(id_, card.scorecard.id), mark.status, mark.status.why)
        for card in here.assessment.scorecards.values()
        for id_, found in card.objectives.items()
        if found.objective.owner in people and (mark := here.standing(found.standing))
    )


def _initiatives(here: Standpoint, people: People) -> tuple[Owned, ...]:
    return tuple(
        Owned(
            here.initiative(id_, card.scorecard.id),
            here.plan_status(found.status, " ".join(initiative_steps(found, card.scorecard.status_names))),
            say("until {day}", day=date_text(found.initiative.end.end)),
        )
        for card in here.assessment.scorecards.values()
        for id_, found in card.initiatives.items()
        if found.initiative.owner in people
    )
