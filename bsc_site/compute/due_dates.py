"""Due dates: everything that somebody is still to deliver or to do, from all scorecards."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.kpi.update_duty import roster_of
from bsc_site.model.concluded.overview import DueDate, DueKind
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import DecisionState
from bsc_site.model.vocabularies import InitiativeStatus

_ENDED = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


def due_dates_of(assessment: Assessment) -> tuple[DueDate, ...]:
    """All of them, by day; what is overdue stands on the day on which it was due.

    A review is due from everybody whom its scorecard declares. What `assessment` leaves out is in none.
    """
    found = (*_figures(assessment), *_decisions(assessment), *_milestones(assessment), *_reviews(assessment))
    return tuple(sorted(found, key=lambda each: (each.day, each.scorecard, each.kind, each.about, each.name)))


def _figures(assessment: Assessment) -> Iterator[DueDate]:
    for duty in roster_of(assessment.kpis.values(), assessment.as_of).duties:
        if duty.due is not None and duty.period is not None:
            found = assessment.kpis[duty.kpi]
            people = (duty.person,) if duty.person else ()
            name = found.kpi.name
            yield DueDate(DueKind.FIGURE, duty.due, people, found.scorecard, duty.kpi, name, duty.period)


def _decisions(assessment: Assessment) -> Iterator[DueDate]:
    for book in assessment.reviews.values():
        for each in book.decisions:
            decision = each.decision
            if decision.due is not None and each.state is not DecisionState.DONE:
                people, about = (decision.owner,) if decision.owner else (), each.review.on
                day, period = decision.due.end, each.review.period
                yield DueDate(DueKind.DECISION, day, people, each.scorecard, about, decision.text, period)


def _milestones(assessment: Assessment) -> Iterator[DueDate]:
    for card in assessment.scorecards.values():
        for id_, found in card.initiatives.items():
            people = (found.initiative.owner,) if found.initiative.owner else ()
            for step in found.initiative.milestones if found.status not in _ENDED else ():
                if step.done is None or step.done.start > assessment.as_of:
                    yield DueDate(DueKind.MILESTONE, step.due.end, people, card.scorecard.id, id_, step.name)


def _reviews(assessment: Assessment) -> Iterator[DueDate]:
    for id_, book in assessment.reviews.items():
        if book.next is not None:
            card = assessment.scorecards[id_].scorecard
            people = tuple(each.id for each in card.people)
            yield DueDate(DueKind.REVIEW, book.next.due, people, id_, id_, card.title, book.next.period)
